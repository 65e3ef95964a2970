"""The folder of Turtle becomes entries; a bad entry is named with file and line."""

import re
from itertools import pairwise

import pytest

from kg.errors import OntologyError
from kg.model import ActorKind, Factuality, RelationGroup
from kg.ontology import PREFIXES, Cue, NameForm, RoleKind, folders, load, local_name, shipped, term
from kg.ontology.source import Source, read_folders

HEAD = "".join(
    f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n"
    for prefix in (
        "kg",
        "actor",
        "issue",
        "rel",
        "role",
        "tenure",
        "event",
        "cue",
        "words",
        "likelihood",
        "rdfs",
        "skos",
        "owl",
        "wd",
    )
)
LINES = HEAD.count("\n")
RELATION = 'rel:greets a kg:Relation ;\n skos:prefLabel "greets" ; skos:definition "…" ;\n kg:group kg:act ; kg:sign 1 ;\n kg:frame "X greets Y" .'
ISSUE = 'issue:tea a kg:Issue ; skos:prefLabel "tea" ; skos:definition "…" .'
EVENT = 'event:{} a kg:Event ; rdfs:label "flood of {}" ; skos:altLabel "Long Flood" ;\n kg:start "{}" .\n'
TENURE = "tenure:a a kg:Tenure ; kg:holder actor:norway ; kg:role role:president ; kg:of actor:norway ;\n kg:start {} ; kg:end {} ."
BAND = 'likelihood:a a kg:Likelihood ; skos:prefLabel "a" ;\n kg:low {} ; kg:high {} .'


