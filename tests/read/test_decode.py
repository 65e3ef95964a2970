# ruff: noqa: RUF001 - typographic quotes and dashes are what is tested
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.errors import ReadError
from kg.read.decode import decode, printable


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_comes_back_whatever_its_encoding(encoding):
    text = "The “reset” is over – Ankara’s café diplomacy failed.\r\nSo did São Paulo’s.\n"
    assert decode(text.encode(encoding)) == text


def test_big_endian_with_a_mark():
    assert decode("\ufeffTalks".encode("utf-16-be")) == "Talks"


def test_a_page_that_declares_its_encoding_is_believed():
    assert decode('<meta charset="koi8-r"><p>Москва'.encode("koi8-r")).endswith("Москва")


def test_a_page_with_a_wrong_declaration_is_not():
    page = '<meta charset="no-such"><p>The café in Genève was closed, the envoy’s aide said.'
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize("data", [b"\x89PNG\x00\x01", b"\x01\x02\x03abc", b"\xff\xfe\x00\xd8\x00"])
def test_what_is_no_text_is_refused_in_one_line(data):
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_bytes_that_fit_no_encoding(monkeypatch):
    class Nothing:
        def best(self):
            return None

    monkeypatch.setattr("kg.read.decode.from_bytes", lambda data: Nothing())
    with pytest.raises(ReadError, match="encoding"):
        decode(b"\xff\x81\x8d")


@given(st.binary(max_size=300))
def test_no_bytes_crash(data):
    try:
        decode(data)
    except ReadError:
        return


def test_printable_keeps_the_length_and_drops_what_no_file_holds():
    assert printable("a\x00b\ud800c\n") == "a\ufffdb\ufffdc\n"


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_what_is_printable_is_xml_one_character_for_one(text):
    found = printable(text)
    assert len(found) == len(text)
    assert etree.fromstring(f"<a>{escape(found)}</a>".encode()).text in {found.replace("\r\n", "\n").replace("\r", "\n"), None}
