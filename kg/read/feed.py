"""A feed (RSS, Atom) -> the titles and texts of its items, one after the other."""

import re
from collections.abc import Iterator

from lxml import etree

from kg.errors import ReadError
from kg.read.dates import stamped
from kg.read.decode import printable
from kg.read.normal import normal_line
from kg.read.source import Origin, Source
from kg.read.text import joined
from kg.read.web import paragraphs_in

__all__ = ["read_feed"]

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")  # the text is decoded already
_ITEMS = frozenset({"item", "entry"})
_TEXTS = ("encoded", "content", "description", "summary")  # the longest first: `content:encoded` is all of a report
_DATES = ("pubDate", "published", "date", "issued")


def read_feed(text: str) -> Source:
    """The items of a feed, each with its title as a heading.

    Args:
        text: The decoded feed.

    Returns:
        The source text; title and publisher are those of the feed, the date is that of its items where they have the same.

    Raises:
        ReadError: It is other XML, or has no items.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser)
    if root is None or not any(_name(element) in _ITEMS for element in root.iter()):
        expected = "a feed (RSS or Atom)" if root is None or _name(root) not in {"rss", "feed", "RDF"} else "a feed with items"
        raise ReadError(f"XML; expected {expected}")
    items = [element for element in root.iter() if _name(element) in _ITEMS]
    body, headings = joined(paragraph for item in items for paragraph in _paragraphs(item))
    days = {day for item in items if (day := stamped(_line(item, _DATES)))}
    channel = root if _name(root) == "feed" else next((one for one in root.iter() if _name(one) == "channel"), root)
    name = _line(channel, ("title",))
    several = ("a feed with items of several days is one document without a date",) if len(days) > 1 else ()
    return Source(body, "blocks", headings, Origin(name, name, published=days.pop() if len(days) == 1 else ""), warnings=several)


def _paragraphs(item: etree._Element) -> Iterator[tuple[str, int]]:
    title = _line(item, ("title",))
    yield title, 2
    content = next((child for name in _TEXTS for child in item if _name(child) == name), None)
    if content is not None:
        yield from ((text, 0) for text in paragraphs_in(_markup(content)) if text != title)


def _markup(element: etree._Element) -> str:
    """What an element holds, as HTML: escaped, or as elements of its own."""
    children = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "") + children


def _line(parent: etree._Element, names: tuple[str, ...]) -> str:
    """The text of the first child of one of these names."""
    found = (child for name in names for child in parent if _name(child) == name)
    text = "".join(next(found, etree.Element("none")).itertext())
    return " ".join(map(normal_line, paragraphs_in(printable(text)))) if "<" in text else normal_line(printable(text))


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
