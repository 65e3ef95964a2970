"""Bad documents, made by chance but always the same: what a folder of downloads may hold, and what somebody may send who means harm."""

import io
import os
import random
import re
import subprocess
import sys
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["KINDS", "Result", "documents", "run"]

_SKIPPED = re.compile(r"skipped (?P<source>[^\n]*?/\d{4}-[^/:]*): (?P<reason>.*)")
_PARTICULAR = re.compile(r" as /.*|(?<![-\d])[\d,]+(?= )|(?<=at byte )\d+|(?<=unknown format )\.\w+|\(.*\)")

Chance = random.Random
Made = tuple[str, bytes]

PROSE = "Norway condemned Chile on Monday, and Peru said that talks with Chad had failed. "
NAMES = ("Norway", "Chile", "Peru", "Chad", "Fiji", "Mali", "Ghana", "Nepal", "Laos", "Oman")
RIGHT_TO_LEFT = "\u0646\u0631\u0648\u064a\u062c \u05e0\u05d5\u05e8\u05d5\u05d5\u05d2\u05d9\u05d4 "
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">'
    '<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]>'
)


def noise(chance: Chance) -> Made:
    return chance.choice((".txt", ".html", ".md", ".pdf", ".docx", "")), chance.randbytes(chance.randint(1, 50_000))


def noise_with_a_sign(chance: Chance) -> Made:
    sign, suffix = chance.choice(
        ((b"%PDF-1.7\n", ".pdf"), (b"PK\x03\x04word/document.xml", ".docx"), (b"<html>", ".html"), (b"\xff\xfe", ".txt"))
    )
    return suffix, sign + chance.randbytes(chance.randint(1, 20_000))


def cut_html(chance: Chance) -> Made:
    page = f"<!doctype html><html><head><title>Talks</title></head><body><article><p>{prose(chance) * 9}</p><table><tr><td>{prose(chance)}"
    return ".html", page[: chance.randint(1, len(page))].encode()


def tag_soup(chance: Chance) -> Made:
    parts = (
        "<p>",
        "</p>",
        "<div>",
        "</table>",
        "<td>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<script>",
        "&#0;",
        "&#xD800;",
        "&nope;",
        "<a href=",
        PROSE,
        "'",
        ">",
    )
    return ".html", "".join(chance.choices(parts, k=chance.randint(10, 3_000))).encode()


def nested_tags(chance: Chance) -> Made:
    tag, depth = (
        chance.choice(("div", "p", "b", "ul><li", "table><tr><td", "blockquote")),
        chance.choice((100, 1_000, 10_000, 100_000)),
    )
    return ".html", (f"<html><body>{f'<{tag}>' * depth}{prose(chance)}").encode()


def nested_markdown(chance: Chance) -> Made:
    mark, depth = chance.choice((">", "- ", "[", "*", "_", "`", "(", "#", "![", "<b>", "\\")), chance.choice((1_000, 50_000))
    return ".md", f"{mark * depth} {prose(chance)}".encode()


def front_matter(chance: Chance) -> Made:
    entry = chance.choice(("title: ", "a: b\n", "- ", "date: 2031-13-45 ", "'"))
    return ".md", f"---\n{entry * chance.choice((10, 20_000))}\n---\n{prose(chance)}".encode()


def laughs(chance: Chance) -> Made:
    if chance.random() < 0.5:
        return ".html", f'<?xml version="1.0"?>{LAUGHS}<html><body><p>&g; {prose(chance)}</p></body></html>'.encode()
    return ".docx", packed({"word/document.xml": LAUGHS + WORD.format("<w:p><w:r><w:t>&g;</w:t></w:r></w:p>")})


def bomb(chance: Chance) -> Made:
    """A small archive that unpacks to much: of blanks, of paragraphs, of archives, or more than it says."""
    form, size = chance.choice(("blanks", "paragraphs", "parts", "lie")), chance.choice((5, 50, 150))
    if form == "blanks":
        return ".docx", packed({"word/document.xml": WORD.format(f"<w:p><w:r><w:t>{' ' * size * 1_000_000}</w:t></w:r></w:p>")})
    if form == "paragraphs":
        return ".docx", packed({"word/document.xml": WORD.format("<w:p><w:r><w:t>Norway.</w:t></w:r></w:p>" * size * 1_000)})
    if form == "parts":
        return ".docx", packed({f"word/media/{number}.bin": "\0" * 1_000_000 for number in range(size)})
    return ".docx", lying(packed({"word/document.xml": WORD.format(f"<w:p><w:r><w:t>{'a ' * size * 500_000}</w:t></w:r></w:p>")}))


def broken_archive(chance: Chance) -> Made:
    data = bytearray(packed({"word/document.xml": WORD.format(f"<w:p><w:r><w:t>{prose(chance)}</w:t></w:r></w:p>")}))
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return ".docx", bytes(data[: chance.randint(10, len(data))])


