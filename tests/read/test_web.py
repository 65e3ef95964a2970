import json

import pytest

from kg.model import BlockKind
from kg.read.formats import parse
from kg.read.load import document
from kg.read.web import read_html

BODY = "<p>Peru left the pact with Chile on Tuesday after two years of talks, its envoy told reporters in Lima.</p><p>The pact had opened four ports to the ships of both, and no date was set for another round of talks in the region.</p>"


def read(html, words):
    return document(parse(html.encode(), "a.html", words), "a.html", words)


def page(head="", body=BODY, title="Peru leaves the pact"):
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>"


def blocks(html, words):
    found = read(html, words)
    return [(block.kind.value, block.span.of(found.clean)) for block in found.blocks]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Peru leaves</h1><p>By Ana Lee</p><p>Peru left the pact.</p><p>Chile stayed.</p>",
        "<h1>Peru leaves</h1><div class=by>By Ana Lee</div><div>Peru left the pact.</div><div>Chile stayed.</div>",
        "<h1>Peru leaves</h1><span>By Ana Lee</span><p>Peru left the pact.<p>Chile stayed.",
        "<header><h1>Peru leaves</h1><time>3 May 2021</time></header><p>Peru left the pact.</p><p>Chile stayed.</p>",
    ],
)
def test_a_short_page_keeps_its_parts_apart(body, words):
    assert [shown for _, shown in blocks(page(body=body, title="Peru leaves"), words)] == [
        "Peru leaves",
        "Peru left the pact.",
        "Chile stayed.",
    ]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Peru leaves the pact | Lima Today Now", '<meta property="og:site_name" content="Lima Today Now">'),
        ("Peru leaves the pact - Meridian", '<meta name="application-name" content="Meridian">'),
        ("Meridian: Peru leaves the pact", '<link rel="canonical" href="https://www.meridian.org/a">'),
        ("Peru leaves the pact \u2014 Meridian", '<meta property="og:url" content="https://meridian.co.uk/a">'),
        (
            "Peru leaves the pact \u2013 Meridian",
            '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Meridian"}}</script>',
        ),
        ("Peru leaves the pact - Lima Gazette", ""),
    ],
)
def test_the_site_is_no_part_of_the_title(title, head, words):
    found = read(page(head, f"<h1>{title}</h1>{BODY}", title), words)
    assert found.title == "Peru leaves the pact"
    assert found.publisher
    assert found.blocks[0].span.of(found.clean) == "Peru leaves the pact"
    assert [block.kind for block in found.blocks].count(BlockKind.HEADLINE) == 1


def test_a_dash_in_a_headline_stays(words):
    assert read(page(title="Talks - a failure"), words).title == "Talks - a failure"


@pytest.mark.parametrize(
    ("head", "body", "author", "published"),
    [
        ("", "<div class=author>Last updated: January 7, 2025</div>", "", ""),
        ("", "<p><span>Updated</span> <time datetime=2025-01-07>7 January 2025</time></p>", "", ""),
        ('<meta property="article:modified_time" content="2025-01-07">', "", "", ""),
        (
            '<meta property="article:modified_time" content="2025-01-07"><meta property="article:published_time" content="2024-12-30T23:00:00Z">',
            "",
            "",
            "2024-12-30",
        ),
        ('<meta name="author" content="Ana Lee"><meta name="byl" content="By ANA LEE">', "", "Ana Lee", ""),
        (
            f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "Peru leaves the pact", "author": [{"name": "Ana Lee"}, {"name": "Bo Chan"}], "datePublished": "2024-12-30T08:00:00+01:00", "dateModified": "2025-01-07"}]})}</script>',
            "",
            "Ana Lee and Bo Chan",
            "2024-12-30",
        ),
        ("", '<p class="byline">By Ana Lee and Bo Chan</p>', "Ana Lee and Bo Chan", ""),
        ('<meta name="author" content="https://example.org/ana">', "", "", ""),
        ('<script type="application/ld+json">{broken</script>', "", "", ""),
    ],
)
def test_author_and_date(head, body, author, published, words):
    found = read(page(head, f"<h1>Peru leaves the pact</h1>{body}{BODY}"), words)
    assert (found.author, found.published) == (author, published)


