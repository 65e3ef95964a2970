"""Who held an office on a day, came before or after, or leads a state; only where it can be one alone."""

from dataclasses import replace

import pytest

from kg.extract.mention.tenure import Tenures
from kg.ontology import Tenure, term
from tests.extract.ontologies import ontology

PRESIDENT, CLERK, LAND = term("role:president"), term("role:clerk"), term("actor:land")
HELD = (
    Tenure("ann", PRESIDENT, LAND, "2010-01-20", "2014-01-20"),
    Tenure("bob", PRESIDENT, LAND, "2014-01-20", "2018-01-20"),
    Tenure("bob", PRESIDENT, LAND, "2018-01-20", "2022-01-20"),
    Tenure("cat", PRESIDENT, LAND, "2022-01-20"),
    Tenure("dan", CLERK, LAND, "2000-01-01", "2001-01-01"),
    Tenure("eve", CLERK, LAND, "2009-01-01", "2010-01-01"),
    Tenure("fay", CLERK, LAND, "2009-06-01", "2010-01-01"),
)
TENURES = Tenures(replace(ontology(tenures=HELD), word_lists={"leading-office": ("land president",)}))


@pytest.mark.parametrize(
    ("day", "holder"),
    [("2012-05-05", "ann"), ("2014-01-20", ""), ("2019-01-01", "bob"), ("2030-01-01", "cat"), ("2009-01-01", ""), ("", "")],
)
def test_the_holder_on_a_day(day, holder):
    assert TENURES.holder(PRESIDENT, LAND, day) == holder
    assert TENURES.leader(LAND, day) == holder


def test_the_holder_of_a_whole_year():
    assert TENURES.holder(PRESIDENT, LAND, "2012-01-01", "2012-12-31") == "ann"
    assert TENURES.holder(PRESIDENT, LAND, "2014-01-01", "2014-12-31") == ""


@pytest.mark.parametrize(
    ("role", "day", "before"),
    [
        (PRESIDENT, "2023-01-01", "bob"),
        (PRESIDENT, "2019-01-01", ""),
        (PRESIDENT, "2012-01-01", ""),
        (CLERK, "2009-02-02", ""),
        (CLERK, "2009-07-01", ""),
    ],
)
def test_the_predecessor_is_who_left_when_the_holder_came(role, day, before):
    assert TENURES.predecessor(role, LAND, day) == before


@pytest.mark.parametrize(("day", "elect"), [("2021-12-01", "cat"), ("2021-01-01", ""), ("2022-02-02", ""), ("", "")])
def test_who_is_elected_takes_office_soon(day, elect):
    assert TENURES.elect(PRESIDENT, LAND, day) == elect


def test_what_is_known_of_an_office():
    assert TENURES.is_known(PRESIDENT, LAND)
    assert not TENURES.is_known(PRESIDENT, PRESIDENT)
    assert TENURES.leader(PRESIDENT, "2012-01-01") == ""


@pytest.mark.parametrize(
    ("who", "day", "serves"), [("ann", "2012-01-01", True), ("ann", "2015-01-01", False), ("zed", "2012-01-01", False)]
)
def test_who_serves_on_a_day(who, day, serves):
    assert TENURES.serves(who, day) is serves
