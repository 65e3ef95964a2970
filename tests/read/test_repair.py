import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.repair import damage, repaired


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Peru \ufffd\ufffd left", "characters were lost before the file was written: 2 (U+FFFD)"),
        ("the \u00d8\u00a7\u00d9\u201e\u00d8 plan", "letters look wrongly decoded (\u00d8\u00a7\u00d9\u201e\u00d8)"),
    ],
)
def test_what_is_wrong_is_named(text, warning):
    assert damage(text) == (warning,)


def test_what_is_undone_is_said():
    assert repaired("ZÃ¼rich voted") == ("Zürich voted", "letters that were decoded wrongly are repaired")


def test_blanks_and_quotation_marks_are_no_damage():
    assert damage("up.\u00a0\u00a0\u201cAre they?\u201d") == ()


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=("Cc", "Cs")), max_size=40))
def test_repairing_twice_is_repairing_once(text):
    once = repaired(text)[0]
    assert repaired(repaired(once)[0])[0] == repaired(once)[0]


@given(st.text("abc deZ.,'", max_size=40))
def test_ascii_is_right(text):
    assert repaired(text) == (text, "")
