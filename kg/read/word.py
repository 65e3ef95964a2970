"""The bytes of a Word document (docx, docm) -> its source text, with the paragraphs that its styles call headings."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kg.errors import ReadError
from kg.read.package import FAULTS, Package
from kg.read.source import Origin, Source
from kg.read.story import Story, tell
from kg.read.styles import Styles, named, value
from kg.read.text import joined

__all__ = ["read_word"]

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TEMPLATE = "python-docx"  # the author that files carry whose writer named none
_KINDS = {"styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes", "core-properties": "properties"}


def read_word(data: bytes) -> Source:
    """The text of a Word document: paragraphs, cells and text boxes apart by blank lines, then its footnotes and endnotes.

    Args:
        data: The bytes of the file.

    Returns:
        The source text; paragraphs with the style Title or Heading are headings.

    Raises:
        ReadError: The file is damaged, needs a password, is larger than 100 MB when unpacked, or has no text.
    """
    try:
        return _source(_Parts(Package(data)))
    except FAULTS as error:
        raise ReadError(f"broken Word document ({type(error).__name__})") from error


@dataclass(slots=True)
class _Parts:
    """The parts that a document can do without, and those of them that could not be read."""

    package: Package
    lost: list[str] = field(default_factory=list)

    def tree(self, kind: str) -> etree._Element | None:
        try:
            return self.package.tree(kind)
        except (ReadError, *FAULTS):
            self.lost.append(_KINDS[kind])
            return None


def _source(parts: _Parts) -> Source:
    root = parts.package.read(parts.package.main)
    if named(root) != "w:document":
        raise ReadError("another Office file; expected a Word document")
    story = Story(Styles.of(parts.tree("styles")))
    tell(story, root)
    for kind in ("footnotes", "endnotes"):
        _read_notes(story, kind, parts)
    text, headings = joined(story.done)
    title, author = _properties(parts.tree("core-properties"))
    return Source(text, "blocks", headings, guessed=Origin(title=title, author=author), warnings=tuple(_warnings(story, parts)))


def _read_notes(story: Story, kind: str, parts: _Parts) -> None:
    """Add the notes that the text refers to; what else their part holds are separators, and notes that were deleted."""
    wanted = [note for of, note in story.notes if of == kind]
    root = parts.tree(kind) if wanted else None
    known = {value(note, "id"): note for note in ([] if root is None else root)}
    for note in dict.fromkeys(wanted):
        if note in known:
            tell(story, [known[note]])
        elif kind not in parts.lost:
            parts.lost.append(kind)


def _properties(root: etree._Element | None) -> tuple[str, str]:
    title, author = ("" if root is None else (root.findtext(_DUBLIN_CORE + name) or "").strip() for name in ("title", "creator"))
    return title, "" if author == _TEMPLATE else author


def _warnings(story: Story, parts: _Parts) -> Iterator[str]:
    if parts.lost:
        yield f"damaged: its {', '.join(parts.lost)} cannot be read"
    if story.unread:
        yield f"not all is read: it has {', '.join(story.unread)}"