def test_a_report_that_starts_with_updated_stays(words):
    sentence = "Updated rules for ships were agreed by Peru and Chile in Lima on 3 May 2021."
    assert ("paragraph", sentence) in blocks(page(body=f"<p>{sentence}</p>{BODY}"), words)


@pytest.mark.parametrize("stamp", ["<time>10:05</time>", "<p>10:05 GMT</p>", "<h3>10.05 am</h3>", "<div>10:05 (CET)</div>"])
def test_posts_of_a_live_blog_are_paragraphs_each(stamp, words):
    posts = "".join(
        f"<div class=post>{stamp}<p>{text}</p></div>"
        for text in ("Peru left the pact with Chile, its envoy said.", "Chile stayed in the pact, the army said in Santiago.")
    )
    assert blocks(page(body=f"<h1>Peru leaves the pact</h1>{posts}"), words) == [
        ("headline", "Peru leaves the pact"),
        ("paragraph", "Peru left the pact with Chile, its envoy said."),
        ("paragraph", "Chile stayed in the pact, the army said in Santiago."),
    ]


@pytest.mark.parametrize("mark", ["<sup>1</sup>", '<sup><a href="#n">[2]</a></sup>', "<sup>[3]</sup>", '<a href="#n"><sup>4</sup></a>', "[5]", "<sup>*</sup>", "<sup>note 2</sup>"])  # fmt: skip
def test_references_are_no_words(mark, words):
    found = read(page(body=f"<p>Peru{mark} left the pact.{mark} {BODY}"), words)
    assert "Peru left the pact." in found.clean


def test_powers_and_ordinals_stay(words):
    found = read(
        page(body=f"<p>Peru has 40 km<sup>2</sup> of it, in its 5<sup>th</sup> year, and 10<sup>6</sup> ships.</p>{BODY}"), words
    )
    assert "40 km2 of it, in its 5th year, and 106 ships." in found.clean


@pytest.mark.parametrize(
    "offer",
    [
        "To continue reading, subscribe now.",
        "Already a subscriber? Sign in.",
        "You have reached your limit of free reports. Join now.",
    ],
)
def test_an_offer_to_subscribe_is_no_text(offer, words):
    known = type(words)(offer=("To continue reading", "Already a subscriber", "You have reached your"))
    shown = [text for _, text in blocks(page(body=f"{BODY}<div><p>{offer}</p></div>"), known)]
    assert len(shown) == 3
    assert offer not in shown


def test_a_page_that_a_script_puts_together(words):
    body = "Peru left the pact with Chile on Tuesday.\n\nChile stayed in it, the envoy of Lima told reporters."
    head = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "Peru leaves the pact", "articleBody": body})}</script>'
    found = blocks(page(head, "<div id=app></div>"), words)
    assert [text for _, text in found] == ["Peru leaves the pact", *body.split("\n\n")]


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://www.meridian.org/a?id=7">', "https://www.meridian.org/a?id=7"),
        ('<meta property="og:url" content="https://meridian.org/b">', "https://meridian.org/b"),
        ('<meta property="og:url" content="https://m.org/b"><link rel="canonical" href="https://m.org/a">', "https://m.org/a"),
        ('<link rel="canonical" href="/a"><meta property="og:url" content="https://m.org/b">', "https://m.org/b"),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://m.org/a b">', ""),
        ('<link rel="canonical" href="https://[m.org/a">', ""),
        ("", ""),
    ],
)
def test_a_page_keeps_the_address_that_it_gives_as_its_own(head, url):
    assert read_html(page(head)).stated.url == url
