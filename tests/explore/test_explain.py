from dataclasses import replace

import pytest

from kg.explore.explain import explain, explanation
from kg.model import Argument, Factuality, Period, Span
from kg.ontology import term
from tests.explore.builder import (
    AIDS,
    CHILE,
    FISHING,
    KENYA,
    LIKELY,
    NORWAY,
    PERU,
    RIVALS,
    SANCTIONS,
    SOME,
    TARIFFS,
    UNION,
    about,
    claim,
    said,
)


@pytest.mark.parametrize(
    "subject", ["Norway", "NORWAY", " norway ", "actor:norway", term("actor:norway"), f"<{term('actor:norway')}>"]
)
@pytest.mark.parametrize("relation", ["sanctions", "rel:sanctions", "Sanctions", "*", None])
def test_ends_and_relation_go_by_any_of_their_names(subject, relation):
    assert explain(SOME, subject, relation, "chile") == list(SOME[:3])


def test_local_names_are_names():
    assert explain(SOME, "fishers-union", None, None) == [SOME[6]]
    assert explain(SOME, "*", "rival-of", "*") == list(SOME[4:6])


def test_anything_may_be_left_open():
    assert explain(SOME, "*", "*", "") == list(SOME)
    assert explain(SOME, "Nauru", None, None) == []
    assert explain(SOME, "Kenya", "needs", "fishing rights") == [SOME[7]]


def test_direction_counts_unless_the_relation_is_symmetric():
    assert explain(SOME, "Chile", "sanctions", "Norway") == []
    assert explain(SOME, "Peru", "rival of", "Chile") == list(SOME[4:6])


def test_an_end_is_found_by_the_words_of_its_sentence():
    named = replace(claim(NORWAY, AIDS, KENYA), subject=Argument(PERU, Span(0, 6)))
    pronoun = replace(named, subject=Argument(PERU, Span(0, 6), "dyad in focus"))
    elsewhere = replace(named, subject=Argument(PERU, Span(400, 406)))
    assert explain([named, pronoun, elsewhere], "norway", None, None) == [named]


def test_an_explanation_marks_the_words_and_names_the_source():
    assert explanation(claim(NORWAY, SANCTIONS, CHILE)).splitlines() == [
        "Norway - sanctions - Chile",
        '  "Norway «sanctions» Chile."',
        "  coast.txt, characters 0-23",
    ]


def test_an_explanation_tells_who_says_so_about_what_how_surely_and_when():
    full = claim(
        NORWAY,
        SANCTIONS,
        CHILE,
        factuality=Factuality.PREDICTED,
        attribution=(said(UNION), said(None)),
        issues=about(FISHING),
        likelihood=LIKELY,
        time=Period("2022", "2022", "next year", Span(0, 1)),
    )
    assert explanation(full).splitlines()[0] == "Norway - sanctions - Chile (predicted, likely)"
    assert explanation(full).splitlines()[3:] == [
        "  according to an unnamed source < Fishers' Union",
        "  issues: fishing rights",
        "  likelihood: likely (55%-80%)",
        "  time: next year",
    ]


def test_issues_that_are_only_inferred_come_last_and_say_what_from():
    headline = Argument(FISHING, Span(90, 96), "headline")
    typical = Argument(TARIFFS, Span(7, 16), "relation type")
    text = explanation(claim(NORWAY, SANCTIONS, CHILE, issues=(headline, *about(TARIFFS))))
    assert "  issues: tariffs, fishing rights (from the headline)\n" in text
    text = explanation(claim(NORWAY, SANCTIONS, CHILE, issues=(typical, replace(headline, reason="same sentence"))))
    assert "  issues: tariffs (from the relation type), fishing rights (from the sentence)\n" in text


def test_a_trigger_outside_of_its_sentence_marks_nothing_and_controls_are_not_printed():
    plain = claim(CHILE, RIVALS, PERU, source="a\x1b[2Jb.txt")
    odd = replace(plain, evidence=replace(plain.evidence, trigger=Span(90, 95), quote="two\nlines"))
    assert explanation(odd).splitlines()[1:] == ['  "two lines"', "  a [2Jb.txt, characters 0-20"]


def test_a_speaker_who_only_goes_on_is_inferred():
    one = claim(NORWAY, SANCTIONS, CHILE, attribution=(replace(said(UNION), inferred=True),))
    assert "according to Fishers' Union (inferred: nobody else speaks in between)" in explanation(one)