@pytest.fixture
def extra(tmp_path):
    """Writes a folder with one file and returns the folder."""

    def write(body, name="mine.ttl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD + body, encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        pytest.param("actor:x a kg:State ;;; .\nactor:y a kg:State kg:z .", 2, "not Turtle", id="syntax"),
        pytest.param("nope:x a kg:State .", 1, "not Turtle", id="unknown prefix"),
        pytest.param("actor:x a kg:State .", 1, "x has no label, one was expected", id="actor without a label"),
        pytest.param(
            'actor:x a kg:State ;\n rdfs:label "X",\n "Y" .', 3, "x has 2 values of label, one was expected", id="two labels"
        ),
        pytest.param(
            'actor:x a kg:Person ; rdfs:label "X" ; kg:gender kg:tall .',
            1,
            "x has gender tall, female or male was expected",
            id="gender",
        ),
        pytest.param("role:x a kg:Office .", 1, "x has no label", id="role without a label"),
        pytest.param(
            'role:x a kg:GroupRole ; rdfs:label "x" ; kg:kind kg:Cat .',
            1,
            "x has kind Cat, one of State, Person",
            id="kind of a group",
        ),
        pytest.param("issue:x a kg:Issue .", 1, "x has no prefLabel", id="issue without a label"),
        pytest.param('issue:x a kg:Issue ; skos:prefLabel "x" .', 1, "x has no definition", id="issue without a definition"),
        pytest.param(RELATION.replace("sign 1", "sign 2"), 1, "greets has sign 2, one of -1, 0, 1 was expected", id="sign"),
        pytest.param(
            RELATION.replace("kg:sign 1", "kg:sign 1 ; kg:issueSign 5"),
            1,
            "greets has issueSign 5, one of -1, 0, 1 was expected",
            id="sign towards an issue",
        ),
        pytest.param(RELATION.replace(" kg:sign 1 ;", ""), 1, "greets has no sign", id="no sign"),
        pytest.param(
            RELATION.replace("kg:act", "kg:party"), 1, "greets has group party, one of act, stance, tie, trend", id="group"
        ),
        pytest.param(
            RELATION.replace('skos:definition "…"', 'rdfs:comment "…"'), 1, "greets has no definition", id="no definition"
        ),
        pytest.param(
            "\n" + TENURE.format('"2020-02-02"', '"2020-01-01"'),
            3,
            "a ends on 2020-01-01, before it starts on 2020-02-02",
            id="tenure",
        ),
        pytest.param("tenure:a a kg:Tenure ; kg:holder actor:norway .", 1, "a has no role", id="tenure of no role"),
        pytest.param(
            "\n" + TENURE.format('"2020-02-30"', '"2020-03-01"'), 3, "a has the date 2020-02-30, a day such as", id="no such day"
        ),
        pytest.param("event:a a kg:Event .", 1, "a has no label", id="event without a label"),
        pytest.param('event:a a kg:Event ; rdfs:label "a" .', 1, "a has no start", id="event without a start"),
        pytest.param(EVENT.format("a", "Oslo", "May 2020"), 2, "a has the date May 2020, a day such as 2014-03-18", id="no day"),
        pytest.param(
            EVENT.format("a", "Oslo", '2020-02-02" ; kg:end "2020-02-01'),
            2,
            "a ends on 2020-02-01, before it starts on 2020-02-02",
            id="event that ends before it starts",
        ),
        pytest.param(
            EVENT.format("a", "Oslo", "2020-02-02") + EVENT.format("b", "Chad", "2020-05-05"),
            3,
            'b has the name "Long Flood", which is that of a ',
            id="name of two events of a year",
        ),
        pytest.param(BAND.format("0.5", "0.4"), 1, "a has the band 0.5 to 0.4, low below high was expected", id="band"),
        pytest.param(BAND.format("0.5", "0.5"), 1, "a has the band 0.5 to 0.5", id="empty band"),
        pytest.param(BAND.format('"low"', "0.4"), 2, "a has low low, a number from 0 to 1 was expected", id="no number"),
        pytest.param(BAND.format("0.5", "1.4"), 1, "a has high 1.4, a number from 0 to 1 was expected", id="above one"),
        pytest.param(BAND.format("0.5", '"nan"'), 2, "a has high nan, a number from 0 to 1 was expected", id="not a number"),
        pytest.param("cue:a a kg:Cue ; kg:effect kg:negated .", 1, "a has no words, at least one of verb,", id="cue without words"),
        pytest.param(
            'cue:a a kg:Cue ; kg:verb "x" ; kg:effect kg:odd .', 1, "a has effect odd, negated or one of actual,", id="effect"
        ),
        pytest.param(
            ISSUE.replace(" .", " ; skos:broader issue:nowhere ."),
            1,
            "tea points to .*issue/nowhere, an issue of",
            id="broader issue",
        ),
        pytest.param(
            RELATION.replace(" .", " ; skos:broader rel:nowhere ."),
            1,
            "greets points to .*nowhere, a relation type of",
            id="broader relation",
        ),
        pytest.param(
            RELATION.replace(" .", " ; kg:issue issue:nowhere ."),
            1,
            "greets points to .*issue/nowhere, an issue of",
            id="issue of a relation",
        ),
        pytest.param(
            ISSUE.replace(" .", " ; skos:broader issue:tea ."),
            1,
            "tea is broader than itself, a hierarchy was expected",
            id="own broader",
        ),
    ],
)
def test_a_bad_entry_is_named_with_file_and_line(extra, body, line, message):
    folder = extra(body)
    with pytest.raises(OntologyError) as error:
        load(folder)
    assert re.match(rf"{re.escape(str(folder / 'mine.ttl'))}:{LINES + line}: {message}", str(error.value)), str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("first", ["a", "c"])
def test_a_circle_of_broader_terms(extra, first):
    ring = {"a": "b", "b": "c", "c": "a"}
    bodies = [
        f'issue:{name} a kg:Issue ; skos:prefLabel "{name}" ; skos:definition "…" ; skos:broader issue:{ring[name]} .'
        for name in sorted(ring, key=lambda name: (name != first, name))
    ]
    with pytest.raises(OntologyError, match=r"\.ttl:\d+: \w is broader than itself"):
        load(extra("\n".join(bodies)))


def test_a_circle_of_relation_types(extra):
    other = RELATION.replace("greets", "thanks").replace(" .", " ; skos:broader rel:greets .")
    with pytest.raises(OntologyError, match="is broader than itself"):
        load(extra(RELATION.replace(" .", " ; skos:broader rel:thanks .") + "\n" + other))


def test_a_term_below_a_circle_is_not_in_it(extra):
    ring = 'issue:{0} a kg:Issue ; skos:prefLabel "{0}" ; skos:definition "…" ; skos:broader issue:{1} .'
    with pytest.raises(OntologyError, match="is broader than itself"):
        load(extra("\n".join(ring.format(*pair) for pair in ("ab", "bc", "cb"))))


