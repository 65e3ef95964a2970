"""Who is drawn, and by which names sentences call them."""

from dataclasses import replace

from kg.explore.view.entity import entities
from kg.explore.view.style import FACTUALITIES, KINDS, STATUS_OF, STATUSES, Status
from kg.model import ActorKind, Factuality, Span


def test_the_heaviest_come_first(review):
    found = entities(review[0])
    assert [entity.label for entity in found[:2]] == ["Russia", "United States"]
    assert [entity.weight for entity in found] == sorted((entity.weight for entity in found), reverse=True)


def test_words_that_name_an_actor_are_names_of_it(review):
    names = {entity.label: entity.names for entity in entities(review[0])}
    assert set(names["Russia"]) == {"Moscow", "Russian", "its rival"}
    assert "it" not in names["United States"]  # only understood from elsewhere
    assert names["economic sanctions"] == ()


def test_words_beyond_the_sentence_name_nobody(read):
    (claim,) = read("Russia met Iran.", "Russia; talks with; Iran; Russia; met; Iran")
    far = replace(claim, subject=replace(claim.subject, span=Span(900, 906)))
    assert all(entity.names == () for entity in entities([far]))


def test_everything_has_a_look():
    assert set(KINDS) == {*ActorKind, "Issue"}
    assert set(STATUS_OF) == set(FACTUALITIES) == set(Factuality)
    assert set(STATUSES) == set(Status)
