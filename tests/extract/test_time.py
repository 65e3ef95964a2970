"""What time expressions mean on the calendar, counted from the document's date, Wednesday 12 March 2031."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.extract.parse import Sentence
from kg.extract.time import TimeReader
from kg.model import BlockKind
from tests.extract.documents import document
from tests.extract.parses import parse
from tests.extract.times import flat, periods, reader, world

VAGUE = ".."
DAY = "2031-03-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5 May 2030", "2030-05-05..2030-05-05"),
        ("on 3rd Sept. 2030", "2030-09-03..2030-09-03"),
        ("on the 3rd of May, 2030", "2030-05-03..2030-05-03"),
        ("on 2030-05-04", "2030-05-04..2030-05-04"),
        ("on 18.03.2014", "2014-03-18..2014-03-18"),
        ("on Friday, 3 May 2030", "2030-05-03..2030-05-03"),
        ("on Friday, 14 March", "2031-03-14..2031-03-14"),
        ("on Friday, 15 March", "2030-03-15..2030-03-15"),
        ("on Tuesday, 15 March", "2030-03-15..2030-03-15"),
        ("on 3 May last year", "2030-05-03..2030-05-03"),
        ("on 30 February 2030", "2030-02-01..2030-02-28"),
        ("on 3 May", "2030-05-03..2030-05-03"),
        ("on Aug.11", "2030-08-11..2030-08-11"),
        ("on March 3", "2031-03-03..2031-03-03"),
        ("from 3 to 5 May 2018", "2018-05-03..2018-05-05"),
        ("on May 3-5", "2030-05-03..2030-05-05"),
        ("on the 9th", "2031-03-09..2031-03-09"),
        ("on the 30th", "2031-01-30..2031-01-30"),
        ("in May 2030", "2030-05-01..2030-05-31"),
        ("in February 2028", "2028-02-01..2028-02-29"),
        ("in March", "2031-03-01..2031-03-31"),
        ("in April", "2030-04-01..2030-04-30"),
        ("in Sept", "2030-09-01..2030-09-30"),
        ("in May of last year", "2030-05-01..2030-05-31"),
        ("last March", "2030-03-01..2030-03-31"),
        ("this March", "2031-03-01..2031-03-31"),
        ("next June", "2031-06-01..2031-06-30"),
        ("last June", "2030-06-01..2030-06-30"),
        ("in 2030", "2030-01-01..2030-12-31"),
        ("throughout 2030", "2030-01-01..2030-12-31"),
        ("in 2014-15", "2014-01-01..2015-12-31"),
        ("the fiscal year 2025", "2025-01-01..2025-12-31"),
        ("in FY25", "2025-01-01..2025-12-31"),
        ("in the 1990s", "1990-01-01..1999-12-31"),
        ("in the '90s", "1990-01-01..1999-12-31"),
        ("in the 20s", None),
        ("in the 40s", "1940-01-01..1949-12-31"),
        ("in the nineties", "1990-01-01..1999-12-31"),
        ("in the 19th century", "1801-01-01..1900-12-31"),
        ("in the twentieth century", "1901-01-01..2000-12-31"),
        ("in the spring of 2015", "2015-03-01..2015-05-31"),
        ("in winter 2014-15", "2014-12-01..2015-02-28"),
        ("last summer", "2030-06-01..2030-08-31"),
        ("this winter", "2030-12-01..2031-02-28"),
        ("this spring", "2031-03-01..2031-05-31"),
        ("next spring", "2032-03-01..2032-05-31"),
        ("last spring", "2030-03-01..2030-05-31"),
        ("this autumn", "2031-09-01..2031-11-30"),
        ("in the summer", "2030-06-01..2030-08-31"),
        ("Q3 2017", "2017-07-01..2017-09-30"),
        ("H2 2017", "2017-07-01..2017-12-31"),
        ("the first quarter of 2016", "2016-01-01..2016-03-31"),
        ("the fourth quarter of last year", "2030-10-01..2030-12-31"),
        ("in the third quarter", "2030-07-01..2030-09-30"),
    ],
)
def test_dates(text, expected):
    assert periods(flat(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early 2016", "2016-01-01..2016-04-30"),
        ("mid-2016", "2016-05-01..2016-08-31"),
        ("late last year", "2030-09-01..2030-12-31"),
        ("the end of 2016", "2016-12-01..2016-12-31"),
        ("at the beginning of 2016", "2016-01-01..2016-01-31"),
        ("the second half of 2016", "2016-07-01..2016-12-31"),
        ("the first half of May 2016", "2016-05-01..2016-05-15"),
        ("early May 2016", "2016-05-01..2016-05-10"),
        ("in mid-May 2016", "2016-05-11..2016-05-20"),
        ("late May 2016", "2016-05-21..2016-05-31"),
        ("in the early 1990s", "1990-01-01..1993-12-31"),
        ("the mid-1990s", "1994-01-01..1996-12-31"),
        ("the late 90s", "1997-01-01..1999-12-31"),
        ("the end of the 1990s", "1999-01-01..1999-12-31"),
        ("the early 20th century", "1901-01-01..1940-12-31"),
        ("the end of the 20th century", "1991-01-01..2000-12-31"),
        ("early next summer", "2031-06-01..2031-06-30"),
        ("the first three months of 2016", "2016-01-01..2016-03-31"),
        ("the first week of May 2016", "2016-05-01..2016-05-07"),
        ("the last week of June 2016", "2016-06-24..2016-06-30"),
        ("the end of the year", "2031-12-01..2031-12-31"),
        ("later in the week", "2031-03-10..2031-03-16"),
        ("by year's end", "..2031-12-31"),
        ("late last week", "2031-03-03..2031-03-09"),
        ("the first few months of 2016", "2016-01-01..2016-04-30"),
        ("the final months of 2016", "2016-09-01..2016-12-31"),
    ],
)
def test_parts(text, expected):
    assert periods(flat(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last year", "2030-01-01..2030-12-31"),
        ("next month", "2031-04-01..2031-04-30"),
        ("this week", "2031-03-10..2031-03-16"),
        ("last weekend", "2031-03-08..2031-03-09"),
        ("over the weekend", "2031-03-08..2031-03-09"),
        ("last quarter", "2030-10-01..2030-12-31"),
        ("this decade", "2030-01-01..2039-12-31"),
        ("last century", "1901-01-01..2000-12-31"),
        ("the last fiscal year", "2030-01-01..2030-12-31"),
        ("earlier this month", "2031-03-01..2031-03-31"),
        ("later this year", "2031-01-01..2031-12-31"),
        ("yesterday", "2031-03-11..2031-03-11"),
        ("tomorrow morning", "2031-03-13..2031-03-13"),
        ("the day before yesterday", "2031-03-10..2031-03-10"),
        ("on Monday", "2031-03-10..2031-03-10"),
        ("on Wednesday", "2031-03-12..2031-03-12"),
        ("on Thursday night", "2031-03-06..2031-03-06"),
        ("last Wednesday", "2031-03-05..2031-03-05"),
        ("next Wednesday", "2031-03-19..2031-03-19"),
        ("this Friday", "2031-03-14..2031-03-14"),
        ("on Friday last week", "2031-03-07..2031-03-07"),
        ("three years ago", "2028-01-01..2028-12-31"),
        ("two months ago", "2031-01-01..2031-01-31"),
        ("two weeks ago", "2031-02-24..2031-03-02"),
        ("ten days ago", "2031-03-02..2031-03-02"),
        ("a decade ago", "2021-01-01..2021-12-31"),
        ("half a year ago", "2030-09-01..2030-09-30"),
        ("half a month ago", "2031-02-01..2031-02-28"),
        ("a year and a half ago", "2029-09-01..2029-09-30"),
        ("two-and-a-half years ago", "2028-09-01..2028-09-30"),
        ("almost twenty-five years ago", "2006-01-01..2006-12-31"),
        ("a dozen years ago", "2019-01-01..2019-12-31"),
        ("a year earlier", "2030-01-01..2030-12-31"),
        ("two years from now", "2033-01-01..2033-12-31"),
        ("in two years' time", "2033-01-01..2033-12-31"),
        ("over the past five years", "2026-03-12..2031-03-12"),
        ("in the last six months", "2030-09-12..2031-03-12"),
        ("in the next two years", "2031-03-12..2033-03-12"),
        ("over the coming decade", "2031-03-12..2041-03-12"),
        ("within two weeks", "2031-03-12..2031-03-26"),
        ("within 48 hours", "2031-03-12..2031-03-14"),
        ("during the past year", "2030-03-12..2031-03-12"),
        ("over the previous five years", "2026-03-12..2031-03-12"),
        ("in the following five years", VAGUE),
        ("the following year", VAGUE),
        ("the next day", VAGUE),
        ("two years later", VAGUE),
        ("over the last century", "1901-01-01..2000-12-31"),
        ("at the last minute", None),
        ("in three days", VAGUE),
        ("for three years", VAGUE),
        ("after two years of war", VAGUE),
        ("for decades", VAGUE),
        ("in recent years", VAGUE),
        ("over the past few years", VAGUE),
        ("in the coming months", VAGUE),
        ("several months ago", VAGUE),
        ("in the years to come", VAGUE),
        ("soon", VAGUE),
        ("for the ages", None),
    ],
)
def test_what_is_counted_from_the_day_of_the_text(text, expected):
    assert periods(flat(text)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2019", "2019-01-01.."),
        ("since March 2019", "2019-03-01.."),
        ("since late last year", "2030-09-01.."),
        ("starting in 2016", "2016-01-01.."),
        ("from 2016 onwards", "2016-01-01.."),
        ("from early 2016", "2016-01-01.."),
        ("from July 1", "2030-07-01.."),
        ("up from last year", "2030-01-01..2030-12-31"),
        ("by 2040", "..2040-12-31"),
        ("by the end of 2040", "..2040-12-31"),
        ("until May 2018", "..2018-05-31"),
        ("until at least July 2032", "..2032-07-31"),
        ("after 2008", "2009-01-01.."),
        ("before 2003", "..2002-12-31"),
        ("before Monday", "..2031-03-09"),
        ("after last year's coup", "2030-01-01..2030-12-31"),
        ("since last year's coup", "2030-01-01.."),
        ("from 2010 to 2014", "2010-01-01..2014-12-31"),
        ("between 2010 and 2014", "2010-01-01..2014-12-31"),
        ("from early 2014 to late 2015", "2014-01-01..2015-12-31"),
        ("between May and July 2016", "2016-05-01..2016-07-31"),
        ("from October to March 2016", "2015-10-01..2016-03-31"),
        ("from October 2015 to March", "2015-10-01..2016-03-31"),
        ("May to July 2016", "2016-05-01..2016-07-31"),
        ("from Monday to Wednesday", "2031-03-10..2031-03-12"),
        ("2010-2014", "2010-01-01..2014-12-31"),
        ("two days after 3 May 2030", "2030-05-05..2030-05-05"),
        ("days before 3 May 2030", "..2030-05-03"),
        ("the week after 3 May 2030", "2030-05-06..2030-05-12"),
    ],
)
def test_directions_and_ranges(text, expected):
    assert periods(flat(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2014 and 2016 votes", ["2014-01-01..2014-12-31", "2016-01-01..2016-12-31"]),
        ("in 2014 and last May", ["2014-01-01..2014-12-31", "2030-05-01..2030-05-31"]),
        ("in 2030 and for years", ["2030-01-01..2030-12-31", VAGUE]),
        ("in 2009 ; the following year", ["2009-01-01..2009-12-31", "2010-01-01..2010-12-31"]),
        ("in May 2014 ; six months later", ["2014-05-01..2014-05-31", "2014-11-01..2014-11-30"]),
        ("in May 2014 ; in the following two years", ["2014-05-01..2014-05-31", "2014-05-01..2016-05-01"]),
        ("in May 2014 ; that same year", ["2014-05-01..2014-05-31", "2014-01-01..2014-12-31"]),
        ("from 2014 to 2010", ["2014-01-01..", "2010-01-01..2010-12-31"]),
    ],
)
def test_several_in_a_sentence(text, expected):
    if text.startswith("from"):
        expected = expected[:1]
    assert periods(flat(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1,900 villages",
        "Resolution 2015",
        "spent 2014 dollars",
        "the 2015 deal",
        "the end of the 2015 deal",
        "2016's vote",
        "21st Century Foods",
        "they may march 5 times",
        "on march 3",
        "Jan met April Ryan",
        "in Jan now",
        "on February 30 in Oslo",
        "on May 9-3",
        "on 99.03.2014",
        "the fifth quarter and the 0th century",
        "a quarter of a century ago",
        "in 2014-10",
        "in the fall of Bodo",
        "on monday",
    ],
)
def test_what_is_no_time(text):
    assert periods(flat(text)) == []


@pytest.mark.parametrize("published", ["", "2031", "2031-03"])
@pytest.mark.parametrize(
    "text",
    [
        "last year",
        "yesterday",
        "on Monday",
        "on March 3 here",
        "in the spring",
        "last June",
        "next spring",
        "two years ago",
        "two years later",
        "over the past year",
        "within two weeks",
        "the past five years",
        "by year's end",
        "over the weekend",
        "on the 9th",
        "the end of the year",
    ],
)
def test_without_a_day_of_the_document_nothing_is_counted_from_it(text, published):
    assert periods(flat(text), published) == []


def test_without_a_date_absolute_times_are_read():
    assert periods(flat("in May 2030 , in the 90s"), "") == ["2030-05-01..2030-05-31", "1990-01-01..1999-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May/NNP/ROOT 5/CD/dep>May ,/,/punct>May 2030/CD/dep>May", ["2030-05-05..2030-05-05"]),
        ("Black/NNP/compound>Friday Friday/NNP/ROOT", ["2031-03-07..2031-03-07"]),
        ("Rivals/NNS/nsubj>met met/VBD/ROOT on/IN/prep>met Black/NNP/compound>Friday Friday/NNP/pobj>on", []),
        ("Sunday/NNP/compound>Times Times/NNP/ROOT", []),
        ("Chad/NNP/nsubj>left left/VBD/ROOT after/IN/mark>quit May/NNP/nsubj>quit quit/VBD/advcl>left", []),
        ("Chad/NNP/ROOT in/IN/prep>Chad April/NNP/pobj>in=PERSON", []),
        ("Chad/NNP/nsubj>fall will/MD/aux>fall in/IN/dep>fall fall/VB/ROOT", []),
        ("with/IN/ROOT of/IN/prep>with 2000/CD/nummod>troops troops/NNS/pobj>of", []),
        ("after/IN/ROOT 2000/CD/nummod>troops troops/NNS/pobj>after", []),
        ("after/IN/ROOT 2014/CD/nummod>trade trade/NN/pobj>after", ["2015-01-01.."]),
        ("on/IN/ROOT the/DT/det>floor 5th/JJ/amod>floor floor/NN/pobj>on", []),
        (
            "before/IN/ROOT the/DT/det>vote March/NNP/nmod>vote 2030/CD/nummod>March vote/NN/pobj>before",
            ["2030-03-01..2030-03-31"],
        ),
    ],
)
def test_the_parse_tells_times_from_names_and_numbers(text, expected):
    assert periods(parse(text)) == expected


def test_spans_are_those_of_the_clean_text():
    (period,) = reader().periods(flat("Norway left in 2030", offset=100), "")
    assert (period.text, period.span.start, period.span.end) == ("in 2030", 112, 119)


def test_the_second_sentence_of_a_block_counts_from_the_start_of_the_block():
    found = parse("Norway/NNP/ROOT left/NN/dep>Norway Chad/NNP/ROOT in/IN/dep>Chad 2030/CD/dep>Chad")
    second = Sentence(list(found.tokens.doc.sents)[1], 100, BlockKind.PARAGRAPH, 0)
    (period,) = reader().periods(second, "")
    assert period.span.of(" " * 100 + found.tokens.doc.text) == "in 2030"


@pytest.mark.parametrize(
    ("name", "word", "message"),
    [
        ("time-part", "early dawn", "ends in dawn, one of start, early"),
        ("time-direction", "since ever", "ends in ever, one of in, on"),
        ("time-step", "last one", "does not end in a number"),
    ],
)
def test_a_word_with_an_unknown_meaning_is_an_error(name, word, message):
    lists = world().word_lists | {name: (word,)}
    with pytest.raises(OntologyError, match=message):
        TimeReader(replace(world(), word_lists=lists))


def test_without_words_there_are_only_dates():
    bare = TimeReader(replace(world(), word_lists={}))
    assert [period.text for period in bare.periods(flat("since 3 May 2030 and soon"), DAY)] == ["3 May 2030"]


def test_the_holder_of_an_office_may_be_missing():

    assert list(TimeReader(replace(world(), actors={})).periods(flat("under Falk"), DAY)) == []


@given(st.dates(), st.sampled_from(["last", "this", "next"]), st.sampled_from(["year", "month", "week", "decade", "spring", "May"]))
def test_a_period_starts_before_it_ends(day, step, unit):
    for period in periods(flat(f"{step} {unit}"), day.isoformat()):
        start, end = period.split("..")
        assert start <= end


@given(st.text(alphabet="20134 .,-'maytheofinsce", max_size=60).filter(str.split), st.dates())
def test_odd_text_is_no_trouble(text, day):
    sentence = flat(text.replace("/", "").replace("~", ""))
    for period in reader().periods(sentence, day.isoformat()):
        assert period.span.of(sentence.tokens.text) == period.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Chad will meet on Friday in Oslo.", ["2031-03-14..2031-03-14"]),
        (
            "The minister said on Tuesday that the army would leave on Thursday.",
            ["2031-03-11..2031-03-11", "2031-03-13..2031-03-13"],
        ),
        (
            "Norway agreed to send troops in April, but it failed to sign in June.",
            ["2031-04-01..2031-04-30", "2030-06-01..2030-06-30"],
        ),
        (
            "Talks due in May collapsed, and the summit scheduled for Friday is off.",
            ["2031-05-01..2031-05-31", "2031-03-14..2031-03-14"],
        ),
        ("The ceasefire was extended until July.", ["..2031-07-31"]),
        ("The ceasefire lasted until July.", ["..2030-07-31"]),
        ("Under Barack Obama, ties with Cuba improved.", ["2009-01-20..2017-01-20"]),
        ("The treaty expires on May 5.", ["2031-05-05..2031-05-05"]),
        ("The mission will last 90 days.", []),
        ("In two weeks they will meet again.", ["2031-03-24..2031-03-30"]),
    ],
)
def test_real_sentences(extractor, text, expected):

    found = [f"{period.start}..{period.end}" for period in extractor.periods(document(text, published=DAY))]
    assert found == expected