TWO = 'actor:ida a kg:Person ; rdfs:label "Ida Holm" ;\n {0} "{1}" .\nactor:ola a kg:Person ; rdfs:label "Ola Holm" ;\n {2} "{3}" .'


@pytest.mark.parametrize(
    ("form", "one", "other"),
    [
        ("skos:altLabel", "Old Holm", "Old Holm"),
        ("skos:altLabel", "Old Holm", "OLD HOLM"),
        ("kg:abbreviation", "OHX", "OHX"),
        ("kg:seat", "Holm House", "Holm House"),
    ],
)
def test_one_name_for_two_actors(extra, form, one, other):
    folder = extra(TWO.format(form, one, form, other))
    with pytest.raises(OntologyError) as error:
        load(folder)
    kind = "label" if form == "skos:altLabel" else local_name(term(form))
    assert str(error.value) == (
        f'{folder / "mine.ttl"}:{LINES + 4}: ola has {kind} "{other}", which is that of ida '
        f"({folder / 'mine.ttl'}:{LINES + 2}), a name for one actor only was expected"
    )


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_a_name_that_is_taken_is_an_error_of_who_takes_it(extra, name):
    folder = extra(f'actor:{name} a kg:State ; rdfs:label "Norway" .')
    shipped_line = rf"which is that of norway \({re.escape(str(shipped()))}.*\.ttl:\d+\)"
    with pytest.raises(
        OntologyError, match=rf'^{re.escape(str(folder))}/mine\.ttl:{LINES + 1}: {name} has label "Norway", {shipped_line}'
    ):
        load(folder)


def test_a_name_that_is_taken_by_an_entry_that_does_not_begin_a_line(extra):
    body = ' actor:zz1 a kg:Person ; rdfs:label "Ida Holm" .\n actor:zz2 a kg:Person ; rdfs:label "Ida Holm" .'
    with pytest.raises(OntologyError, match=f'^{term("actor:zz2")}: zz2 has label "Ida Holm", which is that of zz1'):
        load(extra(body))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("kg:surname", "Holm"), ("kg:surname", "Holm")),
        (("kg:abbreviation", "OHX"), ("kg:abbreviation", "Ohx")),
        (("kg:capital", "Holmby"), ("kg:seat", "Holmby")),
    ],
)
def test_surnames_are_shared_and_other_forms_are_other_names(extra, one, other):
    assert {term("actor:ida"), term("actor:ola")} <= set(load(extra(TWO.format(*one, *other))).actors)


def test_a_folder_without_turtle(tmp_path):
    with pytest.raises(OntologyError, match=re.escape(f"{tmp_path}: no ontology there, a folder with Turtle files")):
        load(tmp_path)


@pytest.mark.parametrize("name", ["missing", "file.ttl"])
def test_no_folder(tmp_path, name):
    (tmp_path / "file.ttl").write_text("")
    with pytest.raises(OntologyError, match=f"{name}: no such folder"):
        folders(tmp_path / name)


def test_folders(tmp_path):
    assert folders() == (shipped(),)
    assert folders(tmp_path) == (shipped(), tmp_path)


def test_what_is_shipped_loads_in_sorted_order():
    ontology = load()
    for entries in (ontology.actors, ontology.issues, ontology.relations, ontology.roles, ontology.likelihoods):
        assert list(entries) == sorted(entries)
        assert entries
    assert ontology.tenures
    assert ontology.cues
    assert ontology == load()


def test_a_new_actor(extra):
    body = (
        'actor:zoe a kg:Person ; rdfs:label "Zoe Falk" ; skos:altLabel "Z. Falk" ; kg:surname "Falk" ; kg:country actor:norway ;\n'
        " skos:exactMatch wd:Q1 .\n"
        'actor:reef a kg:Territory ; rdfs:label "The Reef" ; kg:adjective "Reefish" .'
    )
    ontology = load(extra(body))
    zoe, reef = ontology.actors[term("actor:zoe")], ontology.actors[term("actor:reef")]
    assert (zoe.actor.label, zoe.actor.kind, zoe.actor.country, zoe.actor.known) == (
        "Zoe Falk",
        ActorKind.PERSON,
        term("actor:norway"),
        True,
    )
    assert [(name.text, name.form) for name in zoe.names] == [
        ("Zoe Falk", NameForm.LABEL),
        ("Z. Falk", NameForm.LABEL),
        ("Falk", NameForm.SURNAME),
    ]
    assert zoe.same_as == (term("wd:Q1"),)
    assert (reef.actor.kind, reef.actor.is_polity, zoe.actor.is_polity) == (ActorKind.TERRITORY, True, False)


