"""Which claims share a line, and which entities are drawn first."""

from kg.explore.view.bundle import bundles, links
from kg.explore.view.entity import entities
from kg.explore.view.style import FACTUALITIES, KINDS, STATUS_OF, STATUSES, Status
from kg.model import ActorKind, Factuality

TALKS = "Russia; talks with; Iran; Russia; met; Iran"


def lines(claims):
    found = entities(claims)
    index = {entity.iri: number for number, entity in enumerate(found)}
    return [entity.label for entity in found], bundles(claims, index), links(claims, index)


def test_the_most_mentioned_come_first_then_the_alphabet(read):
    claims = read("Russia met Iran and Syria.", TALKS, "Russia; talks with; Syria; Russia; met; Syria")
    assert [(entity.label, entity.weight) for entity in entities(claims)] == [("Russia", 2), ("Iran", 1), ("Syria", 1)]


def test_issues_weigh_half_and_are_a_kind_of_their_own(read):
    claims = read("Russia met Iran over gas.", TALKS + "; issue=energy:gas")
    assert [(entity.label, entity.kind, entity.weight) for entity in entities(claims)][2] == ("energy", "Issue", 0.5)


def test_claims_that_look_alike_share_a_line(read):
    claims = read("Russia met Iran.", TALKS, TALKS)
    _, drawn, _ = lines(claims)
    assert [(bundle.claims, bundle.mutual, bundle.status) for bundle in drawn] == [((0, 1), True, Status.ASSERTED)]


def test_mutual_relations_share_a_line_whichever_side_comes_first(read):
    claims = read("Russia met Iran.", TALKS, "Iran; talks with; Russia; Iran; met; Russia")
    assert len(lines(claims)[1]) == 1


def test_directions_negation_and_status_have_lines_of_their_own(read):
    claims = read(
        "Russia may not sanction Iran and Iran sanctions Russia.",
        "Russia; sanctions; Iran; Russia; sanction; Iran",
        "Iran; sanctions; Russia; Iran; sanctions; Russia",
        "Russia; sanctions; Iran; Russia; sanction; Iran; neg=not",
        "Russia; sanctions; Iran; Russia; sanction; Iran; fact=possible",
    )
    names, drawn, _ = lines(claims)
    looks = [(names[bundle.source], bundle.negated, bundle.status.value, bundle.claims) for bundle in drawn]
    assert looks == [
        ("Iran", False, "asserted", (1,)),
        ("Russia", False, "asserted", (0,)),
        ("Russia", True, "asserted", (2,)),
        ("Russia", False, "expected", (3,)),
    ]


def test_a_crowded_pair_folds_relations_of_the_same_look(read):
    relations = ["sanctions", "threatens", "accuses", "criticises", "attacks", "supports"]
    claims = read("Russia and Iran.", *(f"Russia; {relation}; Iran; Russia; and; Iran" for relation in relations))
    _, drawn, _ = lines(claims)
    assert [(bundle.sign, bundle.claims) for bundle in drawn] == [(-1, (0, 1, 2, 3, 4)), (1, (5,))]


def test_every_claim_is_on_exactly_one_line(review):
    claims, _ = review
    _, drawn, _ = lines(claims)
    assert sorted(number for bundle in drawn for number in bundle.claims) == list(range(len(claims)))


def test_actors_are_linked_to_the_issues_of_their_claims(read):
    claims = read("Russia met Iran over gas.", TALKS + "; issue=energy:gas")
    names, _, about = lines(claims)
    assert [(names[link.source], names[link.target], link.status, link.claims) for link in about] == [
        ("Iran", "energy", None, (0,)),
        ("Russia", "energy", None, (0,)),
    ]


def test_an_issue_that_is_an_end_of_the_claim_is_not_linked_twice(read):
    claims = read("Russia worries over gas.", "Russia; concerned about; energy; Russia; worries; gas; issue=energy:gas")
    assert lines(claims)[2] == []


def test_everything_has_a_look():
    assert set(KINDS) == {*ActorKind, "Issue"}
    assert set(STATUS_OF) == set(FACTUALITIES) == set(Factuality)
    assert set(STATUSES) == set(Status)
