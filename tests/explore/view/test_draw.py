"""The network that pyvis gets."""

from kg.explore.view.bundle import Bundle, bundles
from kg.explore.view.draw import network
from kg.explore.view.entity import Entity, entities
from kg.explore.view.style import Status


def drawing(claims):
    found = entities(claims)
    return network(found, bundles(claims, {entity.iri: number for number, entity in enumerate(found)}))


def test_physics_is_off_and_every_entity_has_a_place(review):
    drawn = drawing(review[0])
    assert drawn.options == {"physics": {"enabled": False}}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in drawn.nodes)
    assert [edge["id"] for edge in drawn.edges] == list(range(len(drawn.edges)))


def test_more_claims_make_a_larger_symbol(review):
    sizes = [node["size"] for node in drawing(review[0]).nodes]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_no_two_lines_of_a_pair_coincide(review):
    pairs = {}
    for edge in drawing(review[0]).edges:
        low = edge["from"] < edge["to"]
        side = {"continuous": 0, "curvedCW": 1 if low else -1, "curvedCCW": -1 if low else 1}[edge["smooth"]["type"]]
        pairs.setdefault(frozenset((edge["from"], edge["to"])), []).append(side * edge["smooth"]["roundness"])
    assert max(len(bends) for bends in pairs.values()) > 5
    assert all(len(set(bends)) == len(bends) for bends in pairs.values())


def test_sign_shows_in_the_arrowhead_and_status_in_the_dashes(read):
    claims = read("Russia may sanction Iran.", "Russia; sanctions; Iran; Russia; sanction; Iran; fact=possible; cue=may")
    (edge,) = drawing(claims).edges
    assert edge["arrows"] == {"to": {"enabled": True, "type": "bar", "scaleFactor": 0.6}}
    assert edge["dashes"] == [13, 5, 2, 5]


def test_mutual_lines_have_a_head_at_both_ends(read):
    (edge,) = drawing(read("Russia met Iran.", "Russia; talks with; Iran; Russia; met; Iran")).edges
    assert set(edge["arrows"]) == {"to", "from"}
    assert edge["dashes"] is False


def test_a_relation_to_oneself_can_be_drawn():
    loop = Bundle(0, 0, -1, Status.ASSERTED, negated=False, mutual=False, claims=(0,))
    (edge, other) = network([Entity("a", "", "State", 2)], [loop, loop]).edges
    assert edge["smooth"]["enabled"] is False
    assert other["from"] == other["to"] == 0
