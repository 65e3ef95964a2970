"""Times that are counted from an event or a term of office; the sentences are parsed by hand."""

import pytest

from tests.extract.parses import parse
from tests.extract.times import flat, periods

START = "Chad/NNP/nsubj>left left/VBD/ROOT"
FALL = "the/DT/det>fall fall/NN/pobj>{0} of/IN/prep>fall Bodo/NNP/pobj>of"
WAR = "the/DT/det>War Herring/NNP/compound>War War/NNP/pobj>{0}"


def after(preposition: str, what: str) -> str:
    """A sentence with a preposition and its object."""
    return f"{START} {preposition}/IN/prep>left {what.format(preposition)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (after("after", FALL), "2021-08-15.."),
        (after("since", FALL), "2021-08-15.."),
        (after("before", FALL), "..2021-08-15"),
        (after("until", FALL), "..2021-08-15"),
        (after("during", FALL), "2021-08-15.."),
        (after("during", WAR), "2001-04-01..2009-09-30"),
        (after("in", WAR), "2001-04-01..2009-09-30"),
        (after("after", WAR), "2009-09-30.."),
        (after("since", WAR), "2009-09-30.."),
        (after("before", WAR), "..2001-04-01"),
        (after("since", "the/DT/det>end end/NN/pobj>since of/IN/prep>end " + WAR.format("of")), "2009-09-30.."),
        (after("since", "the/DT/det>start start/NN/pobj>since of/IN/prep>start " + WAR.format("of")), "2001-04-01.."),
        (after("since", "Norway/NNP/poss>fall 's/POS/case>Norway sudden/JJ/amod>fall fall/NN/pobj>since of/IN/prep>fall Bodo/NNP/pobj>of"), "2021-08-15.."),
        (after("since", FALL + " in/IN/prep>fall 2021/CD/pobj>in"), "2021-08-15.."),
        (after("since", "the/DT/det>flood Long/NNP/compound>Flood Flood/NNP/pobj>since of/IN/prep>Flood 2025/CD/pobj>of"), "2025-05-05.."),
        (after("since", "the/DT/det>Flood 2020/CD/nummod>Flood Long/NNP/compound>Flood Flood/NNP/pobj>since"), "2020-02-02.."),
    ],
)  # fmt: skip
def test_events(text, expected):
    assert periods(parse(text.replace("det>flood", "det>Flood"))) == [expected]


@pytest.mark.parametrize(
    ("length", "preposition", "expected"),
    [
        ("two/CD/nummod>months months/NNS/npadvmod>after", "after", "2021-10-01..2021-10-31"),
        ("three/CD/nummod>years years/NNS/npadvmod>before", "before", "2018-01-01..2018-12-31"),
        ("two/CD/nummod>weeks weeks/NNS/npadvmod>after", "after", "2021-08-23..2021-08-29"),
        ("the/DT/det>day day/NN/npadvmod>after", "after", "2021-08-16..2021-08-16"),
        ("days/NNS/npadvmod>after", "after", "2021-08-15.."),
        ("shortly/RB/advmod>before", "before", "..2021-08-15"),
    ],
)
def test_a_length_before_an_event(length, preposition, expected):
    assert periods(parse(f"{START} {length} {preposition}/IN/prep>left {FALL.format(preposition)}")) == [expected]


def test_within_a_length_of_an_event():
    text = f"{START} within/IN/prep>left two/CD/nummod>weeks weeks/NNS/pobj>within of/IN/prep>weeks {FALL.format('of')}"
    assert periods(parse(text)) == ["2021-08-15..2021-08-29"]


@pytest.mark.parametrize(
    "text",
    [
        after("by", FALL),
        after("on", FALL),
        after("in", FALL),
        after("since", "the/DT/det>Flood Long/NNP/compound>Flood Flood/NNP/pobj>since"),
        after("since", "the/DT/det>fall 1999/CD/nummod>fall fall/NN/pobj>since of/IN/prep>fall Bodo/NNP/pobj>of"),
        "Chad/NNP/nsubj>sent sent/VBD/ROOT men/NNS/dobj>sent in/IN/prep>men " + WAR.format("in"),
        "The/DT/det>raid April/NNP/nmod>raid 9/CD/nummod>April raid/NN/nsubj>failed failed/VBD/ROOT",
        "The/DT/det>fall fall/NN/nsubj>came of/IN/prep>fall Bodo/NNP/pobj>of came/VBD/ROOT",
    ],
)
def test_an_event_without_a_preposition_of_time_is_none(text):
    assert periods(parse(text)) == []


