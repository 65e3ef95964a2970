from dataclasses import replace

import pytest

from kg.model import BlockKind
from kg.read.load import document, of_file
from kg.read.markdown import front_matter
from kg.read.source import Source

PAGE = """---
title: "Grain talks stall"
outlet: Meridian Wire
author: Ana Lee
date: 12 March 2019
---
# Grain talks *stall*

By Ana Lee

The envoys **failed** to agree on [the corridor](http://x.example/a_(b)) on Monday,
the ministry said.[^1] ![chart](c.png)

Next steps
----------

> Nobody `won` the day, he\\_said, and <b>nobody</b> lost it.

- Turkey hosts the talks in May\x20\x20
- Egypt sends an observer with snake_case

1. Romania opens a port to the ships

* * *

| port | ships |
|------|-------|
| Odesa harbour | nine |

```python
print("no prose at all here, really none.")
```

[ref]: http://x.example
## Background ##
The corridor was opened in July and closed again in autumn.
"""


@pytest.fixture
def page(words):
    return document(Source(PAGE, "markdown"), "page.md", words)


def test_markup_does_not_reach_the_parser(page):
    shown = [block.span.of(page.clean) for block in page.blocks]
    assert shown == [
        "Grain talks stall",
        "The envoys failed to agree on the corridor on Monday, the ministry said.",
        "Next steps",
        "Nobody won the day, he_said, and nobody lost it.",
        "Turkey hosts the talks in May",
        "Egypt sends an observer with snake_case",
        "Romania opens a port to the ships",
        "port | ships",
        "Odesa harbour | nine",
        "Background",
        "The corridor was opened in July and closed again in autumn.",
    ]


def test_headings_are_known_by_their_marks(page):
    kinds = {block.span.of(page.clean): block.kind for block in page.blocks}
    assert kinds["Grain talks stall"] is BlockKind.HEADLINE
    assert kinds["Next steps"] is kinds["Background"] is BlockKind.HEADING
    assert kinds["Turkey hosts the talks in May"] is BlockKind.PARAGRAPH


def test_front_matter_is_not_prose_but_known():
    assert front_matter(PAGE)["author"] == ("Ana Lee",)
    assert front_matter("no block") == {}


def test_every_quote_stands_in_the_file(page):
    block = page.blocks[1]
    assert page.alignment.span(block.span).of(PAGE).startswith("The envoys **failed** to")


def test_a_list_that_ends_the_page_is_not_a_footer(words):
    read = document(
        Source("Three states signed the pact on Friday.\n\n- Egypt opened its ports\n- more\n\nHome\n", "markdown"), "a.md", words
    )
    assert [block.span.of(read.clean) for block in read.blocks] == [
        "Three states signed the pact on Friday.",
        "Egypt opened its ports",
    ]


def test_an_unclosed_code_block_swallows_the_rest(words):
    read = document(Source("One sentence stays here.\n~~~\nx = 1\n```\n", "markdown"), "a.md", words)
    assert read.clean == "One sentence stays here."


def test_setext_headline_and_hard_break(words):
    read = document(
        Source("Port reopens\n=====\nBy Ana Lee\\\nOdesa\n\nShips left the port at noon on Friday.", "markdown"), "a.md", words
    )
    assert (read.title, read.author, len(read.blocks)) == ("Port reopens", "Ana Lee", 2)


@pytest.mark.parametrize(
    "lines",
    [
        "author:\n  - Ana Lee\n  - Bo Chan",
        "authors:\n- Ana Lee\n- Bo Chan",
        "authors: [Ana Lee, Bo Chan]",
        "authors: [\"Ana Lee\", 'Bo Chan']",
        "author: Ana Lee and Bo Chan",
        "author: Ana Lee, Bo Chan",
        "authors:\n  - name: Ana Lee\n  - name: Bo Chan",
        "author:\n  - Ana Lee\n  - ANA LEE\n  - By Bo Chan",
    ],
)
def test_a_list_of_authors(lines, words):
    text = f"---\ntitle: Grain talks stall\n{lines}\ntags: [Peru, Chile]\ndate: 2020-02-03T10:00:00Z\n---\nPeru left the talks on Monday.\n"
    read = of_file(text.encode(), "a.md", replace(words, author_key=("author", "authors")))
    assert (read.author, read.title, read.published) == ("Ana Lee and Bo Chan", "Grain talks stall", "2020-02-03")


def test_a_folded_value_is_one(words):
    read = of_file(b"---\ntitle: >\n  Grain talks\n  stall again\noutlet: 'Meridian'\n---\nPeru left the talks.\n", "a.md", words)
    assert (read.title, read.publisher) == ("Grain talks stall again", "Meridian")


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- Chile stayed.\nPeru came back. -->",
        "<!--\nChile stayed.\n\nPeru came back.\n-->",
        "<!-- Chile stayed. --> <!-- Peru\ncame back. -->",
    ],
)
def test_comments_over_several_lines_are_no_text(comment, words):
    read = of_file(f"# Talks\n\n{comment}\n\nPeru left the talks.\n".encode(), "a.md", words)
    assert [block.span.of(read.clean) for block in read.blocks] == ["Talks", "Peru left the talks."]


def test_a_comment_that_is_not_closed_goes_on_to_the_end(words):
    assert of_file(b"Peru left the talks.\n\n<!-- Chile stayed.\n\nAnd more.\n", "a.md", words).clean == "Peru left the talks."


@pytest.mark.parametrize("code", ["```\n<!--\n```", "the mark `<!--` opens it", "~~~html\n<!-- a\n~~~"])
def test_code_opens_no_comment(code, words):
    assert "Peru left the talks." in of_file(f"{code}\n\nPeru left the talks.\n\n--> ends it.\n".encode(), "a.md", words).clean