def test_a_relation_type_may_have_another_sign_towards_an_issue(extra):
    body = RELATION.replace("kg:sign 1", "kg:sign 1 ; kg:issueSign 0 ; kg:range kg:Actor, kg:Issue")
    relation = load(extra(body)).relations[term("rel:greets")].relation
    assert (relation.sign, relation.issue_sign) == (1, 0)


def test_a_new_relation_type(extra):
    body = RELATION.replace("a kg:Relation", "a kg:Relation, owl:SymmetricProperty").replace(
        " .", ', "X\'s greeting to Y" ;\n kg:range kg:Issue ; kg:issue issue:tea ; kg:plover "AGREE" .'
    )
    entry = load(extra(body + "\n" + ISSUE)).relations[term("rel:greets")]
    assert (entry.relation.label, entry.relation.group, entry.relation.sign) == ("greets", RelationGroup.ACT, 1)
    assert (entry.relation.symmetric, entry.relation.plover, entry.issue) == (True, "AGREE", term("issue:tea"))
    assert (entry.takes_actor, entry.takes_issue) == (False, True)
    assert entry.relation.issue_sign is None
    assert [frame.text for frame in entry.frames] == ["X greets Y", "X's greeting to Y"]


def test_an_object_is_an_actor_unless_said_otherwise(extra):
    entry = load(extra(RELATION)).relations[term("rel:greets")]
    assert (entry.takes_actor, entry.takes_issue, entry.broader, entry.issue) == (True, False, "", "")


def test_a_new_issue(extra):
    body = ISSUE.replace(" .", ' ; skos:altLabel "chai" ; skos:hiddenLabel "tea trade" ; kg:place actor:norway .')
    entry = load(extra(body)).issues[term("issue:tea")]
    assert (entry.issue.label, entry.phrases, entry.places) == ("tea", ("tea", "chai", "tea trade"), (term("actor:norway"),))


def test_new_roles(extra):
    body = (
        'role:cook a kg:Occupation ; rdfs:label "cook" ; skos:altLabel "chef" .\n'
        'role:cooks a kg:GroupRole ; rdfs:label "cooks" ; kg:kind kg:Organization .'
    )
    roles = load(extra(body)).roles
    cook, cooks = roles[term("role:cook")], roles[term("role:cooks")]
    assert (cook.names, cook.kind, cook.actor_kind) == (("cook", "chef"), RoleKind.OCCUPATION, ActorKind.POPULATION)
    assert (cooks.kind, cooks.actor_kind) == (RoleKind.GROUP, ActorKind.ORGANIZATION)


def test_new_events_may_share_a_name_where_their_years_differ(extra):
    events = load(
        extra(EVENT.format("a", "Oslo", "2020-02-02") + EVENT.format("b", "Chad", '2021-05-05" ; kg:end "2021-06-01'))
    ).events
    oslo, chad = events[term("event:a")], events[term("event:b")]
    assert (oslo.label, oslo.names, oslo.start, oslo.end) == ("flood of Oslo", ("flood of Oslo", "Long Flood"), "2020-02-02", "")
    assert (chad.start, chad.end) == ("2021-05-05", "2021-06-01")


@pytest.mark.parametrize(
    ("word", "message"),
    [("lone", '"lone" stands alone, a pair was expected'), ("two halves", '"two halves" does not end in a number')],
)
def test_a_list_of_numbers_has_pairs_that_end_in_one(extra, word, message):
    ontology = load(extra(f'words:steps a kg:WordList ;\n kg:word "{word}", "last -1" .'))
    with pytest.raises(OntologyError, match=rf"mine\.ttl:{LINES + 2}: {message}"):
        ontology.numbers("steps")


