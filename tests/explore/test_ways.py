"""What each of two does to the other, in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from kg.explore.printed import report
from kg.explore.ways import ways
from kg.model import Factuality, Polarity
from tests.explore.builder import AIDS, CHILE, LIKELY, NORWAY, PERU, PRAISES, RIVALS, SANCTIONS, claim
from tests.explore.test_printed import whole

ONE = claim(NORWAY, SANCTIONS, CHILE)
BACK = claim(CHILE, PRAISES, NORWAY)


def test_each_direction_has_its_own_words():
    assert ways([ONE, BACK, ONE]) == "Norway → Chile: sanctions (2) | Chile → Norway: praises"


def test_a_relation_without_direction_is_said_once_whichever_end_is_named_first():
    found = ways([replace(ONE, relation=RIVALS), replace(BACK, relation=RIVALS)])
    assert found == "Chile ↔ Norway: rival of (2)"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"polarity": Polarity.NEGATED}, "not: sanctions"),
        ({"factuality": Factuality.ALLEGED}, "alleged: sanctions"),
        ({"factuality": Factuality.DENIED}, "denied: sanctions"),
        ({"factuality": Factuality.REPORTED, "polarity": Polarity.NEGATED}, "reported, not: sanctions"),
        ({"factuality": Factuality.PREDICTED, "likelihood": LIKELY}, "predicted, likely: sanctions"),
    ],
)
def test_what_is_no_fact_is_marked_as_none(changes, words):
    assert ways([replace(ONE, **changes)]) == f"Norway → Chile: {words}"
    assert ways([replace(ONE, **changes), replace(ONE, relation=AIDS)]) == f"Norway → Chile: aids; {words}"


def test_what_is_left_out_is_counted():
    many = [replace(ONE, relation=one) for one in (SANCTIONS, PRAISES, AIDS)]
    assert ways(many, most=2) == "Norway → Chile: aids, praises and 1 more"


CLAIMS = st.builds(
    lambda ends, relation, factuality, polarity: claim(*ends[:1], relation, *ends[1:], factuality=factuality, polarity=polarity),
    st.sampled_from([(a, b) for a in (NORWAY, CHILE, PERU) for b in (NORWAY, CHILE, PERU) if a is not b]),
    st.sampled_from([SANCTIONS, PRAISES, RIVALS]),
    st.sampled_from(Factuality),
    st.sampled_from(Polarity),
)


@given(st.lists(CLAIMS, min_size=1, max_size=12))
def test_the_words_of_all_are_those_of_each(some):
    parts = {part.partition(": ")[0] for one in some for part in [ways([one])]}
    told = ways(some, most=99)
    assert {part.partition(": ")[0] for part in told.split(" | ")} == parts
    for one in some:
        course, _, words = ways([one]).partition(": ")
        mine = next(part for part in told.split(" | ") if part.startswith(f"{course}: "))
        mark, _, label = words.rpartition(": ")
        assert any(group.startswith(mark) and label in group for group in mine.partition(": ")[2].split("; "))


def test_the_report_says_of_pairs_who_does_what():
    denied = replace(ONE, id="d" * 16, factuality=Factuality.DENIED)
    tree = html.fromstring(report(whole(ONE, BACK, denied), version="1"))
    cells = tree.xpath("//table[@id='table-pairs']//tr/td[last()]/text()")
    assert cells == ["Chile → Norway: praises | Norway → Chile: sanctions"]