def nested_word(chance: Chance) -> Made:
    depth = chance.choice((50, 1_000, 20_000))
    inner = "<w:tbl><w:tr><w:tc>" * depth + f"<w:p><w:r><w:t>{prose(chance)}</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * depth
    return ".docx", packed({"word/document.xml": WORD.format(inner)})


def right_to_left(chance: Chance) -> Made:
    marks = ("\u202e", "\u202b", "\u2066", "\u200f", "")
    text = "".join(chance.choice(marks) + chance.choice((RIGHT_TO_LEFT, prose(chance))) for _ in range(chance.randint(1, 200)))
    return ".txt", text.encode()


def nulls(chance: Chance) -> Made:
    text = list(prose(chance) * 20)
    for _ in range(chance.randint(1, 300)):
        text.insert(chance.randrange(len(text)), chance.choice("\0\x01\x08\x1b\x7f\ufffe\uffff"))
    return chance.choice((".txt", ".md", ".html")), "".join(text).encode()


def long_line(chance: Chance) -> Made:
    """One line of a megabyte: words, one word, marks, digits, blanks, hyphens, addresses."""
    piece = chance.choice(
        (
            "word ",
            "a",
            "!?",
            "3",
            " ",
            "pre- ",
            "www. x. com ",
            "\u00ad",
            "a@ ",
            '"',
            "(",
            "- - ",
            "\u0301",
            "\U0001f600",
            "Norway ",
        )
    )
    return chance.choice((".txt", ".md")), (piece * (1_000_000 // len(piece))).encode()


def many_names(chance: Chance) -> Made:
    count = chance.choice((200, 1_000, 6_000))
    form = chance.choice(("list", "new", "pairs", "hyphens"))
    if form == "list":
        return ".txt", f"{', '.join(chance.choices(NAMES, k=count))} and Togo condemned Chile.".encode()
    if form == "new":
        return ".txt", " ".join(
            f"{syllables(chance)} {syllables(chance)} condemned {chance.choice(NAMES)}." for _ in range(count // 4)
        ).encode()
    if form == "pairs":
        return ".txt", " ".join(f"{chance.choice(NAMES)} sanctioned {chance.choice(NAMES)}." for _ in range(count // 4)).encode()
    return ".txt", f"The {'-'.join(chance.choices(NAMES, k=count))} talks failed.".encode()


def endless_sentence(chance: Chance) -> Made:
    link = chance.choice((" and ", " said that ", " because ", ", which ", " of ", " to "))
    return ".txt", link.join([f"Norway condemned {syllables(chance)}"] * chance.choice((50, 500, 3_000))).encode()


def many_quotes(chance: Chance) -> Made:
    mark = chance.choice(('"', "\u201c", "\u2018", "'"))
    return ".txt", f"{mark}Norway condemned {syllables(chance)},{mark} said Peru. {mark}".encode() * chance.choice((20, 200))


def nothing(chance: Chance) -> Made:
    return chance.choice((".txt", ".md", ".html", ".pdf", ".docx")), chance.choice(
        (b"", b" \n\t", b"\xef\xbb\xbf", b"\n" * 10_000, b"\xff\xfe", b"...", b"<html></html>")
    )


def wrong_suffix(chance: Chance) -> Made:
    content = chance.choice(
        (
            b"\x89PNG\r\n\x1a\n" + bytes(99),
            b"GIF89a" + bytes(99),
            prose(chance).encode(),
            b"{\\rtf1 " + prose(chance).encode() + b"}",
            broken_pdf(chance)[1],
        )
    )
    return chance.choice((".txt", ".md", ".html", ".pdf", ".docx", ".png", ".exe", ".csv", "")), content


def encodings(chance: Chance) -> Made:
    text = prose(chance) * 5 + "Z\u00fcrich, S\u00e3o Tom\u00e9 \u2013 \u201cno\u201d. "
    data = text.encode(chance.choice(("utf-16-le", "utf-32", "utf-7", "cp1252", "utf-8-sig")), "replace")
    return chance.choice((".txt", ".html")), (b"<meta charset=klingon>" if chance.random() < 0.3 else b"") + data[
        : chance.randint(3, len(data))
    ]


def broken_pdf(chance: Chance) -> Made:
    data = bytearray(page_of(zlib.compress(f"BT /F1 12 Tf 72 720 Td ({prose(chance)}) Tj ET".encode())))
    for _ in range(chance.randint(0, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return ".pdf", bytes(data[: chance.randint(9, len(data))])


def pdf_bomb(chance: Chance) -> Made:
    size = chance.choice((1, 20, 80)) * 1_000_000
    fill = chance.choice((b" ", b"BT (Norway.) Tj ET ", b"q "))
    return ".pdf", page_of(zlib.compress(fill * (size // len(fill)), 9))


def circular_pdf(chance: Chance) -> Made:
    kids = chance.choice((b"2 0 R", b"2 0 R " * 500, b"3 0 R " * 5_000))
    return ".pdf", pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [" + kids + b"] >>",
            b"<< /Type /Page /Parent 2 0 R >>",
        ]
    )


def metadata(chance: Chance) -> Made:
    data = chance.choice(
        ('{"@graph":' * 3_000, '{"datePublished": "9999-99-99"}', '{"headline": ["a", null, {}]}', "[" * 9_000, '{"author": 7}')
    )
    return (
        ".html",
        f'<html><head><script type="application/ld+json">{data}</script></head><body><p>{prose(chance) * 3}</p></body></html>'.encode(),
    )


def long_document(chance: Chance) -> Made:
    """Hundreds of paragraphs of prose."""
    return ".txt", "\n\n".join(
        f"{PROSE * 8} It was number {number} of {syllables(chance)}." for number in range(chance.choice((100, 300)))
    ).encode()


KINDS: dict[str, tuple[Callable[[Chance], Made], int]] = {
    kind.__name__: (kind, share)
    for share, kinds in {
        10: (noise, noise_with_a_sign, cut_html, tag_soup, broken_archive, nulls, nothing, wrong_suffix, encodings, broken_pdf),
        6: (nested_tags, nested_markdown, right_to_left, many_names, endless_sentence, many_quotes, metadata, front_matter, laughs),
        3: (bomb, nested_word, long_line, pdf_bomb, circular_pdf),
        1: (long_document,),
    }.items()
    for kind in kinds
}
"""Each kind of bad document by its name, and how often it is made."""


def documents(count: int, seed: int = 17) -> Iterator[tuple[str, bytes]]:
    """So many bad documents: names of files, and what they hold."""
    makers, shares = zip(*KINDS.values(), strict=True)
    chance = random.Random(seed)
    for number, maker in enumerate(chance.choices(makers, shares, k=count)):
        suffix, data = maker(random.Random(f"{seed} {number}"))
        yield f"{number:04d}-{maker.__name__}{suffix}", data


def prose(chance: Chance) -> str:
    """A few sentences that no other document has."""
    return f"{PROSE}It was number {chance.randrange(10**6)} of {syllables(chance)}. "


def syllables(chance: Chance) -> str:
    return "".join(chance.choices(("ba", "ke", "mo", "ri", "tu", "van", "zel"), k=3)).capitalize()


def packed(parts: dict[str, str]) -> bytes:
    """A docx with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": TYPES, "_rels/.rels": LINKS, **parts}.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return file.getvalue()


def lying(data: bytes) -> bytes:
    """The same archive, which says of its last part that it unpacks to a thousand bytes."""
    changed = bytearray(data)
    at = changed.rindex(b"PK\x01\x02")
    changed[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(changed)


def page_of(stream: bytes) -> bytes:
    """A PDF of one page with this compressed content."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /MediaBox [0 0 612 792] >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalog."""
    parts, places, length = [b"%PDF-1.7\n"], [], 9
    for number, content in enumerate(objects, start=1):
        places.append(length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        length += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join(parts) + end % (len(objects) + 1, table, len(objects) + 1, length)


@dataclass(frozen=True)
class Result:
    """What a build of bad documents came to: its exit status, what it said, the reasons by file, seconds, and megabytes at its peak."""

    status: int
    said: str
    reasons: dict[str, str]
    seconds: float
    peak: float
    names: tuple[str, ...]

    @property
    def counts(self) -> Counter[str]:
        """How often each reason was given, without its particulars."""
        return Counter(" ".join(_PARTICULAR.sub("", reason).split()) for reason in self.reasons.values())


def run(count: int, place: Path, seed: int = 17) -> Result:
    """Build from so many bad documents and a good one, in a process of its own."""
    folder = place / "in"
    folder.mkdir()
    names = tuple(write(folder, count, seed))
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", str(folder), "-o", str(place / "out")]
    with (place / "said").open("w+", encoding="utf-8", errors="replace") as said:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        said.seek(0)
        text = said.read()
    reasons = {Path(match["source"]).name: match["reason"] for match in map(_SKIPPED.fullmatch, text.splitlines()) if match}
    return Result(process.returncode, text, reasons, seconds, used.ru_maxrss / 1024, names)


def write(folder: Path, count: int, seed: int) -> Iterator[str]:
    """Write the documents, and give their names."""
    (folder / "9999-good.txt").write_text(f"{PROSE}So it was.", "utf-8")
    for name, data in documents(count, seed):
        (folder / name).write_bytes(data)
        yield name
