"""`ontology/kg.ttl` describes every term that is used, and nothing is left undescribed."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.graph.merge import apply
from kg.graph.merge.merge import Merge
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.model import ActorKind, Factuality, Polarity, RelationGroup
from kg.ontology import PREFIXES, shipped, term
from tests.graph.samples import CHAD, DOCUMENT, HEDGED, PLAIN, ZOE

OURS = PREFIXES["kg"]
VOCABULARY = list(parse(path=shipped() / "kg.ttl", format=RdfFormat.TURTLE))
DESCRIBED = {quad.subject.value for quad in VOCABULARY if quad.predicate == named("skos:definition")}


def terms(found: list[Quad]) -> set[str]:
    nodes = {node for quad in found for node in (quad.predicate, quad.object) if isinstance(node, NamedNode)}
    return {node.value for node in nodes if node.value.startswith(OURS) and node.value != OURS}


@pytest.mark.parametrize("path", sorted(shipped().rglob("*.ttl")), ids=lambda path: path.name)
def test_every_term_of_the_ontology_is_defined(path):
    assert terms(list(parse(path=path, format=RdfFormat.TURTLE))) - DESCRIBED == set()


def test_every_term_of_a_graph_is_defined():
    graph = apply(quads(DOCUMENT, [PLAIN, HEDGED]), [Merge(ZOE.iri, CHAD.iri, 0.5, "so")])
    assert terms(graph) - DESCRIBED == set()
    assert {quad.graph_name.value for quad in graph if quad.graph_name.value.startswith(OURS)} <= DESCRIBED


@pytest.mark.parametrize("kind", [*ActorKind, *Factuality, *Polarity, *RelationGroup])
def test_every_value_of_the_model_is_defined(kind):
    assert term(f"kg:{kind}") in DESCRIBED


@pytest.mark.parametrize("iri", sorted(DESCRIBED))
def test_a_term_has_a_label_and_says_where_it_comes_from(iri):
    about = {quad.predicate: quad.object for quad in VOCABULARY if quad.subject.value == iri}
    assert isinstance(about[named("rdfs:label")], Literal)
    assert isinstance(about[named("skos:example")], Literal)
    assert about[named("rdfs:isDefinedBy")] == NamedNode(OURS)
    if about[named("rdf:type")] in {named("owl:ObjectProperty"), named("owl:DatatypeProperty")}:
        assert {named("rdfs:domain"), named("schema:domainIncludes")} & set(about)


def test_the_vocabulary_has_no_blank_nodes_and_no_orphans():
    assert all(isinstance(quad.subject, NamedNode) for quad in VOCABULARY)
    assert {quad.subject.value for quad in VOCABULARY if quad.subject.value.startswith(OURS)} == DESCRIBED | {OURS}


def test_the_bands_of_likelihood_touch_each_other_and_no_word_stands_for_two():
    degrees = list(parse(path=shipped() / "likelihood.ttl", format=RdfFormat.TURTLE))
    bounds = {
        name: sorted(float(q.object.value) for q in degrees if q.predicate == named(f"kg:{name}")) for name in ("low", "high")
    }
    assert bounds["low"][1:] == bounds["high"][:-1]
    labels = {named(f"skos:{name}Label") for name in ("pref", "alt", "hidden")}
    words = [quad.object.value for quad in degrees if quad.predicate in labels]
    assert len(words) == len(set(words))
