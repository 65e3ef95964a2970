import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.explore.diff import diff, diff_json, diff_text
from kg.explore.record import claim_record
from kg.graph.claims import claims
from kg.graph.store import from_quads
from kg.graph.triples import quads
from kg.model import Actor, ActorKind, Attribution, Factuality, Period, Polarity, Span
from kg.ontology import term
from tests.explore.builder import CHILE, FISHING, LIKELY, NORWAY, PERU, PRAISES, SANCTIONS, SOME, about, claim, said
from tests.graph import strategies

PLAIN = claim(NORWAY, SANCTIONS, CHILE)
OTHER = claim(CHILE, PRAISES, PERU)


def test_the_same_claims_in_another_order_are_no_difference():
    assert not diff(SOME, reversed(SOME))
    assert diff_text(diff(SOME, SOME)) == ""


def test_what_is_new_what_is_gone_and_what_changed():
    denied = replace(PLAIN, polarity=Polarity.NEGATED, factuality=Factuality.DENIED)
    found = diff([PLAIN, OTHER], [denied, claim(PERU, SANCTIONS, CHILE)])
    assert diff_text(found) == (
        "- Chile - praises - Peru\n"
        '    "Chile praises Peru."\n'
        "    coast.txt, characters 0-19\n"
        "+ Peru - sanctions - Chile\n"
        '    "Peru sanctions Chile."\n'
        "    coast.txt, characters 0-21\n"
        "~ Norway - sanctions - Chile (negated, denied)\n"
        '    "Norway sanctions Chile."\n'
        "    coast.txt, characters 0-23\n"
        "    polarity: affirmed -> negated\n"
        "    factuality: actual -> denied\n"
    )
    record = json.loads(diff_json(found))
    assert record["removed"] == [claim_record(OTHER)]
    assert [one["subject"]["label"] for one in record["added"]] == ["Peru"]
    (changed,) = record["changed"]
    assert (changed["before"], changed["after"]) == (claim_record(PLAIN), claim_record(denied))
    assert changed["changes"] == {"polarity": ["affirmed", "negated"], "factuality": ["actual", "denied"]}


def test_everything_that_is_said_of_a_statement_counts():
    period = Period("2020", "2021", "in 2020 and 2021", Span(0, 1))
    nested = (Attribution((), (), (), None, "it is said"), said(PERU))
    changes = {
        "likelihood": ({"likelihood": LIKELY}, [None, "likely"]),
        "attribution": ({"attribution": nested}, [None, "Peru < an unnamed source"]),
        "issues": ({"issues": about(FISHING)}, [None, "fishing rights"]),
        "time": ({"time": period}, [None, "2020 to 2021 (in 2020 and 2021)"]),
        "confidence": ({"confidence": 0.5}, ["0.9", "0.5"]),
        "rule": ({"rule": ""}, ["X sanctions Y", None]),
        "words": ({"evidence": replace(PLAIN.evidence, trigger=Span(0, 6))}, ["sanctions", "Norway"]),
    }
    for name, (change, values) in changes.items():
        assert json.loads(diff_json(diff([PLAIN], [replace(PLAIN, **change)])))["changed"][0]["changes"] == {name: values}


def test_where_a_sentence_stands_does_not_matter():
    evidence = PLAIN.evidence
    moved = replace(evidence, sentence=Span(10, 33), trigger=Span(evidence.trigger.start + 10, evidence.trigger.end + 10))
    assert not diff([PLAIN], [replace(PLAIN, id="other", evidence=moved)])


def test_a_document_that_lies_elsewhere_is_the_same_and_one_that_was_edited_goes_by_its_path():
    assert not diff([PLAIN, OTHER], [replace(PLAIN, source="archive/fish.txt"), replace(OTHER, source="archive/other.txt")])
    edited = replace(PLAIN, evidence=replace(PLAIN.evidence, document="beef"))
    assert not diff([PLAIN], [edited])
    assert diff([PLAIN], [replace(edited, source="archive/fish.txt")])


def test_who_has_a_name_in_one_document_only_is_the_same_in_its_next_version():
    police = [Actor(term(f"actor:police.{version}"), "police", ActorKind.POPULATION, known=False) for version in ("0f", "1c")]
    assert not diff(*([claim(one, SANCTIONS, CHILE)] for one in police))


def test_a_sentence_that_states_the_same_twice_loses_the_one_that_is_gone():
    second = replace(PLAIN, id="second", evidence=replace(PLAIN.evidence, trigger=Span(8, 9)))
    found = diff([PLAIN, second], [second])
    assert (found.removed, found.added, found.changed) == ((PLAIN,), (), ())


@given(st.lists(strategies.read(), max_size=2, unique_by=lambda pair: pair[0].id), st.data())
def test_laws(corpus, data):
    known = list(claims(from_quads(quad for document, found in corpus for quad in quads(document, found))))
    part = [one for one in known if data.draw(st.booleans())]
    there, back = diff(known, part), diff(part, known)
    assert not diff(known, known)
    assert (there.removed, there.added) == (back.added, back.removed)
    assert len(known) - len(there.removed) + len(there.added) == len(part)
    assert json.loads(diff_json(there))["removed"] == [json.loads(json.dumps(claim_record(one))) for one in there.removed]
