# ruff: noqa: RUF001 - typographic quotes and dashes are what is tested
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.clean import clean, straighten
from kg.read.source import Source


def parts(text, words, markup="plain"):
    cleaned = clean(Source(text, markup), words)
    return [part.span.of(cleaned.text) for part in cleaned.parts]


@pytest.mark.parametrize(
    ("printed", "clean_text"),
    [
        ("Ankara’s “offer” – a ‘trap’", "Ankara's \"offer\" - a 'trap'"),
        ("a\u00a0narrow\u202fblank and\ttab", "a narrow blank and tab"),
        ("the ﬁnal oﬃcial draft", "the final official draft"),
        ("minis\u00adter and minis\u00ad ter", "minister and minister"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("write to desk@ meridian. com. cn now", "write to desk@meridian.com.cn now"),
        ("see meridian. co. uk", "see meridian.co.uk"),
        ("www. yellow- sea. meridian. org", "www.yellow-sea.meridian.org"),
        ("It failed. Companies left. com", "It failed. Companies left.com"),
        ("too   many blanks", "too many blanks"),
    ],
)
def test_print_artefacts_are_repaired(printed, clean_text, words):
    assert clean(Source(printed), words).text == clean_text


def test_addresses_are_left_alone_without_words_for_them():
    assert clean(Source("meridian. com")).text == "meridian. com"


def test_a_blank_line_parts_paragraphs(words):
    assert parts("\n\r\n One talk.\r\n\r\n \t\r\nAnother talk.\r\n", words) == ["One talk.", "Another talk."]


def test_long_lines_are_paragraphs_each(words):
    first, second = "The envoy stayed. " * 20, "The minister left. " * 12
    assert parts(f"{first}\n{second}\n\n{first}", words) == [first.strip(), second.strip(), first.strip()]


def test_hard_wrapped_lines_are_joined(words):
    text = (
        "The two delegations met for a third time on the shore of the lake and spoke\n"
        "about prisoners, grain and the border. Nothing was signed, but the hosts of\n"
        "The Hague were pleased.\n"
        "A fourth round is planned for May in the same place, the foreign ministry of\n"
        "the host country said on Friday."
    )
    assert [part.split()[0] for part in parts(text, words)] == ["The", "A"]
    assert "of The Hague were" in parts(text, words)[0]


def test_headlines_one_a_line_are_not_joined(words):
    lines = [
        "Moldova closes its airspace after debris of a missile falls",
        "Romania sends two more jets to the border of its neighbour",
    ]
    assert parts("\n".join(lines), words) == lines


def test_a_line_that_goes_on_in_small_letters_is_joined(words):
    assert parts("Envoys meet in\nthe old town", words) == ["Envoys meet in the old town"]
    assert parts("By Ana Lee\nwww. meridian. com", words) == ["By Ana Lee", "www.meridian.com"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the gov-\nernment", "the government"),
        ("a US-\nRussian plan", "a US-Russian plan"),
        ("two-\nor three-day", "two- or three-day"),
        ("sol\u00ad\n  diers", "soldiers"),
    ],
)
def test_hyphens_at_the_end_of_a_line(printed, meant, words):
    assert parts(printed, words) == [meant]


def test_page_numbers_and_running_heads_do_not_interrupt(words):
    line = "seven ships of the northern fleet left the harbour before dawn and sailed to the"
    text = f"Meridian Wire\n{line}\n{line}\n1\fMeridian Wire\n{line}\n{line}\n2\fMeridian Wire\nstrait.\n3"
    assert parts(text, words) == [" ".join([line] * 4) + " strait."]


def test_nothing_gives_nothing(words):
    cleaned = clean(Source(" \n\n "), words)
    assert (cleaned.text, cleaned.parts) == ("", ())


pieces = st.lists(
    st.sampled_from(
        [
            "US- Russia",
            "pre- vious",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "’s ",
            "ﬁ",
            "\u00ad",
            "\u00ad\n",
            "a. com. cn",
            "@ b",
            "word ",
            "Talks. ",
            "# ",
            "- ",
            "**b**",
            "[t](u)",
            "```\n",
            "---\n",
            "> ",
            "\f",
            "1",
            "\u200b",
            "é",
            "| ",
            "<b>",
            "\\*",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(pieces, st.text(max_size=80)), st.sampled_from(["plain", "markdown", "blocks"]))
def test_every_copied_character_leads_to_its_source(text, markup):
    cleaned = clean(Source(text, markup))
    positions = [cleaned.alignment.position(index) for index in range(len(cleaned.text))]
    assert positions == sorted(positions)
    assert all(0 <= position < len(text) for position in positions)
    for character, position in zip(cleaned.text, positions, strict=True):
        source = text[position]
        repaired = any(whole.start <= position < whole.end for whole in cleaned.alignment.wholes)
        assert straighten(source) == character or character.isspace() or repaired or source in "ﬀﬁﬂﬃﬄﬅﬆ\ufffd"
    for part in cleaned.parts:
        words = part.span.of(cleaned.text)
        assert words == words.strip()
        assert "\n" not in words
        assert cleaned.alignment.span(part.span).of(text)


@given(pieces)
def test_cleaning_is_straight_and_without_line_breaks_inside_parts(text):
    cleaned = clean(Source(text))
    assert straighten(cleaned.text) == cleaned.text
    assert sum(part.span.end - part.span.start for part in cleaned.parts) <= len(cleaned.text)
