"""The one rule of counting: which claims are of cooperation, of conflict, of neither, and which do not count."""

from dataclasses import replace
from itertools import product

import pytest

from kg.explore.analysis.tone import Count, Tone, stance, tone
from kg.model import Factuality, Polarity
from tests.explore.builder import AIDS, CHILE, FISHING, NEEDS, NORWAY, PRAISES, RIVALS, SANCTIONS, about, claim

COUNTED = {"actual", "reported", "alleged", "planned"}


@pytest.mark.parametrize(("relation", "expected"), [(AIDS, 1), (SANCTIONS, -1), (RIVALS, -1), (NEEDS, 0)])
def test_a_claim_has_the_tone_of_its_relation_type(relation, expected):
    assert tone(claim(NORWAY, relation, CHILE)) is Tone(expected)


def test_only_what_is_said_to_be_so_or_intended_counts():
    found = {
        (polarity, factuality)
        for polarity, factuality in product(Polarity, Factuality)
        if tone(claim(NORWAY, AIDS, CHILE, polarity=polarity, factuality=factuality)) is not None
    }
    assert found == {(Polarity.AFFIRMED, factuality) for factuality in Factuality if factuality.value in COUNTED}


def test_a_candidate_does_not_count():
    assert tone(claim(NORWAY, AIDS, CHILE, candidate=True)) is None


def test_a_stance_is_what_the_subject_does_to_the_issue_itself():
    assert stance(claim(NORWAY, PRAISES, FISHING)) is Tone.COOPERATION
    assert stance(claim(NORWAY, SANCTIONS, FISHING)) is Tone.CONFLICT
    assert stance(claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING))) is None
    assert stance(claim(NORWAY, PRAISES, FISHING, factuality=Factuality.DENIED)) is None


def test_who_fights_in_a_conflict_is_not_against_the_conflict():
    fights = replace(SANCTIONS, label="fights in", issue_sign=0)
    assert (tone(claim(NORWAY, fights, FISHING)), stance(claim(NORWAY, fights, FISHING))) == (Tone.CONFLICT, Tone.NEUTRAL)


@pytest.mark.parametrize(
    ("count", "words"),
    [(Count(3, 11, 2), "3+ / 11\N{MINUS SIGN}"), (Count(0, 1, 0), "0+ / 1\N{MINUS SIGN}"), (Count(0, 0, 5), "5 neutral")],
)
def test_no_number_carries_the_sign_of_something_else(count, words):
    assert str(count) == words
