"""What time expressions mean on the calendar, counted from the document's date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.parse import Sentence
from kg.extract.time import TimeReader
from kg.model import BlockKind
from tests.extract.parses import parse

READER = TimeReader({"last": -1, "this": 0, "next": 1}, ("in recent years", "for years"), {"yesterday": -1, "today": 0})


def sentence(text: str, offset: int = 0) -> Sentence:
    """A sentence without a parse."""
    first, *rest = text.split()
    return parse(" ".join([f"{first}/NN/ROOT", *(f"{word}/NN/dep>{first}" for word in rest)]), offset=offset)


def ends(text: str, published: str = "2031-03-12"):
    return [(period.start, period.end) for period in READER.periods(sentence(text), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at war since 2019", [("2019-01-01", "")]),
        ("at war since March 2019", [("2019-03-01", "")]),
        ("gone by 2040", [("", "2040-12-31")]),
        ("gone by the end of 2040", [("", "2040-12-31")]),
        ("on 5 May 2030", [("2030-05-05", "2030-05-05")]),
        ("on 3rd Sept. 2030", [("2030-09-03", "2030-09-03")]),
        ("on May 5 , 2030", [("2030-05-05", "2030-05-05")]),
        ("on 30 February 2030", [("2030-02-01", "2030-02-28")]),
        ("in May 2030", [("2030-05-01", "2030-05-31")]),
        ("in February 2028", [("2028-02-01", "2028-02-29")]),
        ("on March 3 in Oslo", [("2031-03-03", "2031-03-03")]),
        ("on December 3 in Oslo", [("2030-12-03", "2030-12-03")]),
        ("on February 30 in Oslo", []),
        ("in 2030", [("2030-01-01", "2030-12-31")]),
        ("throughout 2030", [("2030-01-01", "2030-12-31")]),
        ("last year", [("2030-01-01", "2030-12-31")]),
        ("next month", [("2031-04-01", "2031-04-30")]),
        ("this week", [("2031-03-10", "2031-03-16")]),
        ("Last week", [("2031-03-03", "2031-03-09")]),
        ("yesterday", [("2031-03-11", "2031-03-11")]),
        ("today", [("2031-03-12", "2031-03-12")]),
        ("on Monday", [("2031-03-10", "2031-03-10")]),
        ("on Wednesday", [("2031-03-12", "2031-03-12")]),
        ("on Thursday", [("2031-03-06", "2031-03-06")]),
        ("in recent years", [("", "")]),
        ("for the ages", []),
        ("in 2030 and for years", [("2030-01-01", "2030-12-31"), ("", "")]),
    ],
)
def test_periods(text, expected):
    assert ends(text) == expected


def test_the_american_order_of_a_date():
    found = parse("May/NNP/ROOT 5/CD/dep>May ,/,/punct>May 2030/CD/dep>May")
    assert [(p.start, p.end, p.text) for p in READER.periods(found, "")] == [("2030-05-05", "2030-05-05", "May 5, 2030")]


def test_a_month_before_the_first_is_in_the_year_before():
    assert ends("last month", "2031-01-20") == [("2030-12-01", "2030-12-31")]


@pytest.mark.parametrize("published", ["", "2031", "2031-03"])
@pytest.mark.parametrize("text", ["last year", "yesterday", "on Monday", "on March 3 here"])
def test_without_a_day_of_the_document_nothing_is_counted_from_it(text, published):
    assert ends(text, published) == []


def test_without_a_date_absolute_times_are_read():
    assert ends("in May 2030", "") == [("2030-05-01", "2030-05-31")]


def test_spans_are_those_of_the_clean_text():
    (period,) = READER.periods(sentence("Norway left in 2030", offset=100), "")
    assert (period.text, period.span.start, period.span.end) == ("in 2030", 112, 119)


def test_the_second_sentence_of_a_block_counts_from_the_start_of_the_block():
    found = parse("Norway/NNP/ROOT left/NN/dep>Norway Chad/NNP/ROOT in/IN/dep>Chad 2030/CD/dep>Chad")
    second = Sentence(list(found.tokens.doc.sents)[1], 100, BlockKind.PARAGRAPH, 0)
    (period,) = READER.periods(second, "")
    assert period.span.of(" " * 100 + found.tokens.doc.text) == "in 2030"


@given(st.dates(), st.sampled_from(["last", "this", "next"]), st.sampled_from(["year", "month", "week"]))
def test_a_period_starts_before_it_ends(day, step, unit):
    for start, end in ends(f"{step} {unit}", day.isoformat()):
        assert start <= end
