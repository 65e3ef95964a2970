from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.explore.network import bundles, network, nodes
from kg.model import Actor, ActorKind, Argument, Copy, Polarity, Span
from tests.explore.builder import CHILE, FISHING, LIKELY, NORWAY, PERU, RIVALS, SANCTIONS, SOME, TARIFFS, about, claim


def test_nodes_are_everything_that_claims_are_between_or_about():
    assert [(node.label, node.kind) for node in nodes(SOME)] == [
        ("Chile", "State"),
        ("Fishers' Union", "Organization"),
        ("Kenya", "State"),
        ("Norway", "State"),
        ("Peru", "State"),
        ("fishing rights", "Issue"),
        ("tariffs", "Issue"),
    ]


def test_claims_that_say_the_same_are_one_bundle():
    bundle = next(bundle for bundle in bundles(SOME) if bundle.relation == SANCTIONS and bundle.polarity is Polarity.AFFIRMED)
    assert (bundle.subject, bundle.object, bundle.count) == (NORWAY, CHILE, 2)
    assert bundle.sources == ("coast.txt", "harbour.md")
    assert bundle.issues == ("fishing rights", "tariffs")


def test_issues_that_no_claim_names_are_kept_apart():
    inferred = tuple(Argument(issue, Span(90, 96), "headline") for issue in (FISHING, TARIFFS))
    found = bundles([claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING)), claim(NORWAY, SANCTIONS, CHILE, issues=inferred)])
    assert [(bundle.issues, bundle.inferred_issues) for bundle in found] == [(("fishing rights",), ("tariffs",))]
    assert [edge[2] for edge in network([claim(NORWAY, SANCTIONS, CHILE, issues=inferred)]).edges(data="inferred_issues")] == [
        "fishing rights; tariffs"
    ]


def test_what_is_qualified_otherwise_is_another_bundle():
    found = [(bundle.factuality.value, bundle.likelihood) for bundle in bundles(SOME) if bundle.relation == RIVALS]
    assert found == [("actual", ""), ("predicted", "likely")]
    assert LIKELY.label == "likely"


def test_a_symmetric_relation_has_one_direction():
    both = bundles([claim(CHILE, RIVALS, PERU), claim(PERU, RIVALS, CHILE)])
    assert [(bundle.subject, bundle.object, bundle.count) for bundle in both] == [(CHILE, PERU, 2)]


def test_labels_are_fit_for_xml():
    odd = Actor("urn:x:odd", "A\x00\x0b\ufffeB", ActorKind.PERSON)
    assert nodes([claim(odd, SANCTIONS, CHILE)])[1].label == "A   B"


@given(st.permutations(SOME))
def test_the_order_of_claims_does_not_matter(claims):
    assert bundles(claims) == bundles(SOME)
    assert nodes(claims) == nodes(SOME)
    assert list(network(claims).edges(data=True, keys=True)) == list(network(SOME).edges(data=True, keys=True))


def test_a_claim_with_copies_counts_once_and_names_every_document():
    one = claim(NORWAY, SANCTIONS, CHILE)
    (bundle,) = bundles([replace(one, copies=(Copy("zz.txt", "00ff", one.evidence.sentence, one.evidence.quote),))])
    assert (bundle.count, bundle.sources) == (1, tuple(sorted([one.source, "zz.txt"])))
