"""A part of a graph, for the page."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.explore.lookup import Names
from kg.explore.part import Part, described, part
from kg.explore.query import QueryForm, QueryResult
from kg.ontology import load, term
from tests.explore.builder import CHILE, FISHING, KENYA, NORWAY, SOME, claim, document, graph

NAMES = Names(graph(*SOME), load())


def labels(claims):
    return [str(one) for one in claims]


def asked(**wanted):
    return part(SOME, {}, Part(**wanted), NAMES)


@pytest.mark.parametrize("name", ["Norway", "norway", "actor:norway", term("actor:norway"), "Oslo", "the Norwegians"])
def test_of_an_actor_by_any_of_its_names(name):
    found = asked(actor=name)
    assert len(found) == 5
    assert all(NORWAY in (one.subject.entity, one.object.entity) for one in found)


def test_about_an_issue_that_is_named_beside_or_is_an_end():
    assert len(asked(issue="fishing rights")) == 3
    assert asked(issue="fishing rights")[-1].object.entity == FISHING


def test_everything_must_hold():
    assert labels(asked(actor="Kenya", issue="fishing")) == ["Kenya - needs - fishing rights"]
    assert asked(actor="Kenya", min_confidence=0.95) == []


def test_of_a_time():
    text = document("Norway sanctions Chile.", "coast.txt")
    one = claim(NORWAY, SOME[0].relation, CHILE)

    def published(day, **wanted):
        return part([one], {text.id: replace(text, published=day)}, Part(**wanted), NAMES)

    assert published("2021-03-04", since="2021-03") == [one]
    assert published("2021-03-04", since="2021-03-05") == []
    assert published("2021-03", since="2021-03-05") == [one]  # it may have been on the sixth
    assert published("2021-03-04", until="2021") == [one]
    assert published("2021-03-04", until="2021-02") == []
    assert published("", until="2021") == published("", since="2021") == []
    assert part([one], {}, Part(since="1900"), NAMES) == []


def test_of_the_most_important():
    found = asked(top=2)
    assert {end.iri for one in found for end in (one.subject.entity, one.object.entity)} == {NORWAY.iri, CHILE.iri}


def test_of_a_query_for_claims_or_for_those_they_are_of():
    one = SOME[3]
    rows = ((NamedNode(term(f"claim:{one.id}")), Literal("whatever"), None),)
    assert asked(query=QueryResult(QueryForm.ROWS, rows=rows)) == [one]
    assert len(asked(query=QueryResult(QueryForm.ROWS, rows=((NamedNode(KENYA.iri),),)))) == 2


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            {"query": QueryResult(QueryForm.ANSWER)},
            "--query: gives no rows, a SELECT query for claims, actors or issues was expected",
        ),
        ({"actor": "Atlantis"}, "--actor Atlantis: nothing in the graph has this name, one of its actors was expected"),
        ({"issue": "Norway"}, "--issue Norway: nothing in the graph has this name, one of its issues was expected"),
        ({"since": "soon"}, "--since soon: no date, a day, month or year such as 2017-03-14, 2017-03 or 2017 was expected"),
        ({"until": "2021-13"}, "--until 2021-13: no date"),
        ({"until": "20210304"}, "--until 20210304: no date"),
    ],
)
def test_what_cannot_be_meant_is_one_clear_line(wanted, message):
    with pytest.raises(QueryError, match=message.replace(".", r"\.")):
        asked(**wanted)


def test_a_part_is_described_for_the_heading():
    assert described(Part()) == ""
    assert (
        described(Part(query=QueryResult(QueryForm.ROWS), issue="tariffs", min_confidence=0.8))
        == "of a query, issue tariffs, min confidence 0.8"
    )
