"""What is too large is refused with its measure, before it takes hours or gigabytes; what is large but no more is read."""

import random
import resource
import time
import zlib

import pytest

from kg.errors import ReadError
from kg.read.load import of_file
from tests.hostile import WORD, lying, packed, page_of

SENTENCE = "Norway condemned Chile on Monday, and Peru said that talks had failed. "
PAGE = "<html><body><article>{}</article></body></html>"


def paragraphs(count):
    return packed({"word/document.xml": WORD.format("<w:p><w:r><w:t>Norway left.</w:t></w:r></w:p>" * count)})


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"a " * 500_001, "1,000,002 characters; expected at most 1,000,000"),
        ("a.txt", b"Norway left.\n\n" * 10_001, "10,001 paragraphs; expected at most 10,000"),
        ("a.md", b"x" * 20_000_001, "20,000,001 bytes of text; expected at most 20,000,000"),
        ("a.html", PAGE.format("<b>a</b>" * 50_000).encode(), "100,006 tags; expected at most 100,000"),
        (
            "a.html",
            PAGE.format("".join(f"<p>{number} {SENTENCE * 10}</p>" for number in range(1_600))).encode(),
            "characters; expected at most 1,000,000",
        ),
        ("a.docx", paragraphs(10_001), "10,001 paragraphs; expected at most 10,000"),
        ("a.docx", packed({"word/document.xml": " " * 20_000_001}), "20,000,001 bytes of text; expected at most 20,000,000"),
        ("a.docx", packed({"word/media/a.bin": " " * 100_000_001}), "bytes when unpacked; expected at most 100,000,000"),
        ("a.pdf", page_of(zlib.compress(b"q " * 5_000_001)), "10,000,002 bytes that draw its pages; expected at most 10,000,000"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_too_large_says_by_how_much(name, data, reason):
    before = time.process_time()
    with pytest.raises(ReadError, match=f"^too large, .*{reason}, or several files$") as caught:
        of_file(data, name)
    assert "\n" not in str(caught.value)
    assert time.process_time() - before < 10


def test_an_archive_that_lies_about_its_size_is_broken():
    data = packed({"word/document.xml": WORD.format(f"<w:p><w:r><w:t>{'a ' * 15_000_000}</w:t></w:r></w:p>")})
    with pytest.raises(ReadError, match=r"broken Word document|bytes of text"):
        of_file(lying(data), "a.docx")


@pytest.mark.parametrize("data", [b"Norway left. " * 70_000, b"Norway left.\n\n" * 9_999])
def test_what_is_just_not_too_large_is_read(data):
    assert of_file(data, "a.txt").text.startswith("Norway left.")


def test_a_page_of_many_tags_takes_little_memory():
    data = PAGE.format("".join(random.Random(3).choices(("<b>a</b>", "<span>Norway left.", "<i>"), k=40_000))).encode()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    of_file(data, "a.html")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000
