"""The styles of a Word document -> which paragraphs are headings and what is hidden; and how its elements are named.

The two forms of Open XML, Transitional and Strict, differ in the namespaces of the same elements.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

__all__ = ["Styles", "is_on", "named", "own", "value"]

_WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
_PREFIXES = {
    **dict.fromkeys(_WORD, "w"),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_OFF = frozenset({"0", "false", "off"})
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _prefixed(tag: str) -> str:
    name = etree.QName(tag)
    return f"{_PREFIXES.get(name.namespace or '', '')}:{name.localname}"


def named(element: etree._Element) -> str:
    """The name of an element with the usual prefix, whichever of its namespaces it is in; empty for a comment.

    >>> named(etree.Element("{http://purl.oclc.org/ooxml/wordprocessingml/main}p"))
    'w:p'
    """
    return _prefixed(element.tag) if isinstance(element.tag, str) else ""


def own(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name; none where there is none, or no element."""
    return None if element is None else next((child for child in element if named(child) == name), None)


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """An attribute of Word's namespace; empty where it is missing, or the element is."""
    found = (None if element is None else element.get(f"{{{namespace}}}{attribute}") for namespace in _WORD)
    return next(filter(None, found), "")


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is either on or off is on."""
    return element is not None and value(element) not in _OFF


@dataclass(frozen=True, slots=True)
class Styles:
    """What a document's styles say, by their ids.

    Attributes:
        names: What each is called; those of Word itself have English names in every language.
        hidden: Those whose text is hidden.
        default: That of paragraphs without one.
    """

    names: dict[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    default: str = ""

    @classmethod
    def of(cls, root: etree._Element | None) -> "Styles":
        """The styles that a part defines; none where there is no such part."""
        found = {value(style, "styleId"): style for style in ([] if root is None else root) if named(style) == "w:style"}
        default = (key for key, style in found.items() if value(style, "default") == "1" and value(style, "type") == "paragraph")
        return cls(
            {key: value(own(style, "w:name")) for key, style in found.items()},
            frozenset(key for key in found if _is_hidden(key, found)),
            next(default, ""),
        )

    def level(self, style: str) -> int:
        """Which heading a paragraph of this style is: 0 for text, 1 for the title."""
        name = self.names.get(style, "")
        match = _HEADING.match(name)
        return int(match[1]) if match else int(name.lower() == "title")

    def is_contents(self, style: str) -> bool:
        """Whether paragraphs of this style are the table of contents: they say nothing but what the headings say."""
        return bool(_CONTENTS.match(self.names.get(style, "")))

    def hides(self, paragraph: str, properties: etree._Element | None) -> bool:
        """Whether a run is hidden: its own properties say, else one of its styles does (both together cancel out, 17.7.3).

        Args:
            paragraph: The style of its paragraph.
            properties: Its own properties.

        Returns:
            Whether a reader does not see it.
        """
        direct = own(properties, "w:vanish")
        if direct is not None:
            return is_on(direct)
        return (paragraph in self.hidden) is not (value(own(properties, "w:rStyle")) in self.hidden)


def _is_hidden(key: str, styles: dict[str, etree._Element]) -> bool:
    """Whether a style, or the first of those that it is based on that says so at all, hides its text."""
    passed: set[str] = set()
    while key in styles and key not in passed:
        vanish = own(own(styles[key], "w:rPr"), "w:vanish")
        if vanish is not None:
            return is_on(vanish)
        passed.add(key)
        key = value(own(styles[key], "w:basedOn"))
    return False
