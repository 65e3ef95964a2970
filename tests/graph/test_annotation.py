from hypothesis import given
from pyoxigraph import RdfFormat, parse

from kg.explore.query import query
from kg.graph.annotation import annotated
from kg.graph.claims import claims
from kg.graph.serialise import turtle_text
from kg.graph.store import from_quads
from kg.graph.triples import quads
from kg.graph.validate import validate
from kg.ontology import shipped
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, HEDGED, PLAIN

SELECTED = """
SELECT ?claim ?start ?end ?exact ?prefix ?suffix WHERE {
  ?annotation a oa:Annotation ; oa:motivatedBy oa:describing ; oa:hasBody ?claim ; oa:hasTarget ?target .
  ?target a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?position , ?words .
  ?source a kg:Document .
  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?words a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
} ORDER BY ?start
"""


def test_each_claim_is_an_annotation_whose_target_is_selected_by_position_and_by_words():
    rows = query(annotated(from_quads(quads(DOCUMENT, [PLAIN, HEDGED]))), SELECTED).rows
    assert [[term.value.rpartition("/")[2] for term in row] for row in rows] == [
        ["aa01", "0", "23", "Norway sanctioned Chad.", "", '\nZoe Falk said Chad- Norway "tal'],
        ["aa02", "24", "91", HEDGED.evidence.quote, "Norway sanctioned Chad.\n", "\n"],
    ]


@given(strategies.read())
def test_selectors_find_their_quotes_and_nothing_else_changes(pair):
    document, found = pair
    store = from_quads(quads(document, found))
    more = annotated(store)
    assert set(more) >= set(store)
    assert set(annotated(more)) == set(more)
    assert list(claims(more)) == list(claims(store))
    for _, start, end, exact, prefix, suffix in query(more, SELECTED).rows:
        assert document.text[int(start.value) : int(end.value)] == exact.value
        assert (prefix.value + exact.value + suffix.value) in document.text


def test_a_graph_with_annotations_is_valid_and_reads_back():
    more = annotated(from_quads(quads(DOCUMENT, [PLAIN, HEDGED])))
    assert validate(more, shipped() / "shapes.ttl") == []
    assert {quad.triple for quad in parse(turtle_text(more), format=RdfFormat.TURTLE)} == {quad.triple for quad in more}
