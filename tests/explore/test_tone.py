"""The one rule of counting: which claims are of cooperation, of conflict, of neither, and which do not count."""

from itertools import product

import pytest

from kg.explore.analysis.tone import Tone, tone
from kg.model import Factuality, Polarity
from tests.explore.builder import AIDS, CHILE, NEEDS, NORWAY, RIVALS, SANCTIONS, claim

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
