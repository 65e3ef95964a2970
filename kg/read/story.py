"""A part of a Word document -> its paragraphs as a reader sees them.

All text stands in runs, and runs stand in whatever was done with them: insertions, moves, fields, links, content controls, smart
tags, text boxes. So everything is walked through but what a reader does not see: deletions, comments, properties, the instructions
of fields, hidden text, the second version that a drawing has for older programs. ECMA-376, part 1, section 17.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from kg.read.styles import Styles, is_on, named, own, value

__all__ = ["Story", "tell"]

_TEXT = frozenset({"w:t", "m:t"})
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_UNSEEN = frozenset({"w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:rt", "w:fldData"})
_GONE = ("w:del", "w:moveFrom")  # of the mark of a paragraph
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_UNREAD = {
    "w:altChunk": "a part in another format",
    "w:subDoc": "a part that is another file",
    "w:object": "an embedded object",
    "dgm:relIds": "a diagram",
    "c:chart": "a chart",
}
_HEX = re.compile("[0-9A-Fa-f]{1,5}")
_PRIVATE = range(0xE000, 0xF900)  # of a font with signs of its own


_Reader = Callable[["Story", Any], None]  # of an element


@dataclass(slots=True)
class Story:
    """What was read so far, and where reading stands.

    Attributes:
        styles: What the styles of the document say.
        done: The paragraphs, each with its level as a heading.
        notes: The footnotes and endnotes that the text refers to, in order: the kind of their part, and the id.
        unread: What could not be read, in words.
        style: The style of the paragraph that is being read.
        pieces: The text of the paragraph that is being read.
        joined: Whether the mark of the last paragraph was deleted, so that this one goes on with it.
        hidden: Whether what is being read is hidden.
        fields: The fields that are open; of each, whether its result has begun.
        boxes: The text boxes that hang on the paragraph that is being read.
    """

    styles: Styles
    done: list[tuple[str, int]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    unread: dict[str, None] = field(default_factory=dict)
    style: str = ""
    pieces: list[str] = field(default_factory=list)
    joined: bool = False
    hidden: bool = False
    fields: list[bool] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def seen(self) -> bool:
        """Whether a reader sees what is being read."""
        return not self.hidden and all(self.fields)

    def say(self, text: str) -> None:
        """Add text to the paragraph that is being read; a blank is set where two paragraphs were joined and had none."""
        if not text or not self.seen:
            return
        before = self.pieces[-1][-1:] if self.pieces else ""
        if self.joined and before.isalnum() and text[0].isalnum():
            self.pieces.append(" ")
        self.joined = False
        self.pieces.append(text)

    def close(self, level: int = 0) -> None:
        """End the paragraph that is being read; the text boxes that hang on it follow."""
        text, boxes = "".join(self.pieces), self.boxes
        self.pieces, self.boxes, self.joined = [], [], False
        if text.strip():
            self.done.append((text, level))
        for box in boxes:
            tell(self, box)
            self.close()


def tell(story: Story, elements: Iterable[etree._Element]) -> None:
    """Read elements, one after the other.

    Args:
        story: Takes the paragraphs.
        elements: What an element holds: a document, a note, or anything inside them.
    """
    for child in elements:
        name = named(child)
        if name in _UNSEEN or name.endswith("Pr"):  # so end the names of all properties
            continue
        if name in _TEXT:
            story.say(child.text or "")
        elif name in _CHARACTERS:
            story.say(_CHARACTERS[name])
        elif name in _UNREAD:
            story.unread[_UNREAD[name]] = None
        else:
            reader: _Reader = _READERS.get(name, tell)
            reader(story, child)


def _paragraph(story: Story, element: etree._Element) -> None:
    properties = own(element, "w:pPr")
    style = value(own(properties, "w:pStyle")) or story.styles.default
    if story.styles.is_contents(style):
        return
    story.style = style
    tell(story, element)
    story.fields = [True for _ in story.fields]  # an instruction that does not end with its paragraph is damaged, and hides no more
    mark = own(properties, "w:rPr")
    if value(own(properties, "w:framePr"), "dropCap") in {"drop", "margin"}:
        return  # the first letter of the next paragraph
    if story.styles.hides(style, mark) or any(own(mark, gone) is not None for gone in _GONE):
        story.joined = True
    else:
        story.close(story.styles.level(style))


def _run(story: Story, element: etree._Element) -> None:
    before = story.hidden
    story.hidden = before or story.styles.hides(story.style, own(element, "w:rPr"))
    tell(story, element)
    story.hidden = before


def _apart(story: Story, element: etree._Element) -> None:
    story.close()
    tell(story, element)
    story.close()


def _row(story: Story, element: etree._Element) -> None:
    if own(own(element, "w:trPr"), "w:del") is None:
        tell(story, element)


def _cell(story: Story, element: etree._Element) -> None:
    if own(own(element, "w:tcPr"), "w:cellDel") is None:
        _apart(story, element)


def _field(story: Story, element: etree._Element) -> None:
    """A field is an instruction and, after a mark between them, its result; either may hold further fields."""
    kind = value(element, "fldCharType")
    if kind == "begin":
        story.fields.append(False)
    elif story.fields and kind == "separate":
        story.fields[-1] = True
    elif story.fields and kind == "end":
        story.fields.pop()


def _symbol(story: Story, element: etree._Element) -> None:
    code = _HEX.fullmatch(value(element, "char"))
    story.say(" " if code is None or int(code[0], 16) in _PRIVATE else chr(int(code[0], 16)))


def _control(story: Story, element: etree._Element) -> None:
    """A content control, but for one that only asks to be filled in, and for a table of contents: the headings follow."""
    properties = own(element, "w:sdtPr")
    gallery = value(own(own(properties, "w:docPartObj"), "w:docPartGallery"))
    if not is_on(own(properties, "w:showingPlcHdr")) and gallery != "Table of Contents":
        tell(story, element)


def _alternatives(story: Story, element: etree._Element) -> None:
    """One thing in several versions, for newer and older programs: the first that has text."""
    versions = list(element)
    texts = (version for version in versions if any(named(inner) in _TEXT for inner in version.iter()))
    for version in [*texts, *versions][:1]:
        tell(story, version)


def _box(story: Story, element: etree._Element) -> None:
    if story.seen:
        story.boxes.append(element)


def _note(story: Story, element: etree._Element) -> None:
    if story.seen:
        story.notes.append((_NOTES[named(element)], value(element, "id")))


_READERS: dict[str, _Reader] = {
    **dict.fromkeys(("w:body", "w:tbl", "w:footnote", "w:endnote"), _apart),  # no paragraph goes on across their borders
    **dict.fromkeys(_NOTES, _note),
    **dict.fromkeys(("w:r", "m:r"), _run),
    "w:p": _paragraph,
    "w:tr": _row,
    "w:tc": _cell,
    "w:fldChar": _field,
    "w:sym": _symbol,
    "w:sdt": _control,
    "w:txbxContent": _box,
    "mc:AlternateContent": _alternatives,
}