def test_lists_of_pairs(extra):
    ontology = load(extra('words:steps a kg:WordList ; kg:word "last -1", "the next 1" .'))
    assert ontology.numbers("steps") == {"last": -1, "the next": 1}
    assert ontology.pairs("steps") == {"last": "-1", "the next": "1"}
    assert ontology.pairs("nothing") == {}


def test_a_new_tenure_may_be_open(extra):
    body = (
        TENURE.format('"2020-02-02"', '"2020-02-02"')
        + "\n"
        + TENURE.replace("tenure:a", "tenure:b").replace(" ; kg:end {}", "").format('"2021-01-01"')
    )
    found = [tenure for tenure in load(extra(body)).tenures if tenure.holder == term("actor:norway")]
    assert [(tenure.start, tenure.end) for tenure in found] == [("2020-02-02", "2020-02-02"), ("2021-01-01", "")]


def test_new_cues(extra):
    body = (
        'cue:zz1 a kg:Cue, kg:ReportingCue ; kg:verb "aver" ; kg:phrase "in the eyes of" .\n'
        'cue:zz2 a kg:Cue ; kg:adverb "nay" ; kg:effect kg:negated .\n'
        'cue:zz3 a kg:Cue ; kg:adverb "maybe" ; kg:effect kg:possible .'
    )
    found = [cue for cue in load(extra(body)).cues if "zz" in cue.iri]
    assert found == [
        Cue(term("cue:zz1"), {"verb": frozenset({"aver"}), "phrase": frozenset({"in the eyes of"})}, None, False, True),
        Cue(term("cue:zz2"), {"adverb": frozenset({"nay"})}, None, True, False),
        Cue(term("cue:zz3"), {"adverb": frozenset({"maybe"})}, Factuality.POSSIBLE, False, False),
    ]


def test_a_new_likelihood(extra):
    body = BAND.format("0.1", "0.3").replace(" .", ' ; skos:altLabel "b" ; skos:hiddenLabel "c" ; kg:negation likelihood:likely .')
    entry = load(extra(body)).likelihoods[term("likelihood:a")]
    assert (entry.low, entry.high, entry.words, entry.negation) == (0.1, 0.3, ("a", "b", "c"), term("likelihood:likely"))


def test_values_of_a_later_folder_replace_those_of_the_shipped_one(extra):
    before = load().actors[term("actor:norway")]
    after = load(extra('actor:norway rdfs:label "Noreg" .')).actors[term("actor:norway")]
    assert (before.actor.label, after.actor.label) == ("Norway", "Noreg")
    assert {name.text for name in after.names} == {name.text for name in before.names} - {"Norway"} | {"Noreg"}
    assert after.actor.kind is ActorKind.STATE


def test_files_of_one_folder_are_read_together(extra):
    extra('actor:zoe a kg:Person ; rdfs:label "Zoe" .', "a.ttl")
    ontology = load(extra('actor:zoe skos:altLabel "Zo", "Zed" .', "deep/b.ttl"))
    assert [name.text for name in ontology.actors[term("actor:zoe")].names] == ["Zoe", "Zed", "Zo"]


def test_blank_nodes_are_passed_over(extra):
    assert (
        term("actor:zoe")
        in load(extra('actor:zoe a kg:Person ; rdfs:label "Zoe" ; kg:country [ a kg:State ] .\n[] a kg:State .')).actors
    )


def test_an_error_in_what_overrides_is_found_there(extra):
    folder = extra("rel:sanctions kg:sign 7 .")
    with pytest.raises(OntologyError, match=re.escape(f"{folder / 'mine.ttl'}:{LINES + 1}: sanctions has sign 7")):
        load(folder)


def test_word_lists(extra):
    ontology = load(extra('words:zz a kg:WordList ; kg:word "b", "a c" .'))
    assert ontology.words("zz") == ("a c", "b")
    assert ontology.words("no-such-list") == ()