def test_the_year_beside_an_event_without_a_preposition_is_read():
    found = parse(
        "The/DT/det>fall fall/NN/nsubj>hurt of/IN/prep>fall Bodo/NNP/pobj>of in/IN/prep>fall 2021/CD/pobj>in hurt/VBD/ROOT"
    )
    assert periods(found) == ["2021-01-01..2021-12-31"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (after("under", "Falk/NNP/pobj>under"), "2031-03-12", ["2018-01-20..2022-01-20"]),
        (after("under", "President/NNP/compound>Falk Zoe/NNP/compound>Falk Falk/NNP/pobj>under"), "2015-03-12", ["2010-01-20..2014-01-20"]),
        (after("under", "Falk/NNP/pobj>under"), "", []),
        (after("under", "Okoro/NNP/pobj>under"), "2019-03-12", ["2014-01-20..2018-01-20"]),
        (after("under", "Okoro/NNP/pobj>under"), "2031-03-12", ["2020-01-20.."]),
        (after("under", "Berg/NNP/pobj>under"), "2031-03-12", []),
        (after("under", "Berg/NNP/compound>plan plan/NN/pobj>under"), "2031-03-12", []),
        (after("under", "Ida/NNP/compound>Berg Berg/NNP/pobj>under"), "2031-03-12", ["2010-01-20.."]),
        (after("under", "Ruiz/NNP/pobj>under"), "2031-03-12", []),
        (after("with", "Falk/NNP/pobj>with"), "2031-03-12", []),
        (after("during", "the/DT/det>presidency Okoro/NNP/compound>presidency presidency/NN/pobj>during"), "2031-03-12", ["2014-01-20..2018-01-20"]),
        (after("during", "Falk/NNP/poss>term 's/POS/case>Falk first/JJ/amod>term term/NN/pobj>during"), "2031-03-12", ["2010-01-20..2014-01-20"]),
        (after("during", "Falk/NNP/poss>term 's/POS/case>Falk third/JJ/amod>term term/NN/pobj>during"), "2031-03-12", []),
        (after("in", "the/DT/det>era Falk/NNP/compound>era era/NN/pobj>in"), "2031-03-12", ["2018-01-20..2022-01-20"]),
        (after("under", "the/DT/det>government Falk/NNP/compound>government government/NN/pobj>under"), "2031-03-12", ["2018-01-20..2022-01-20"]),
        (after("after", "Falk/NNP/poss>inauguration 's/POS/case>Falk second/JJ/amod>inauguration inauguration/NN/pobj>after"), "2031-03-12", ["2018-01-20.."]),
        (after("before", "Falk/NNP/nsubj>left left/VBD/pcomp>before office/NN/dobj>left"), "2031-03-12", ["..2022-01-20"]),
        (after("before", "Ida/NNP/compound>Berg Berg/NNP/nsubj>left left/VBD/pcomp>before office/NN/dobj>left"), "2031-03-12", []),
        (after("since", "the/DT/det>administration Falk/NNP/compound>administration administration/NN/nsubj>fell fell/VBD/advcl>left"), "2031-03-12", []),
        (after("after", "Falk/NNP/compound>administration administration/NN/compound>men men/NNS/pobj>after"), "2031-03-12", []),
        (after("under", "the/DT/det>government Falk/NNP/compound>government government/NN/poss>plan 's/POS/case>government plan/NN/pobj>under"), "2031-03-12", []),
    ],
)  # fmt: skip
def test_terms_of_office(text, published, expected):
    assert periods(parse(text), published) == expected


def test_a_surname_in_small_letters_is_a_word():
    assert periods(flat("left under falk")) == []
