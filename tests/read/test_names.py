import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.names import authors, listed
from kg.read.words import PrintWords


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        (["By Ana Lee"], "Ana Lee"),
        (["Ana Lee and Bo Chan"], "Ana Lee and Bo Chan"),
        (["Ana Lee, Bo Chan, and Cy Dee"], "Ana Lee, Bo Chan and Cy Dee"),
        (["ANA LEE", "Ana Lee", "by ana lee; By Bo Chan"], "Ana Lee and Bo Chan"),
        (["Lee, Ana", "Chan, Bo"], "Ana Lee and Bo Chan"),
        (["Last updated January 7"], ""),
        (["Published 3 May 2021", "Ana Lee"], "Ana Lee"),
        (["https://social.example.org/ana", "Ana Lee"], "Ana Lee"),
        (["ana@danube.org", "Ana Lee | Danube Wire"], "Ana Lee"),
        (["Danube Wire"], ""),
        (["Ludwig van Berg & Ana Lee"], "Ludwig van Berg and Ana Lee"),
        ([""], ""),
        (["12:40"], ""),
        (["The correspondents of this paper in all of Europe"], ""),
    ],
)
def test_what_entries_say_of_the_author(stated, known, words):
    assert authors(stated, ("Danube Wire",), words) == known


@given(st.lists(st.sampled_from(["Ana Lee", "Bo Chan", "Cy Dee", "Di Eck"]), unique=True))
def test_a_list_is_read_back(names):
    assert authors([listed(names)], (), PrintWords()) == listed(names)
