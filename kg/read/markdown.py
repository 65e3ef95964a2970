"""Markdown -> passages, the spans of its markup, and the entries of its front matter.

Only what must not reach a parser is known: front matter, code, rules, the marks of headings, lists, quotes, links and emphasis.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Span
from kg.read.source import Passage

__all__ = ["comments", "front_matter", "inline", "passages"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|\Z)")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w-]{0,30})[ \t]*:(?:[ \t]+(.{0,300}))?\Z")
_LISTED = re.compile(r"[ \t]*-[ \t]+(?:[\w-]{0,30}:[ \t]+)?(.{1,300})\Z")
_FOLDED = re.compile(r"[>|][+-]?\d?\Z")
_PIECE = re.compile(r"\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\[\]]+))")
_COMMENT = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,}).*?(?:^ {0,3}(?P=fence)|\Z)|(?P<ticks>`{1,9})[^`\n]+(?P=ticks))|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.MULTILINE,
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_CLOSING = re.compile(r"(?:(?<=\s)|\A)#+[ \t]*\Z")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?\Z")
_REFERENCE = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]")
_HARD_BREAK = re.compile(r"(?:  |\\)\r?\n?\Z")

# Inline markup, each with the groups that are deleted. Every repetition is bounded, so that no input makes the search slow.
_INLINE = (
    re.compile(r"(!\[[^\]\r\n]{0,500}\](?:\([^()\r\n]{0,1000}\)|\[[^\]\r\n]{0,200}\]))"),
    re.compile(
        r"(?<!!)(\[)[^\[\]\r\n]{1,500}(\](?:\([^()\r\n]{0,1000}(?:\([^()\r\n]{0,200}\)[^()\r\n]{0,200})?\)|\[[^\]\r\n]{0,200}\]))"
    ),
    re.compile(r"(\[\^[^\]\s]{1,50}\])"),
    re.compile(r"(</?[A-Za-z][^<>\r\n]{0,500}>|<!--[^\r\n]{0,1000}?-->)"),
    re.compile(r"(?<!\\)(\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~)"),
    re.compile(r"(?<![\w\\])(_{1,3})(?=\S)"),
    re.compile(r"(?<=\S)(?<!\\)(_{1,3})(?!\w)"),
    re.compile(r"(`+)"),
    re.compile(r"(\\)(?=[!-/:-@\[-`{-~])"),
)


@dataclass
class _Page:
    """The passages so far, and the one that is being read."""

    done: list[Passage] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)
    item: bool = False

    def close(self, level: int = 0) -> None:
        if self.lines:
            self.done.append(Passage(tuple(self.lines), level, self.item))
        self.lines, self.item = [], False


def front_matter(text: str) -> dict[str, tuple[str, ...]]:
    r"""The entries of the YAML block at the start of `text`, keys in lower case, each with its values: one, or those of its list.

    >>> front_matter("---\ntitle: 'A talk'\nauthor:\n  - Ana Lee\n  - Bo Chan\n---\nText")
    {'title': ('A talk',), 'author': ('Ana Lee', 'Bo Chan')}
    """
    block = _FRONT.match(text)
    entries: dict[str, list[str]] = {}
    values: list[str] = []
    folded = False
    for line in block[1].splitlines() if block else ():
        entry, item = _ENTRY.match(line), _LISTED.match(line)
        if entry:
            written = (entry[2] or "").strip()
            folded = bool(_FOLDED.match(written))
            values = entries.setdefault(entry[1].lower(), [])
            values += [] if folded else _values(written)
        elif folded and line.strip():
            values[:] = [" ".join((*values, line.strip()))]
        elif item:
            values += _values(item[1].strip())
    return {key: tuple(values) for key, values in entries.items() if values}


def _values(written: str) -> list[str]:
    """What a value of YAML states: a text with or without quotation marks, or a list in brackets."""
    if written.startswith("["):
        pieces = (next(filter(None, groups), "") for groups in _PIECE.findall(written))
        return [piece.strip() for piece in pieces if piece.strip()]
    quoted = len(written) > 1 and written[0] == written[-1] and written[0] in "\"'"
    return [written[1:-1] if quoted else written] if written else []


def comments(text: str) -> Iterator[Span]:
    """What stands between `<!--` and `-->`, over several lines too, outside of code."""
    return (Span(*match.span()) for match in _COMMENT.finditer(text) if not match["code"])


def inline(text: str) -> Iterator[Span]:
    """The marks of emphasis, links, images, footnotes, code and tags, wherever they stand in `text`."""
    for pattern in _INLINE:
        for match in pattern.finditer(text):
            yield from (Span(*match.span(group)) for group in range(1, pattern.groups + 1))


def passages(text: str) -> list[Passage]:
    """The paragraphs, list items and headings of `text`, in order."""
    page, fence = _Page(), ""
    block = _FRONT.match(text)
    for match in _LINE.finditer(text, block.end() if block else 0):
        mark = _FENCE.match(match[0])
        if mark and not fence:
            page.close()
            fence = mark[1]
        elif fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        else:
            _read(page, match[0], match.start())
    page.close()
    return page.done


def _read(page: _Page, raw: str, start: int) -> None:
    """One line outside of code."""
    prefix = _PREFIX.match(raw)
    indent = prefix.end() if prefix else 0
    line = raw[indent:].rstrip()
    if page.lines and _UNDERLINE.match(line):
        page.close(1 if line.startswith("=") else 2)
    elif not line or _RULE.match(line) or _TABLE_RULE.match(line) or _REFERENCE.match(line):
        page.close()
    elif heading := _HEADING.match(line):
        page.close()
        _add(page, _CLOSING.sub("", line), start + indent, heading.end())
        page.close(len(heading[1]))
    else:
        _text(page, raw, line, start + indent)


def _text(page: _Page, raw: str, line: str, start: int) -> None:
    marker = _ITEM.match(line)
    if marker or line.startswith("|"):
        page.close()
    _add(page, line.rstrip("|\\"), start, marker.end() if marker else len(line) - len(line.lstrip("| ")))
    page.item = page.item or bool(marker)
    if _HARD_BREAK.search(raw):
        page.close()


def _add(page: _Page, line: str, start: int, skipped: int) -> None:
    """Add what follows the first `skipped` characters of a line that starts at `start`."""
    line = line.rstrip()
    first = skipped + len(line[skipped:]) - len(line[skipped:].lstrip())
    if first < len(line):
        page.lines.append(Span(start + first, start + len(line)))
