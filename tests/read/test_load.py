# ruff: noqa: RUF001 - typographic quotes are what is tested
import hashlib
import io
import time

import pytest

import kg.read
from kg.errors import ReadError
from kg.model import Document, Skipped
from kg.ontology.literals import unwritable
from kg.read.files import find
from kg.read.load import document, documents, readable
from kg.read.source import Origin, Source

GERMAN = (
    "Der Minister sprach am Freitag lange mit seinem Kollegen aus Ankara, doch beide wollten danach nicht sagen, ob man sich auf einen neuen Vertrag über die Häfen geeinigt habe. "
    * 3
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.md").write_text("# Port reopens\n\nShips left the port on Friday.\n", "utf-8")
    (tmp_path / "a.txt").write_bytes("Turkey’s port\r\nreopened on Friday.\r\n".encode())
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt").write_text("Greece closed a port on Monday.", "utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "d.txt").write_text("Nobody reads this.", "utf-8")
    return tmp_path


def test_a_folder_is_read_in_order_at_any_depth_without_what_is_hidden(folder):
    own = folder.name
    assert [read.source for read in documents([str(folder)])] == [f"{own}/a.txt", f"{own}/b.md", f"{own}/deep/c.txt"]


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["{}"], ["news/a.txt", "news/b/c.txt"]),
        (["{}/a.txt"], ["a.txt"]),
        (["{}/b"], ["b/c.txt"]),
        (["news"], ["news/a.txt", "news/b/c.txt"]),
        (["./news/b"], ["news/b/c.txt"]),
        (["."], ["news/a.txt", "news/b/c.txt"]),
        (["../{here}/news/b"], ["{here}/news/b/c.txt"]),
    ],
)
def test_a_graph_knows_a_file_by_what_was_given_and_not_by_the_machine(given, names, tmp_path, monkeypatch):
    folder, here = tmp_path / "news", tmp_path.name
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text("Nobody came to Oslo.", "utf-8")
    (folder / "b" / "c.txt").write_text("Greece closed a port on Monday.", "utf-8")
    monkeypatch.chdir(tmp_path)
    found = find([path.format(folder, here=here) for path in given])
    assert [file.name for file in found] == [name.format(here=here) for name in names]


def test_files_of_one_name_are_told_apart_by_the_folders_that_they_lie_in(tmp_path):
    for place in ("north/news", "south/news"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "a.txt").write_text(f"Nobody came to the {place}.", "utf-8")
    found = find([str(tmp_path / "north" / "news"), str(tmp_path / "south" / "news")])
    assert [file.name for file in found] == ["north/news/a.txt", "south/news/a.txt"]


def test_the_source_text_is_what_the_file_decodes_to(folder):
    (read,) = documents([str(folder / "a.txt")])
    assert read.text == "Turkey’s port\r\nreopened on Friday.\r\n"
    assert read.clean == "Turkey's port reopened on Friday."
    assert read.id == hashlib.sha256(read.text.encode()).hexdigest()[:16]
    assert read.alignment.span(read.blocks[0].span).of(read.text) == read.text.strip()


def test_what_cannot_be_read_is_skipped_and_the_rest_goes_on(folder, words):
    (folder / "deep" / "a.csv").write_text("a,b", "utf-8")
    (folder / "deep" / "b.txt").write_bytes(b"")
    (folder / "deep" / "d.txt").write_text("Greece closed a port on Monday.", "utf-8")
    (folder / "deep" / "e.txt").write_text(GERMAN, "utf-8")
    (folder / "deep" / "f.txt").write_text("* * *", "utf-8")
    read = list(documents([str(folder / "deep")], words=words))
    assert [isinstance(item, Document) for item in read] == [False, False, True, False, False, False]
    assert [item.reason for item in read if isinstance(item, Skipped)] == [
        "unknown format .csv; expected .txt, .md, .markdown, .html, .htm, .mhtml, .mht, .eml, .xml, .rss, .atom, .docx, .docm, .pdf",
        "empty file",
        f"same text as {folder / 'deep' / 'c.txt'}",
        "not in English (language: de)",
        "no text",
    ]


def test_a_page_break_is_a_line_end_of_the_source_text_and_parts_no_paragraph():
    head = "MERIDIAN POST\n"
    text = f"{head}Greece closed a port on Monday, and Turkey\f{head}opened one of its own.\n\f{head}Malta kept\vout of it all."
    read = document(Source(text), "a.txt")
    assert read.text == text.replace("\f", "\n").replace("\v", "\n")
    assert "Turkey opened one of its own." in read.clean
    assert "MERIDIAN" not in read.clean
    assert [read.alignment.span(block.span).of(read.text)[:6] for block in read.blocks] == ["Greece", "Malta "]


@pytest.mark.parametrize("character", "\x00\x07\x0b\x0c\x1b\x1f\ufffe\uffff\udc80")
def test_nothing_that_is_known_of_a_document_has_a_character_that_xml_forbids(character):
    odd = f"Quiet{character}Port"
    origin = Origin(odd, odd, odd)
    for source in (Source(f"{odd} was closed.", stated=origin), Source(f"{odd} was closed.", guessed=origin)):
        read = document(source, readable(f"{odd}.txt"))
        for words in (read.source, read.text, read.clean, read.title, read.publisher, read.author):
            assert not unwritable(words)


def test_a_file_that_is_named_twice_is_read_once(folder):
    assert len(list(documents([str(folder / "a.txt"), str(folder)]))) == 3


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Ships left the port.")))
    (read,) = documents(["-"])
    assert (read.source, read.text) == ("-", "Ships left the port.")


@pytest.mark.parametrize("paths", [["missing.txt"], [], ["a\x00b"], ["x" * 5000]])
def test_what_is_not_there_is_said_before_anything_is_read(paths):
    with pytest.raises(ReadError) as caught:
        documents(paths)
    assert "\n" not in str(caught.value)


def test_a_folder_without_documents(tmp_path):
    (tmp_path / "a.csv").write_text("a,b", "utf-8")
    with pytest.raises(ReadError, match="no documents in this folder"):
        documents([str(tmp_path)])


def test_a_file_that_goes_away(folder):
    found = documents([str(folder / "a.txt")])
    (folder / "a.txt").unlink()
    assert next(found).reason == "cannot be read (no such file or directory)"


def test_a_file_that_is_too_large(folder, monkeypatch):
    monkeypatch.setattr("kg.read.files._LIMIT", 5)
    assert next(documents([str(folder / "a.txt")])).reason.startswith("too large")


def test_one_document_at_a_time(folder, monkeypatch):
    opened = []
    monkeypatch.setattr("kg.read.load.read", lambda file: opened.append(file) or b"Ships left.")
    next(documents([str(folder)]))
    assert len(opened) == 1


@pytest.mark.parametrize(
    "text", ["Oui.", "Ankara, Izmir, Bursa " * 9, "xx yy zz " * 40, "The ships of Ankara left the port and sailed. " * 9]
)
def test_what_is_not_surely_foreign_is_read(text):
    assert document(Source(text), "a.txt").language == "en"


def test_a_megabyte_takes_a_second_or_two(words):
    text = "The port of Odesa- based ships was closed, the min- ister’s aide said, and it stayed so. " * 11_000
    start = time.process_time()
    document(Source(text), "a.txt", words)
    assert time.process_time() - start < 5


def test_the_room_has_two_public_names():
    assert kg.read.__all__ == ["PrintWords", "documents"]
