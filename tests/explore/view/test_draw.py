"""The network that pyvis gets."""

from dataclasses import replace

from kg.explore.view.draw import network
from kg.explore.view.entity import entities


def drawing(claims, most=40):
    return network(entities(claims)[:most], claims)


def test_physics_is_off_and_every_entity_has_a_place(review):
    drawn = drawing(review[0])
    assert drawn.options == {"physics": {"enabled": False}}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in drawn.nodes)


def test_nodes_are_numbered_by_importance(review):
    nodes = drawing(review[0], 7).nodes
    assert [node["id"] for node in nodes] == list(range(7))
    assert [node["label"] for node in nodes[:2]] == ["Russia", "United States"]


def test_those_of_whom_much_is_said_stand_further_apart(read):
    relations = ["sanctions", "threatens", "accuses", "criticises", "attacks"]
    one = drawing(read("Russia and Iran.", "Russia; threatens; Iran; Russia; and; Iran")).nodes
    many = drawing(read("Russia and Iran.", *(f"Russia; {relation}; Iran; Russia; and; Iran" for relation in relations))).nodes
    assert many[1]["x"] - many[0]["x"] > one[1]["x"] - one[0]["x"]


def test_a_relation_to_oneself_and_one_to_somebody_who_is_not_drawn_do_no_harm(read):
    claims = read(
        "Russia and Iran over gas.",
        "Russia; threatens; Russia; Russia; and; Russia",
        "Russia; threatens; Iran; Russia; and; Iran; issue=energy:gas",
    )
    assert len(drawing(claims, 1).nodes) == 1
    assert len(drawing(claims).nodes) == 3


def test_an_entity_without_a_name_is_drawn_all_the_same(read):
    claims = read("Russia met Iran.", "Russia; talks with; Iran; Russia; met; Iran")
    (first, second) = entities(claims)
    assert network([replace(first, label=""), second], claims).nodes[0]["label"] == "?"
