# ruff: noqa: RUF001 - typographic signs and marks are what is tested
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.read.clean import clean
from kg.read.load import document
from kg.read.normal import normal, normal_line
from kg.read.source import Heading, Source
from kg.read.words import PrintWords

WORDS = PrintWords(mark=("citation needed", "by whom?", "disputed - discuss"), noted=("note", "nb"))


def read(text, markup="plain"):
    return clean(Source(text, markup), WORDS).text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Peru&rsquo;s envoy &amp; Chile&#39;s met", "Peru's envoy & Chile's met"),
        ("Peru&nbsp;left, &quot;for&#x20;good&quot;", 'Peru left, "for good"'),
        ("Peru&amp;rsquo;s envoy", "Peru's envoy"),
        ("the n&eacute;e d&#146;Azur&hellip;", "the née d'Azur…"),
        ("a b &nbsp; c", "a b c"),
        ("AT&T; R&D; &unknown; stay", "AT&T; R&D; &unknown; stay"),
        ("soft&shy;ware", "software"),
    ],
)
def test_entities_are_decoded(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize("name", ["Côte d'Ivoire", "Erdoğan", "Türkiye", "Škoda", "Đà Nẵng", "Ångström"])
def test_a_letter_and_its_accents_are_one(name):
    apart = unicodedata.normalize("NFD", f"{name} spoke. ")
    assert apart != name
    assert read(apart) == f"{name} spoke."
    cleaned = clean(Source(apart))
    assert cleaned.alignment.span(Span(0, len(name))).of(apart) == unicodedata.normalize("NFD", name)


def test_a_span_that_ends_in_an_accent_or_an_entity_covers_it():
    text = "Visit of Zoe\u0301, &ldquo;in May&rdquo; 2020"
    cleaned = clean(Source(text))
    for shown, written in (("Zoé", "Zoe\u0301"), ('"in May"', "&ldquo;in May&rdquo;")):
        start = cleaned.text.index(shown)
        assert cleaned.alignment.span(Span(start, start + len(shown))).of(text) == written


def test_the_turkish_capital_in_lower_case():
    assert read("i\u0307stanbul") == "istanbul"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\u200fPeru\u200e left\u2060 Chi\u200dle\ufeff.", "Peru left Chile."),
        ("\u2066Peru\u2069 left \u202aChile\u202c.", "Peru left Chile."),
        ("🇵🇪 Peru left 🇨🇱 Chile 😡.", "Peru left Chile."),
        ("Peru left Chile. 👍🏽👍🏽 No date was set 🏴\U000e0067\U000e0062\U000e007f", "Peru left Chile. No date was set"),
        ("✅ Peru left\n\n1️⃣ Chile stayed 👩‍👩‍👧", "Peru left\n\nChile stayed"),
        ('Peru❤️Chile said ❤️ "no" and "yes 😀"', 'Peru Chile said "no" and "yes"'),
        ("\uf0b7 Peru left", "Peru left"),
        ("Peru → Chile", "Peru → Chile"),
    ],
)
def test_marks_and_pictures_do_no_harm(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "Peru left Chile.[3] No date was set.",
        "Peru[12][13] left Chile. No date was set.",
        "Peru left Chile [4, 5]. No date was set [7–9].",
        "Peru left Chile. [3] No date was set. [4]",
        "Peru left Chile.[note 2] No date[nb 1] was set.[a]",
        "Peru left Chile[citation needed]. No date was set.[disputed - discuss this]",
        "Peru left Chile.[a] No date[b] was set.",
        "Peru¹ left Chile.² No date was set.³⁴",
        "Peru left Chile.”[3] No date was set.".replace("”", ""),
    ],
)
def test_references_to_notes_are_no_words(written):
    assert read(written) == "Peru left Chile. No date was set."


@pytest.mark.parametrize(
    "written",
    [
        "Peru [sic] left.",
        "[The president] left with [two] others.",
        "They met in [2014] with the plan[s] of 3 states.",
        "The [a] new deal of [23] ministers",
        "an area of 40 km² and 3 m³, at 10⁶",
        "it [disputed] the claim, and [the envoy] said so.",
        "Peru agree[d] to it.",
    ],
)
def test_what_an_editor_put_in_stays(written):
    assert read(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "Peru left<sup>1</sup> Chile.<sup>[2](#n2)</sup>",
        'Peru left Chile.<sup><a href="#n">[2]</a></sup>',
        "Peru[1](#n1) left Chile.[\\[2\\]](#n2)",
        "Peru left Chile.[^1]",
        "Peru^1^ left Chile.[3][4]",
        "Peru left Chile.\\[3\\]",
        "Peru left Chile.<sup>a</sup>",
    ],
)
def test_references_in_markdown(written):
    assert read(written, "markdown") == "Peru left Chile."


def test_links_and_powers_in_markdown_stay():
    assert read("the [3](u) states on 40 km<sup>2</sup>, the 5<sup>th</sup>", "markdown") == "the 3 states on 40 km2, the 5th"


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [("Peru\ufffds envoy", "Peru's envoy"), ("the d\ufffdAzur", "the d'Azur"), ("\ufffdno\ufffd, he said", "no, he said")],
)
def test_lost_apostrophes_and_quotation_marks(damaged, meant):
    assert read(damaged) == meant


def test_a_letter_that_was_lost_stays_lost():
    assert read("Erdo\ufffdan left") == "Erdo\ufffdan left"


def test_headings_move_with_their_text():
    source = Source("🇵🇪\n\n✅ Peru&rsquo;s way\n\nPeru left.", "blocks", (Heading(Span(0, 2), 2), Heading(Span(4, 23), 1)))
    moved, _ = normal(source)
    assert [heading.span.of(moved.text) for heading in moved.headings] == ["Peru’s way"]


def test_a_title_in_normal_form():
    assert normal_line(" Zoe\u0301&nbsp;left\u200b ") == "Zoé left"


def test_the_source_text_keeps_what_the_file_says():
    text = "Norway&rsquo;s envoy left.[3] 🇳🇴 The Oslo talks ended."
    read_document = document(Source(text), "a.txt", WORDS)
    assert read_document.text == text


pieces = st.lists(
    st.sampled_from(
        ["Peru ", "&amp;", "&rsquo;", "&nbsp;", "e\u0301", "\u0301", "[3]", "[a]", " [4]", ".", "²", "😀", "🇵🇪", "\u200b", "\ufffd", "\n\n", "\n", " ",
         "<sup>1</sup>", "US- Russia", "\ufb01", "(", "[", "1\u20e3", "\ue001"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(pieces, st.text(max_size=60)), st.sampled_from(["plain", "markdown", "blocks"]))
def test_every_span_of_the_clean_text_is_a_span_of_the_source(text, markup):
    cleaned = clean(Source(text, markup), WORDS)
    positions = [cleaned.alignment.position(index) for index in range(len(cleaned.text))]
    assert positions == sorted(positions)
    wholes = cleaned.alignment.wholes
    assert all(first.end <= second.start for first, second in pairwise(wholes))
    for index in range(len(cleaned.text)):
        span = cleaned.alignment.span(Span(index, index + 1))
        assert 0 <= span.start < span.end <= len(text)


@given(st.text("aeiou cgns éèçñşğıİüåÅ.,", max_size=60))
def test_both_ways_to_write_an_accent_read_the_same(text):
    apart, whole = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert clean(Source(apart)).text == clean(Source(whole)).text
