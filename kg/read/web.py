"""HTML -> the main text of the page, with its headings, and what its metadata state."""

import re
from collections.abc import Iterator
from configparser import ConfigParser

import trafilatura
from lxml import etree, html
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document as Page
from trafilatura.settings import use_config

from kg.errors import ReadError
from kg.read.dates import dated
from kg.read.decode import printable
from kg.read.headline import headline
from kg.read.limits import TAGS, within
from kg.read.normal import is_power
from kg.read.repair import repaired
from kg.read.source import Origin, Source
from kg.read.stated import embedded, stated, update_lines
from kg.read.text import joined
from kg.read.words import PrintWords

__all__ = ["paragraphs_in", "read_html"]

_FAULTS = (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError, AssertionError)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")  # a parser of decoded text refuses it
_LATER = "2100-01-01"  # any date: without it, today's would decide which dates are believed
_LEVEL = re.compile(r"h([1-6])\Z")
_BLOCKS = frozenset({"head", "p", "item", "cell", "quote"})  # as trafilatura names them
_HTML_BLOCKS = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "li",
        "blockquote",
        "td",
        "th",
        "dt",
        "dd",
        "div",
        "section",
        "article",
        "main",
        "header",
    }
    | {"time", "body", "tr", "ul", "ol", "dl", "table", "pre", "figure", "figcaption", "hr"}
)
_BREAKS = frozenset({"lb", "br"})
_NOISE = ("script", "style", "nav", "footer", "aside", "form", "noscript", "template", "iframe", "svg", "button", "head")
_SHORT = 250  # characters: what is shorter may be all that is left of a page after its main text was missed
_NOTE = re.compile(
    r"[\[(]?(?:(?:[a-z]{1,8}\.? ?)?\d{1,3}|[a-z])[\])]?(?:[,\s\u2013-]*[\[(]?\d{1,3}[\])]?)*\Z|[*\u2020\u2021\u00a7]+\Z"
)
_HEAD = 3  # paragraphs: among the first ones the headline is found


def _config() -> ConfigParser:
    """Below its least size trafilatura would give all of a page in one paragraph."""
    config = ConfigParser()
    config.read_dict({section: dict(values) for section, values in use_config().items()})
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
    return config


def read_html(page: str, words: PrintWords = PrintWords(), address: str = "") -> Source:  # noqa: B008 - a frozen value
    """The main text of a page: its title, then paragraphs and headings, apart by blank lines.

    Args:
        page: The decoded HTML.
        words: The words of bylines, dates and publishers' names.
        address: Where the page was saved from, where that is known besides.

    Returns:
        The source text, with title, publisher, author and date as the page's metadata state them.

    Raises:
        ReadError: The page cannot be parsed, is too large, or has no text.
    """
    within(page.count("<"), TAGS, "tags")
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page, count=1))
        _drop(_references(tree))
        _drop(update_lines(tree, words))
        known = stated(tree, _shown(tree), words, address)
        paragraphs = _paragraphs(tree)
    except _FAULTS as error:
        raise ReadError(f"broken HTML ({type(error).__name__})") from error
    paragraphs = [(headline(text, (known.publisher,), words) if level == 1 else text, level) for text, level in paragraphs]
    if known.title and not _has_headline(known.title, paragraphs):
        paragraphs.insert(0, (known.title, 1))
    shown = [(*repaired(printable(paragraph)), level) for paragraph, level in paragraphs]
    text, headings = joined((paragraph, level) for paragraph, _, level in shown)
    return Source(text, "blocks", headings, known, warnings=tuple(dict.fromkeys(fault for _, fault, _ in shown if fault)))


def paragraphs_in(markup: str) -> list[str]:
    """The paragraphs of a piece of a page, as mails and feeds carry it.

    Raises:
        ReadError: It cannot be parsed.

    >>> paragraphs_in("<p>Talks <b>fail</b></p>No date was set.")
    ['Talks fail', 'No date was set.']
    """
    try:
        tree = html.document_fromstring(f"<body><div>{markup}</div></body>")
        _drop(_references(tree))
        return [printable(text) for text, _ in _any(tree)]
    except _FAULTS as error:
        raise ReadError(f"broken HTML ({type(error).__name__})") from error


