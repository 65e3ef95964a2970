from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, Quad, RdfFormat, Store, parse

from kg.errors import GraphError
from kg.graph.claims import actors, claims, claims_of, documents
from kg.graph.store import from_quads
from kg.graph.terms import named, text
from kg.graph.triples import quads
from kg.graph.union import placed
from kg.model import Actor, ActorKind, Argument, Claim, Document
from kg.ontology import term
from tests.graph import strategies
from tests.graph.samples import CHAD, DOCUMENT, FISHING, HEDGED, NORWAY, PLAIN, ZOE, span

Corpus = list[tuple[Document, list[Claim]]]


def stored(corpus: Corpus) -> Store:
    return from_quads(quad for document, stated in corpus for quad in quads(document, stated))


@settings(max_examples=60)
@given(strategies.corpora())
def test_claims_to_quads_to_claims_is_the_identity(corpus: Corpus):
    given_claims = [claim for _, stated in corpus for claim in stated]
    found = list(claims(stored(corpus)))
    assert sorted(found, key=repr) == sorted(given_claims, key=repr)


@given(strategies.documents())
def test_a_document_comes_back_as_it_was_written(document: Document):
    assert documents(stored([(document, [])])) == {document.id: document}


@settings(max_examples=30)
@given(strategies.read())
def test_the_claims_of_a_document_are_read_from_the_default_graph_as_well(pair: tuple[Document, list[Claim]]):
    one = stored([pair])
    union = from_quads(Quad(quad.subject, quad.predicate, quad.object) for quad in one)
    assert list(claims(union)) == list(claims(one))


def test_every_part_of_a_claim_survives():
    assert list(claims(stored([(DOCUMENT, [HEDGED, PLAIN])]))) == [PLAIN, HEDGED]


@settings(max_examples=30)
@given(strategies.corpora(), st.data())
def test_some_claims_are_read_as_all_are(corpus: Corpus, data: st.DataObject):
    store = stored(corpus)
    every = list(claims(store))
    wanted = data.draw(st.sets(st.sampled_from(every))) if every else set()
    nodes = [named(f"claim:{claim.id}") for claim in wanted]
    ids = {claim.id for claim in wanted}
    found = claims_of(store, [*nodes, named("claim:none"), named("actor:none")])
    assert sorted(found, key=repr) == sorted((claim for claim in every if claim.id in ids), key=repr)


def test_a_territory_is_a_territory_in_the_graph_and_when_it_comes_back():
    reef = Actor(term("actor:reef"), "The Reef", ActorKind.TERRITORY, country=NORWAY.iri)
    store = stored([(DOCUMENT, [replace(PLAIN, subject=replace(PLAIN.subject, entity=reef))])])
    assert [quad.object for quad in store.quads_for_pattern(named("actor:reef"), named("rdf:type"), None, DefaultGraph())] == [
        named("kg:Territory")
    ]
    assert [claim.subject.entity for claim in claims(store)] == [reef]


def test_an_issue_may_stand_in_another_sentence_and_keeps_its_reason():
    headline = Argument(FISHING, span("fishing"), "headline")
    beside = Argument(FISHING, PLAIN.evidence.sentence, "same sentence")
    claim = replace(PLAIN, issues=(headline, beside))
    assert not PLAIN.evidence.sentence.covers(headline.span)
    assert list(claims(stored([(DOCUMENT, [claim])]))) == [claim]


def test_claims_come_in_the_order_of_documents_and_sentences():
    other = replace(DOCUMENT, id="00", source="reports/a.txt")
    first = replace(PLAIN, id="ff", source=other.source, evidence=replace(PLAIN.evidence, document="00"))
    store = stored([(DOCUMENT, [HEDGED, PLAIN]), (other, [first])])
    assert [claim.id for claim in claims(store)] == ["ff", "aa01", "aa02"]
    assert list(documents(store)) == ["00", DOCUMENT.id]


def test_actors_are_read_once():
    assert actors(stored([(DOCUMENT, [PLAIN, HEDGED])])) == [CHAD, NORWAY, ZOE]


@pytest.mark.parametrize(
    ("removed", "added", "message"),
    [
        ("rdf:subject", None, "has no rdf:subject, one was expected"),
        ("kg:confidence", Literal("much"), "has kg:confidence 'much', a number was expected"),
        ("kg:triggerEnd", Literal("x"), "has kg:triggerEnd 'x', a whole number was expected"),
        ("kg:polarity", named("kg:maybe"), "one of affirmed, negated was expected"),
        ("kg:cueSpans", Literal("4-6-9"), "a list of spans such as 4-6 9-12 was expected"),
        ("rdf:object", named("actor:nobody"), "has no class of actors or issues"),
    ],
)
def test_a_malformed_claim_is_named_with_what_was_expected(removed, added, message):
    node, graph = named("claim:aa01"), named(f"doc:{DOCUMENT.id}")
    found = [quad for quad in quads(DOCUMENT, [PLAIN]) if (quad.subject, quad.predicate) != (node, named(removed))]
    found += [Quad(node, named(removed), added, graph)] if added else []
    with pytest.raises(GraphError, match=message) as caught:
        list(claims(from_quads(found)))
    assert "\n" not in str(caught.value)


def test_a_chain_of_attributions_that_bites_its_tail_is_an_error():
    found = quads(DOCUMENT, [HEDGED])
    said = [quad.subject for quad in found if quad.object == named("kg:Attribution")]
    found += [Quad(node, named("kg:within"), node, found[0].graph_name) for node in said]
    with pytest.raises(GraphError, match="sits in itself"):
        list(claims(from_quads(found)))


def test_foreign_triples_do_no_harm():
    foreign = parse(b"[] <urn:x:p> [] . <urn:x:a> <urn:x:p> [] .", format=RdfFormat.TURTLE)
    found = [*quads(DOCUMENT, [PLAIN]), *placed(foreign, named(f"doc:{DOCUMENT.id}"))]
    store = from_quads([*found, Quad(named("claim:x"), named("rdfs:label"), text("elsewhere"), named("doc:ff"))])
    assert list(claims(store)) == [PLAIN]
