# ruff: noqa: RUF001 - typographic quotes are what is tested
"""What is known is counted, listed and found; a small ontology is made by hand."""

import json
from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.explore.knowledge import (
    Found,
    Section,
    counts,
    counts_json,
    counts_text,
    find,
    found_text,
    known,
    known_text,
    summary,
    to_json,
)
from kg.model import Actor, ActorKind, Factuality, Issue, Relation, RelationGroup
from kg.ontology import (
    ActorEntry,
    Cue,
    Event,
    Frame,
    IssueEntry,
    LikelihoodTerm,
    Name,
    NameForm,
    Ontology,
    RelationEntry,
    Role,
    RoleKind,
    load,
    term,
)

TARVIA, REEF = term("actor:tarvia"), term("actor:reef")
FISH, TRADE, SCOLDS = term("issue:fish"), term("issue:trade"), term("rel:scolds")
FLOOD, SIEGE = term("event:flood"), term("event:siege")
MAYOR, SO_SO = term("role:mayor"), term("likelihood:so")


def names(*, shown, **others):
    return (Name(shown, NameForm.LABEL), *(Name(text, NameForm(form)) for form, text in others.items()))


@pytest.fixture
def small():
    tarvia = names(shown="Tarvia", adjective="Tarvian", capital="Old Port", seat="Coral House", label="Republic of Tarvia")
    reef = names(shown="The Reef", abbreviation="TR")
    frames = (Frame("X tells_off Y", SCOLDS), Frame("X slams|blasts Y", SCOLDS))
    doubts = {"verb": frozenset({"doubt", "query"}), "noun": frozenset({"doubt"})}
    return Ontology(
        actors={
            REEF: ActorEntry(Actor(REEF, "The Reef", ActorKind.TERRITORY), reef),
            TARVIA: ActorEntry(Actor(TARVIA, "Tarvia", ActorKind.STATE), tarvia),
        },
        issues={
            FISH: IssueEntry(Issue(FISH, "fish"), ("fish", "fishing off Tarvia's coast"), TRADE),
            TRADE: IssueEntry(Issue(TRADE, "trade"), ("trade",)),
        },
        events={
            FLOOD: Event(FLOOD, "great flood", ("great flood", "deluge", *(f"flood {n}" for n in range(1, 9))), "1903-02-01"),
            SIEGE: Event(SIEGE, "siege of the port", ("siege of the port", "great siege"), "1911-05-01", "1912-03-09"),
        },
        relations={SCOLDS: RelationEntry(Relation(SCOLDS, "scolds", RelationGroup.ACT, -1), frames)},
        roles={MAYOR: Role(MAYOR, "mayor", ("mayor", "burgomaster"), RoleKind.OFFICE)},
        tenures=(),
        cues=(
            Cue(term("cue:doubting"), doubts, Factuality.ALLEGED, reports=True),
            Cue(term("cue:never"), {"adverb": frozenset({"never"})}, negates=True),
        ),
        likelihoods={SO_SO: LikelihoodTerm(SO_SO, "so-so", 0.4, 0.6, ("so-so", "as may be"))},
        digest="",
    )


def rows(text):
    return [[cell.strip() for cell in line.split("│")] for line in text.splitlines()[2:]]


def test_every_section_is_counted(small):
    assert counts(small) == {"actors": 2, "issues": 2, "events": 2, "relations": 1, "roles": 1, "cues": 2, "likelihood": 1}
    assert list(counts(small)) == list(Section)
    assert summary(small) == "2 actors, 2 issues, 2 events, 1 relations, 1 roles, 2 cues, 1 likelihood, 2 frames"
    assert json.loads(counts_json(small)) == counts(small)
    assert rows(counts_text(small))[:2] == [["actors", "2"], ["issues", "2"]]


@pytest.mark.parametrize(
    ("section", "table"),
    [
        (
            "actors",
            [
                ["The Reef", "actor:reef", "Territory", "TR"],
                ["Tarvia", "actor:tarvia", "State", "Tarvian; Old Port; Coral House; Republic of Tarvia"],
            ],
        ),
        ("issues", [["fish", "issue:fish", "trade", "fishing off Tarvia's coast"], ["trade", "issue:trade", "", ""]]),
        (
            "events",
            [
                ["great flood", "event:flood", "1903-02-01", "deluge; " + "; ".join(f"flood {n}" for n in range(1, 8)) + " (+1)"],
                ["siege of the port", "event:siege", "1911-05-01 to 1912-03-09", "great siege"],
            ],
        ),
        ("relations", [["scolds", "rel:scolds", "act", "X tells_off Y; X slams|blasts Y"]]),
        ("roles", [["mayor", "role:mayor", "Office", "burgomaster"]]),
        ("cues", [["doubting", "cue:doubting", "alleged, reports", "doubt; query; doubt"], ["never", "cue:never", "negated", ""]]),
        ("likelihood", [["so-so", "likelihood:so", "0.4 to 0.6", "as may be"]]),
    ],
)
def test_a_section_is_a_table(small, section, table):
    assert rows(known_text(known(small, section))) == table


