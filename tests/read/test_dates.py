import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import dated, iso


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 2019-08-02", "2019-08-02"),
        ("2019-08-02T10:00:00Z", "2019-08-02"),
        ("2019/8/2", "2019-08-02"),
        ("12 March 2018", "2018-03-12"),
        ("March 12, 2018", "2018-03-12"),
        ("the 3rd of June 2019", "2019-06-03"),
        ("Monday, 3 June 2019", "2019-06-03"),
        ("Sept. 9, 2020", "2020-09-09"),
        ("Aug.11, 2017", "2017-08-11"),
        ("Updated Aug.11", "--08-11"),
        ("11 August", "--08-11"),
        ("March 2018", "2018-03"),
        ("2018-03", "2018-03"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("5.5.2019", "2019-05-05"),
        ("04/05/2019", "2019"),
        ("40/50/2019", "2019"),
        ("31 February 2019", "2019-02"),
        ("2018-19", ""),
        ("no date", ""),
    ],
)
def test_dates_as_they_are_printed(line, date):
    assert dated(line) == date


def test_a_day_without_a_year_is_not_a_date_until_the_head_states_the_year():
    assert iso(["Updated Aug.11"]) == ""
    assert iso(["Updated Aug.11", "Vol. 3, 2017"]) == "2017-08-11"
    assert iso(["Feb. 29", "Vol. 3, 2017"]) == ""
    assert iso(["Vol. 3, 2017"]) == "2017"
    assert iso(["Feb. 3", "5 May 2016"]) == "2016-05-05"


@given(st.dates())
def test_every_date_is_read_back(date):
    if date.year >= 1800 and date.year < 2100:
        assert dated(date.isoformat()) == date.isoformat()
        assert dated(f"{date.day} {date:%B} {date.year}") == date.isoformat()


@given(st.text(max_size=60))
def test_no_line_crashes(line):
    assert len(dated(line)) in {0, 4, 7, 10}
