import io
import zipfile

import pytest

from kg.errors import ReadError
from kg.model import BlockKind
from kg.read.formats import parse
from kg.read.load import document
from tests.read.files_made import pdf, word

HTML = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><head><title>Nile talks break off | Meridian Wire</title>
<meta property="og:site_name" content="Meridian Wire"><meta name="author" content="Ana Lee">
<meta property="article:published_time" content="2021-04-06T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Nile talks break off</h1>
<p>Egypt and <b>Sudan</b> left the talks
with <a href="/e">Ethiopia</a> on Tuesday &lt;script&gt; without a result.<br>No date was set.<br><br>None will be.</p>
<h2>Water and power</h2><ul><li>Egypt fears for its water</li></ul>
<p>Ethiopia accuses both of blocking the dam, and it will go on filling it in July.</p></article>
<footer>Copyright Meridian Wire</footer></body></html>"""


def blocks(data, path, words):
    read = document(parse(data, path, words), path, words)
    return read, [(block.kind, block.span.of(read.clean)) for block in read.blocks]


def test_html_gives_its_main_text_and_what_it_states(words):
    read, shown = blocks(HTML.encode(), "a.html", words)
    assert (read.title, read.publisher, read.author, read.published) == (
        "Nile talks break off",
        "Meridian Wire",
        "Ana Lee",
        "2021-04-06",
    )
    assert shown[0] == (BlockKind.HEADLINE, "Nile talks break off")
    assert (
        shown[1][1]
        == "Egypt and Sudan left the talks with Ethiopia on Tuesday <script> without a result. No date was set. None will be."
    )
    assert (BlockKind.HEADING, "Water and power") in shown
    assert not any("Home" in text or "Copyright" in text for _, text in shown)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><h1>Egypt leaves the Nile talks</h1></body></html>",
        "<p>Egypt leaves the Nile talks",
        "<html><body>Egypt leaves<!-- really --> the Nile talks<script>x()</script></body></html>",
    ],
)
def test_a_tiny_page_is_a_document(page, words):
    assert [text for _, text in blocks(page.encode(), "a.htm", words)[1]] == ["Egypt leaves the Nile talks"]


def test_the_title_is_a_headline_where_the_text_lacks_it(words):
    page = f"<html><head><title>Nile talks break off</title></head><body><article><p>{'Egypt left the talks with Ethiopia. ' * 9}</p></article></body></html>"
    assert blocks(page.encode(), "a.html", words)[1][0] == (BlockKind.HEADLINE, "Nile talks break off")


def test_html_is_known_by_its_content(words):
    assert blocks(HTML.encode(), "-", words)[0].title == "Nile talks break off"


@pytest.mark.parametrize("page", ["<html></html>", "<!-- -->", "<html><head></head><body><script>1</script></body></html>"])
def test_a_page_without_text(page, words):
    with pytest.raises(ReadError):
        document(parse(page.encode(), "a.html", words), "a.html", words)


def test_word_paragraphs_headings_and_cells(words):
    data = word(
        ("Title", "Nile talks break off"),
        ("Normal", "By Ana Lee"),
        ("Normal", "Egypt left the talks on Tuesday."),
        ("Heading 2", "Water and power"),
        ("Normal", ""),
        ("Normal", "Sudan stayed a day longer."),
        cells=["Ethiopia filled the dam.", "Egypt protested at once."],
        author="Bo Berg",
        title="Draft 3",
    )
    read, shown = blocks(data, "a.docx", words)
    assert (read.title, read.author) == ("Nile talks break off", "Ana Lee")
    assert [kind.value for kind, _ in shown] == ["headline", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]
    assert shown[-1][1] == "Egypt protested at once."


def test_properties_of_a_word_file_fill_gaps(words):
    read, _ = blocks(word(("Normal", "Egypt left the talks on Tuesday."), author="Bo Berg", title="Nile"), "a.docx", words)
    assert (read.title, read.author) == ("Nile", "Bo Berg")
    assert blocks(word(("Normal", "Egypt left the talks.")), "a.docx", words)[0].author == ""


def test_a_word_file_that_unpacks_to_too_much(words):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 101_000_000)
    with pytest.raises(ReadError, match="too large, 101,000,000 bytes when unpacked; expected at most 100,000,000"):
        parse(buffer.getvalue(), "a.docx", words)


def test_pdf_lines_pages_and_large_type(words):
    first = [
        (20, "Nile talks break off again"),
        (20, "Without a Date"),
        (11, "By Ana Lee, 6 April 2021"),
        (11, "Egypt left the talks with Ethiopia on Tuesday, and the gov-"),
        (11, "ernment of Sudan did the same a few hours later, said two of the"),
        (11, "envoys."),
        (14, "Water and power"),
        (11, "Ethiopia accuses both of them of blocking the great dam, which is"),
        (11, "1"),
    ]
    second = [(11, "nearly full. It will go on filling it."), (11, "2")]
    read, shown = blocks(pdf(first, second), "a.pdf", words)
    assert shown == [
        (BlockKind.HEADLINE, "Nile talks break off again Without a Date"),
        (
            BlockKind.PARAGRAPH,
            "Egypt left the talks with Ethiopia on Tuesday, and the government of Sudan did the same a few hours later, said two of the envoys.",
        ),
        (BlockKind.HEADING, "Water and power"),
        (
            BlockKind.PARAGRAPH,
            "Ethiopia accuses both of them of blocking the great dam, which is nearly full. It will go on filling it.",
        ),
    ]
    assert (read.author, read.published) == ("Ana Lee", "2021-04-06")
    assert "the gov-\nernment of Sudan" in read.text


def test_an_initial_in_large_type_is_no_heading(words):
    read, shown = blocks(pdf([(11, "Egypt left the talks on Tuesday.")], title="Nile talks.docx"), "a.pdf", words)
    assert (read.title, len(shown)) == ("", 1)
    assert blocks(pdf([(11, "Egypt left the talks.")], title="Nile talks"), "a.pdf", words)[0].title == "Nile talks"


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (b"", "a.txt", "empty file"),
        (b" \n\t\n", "a.md", "empty file"),
        (b"abc", "a.xlsx", "unknown format .xlsx"),
        (b"\x00\x01\x02", "a.txt", "binary file"),
        (b"%PDF-1.4\nnothing", "a.pdf", "broken PDF"),
        (b"no pdf at all", "a.pdf", "broken PDF"),
        (pdf([(11, "Egypt left.")], password="nile"), "a.pdf", "encrypted PDF"),
        (pdf([]), "a.pdf", "without text"),
        (b"PK\x03\x04word/document.xml", "a.docx", "broken Word"),
        (b"no zip", "a.docx", "broken Word"),
        (b"x" * 20_000_001, "a.txt", "too large"),
    ],
)
def test_what_cannot_be_read_says_why(data, path, reason, words):
    with pytest.raises(ReadError, match=reason) as caught:
        parse(data, path, words)
    assert "\n" not in str(caught.value)


METHODS = ("RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256")
TALKS = [(11, "Egypt left the talks on Tuesday.")]


@pytest.mark.parametrize("method", METHODS)
def test_a_pdf_that_only_its_owner_may_change_is_read(method, words):
    read, shown = blocks(pdf(TALKS, owner="nile", method=method, title="Nile talks"), "a.pdf", words)
    assert (read.title, [text for _, text in shown]) == ("Nile talks", ["Egypt left the talks on Tuesday."])


@pytest.mark.parametrize("method", METHODS)
def test_a_pdf_with_a_password_says_so(method, words):
    with pytest.raises(ReadError, match=r"^encrypted PDF; a password is needed$"):
        parse(pdf(TALKS, password="nile", owner="delta", method=method), "a.pdf", words)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(b"/Standard", b"/Own.PubS"), (b"/AESV3", b"/AESV7"), (b"/CFM", b"/CFN"), (b"/V 5", b"/V 8"), (b"/U ", b"/W ")],
)
def test_a_pdf_that_is_encrypted_in_another_way_is_one_line(right, wrong, words):
    data = pdf(TALKS, owner="nile", method="AES-256")
    assert right in data
    with pytest.raises(ReadError, match=r"^(?:encrypted|broken) PDF[^\n]*$"):
        parse(data.replace(right, wrong), "a.pdf", words)


def test_of_a_pdf_with_a_damaged_page_the_others_are_read(words):
    data = pdf(TALKS, [(11, "Sudan followed.")], [(11, "Chad stayed.")])
    page = data.rindex(b"/Length ", 0, data.index(b"Sudan"))
    damaged = data[:page] + b"/Filter /Xy" + data[page + len(b"/Filter /Xy") :]
    source = parse(damaged, "a.pdf", words)
    assert source.warnings == ("damaged: page 2 cannot be read to its end",)
    assert "Egypt left" in source.text
    assert "Chad stayed" in source.text


def test_a_pdf_with_too_much_text(monkeypatch, words):
    monkeypatch.setattr("kg.read.pdf.CHARACTERS", 10)
    with pytest.raises(ReadError, match="too large"):
        parse(pdf([(11, "Egypt left the talks.")]), "a.pdf", words)


def test_html_that_breaks_its_parser(monkeypatch, words):
    def fail(*_args, **_kwargs):
        raise ValueError("no")

    monkeypatch.setattr("kg.read.web.trafilatura.bare_extraction", fail)
    with pytest.raises(ReadError, match="broken HTML"):
        parse(HTML.encode(), "a.html", words)