def test_an_entry_stands_once_in_the_table_of_what_was_found(small):
    found = find(small, "flood")
    assert len(found) == 9
    assert rows(found_text(found)) == [["great flood (+8)", "name", "great flood", "1903-02-01", "event:flood"]]


def test_there_is_no_such_section(small):
    with pytest.raises(QueryError, match=r"^cats: no such kind of knowledge, one of actors, .* likelihood was expected$"):
        known(small, "cats")


@pytest.mark.parametrize(
    ("words", "text", "form", "label"),
    [
        ("republic of tarvia", "Republic of Tarvia", "further name", "Tarvia"),
        ("TARVIAN", "Tarvian", "adjective", "Tarvia"),
        ("old  port", "Old Port", "capital", "Tarvia"),
        ("coral", "Coral House", "seat of government", "Tarvia"),
        ("tr", "TR", "abbreviation", "The Reef"),
        ("Tarvia’s coast", "fishing off Tarvia's coast", "phrase", "fish"),
        ("scolds", "scolds", "name", "scolds"),
        ("tells off", "X tells_off Y", "frame", "scolds"),
        ("blasts", "X slams|blasts Y", "frame", "scolds"),
        ("burgomaster", "burgomaster", "further name", "mayor"),
        ("query", "query", "verb", "doubting"),
        ("never", "never", "adverb", "never"),
        ("as may be", "as may be", "further name", "so-so"),
    ],
)
def test_words_are_found_in_any_case_with_the_form_in_which_they_stand(small, words, text, form, label):
    assert [(one.text, one.form, one.label) for one in find(small, words)] == [(text, form, label)]


@pytest.mark.parametrize("words", ["", " ", "_", "arvia", "tarv", "port old", "zork", "(", "."])
def test_what_is_no_whole_word_is_not_found(small, words):
    assert find(small, words) == ()


def test_what_is_nothing_but_the_words_comes_first(small):
    assert [(one.text, one.label) for one in find(small, "tarvia")] == [
        ("Tarvia", "Tarvia"),
        ("Republic of Tarvia", "Tarvia"),
        ("fishing off Tarvia's coast", "fish"),
    ]
    assert [one.form for one in find(small, "doubt")] == ["verb", "noun"]


def test_what_is_found_is_a_table_with_prefixed_names_and_json_with_iris(small):
    found = find(small, "coral house")
    assert found == (Found("Coral House", "seat of government", "Tarvia", TARVIA, "State"),)
    assert rows(found_text(found)) == [["Coral House", "seat of government", "Tarvia", "State", "actor:tarvia"]]
    assert json.loads(to_json(found)) == [
        {"text": "Coral House", "form": "seat of government", "label": "Tarvia", "iri": TARVIA, "kind": "State"}
    ]


def test_no_name_writes_to_the_terminal(small):
    entry = small.actors[TARVIA]
    actors = {TARVIA: replace(entry, names=(*entry.names, Name("Tar\x1b[31mvia", NameForm.LABEL)))}
    assert "\x1b" not in known_text(known(replace(small, actors=actors), "actors"))


@pytest.mark.parametrize(
    ("words", "form", "iri"),
    [
        ("moscow", "capital", "actor:russia"),
        ("kremlin", "seat of government", "actor:russia"),
        ("french", "adjective", "actor:france"),
    ],
)
def test_what_is_shipped_is_found(words, form, iri):
    first = find(load(), words)[0]
    assert (first.form, first.iri) == (form, term(iri))


@pytest.mark.parametrize("section", Section)
def test_all_that_is_shipped_can_be_listed_and_found(section):
    ontology = load()
    listed = known(ontology, section)
    assert len(listed) == counts(ontology)[section] > 0
    assert all(entry.label and entry.names for entry in listed)
    assert len(rows(known_text(listed))) == len(listed) == len(json.loads(to_json(listed)))
    assert listed[0].iri in {found.iri for found in find(ontology, listed[0].names[0].text)}
