import pytest

from kg.model import BlockKind
from kg.read.blocks import arrange
from kg.read.clean import clean
from kg.read.metadata import origin
from kg.read.source import Heading, Origin, Source, Span

BODY = "Serbia and Kosovo signed a short agreement on number plates late on Monday night.\n\nThe agreement ends a dispute of many months, an envoy said."


def read(text, words, **source):
    cleaned = clean(Source(text, **source), words)
    layout = arrange(cleaned, words)
    return [(block.kind.value, block.span.of(cleaned.text)) for block in layout.blocks], origin(
        Source(text, **source), layout, words
    )


def kinds(text, words, **source):
    return [kind for kind, _ in read(text, words, **source)[0]]


def headline(text, words, **source):
    return next((shown for kind, shown in read(text, words, **source)[0] if kind == "headline"), "")


@pytest.mark.parametrize(
    "head",
    [
        "The Danube Post\n\nNeighbours settle quarrel over number plates",
        "Opinion\n\nWORLD\n\nNeighbours settle quarrel over number plates\n\nBy Ana Lee",
        "Print version\n\nNeighbours settle quarrel over number plates\n\nBelgrade",
        "Neighbours settle quarrel over number plates\n\nAna Lee\n\n12 March 2022",
        "- This article first appeared in a yearbook. desk@ danube. org\n\nNeighbours settle quarrel over number plates",
        "Neighbours settle quarrel over number plates\n\nThe Danube Post",
        "Neighbours settle quarrel over number plates\n\nAna Lee and Bo Chan",
        "Neighbours settle quarrel over number plates\n\nAna Lee, Bo Chan and Cy Dee",
        "Neighbours settle quarrel over number plates\n\nwww.danube.org\n\n* * *",
    ],
)
def test_of_the_head_only_the_headline_is_prose(head, words):
    assert headline(f"{head}\n\n{BODY}", words) == "Neighbours settle quarrel over number plates"
    assert kinds(f"{head}\n\n{BODY}", words) == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "foot",
    [
        "Danube Newspapers",
        "More of the day",
        "Copyright 2022 Danube Post. All rights reserved.",
        "Editing by Ana Lee.",
        "Home",
        "desk@danube.org",
        "3",
        "Read more about it here.",
    ],
)
def test_the_foot_is_not_prose(foot, words):
    assert kinds(f"{BODY}\n\n{foot}", words) == ["paragraph", "paragraph"]


def test_a_standfirst_is_prose_and_a_line_between_paragraphs_a_heading(words):
    standfirst = "Both governments are said to be tired of the quarrel, and ready for a gesture"
    text = (
        f"Neighbours settle old quarrel quickly\n\n{standfirst}\n\nBy Ana Lee Updated Mar.14\n\n{BODY}\n\nWhat comes next\n\n{BODY}"
    )
    assert kinds(text, words) == ["headline", "paragraph", "paragraph", "paragraph", "heading", "paragraph", "paragraph"]


def test_short_lines_under_the_headline(words):
    text = f"Neighbours settle quarrel over number plates\n\nEnvoy calls it a step\n\nBoth sides hope that the summer will stay calm\n\n{BODY}"
    assert kinds(text, words)[:3] == ["headline", "heading", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "Moldova closes its airspace",
        "Moldova closes its airspace.",
        "Chisinau",
        "Danube Post",
        "Home",
        "Moldova closed its airspace on Friday after pieces of a missile fell near the northern border town",
    ],
)
def test_a_single_line_is_a_document(text, words):
    assert len(kinds(text, words)) == 1


def test_only_headlines(words):
    assert kinds("Danube Post\n\nMoldova closes its airspace\n\nRomania sends two more jets", words) == ["headline", "heading"]


def test_the_headline_may_be_short_or_a_question(words):
    assert headline(f"Plates Agreed\n\n{BODY}", words) == "Plates Agreed"
    assert headline(f"Danube Post\n\n{BODY}", words) == ""
    assert (
        headline(f"Can two neighbours ever settle their quarrel?\n\n{BODY}", words)
        == "Can two neighbours ever settle their quarrel?"
    )
    assert headline("Can two neighbours settle their quarrel?", words) == ""


def test_markup_decides_where_there_is_some(words):
    text = f"Danube Post\n\n{BODY}"
    assert headline(text, words, headings=(Heading(Span(0, 11), 1),)) == "Danube Post"
    assert kinds(f"{BODY}\n\nNext\n\n{BODY}", words, headings=(Heading(Span(len(BODY) + 2, len(BODY) + 6), 2),))[2] == "heading"


