from dataclasses import replace

from hypothesis import given
from pyoxigraph import DefaultGraph, Quad

from kg.graph.loaded import files, homed, keep
from kg.graph.merge import apply
from kg.graph.merge.merge import Merge
from kg.graph.store import from_quads
from kg.graph.terms import named
from kg.graph.triples import quads
from tests.graph import strategies
from tests.graph.samples import CHAD, DOCUMENT, HEDGED, NORWAY, PLAIN, ZOE

GRAPH = quads(DOCUMENT, [PLAIN, HEDGED])


def moved(found, graph):
    return from_quads(Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found)


@given(strategies.corpora())
def test_what_a_build_writes_finds_its_graphs_again_when_it_had_none(corpus):
    written = {quad for document, claims in corpus for quad in quads(document, claims)}
    found = homed(moved(written, DefaultGraph()))
    assert found >= written
    assert {quad.triple for quad in found} == {quad.triple for quad in written}
    assert homed(from_quads(written)) == written


def test_graphs_with_other_names_are_taken_apart():
    assert homed(moved(GRAPH, named("actor:somewhere"))) == set(GRAPH)


def test_each_document_has_only_what_it_speaks_of():
    both = [*GRAPH, *quads(replace(DOCUMENT, id="beef", source="other.txt"), [])]
    assert homed(moved(both, DefaultGraph())) == set(both)


def test_judgements_and_what_belongs_to_no_document_have_places_of_their_own():
    judged = apply(GRAPH, [Merge(ZOE.iri, CHAD.iri, 0.5, "so")])
    assert homed(moved(judged, DefaultGraph())) == set(judged)
    stray = Quad(named("issue:x"), named("rdf:type"), named("kg:Issue"), DefaultGraph())
    edge = Quad(named("actor:chad"), named("rel:sanctions"), named("actor:norway"), DefaultGraph())
    assert homed(from_quads([stray, edge, *GRAPH])) == {stray, edge, *GRAPH}


def test_an_edge_is_at_home_only_where_a_claim_says_so():
    edge = Quad(named("actor:norway"), named("rel:sanctions"), named("actor:chad"))
    assert homed(moved(GRAPH, DefaultGraph())) >= {Quad(edge.subject, edge.predicate, edge.object, named(f"doc:{DOCUMENT.id}"))}
    half = [quad for quad in GRAPH if quad.predicate != named("rdf:object")]
    assert edge in homed(moved(half, DefaultGraph()))
    assert NORWAY.iri == edge.subject.value


def test_the_same_graph_is_kept_once(tmp_path):
    assert files(tmp_path) == []
    first = keep(GRAPH, tmp_path)
    assert keep(reversed([*GRAPH, *GRAPH]), tmp_path) == first
    assert files(tmp_path) == [first]
    assert keep(GRAPH[:5], tmp_path) != first
