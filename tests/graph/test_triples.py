from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.graph.store import from_quads
from kg.graph.terms import date, decimal, named, read_spans, spans
from kg.graph.triples import quads
from kg.graph.union import statements
from kg.model import Factuality, Polarity, Span
from kg.ontology import load
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, HEDGED, PLAIN

EDGE = (named("actor:norway"), named("rel:sanctions"), named("actor:chad"))


def triples(found):
    return {(quad.subject, quad.predicate, quad.object) for quad in found}


@settings(max_examples=30)
@given(strategies.read())
def test_quads_are_sorted_unique_without_blank_nodes_and_in_the_graph_of_their_document(pair):
    document, stated = pair
    found = quads(document, stated)
    assert found == sorted(set(found), key=str)
    assert {quad.graph_name for quad in found} == {named(f"doc:{document.id}")}
    assert not any(isinstance(node, BlankNode) for quad in found for node in (quad.subject, quad.object))


@settings(max_examples=30)
@given(strategies.read())
def test_the_order_of_claims_makes_no_difference(pair):
    document, stated = pair
    assert quads(document, stated) == quads(document, [*reversed(stated), *stated])


@settings(max_examples=30)
@given(strategies.read())
def test_the_store_gives_back_the_same_terms(pair):
    found = quads(*pair)
    assert sorted(statements(from_quads(found)), key=str) == found


@settings(max_examples=30)
@given(strategies.read())
def test_only_what_the_document_itself_states_is_a_plain_edge(pair):
    document, stated = pair
    edges = {triple for triple in triples(quads(document, stated)) if triple[1].value.startswith(named("rel:").value)}
    sure = {c for c in stated if c.polarity is Polarity.AFFIRMED and c.factuality is Factuality.ACTUAL}
    assert edges == {tuple(map(NamedNode, (c.subject.entity.iri, c.relation.iri, c.object.entity.iri))) for c in sure}


def test_a_plain_claim():
    found = triples(quads(DOCUMENT, [PLAIN]))
    assert EDGE in found
    assert (named("claim:aa01"), named("kg:confidence"), Literal("0.8", datatype=named("xsd:decimal"))) in found
    assert (named(f"quote:{DOCUMENT.id}-0-23"), named("kg:exact"), Literal("Norway sanctioned Chad.", language="en")) in found


def test_a_hedged_claim_is_no_edge_and_keeps_both_wordings():
    found = triples(quads(DOCUMENT, [HEDGED]))
    assert not any(predicate.value.startswith(named("rel:").value) for _, predicate, _ in found)
    exact, clean = (next(o.value for _, p, o in found if p == named(name)) for name in ("kg:exact", "kg:clean"))
    assert "Chad- Norway" in exact
    assert "Chad-Norway" in clean


def test_claims_of_a_sentence_share_its_quote_and_its_speaker():
    found = triples(quads(DOCUMENT, [HEDGED, PLAIN]))
    assert len({s for s, p, o in found if (p, o) == (named("rdf:type"), named("kg:Quote"))}) == 2
    assert len({s for s, p, o in found if (p, o) == (named("rdf:type"), named("kg:Attribution"))}) == 2


def test_the_ontology_adds_matches_and_what_is_broader():
    ontology = load()
    found = triples(quads(DOCUMENT, [PLAIN], ontology))
    assert (named("actor:norway"), named("skos:exactMatch"), named("wd:Q20")) in found
    broader = ontology.relations[PLAIN.relation.iri].broader
    assert (named("rel:sanctions"), named("skos:broader"), NamedNode(broader)) in found
    assert (NamedNode(broader), named("rdf:type"), named("kg:Relation")) in found


def test_broader_issues_are_described_up_to_the_top():
    ontology = load()
    entry = next(entry for iri, entry in sorted(ontology.issues.items()) if entry.broader)
    document, claim = DOCUMENT, HEDGED
    about = type(claim.issues[0])(entry.issue, Span(24, 30))
    found = triples(
        quads(document, [type(claim)(claim.id, claim.source, claim.subject, claim.relation, about, claim.evidence)], ontology)
    )
    at = entry.issue.iri
    while at:
        assert (NamedNode(at), named("rdf:type"), named("kg:Issue")) in found
        at = ontology.issues[at].broader


@given(st.floats(0, 1))
def test_decimals_are_canonical_and_exact(value):
    literal = decimal(value)
    assert float(literal.value) == value
    assert "e" not in literal.value
    assert not literal.value.endswith("0") or "." not in literal.value


@given(st.lists(st.builds(Span, st.integers(0, 99), st.integers(0, 99))))
def test_lists_of_spans_come_back(values):
    assert read_spans(spans(values).value) == tuple(values)


def test_a_date_that_is_none_stays_as_it_stands():
    assert date("spring 2030") == Literal("spring 2030")
