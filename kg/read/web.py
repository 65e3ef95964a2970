"""HTML -> the main text of the page, with its headings, and what its metadata state."""

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document as Page

from kg.errors import ReadError
from kg.read.dates import dated
from kg.read.decode import printable
from kg.read.limits import TAGS, within
from kg.read.source import Origin, Source
from kg.read.text import joined

__all__ = ["read_html"]

_FAULTS = (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError, AssertionError)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")  # a parser of decoded text refuses it
_LATER = "2100-01-01"  # any date: without it, today's would decide which dates are believed
_LEVEL = re.compile(r"h([1-6])\Z")
_BLOCKS = frozenset({"head", "p", "item", "cell", "quote"})  # as trafilatura names them
_HTML_BLOCKS = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote", "td", "th", "div", "section", "article", "main", "body"}
)
_BREAKS = frozenset({"lb", "br"})
_NOISE = ("script", "style", "nav", "footer", "aside", "form", "noscript", "template", "iframe", "svg", "button", "head")


def read_html(page: str) -> Source:
    """The main text of a page: its title, then paragraphs and headings, apart by blank lines.

    Args:
        page: The decoded HTML.

    Returns:
        The source text, with title, publisher, author and date as the page's metadata state them.

    Raises:
        ReadError: The page cannot be parsed, is too large, or has no text.
    """
    within(page.count("<"), TAGS, "tags")
    page = _DECLARATION.sub("", page, count=1)
    try:
        main = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params={
            "extensive_search": False, "original_date": True, "max_date": _LATER})  # fmt: skip
        paragraphs = list(_main(main)) if isinstance(main, Page) else []
        paragraphs = paragraphs or list(_any(page))
    except _FAULTS as error:
        raise ReadError(f"broken HTML ({type(error).__name__})") from error
    stated = _stated(main) if isinstance(main, Page) else Origin()
    if stated.title and stated.title not in [paragraph for paragraph, _ in paragraphs[:3]]:
        paragraphs.insert(0, (stated.title, 1))
    text, headings = joined((printable(paragraph), level) for paragraph, level in paragraphs)
    return Source(text, "blocks", headings, stated)


def _stated(page: Page) -> Origin:
    def line(value: object) -> str:
        return " ".join(printable(str(value or "")).split())

    return Origin(line(page.title), line(page.sitename), line(page.author).replace("; ", " and "), dated(line(page.date)))


def _main(page: Page) -> Iterator[tuple[str, int]]:
    """The paragraphs that trafilatura holds to be the main text."""
    for element in page.body.iter(*_BLOCKS):
        level = _LEVEL.match(element.get("rend") or "") if element.tag == "head" else None
        yield _own_text(element, _BLOCKS), int(level[1]) if level else int(element.tag == "head") * 2


def _any(page: str) -> Iterator[tuple[str, int]]:
    """All paragraphs of a page that is too small for its main text to be told from the rest."""
    tree = html.document_fromstring(page)
    etree.strip_elements(tree, *_NOISE, etree.Comment, with_tail=False)
    for element in tree.iter(*_HTML_BLOCKS):
        level = _LEVEL.match(element.tag)
        yield _own_text(element, _HTML_BLOCKS), int(level[1]) if level else 0


def _own_text(element: etree._Element, blocks: frozenset[str]) -> str:
    """The text of an element without that of the blocks inside it, its line breaks kept, other blanks collapsed."""
    raw = "".join(_pieces(element, blocks))
    return "\n".join(" ".join(line.split()) for line in raw.split("\v")).strip()


def _pieces(element: etree._Element, blocks: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS:
            yield "\v"  # no blank of the page's own
        elif child.tag not in blocks and isinstance(child.tag, str):
            yield from _pieces(child, blocks)
        yield child.tail or ""
