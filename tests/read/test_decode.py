# ruff: noqa: RUF001 - typographic quotes and dashes are what is tested
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.errors import ReadError
from kg.ontology import load
from kg.read.decode import Decoded, decode, printable
from kg.read.words import PrintWords


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_comes_back_whatever_its_encoding(encoding):
    text = "The “reset” is over – Ankara’s café diplomacy failed.\r\nSo did São Paulo’s.\n"
    assert decode(text.encode(encoding)) == Decoded(text)


def test_big_endian_with_a_mark():
    assert decode("\ufeffTalks".encode("utf-16-be")).text == "Talks"


def test_a_page_that_declares_its_encoding_is_believed():
    assert decode('<meta charset="koi8-r"><p>Москва'.encode("koi8-r")).text.endswith("Москва")


def test_a_page_with_a_wrong_declaration_is_not():
    page = '<meta charset="no-such"><p>The café in Genève was closed, the envoy’s aide said.'
    assert decode(page.encode("cp1252")).text == page


@pytest.fixture(scope="module")
def alphabets():
    return PrintWords.of(load().word_lists).alphabet


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Erdoğan flew to İzmir, and Şimşek stayed in Muğla.", "cp1254"),
        ("Türkiye’s envoy Çavuşoğlu met José Sánchez.", "cp1254"),
        ("Guðni Jóhannesson met Þórdís in Reykjavík.", "cp1252"),
        ("The café of Frau Müller – “closed” – at 5 €.", "cp1252"),
        ("Vučić met Milošević’s son in Niš.", "cp1250"),
        ("Wałęsa spoke in Gdańsk, Orbán in Győr.", "cp1250"),
        ("Norway’s “offer” – a trap…", "mac_roman"),
        ("Denmark’s Løkke and Sweden’s Åkesson", "cp1252"),
    ],
)
def test_names_tell_the_encoding(text, encoding, alphabets):
    assert decode(text.encode(encoding), alphabets).text == text


def test_where_two_encodings_fit_both_are_named(alphabets):
    assert decode(b"Erdo\xf0an spoke.", alphabets) == Decoded(
        "Erdoğan spoke.", ('encoding not stated; read as Windows-1254 ("Erdoğan"), could be Windows-1252 ("Erdoðan")',)
    )


@pytest.mark.parametrize(
    ("declared", "data", "text"),
    [
        ("iso-8859-1", b"Peru\x92s \x93no\x94", "Peru’s “no”"),
        ("iso-8859-9", b"Erdo\xf0an", "Erdoğan"),
        ("iso-8859-1", "Erdoğan".encode(), "Erdoğan"),
        ("utf-8", b"Z\xfcrich closed", "Zürich closed"),
        ("utf-16", b"Z\xfcrich closed", "Zürich closed"),
        ("windows-1251", "Москва".encode("cp1251"), "Москва"),
        ("base64", b"Z\xfcrich closed", "Zürich closed"),
    ],
)
def test_a_declaration_is_believed_where_it_makes_words(declared, data, text, alphabets):
    page = f'<meta charset="{declared}">'.encode()
    assert decode(page + data, alphabets).text == page.decode() + text
    assert decode(data, alphabets, declared).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding):
    assert decode("Peru left – Chile stayed.\n".encode(encoding)) == Decoded(
        "Peru left – Chile stayed.\n", ("UTF-16 without a byte-order mark",)
    )


def test_single_bytes_of_windows_in_utf_8():
    data = "Çelik said: ".encode() + b"\x93Peru\x92s Z\xfcrich\x94" + " – José".encode() + b" \xe2\x80"
    assert decode(data) == Decoded(
        "Çelik said: “Peru’s Zürich” – José \ufffd",
        ("UTF-8 with 6 bytes of another encoding; they are read as Windows-1252",),
    )


@pytest.mark.parametrize(
    "text", ["Türkiye’s envoy", "Erdoğan left İzmir", "the “end” – of it…", "Côte d’Ivoire", "Łódź and Plzeň", "São Tomé"]
)
@pytest.mark.parametrize("times", [1, 2])
def test_text_that_was_decoded_wrongly_is_repaired_and_said_so(text, times):
    damaged = f"{text}, and Türkiye’s."
    for _ in range(times):
        damaged = _sloppy(damaged)
    read = decode(damaged.encode())
    assert read.text == f"{text}, and Türkiye’s."
    assert "letters that were decoded wrongly are repaired" in read.warnings


def _sloppy(text):
    return "".join(
        chr(byte) if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([byte]).decode("cp1252") for byte in text.encode()
    )


def test_a_closing_quotation_mark_of_which_a_byte_was_lost():
    assert decode("â€œPeru leftâ€\ufffd, he said.".encode()).text == "“Peru left”, he said."


def test_controls_that_windows_has_letters_for():
    assert decode("Peru\x92s \x93no\x94".encode()).text == "Peru’s “no”"


@pytest.mark.parametrize(
    "text", ["VOILÀ’s CAFÉ”", "Ärger “Ä“", "Ça naïve à Ålesund — 5 °C, £5", "Đặng Văn Lâm", "Москва – 東京", "ȘTEFAN ŽIŽEK Šimun"]
)
def test_what_is_right_is_left_alone(text):
    assert decode(text.encode()) == Decoded(text)


@pytest.mark.parametrize("data", [b"\x89PNG\x00\x01", b"\x01\x02\x03abc", b"\xff\xfe\x00\xd8\x00"])
def test_what_is_no_text_is_refused_in_one_line(data):
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_bytes_that_fit_no_encoding(monkeypatch):
    class Nothing:
        def best(self):
            return None

    monkeypatch.setattr("kg.read.legacy.from_bytes", lambda data: Nothing())
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