@pytest.mark.parametrize(
    "dateline",
    [
        "PRISTINA, 14 March 2022 (Danube Wire) - ",
        "Pristina (Danube Wire) -- ",
        "PRISTINA - ",
        "PRISTINA \u2014 ",
        "Pristina, March 14 - ",
    ],
)
def test_a_dateline_is_cut_off(dateline, words):
    blocks, _ = read(f"Neighbours settle quarrel over plates\n\n{dateline}{BODY}", words)
    assert blocks[1][1].startswith("Serbia and Kosovo")


@pytest.mark.parametrize(
    "start",
    [
        "NATO-Russia ties are bad, and they will not get better soon.",
        "Serbia - Kosovo said so - had waited for too long for this.",
        "Pristina - which is small - was not amused by the news.",
    ],
)
def test_a_dash_alone_makes_no_dateline(start, words):
    assert read(start, words)[0][0][1] == start


def test_a_byline_is_no_sentence(words):
    assert kinds(f"{BODY}\n\nBy Tuesday the two governments had changed their minds.", words) == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (
            "The Danube Post\n\nPlates agreed by two neighbours\n\nBy Ana Lee Updated Mar.14",
            Origin("Plates agreed by two neighbours", "The Danube Post", "Ana Lee", ""),
        ),
        (
            "Plates agreed by two neighbours\n\nBy Ana Lee and Bo Berg | Monday, 14 March 2022 | Danube Gazette",
            Origin("Plates agreed by two neighbours", "Danube Gazette", "Ana Lee and Bo Berg", "2022-03-14"),
        ),
        (
            "Plates agreed by two neighbours\n\nBy Ana Lee, Danube Post\n\nUpdated: 16 March 2022\n\nPublished: 2022-03-14",
            Origin("Plates agreed by two neighbours", "Danube Post", "Ana Lee", "2022-03-14"),
        ),
        (
            "Plates agreed by two neighbours\n\nBy Ana Lee, Bo Berg\n\n2022-03-14",
            Origin("Plates agreed by two neighbours", "", "Ana Lee, Bo Berg", "2022-03-14"),
        ),
        (
            "Plates agreed by two neighbours\n\nAuthor: Ana Lee, correspondent of the paper\n\nMarch 2022",
            Origin("Plates agreed by two neighbours", "", "Ana Lee", "2022-03"),
        ),
        (
            "Plates agreed by two neighbours\n\nPRISTINA, 14 March 2022 (Danube Wire) - Nothing else was agreed by them.",
            Origin("Plates agreed by two neighbours", "Danube Wire", "", "2022-03-14"),
        ),
    ],
)
def test_the_head_tells_the_origin(head, known, words):
    assert read(f"{head}\n\n{BODY}", words)[1] == known


def test_markup_wins_over_the_page_and_the_page_over_the_properties(words):
    text = f"Plates agreed by two neighbours\n\nBy Ana Lee\n\n{BODY}"
    known = read(text, words, stated=Origin(title="Stated"), guessed=Origin("Guessed", "Guessed", "Guessed", "2022"))[1]
    assert known == Origin("Stated", "Guessed", "Ana Lee", "2022")


def test_without_words_the_layout_alone_decides():
    cleaned = clean(Source(f"Danube\n\nNeighbours settle quarrel over number plates\n\n{BODY}\n\nMore of the day"))
    assert [block.kind for block in arrange(cleaned).blocks] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


@pytest.mark.parametrize("dash", [" - ", " | ", " \u2013 ", " \u2014 "])
def test_the_site_behind_a_headline_is_its_publisher(dash, words):
    blocks, known = read(f"Neighbours settle quarrel{dash}Danube Post\n\n{BODY}", words)
    assert blocks[0] == ("headline", "Neighbours settle quarrel")
    assert (known.title, known.publisher) == ("Neighbours settle quarrel", "Danube Post")


@pytest.mark.parametrize("end", ["a failure", "No post for envoys", "Serbia Reacts"])
def test_what_else_stands_behind_a_dash_is_part_of_the_headline(end, words):
    assert headline(f"Neighbours settle quarrel - {end}\n\n{BODY}", words) == f"Neighbours settle quarrel - {end}"


@pytest.mark.parametrize("last", ["Peru praised Chile.", "Chile left.", "He agreed\u2026"])
def test_a_short_sentence_is_prose_at_the_end_too(last, words):
    assert kinds(f"{BODY}\n\n{last}", words) == ["paragraph"] * 3


@pytest.mark.parametrize("last", ["Danube Post.", "Ana Lee.", "And more", "10:05 GMT", "What next?"])
def test_other_short_lines_at_the_end_are_not(last, words):
    assert kinds(f"{BODY}\n\n{last}", words) == ["paragraph"] * 2
