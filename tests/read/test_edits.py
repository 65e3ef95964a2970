from hypothesis import given
from hypothesis import strategies as st

from kg.model import Alignment, Span
from kg.read.edits import Edit, apply, index_of, through


def test_what_an_edit_put_in_leads_to_what_it_replaced():
    text, alignment = apply("aﬁb\nc", [Edit(1, 2, "fi"), Edit(3, 4, "\n\n")])
    assert text == "afib\n\nc"
    assert [alignment.position(index) for index in range(len(text))] == [0, 1, 1, 2, 3, 3, 4]


def test_the_first_and_longest_of_overlapping_edits_wins():
    assert apply("abcdef", [Edit(2, 4), Edit(0, 3), Edit(0, 1, "x")])[0] == "def"


def test_nothing_left_still_has_an_alignment():
    assert apply("abc", [Edit(0, 3)]) == ("", Alignment((0,), (3,)))


def test_one_for_one_edits_need_no_run():
    assert apply("a\nb", [Edit(1, 2, " ")]) == ("a b", Alignment((0,), (0,)))


edits = st.lists(
    st.builds(
        lambda start, size, text: Edit(start, start + size, text),
        st.integers(0, 25),
        st.integers(1, 5),
        st.sampled_from(["", " ", "fi", "\n\n"]),
    )
)


@given(st.text("abc", min_size=30, max_size=40), edits)
def test_every_character_leads_back_in_order(text, edits):
    clean, alignment = apply(text, edits)
    positions = [alignment.position(index) for index in range(len(clean))]
    assert positions == sorted(positions)
    assert all(0 <= position < len(text) for position in positions)
    assert all(clean[index] == text[positions[index]] for index in range(len(clean)) if clean[index] in "abc")
    assert list(alignment.clean) == sorted(set(alignment.clean))
    if clean:
        assert alignment.span(Span(0, len(clean))).end <= len(text)


@given(st.text("abc", min_size=30, max_size=40), edits, edits)
def test_two_edits_lead_back_as_one_after_the_other(text, first, second):
    between, to_text = apply(text, first)
    clean, to_between = apply(between, [edit for edit in second if edit.end <= len(between)])
    both = through(to_between, to_text)
    assert [both.position(index) for index in range(len(clean))] == [
        to_text.position(to_between.position(index)) for index in range(len(clean))
    ]


@given(st.text("abc", min_size=30, max_size=40), edits)
def test_what_was_kept_is_found_again(text, edits):
    clean, alignment = apply(text, edits)
    for index, character in enumerate(clean):
        if character in "abc":
            assert index_of(alignment, alignment.position(index)) == index


def test_what_stands_for_less_is_covered_whole():
    text, alignment = apply("a &amp; b", [Edit(2, 7, "&")])
    assert alignment.span(Span(2, 3)) == Span(2, 7)
    assert alignment.span(Span(0, 1)) == Span(0, 1)
    assert text == "a & b"
