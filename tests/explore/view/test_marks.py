"""Marks point at the right words of the quote."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.explore.view.marks import Mark, Role, marks
from kg.model import Actor, ActorKind, Argument, Claim, Evidence, Period, Relation, RelationGroup, Span

QUOTE = "Officials say that Ruritania will probably sanction Graustark over the canal by May."
SENTENCE = Span(100, 100 + len(QUOTE))


def span(words):
    start = SENTENCE.start + QUOTE.index(words)
    return Span(start, start + len(words))


def words_by_role(claim):
    return [(mark.role, QUOTE[mark.start : mark.end]) for mark in marks(claim)]


def claim(subject=None, trigger=None):
    actors = [Actor(name, name, ActorKind.STATE) for name in ("Ruritania", "Graustark")]
    return Claim(
        id="1",
        source="a.txt",
        subject=Argument(actors[0], subject or span("Ruritania")),
        relation=Relation("sanctions", "sanctions", RelationGroup.ACT, -1),
        object=Argument(actors[1], span("Graustark")),
        evidence=Evidence("d", SENTENCE, QUOTE, QUOTE, trigger or span("sanction"), (span("probably"),)),
        time=Period("", "", "by May", span("by May")),
    )


def test_each_role_marks_its_words():
    assert words_by_role(claim()) == [
        (Role.SUBJECT, "Ruritania"),
        (Role.CUE, "probably"),
        (Role.TRIGGER, "sanction"),
        (Role.OBJECT, "Graustark"),
        (Role.TIME, "by May"),
    ]


def test_all_roles_of_the_press_review_are_marked(review):
    claims, _ = review
    found = {(mark.role, claim.evidence.quote[mark.start : mark.end]) for claim in claims for mark in marks(claim)}
    assert {role for role, _ in found} == set(Role)
    assert (Role.SPEAKER, "Zhang Min") in found
    assert (Role.CUE, "according to") in found
    assert (Role.CUE, "unlikely") in found
    assert (Role.ISSUE, "fighting in eastern Ukraine") in found


def test_words_outside_the_sentence_are_left_out():
    assert Role.SUBJECT not in {mark.role for mark in marks(claim(subject=Span(3, 9)))}


def test_words_over_the_edge_are_cut():
    assert marks(claim(trigger=Span(90, 109)))[0] == Mark(0, 9, Role.TRIGGER)


def test_wider_marks_come_first_and_none_twice():
    wide = claim(subject=span("Ruritania will probably"))
    wide = replace(wide, evidence=replace(wide.evidence, cues=(span("Ruritania"), span("Ruritania"))))
    assert words_by_role(wide)[:2] == [(Role.SUBJECT, "Ruritania will probably"), (Role.CUE, "Ruritania")]


@given(st.integers(0, 400), st.integers(0, 400))
def test_marks_lie_in_the_quote(start, length):
    for mark in marks(claim(subject=Span(start, start + length))):
        assert 0 <= mark.start < mark.end <= len(QUOTE)