def test_where(extra):
    folder = extra('actor:zoe a kg:Person ;\n rdfs:label "Zoe" ;\n skos:altLabel "Zo" .')
    ontology, iri = load(folder), term("actor:zoe")
    assert ontology.where(iri) == f"{folder / 'mine.ttl'}:{LINES + 1}"
    assert ontology.where(iri, "Zo") == f"{folder / 'mine.ttl'}:{LINES + 3}"
    assert ontology.where(iri, "not there") == ontology.where(iri)
    assert ontology.where("https://example.org/x") == "https://example.org/x"
    assert ontology.where(term("actor:norway")).startswith(str(shipped()))


def test_where_an_entry_is_not_mistaken_for_one_with_a_longer_name(extra):
    folder = extra('actor:zoe-2 a kg:Person ; rdfs:label "A" .\nactor:zoe a kg:Person ; rdfs:label "B" .')
    assert load(folder).where(term("actor:zoe")).endswith(f":{LINES + 2}")


def test_where_an_entry_has_its_whole_iri(extra):
    folder = extra('<https://example.org/x> a kg:Person ;\n rdfs:label "X" .')
    assert load(folder).where("https://example.org/x", "X").endswith(f":{LINES + 2}")


def test_the_digest_is_that_of_the_files(tmp_path):
    file = tmp_path / "a.ttl"
    file.write_text("")
    empty = Source((file,)).digest()
    file.write_text("# a word\n")
    assert len(empty) == 16
    assert empty != Source((file,)).digest() != Source((file, file)).digest()


def test_the_digest_of_an_ontology_follows_its_files(extra):
    assert load().digest == load().digest
    assert load(extra(ISSUE)).digest != load().digest


def test_statements_are_sorted(extra):
    statements, source = read_folders([extra('actor:b kg:x "2", "1" .\nactor:a kg:x "3" .')])
    assert statements == {term("actor:a"): {"x": ["3"]}, term("actor:b"): {"x": ["1", "2"]}}
    assert [file.name for file in source.files] == ["mine.ttl"]


def test_a_file_that_is_no_text(tmp_path):
    (tmp_path / "odd.ttl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OntologyError, match=r"odd\.ttl:1: not Turtle"):
        read_folders([tmp_path])


def test_a_label_with_a_character_that_no_xml_can_hold(extra):
    folder = extra('actor:b a kg:State ; rdfs:label "B" .\n\nactor:c a kg:State ; rdfs:label "C\\u0007" .')
    with pytest.raises(OntologyError, match=r"mine\.ttl:\d+: has the character U\+0007, plain text was expected"):
        read_folders([folder])


def test_a_folder_that_is_named_like_a_file(tmp_path):
    (tmp_path / "odd.ttl").mkdir()
    with pytest.raises(OntologyError, match=r"odd\.ttl:1: not Turtle"):
        read_folders([tmp_path])


@pytest.mark.parametrize(
    ("name", "iri"), [("kg:act", "https://w3id.org/kg-affairs/ns#act"), ("wd:Q1", "http://www.wikidata.org/entity/Q1")]
)
def test_term(name, iri):
    assert term(name) == iri
    assert local_name(iri) == name.partition(":")[2]


def test_an_unknown_prefix():
    with pytest.raises(KeyError):
        term("nope:x")


def test_no_prefix_starts_another():
    assert not any(longer.startswith(base) for base, longer in pairwise(sorted(PREFIXES.values())))


def test_an_entry_in_several_files_is_found_where_its_text_stands():
    known = load()
    assert re.search(r"/states\.ttl:\d+$", known.where(term("actor:japan"), "Japan"))
    assert re.search(r"/epithets\.ttl:\d+$", known.where(term("actor:japan"), "archipelago"))
    assert re.search(r"/epithets\.ttl:\d+$", known.where(term("actor:japan"), "no such text"))


@pytest.mark.parametrize(("kind", "joined"), [("State", True), ("Territory", True), ("Person", False)])
def test_what_holds_between_states_may_hold_of_a_territory(extra, kind, joined):
    body = RELATION.replace(" .", " ;\n kg:subjectKind kg:State .") + f'\nactor:reef a kg:{kind} ; rdfs:label "The Reef" .'
    ontology = load(extra(body))
    reef, norway = (ontology.actors[term(f"actor:{name}")].actor for name in ("reef", "norway"))
    assert ontology.relations[term("rel:greets")].joins(reef, norway) is joined