def _shown(tree: etree._Element) -> Origin:
    """Author and date as they stand on the page itself."""
    found = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True, "max_date": _LATER})
    return Origin(author=str(found.author or ""), published=dated(str(found.date or "")))


def _has_headline(title: str, paragraphs: list[tuple[str, int]]) -> bool:
    """Whether one of the first paragraphs is the title, or a headline of the page's own."""
    key = _letters(title)
    return any(level == 1 or _letters(text) == key for text, level in paragraphs[:_HEAD])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _drop(elements: list[etree._Element]) -> None:
    """Take elements out of their tree; the text behind them stays."""
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def _references(tree: etree._Element) -> list[etree._Element]:
    """Raised numbers and marks that lead to notes, with links that hold nothing else; behind a unit they are powers."""
    found = [element for element in tree.iter("sup") if _is_reference(element)]
    return [element.getparent() if _only(element, "a") else element for element in found]


def _only(element: etree._Element, tag: str) -> bool:
    """Whether an element is all that is in its parent."""
    parent = element.getparent()
    return parent.tag == tag and _text(parent) == _text(element)


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_reference(element: etree._Element) -> bool:
    text = _text(element)
    if not text or not _NOTE.match(text):
        return False
    linked = element.find(".//a") is not None or element.getparent().tag == "a"
    before = element.getprevious()
    lead = (before.tail if before is not None else element.getparent().text) or ""
    return linked or not (text.isdigit() and is_power(lead))


def _paragraphs(tree: etree._Element) -> list[tuple[str, int]]:
    """The main text; on a page that is too small for it to be told from the rest, all of it; or what a script would show."""
    main = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, config=_config())
    found = [paragraph for paragraph in _main(main) if paragraph[0]] if isinstance(main, Page) else []
    if sum(len(text) for text, _ in found) >= _SHORT:
        return found
    whole = list(_any(tree))
    if not found:
        carried = [(paragraph, 0) for paragraph in embedded(tree)]
        return max(carried, whole, key=lambda some: sum(len(text) for text, _ in some))
    texts = {text for text, _ in found}
    in_order = [(text, level) for text, level in whole if text in texts or level == 1]
    return in_order if texts <= {text for text, _ in in_order} else found


def _main(page: Page) -> Iterator[tuple[str, int]]:
    """The paragraphs that trafilatura holds to be the main text."""
    for element in page.body.iter(*_BLOCKS):
        level = _LEVEL.match(element.get("rend") or "") if element.tag == "head" else None
        yield _own_text(element), int(level[1]) if level else int(element.tag == "head") * 2


def _any(page: etree._Element) -> Iterator[tuple[str, int]]:
    """All paragraphs of a page, in order: text stands in the innermost block around it."""
    tree = html.fromstring(etree.tostring(page, encoding="unicode"))
    etree.strip_elements(tree, *_NOISE, etree.Comment, with_tail=False)
    pieces: list[str] = []
    levels = [0]
    for event, element in etree.iterwalk(tree, ("start", "end")):
        block = element.tag in _HTML_BLOCKS
        if block and (text := _lines(pieces)):
            yield text, levels[-1]
        pieces = [] if block else pieces
        if event == "end":
            pieces.append(element.tail or "")
            levels = levels[:-1] if block else levels
            continue
        pieces.append("\v" if element.tag in _BREAKS else element.text or "")
        if block:
            level = _LEVEL.match(element.tag)
            levels.append(int(level[1]) if level else 0)
    if text := _lines(pieces):
        yield text, 0


def _own_text(element: etree._Element) -> str:
    """The text of an element without that of the blocks inside it."""
    return _lines(list(_pieces(element)))


def _lines(pieces: list[str]) -> str:
    """Pieces of text as one, the line breaks of the page kept, other blanks collapsed."""
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\v")).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS:
            yield "\v"  # no blank of the page's own
        elif child.tag not in _BLOCKS and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
