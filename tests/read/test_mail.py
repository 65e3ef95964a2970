import base64
import quopri

import pytest

from kg.errors import ReadError
from kg.read.load import of_file
from kg.read.words import PrintWords

WORDS = PrintWords(byline=("By",), publisher=("Post",), reply=("Re:", "Fwd:"), domain=("org",))
BODY = "Peru left the pact on Tuesday. Chile\u2019s envoy stayed in Lima."
HEAD = "From: Ana Lee <ana@danube.org>\r\nTo: desk@danube.org\r\nSubject: Peru leaves\r\nDate: Mon, 3 Feb 2020 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"


def mail(body=BODY, head=HEAD, kind="text/plain; charset=utf-8", encoding="8bit"):
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(encoding, bytes)
    data = body if isinstance(body, bytes) else body.encode()
    return f"{head}Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode() + coded(data)


def read(data, name="a.eml"):
    found = of_file(data, name, WORDS)
    return found, [block.span.of(found.clean) for block in found.blocks]


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "-"])
@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
def test_the_body_is_decoded_and_the_head_is_no_text(encoding, name):
    found, shown = read(mail(encoding=encoding), name)
    assert (found.title, found.author, found.published, found.publisher) == ("Peru leaves", "Ana Lee", "2020-02-03", "")
    assert shown == ["Peru leaves", BODY.replace("\u2019", "'")]
    assert "danube.org" not in found.text


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Re: Fwd: Peru leaves", "Peru leaves"),
        ("=?utf-8?q?Peru_leaves_T=C3=BCrkiye?=", "Peru leaves T\u00fcrkiye"),
        ("Peru\r\n leaves", "Peru leaves"),
    ],
)
def test_the_subject_is_the_title(subject, title):
    assert read(mail(head=HEAD.replace("Peru leaves", subject)))[0].title == title


def test_a_desk_is_no_author():
    found, _ = read(mail(head=HEAD.replace("Ana Lee", "Danube Post")))
    assert (found.author, found.publisher) == ("", "Danube Post")
    assert read(mail(head=HEAD.replace("Ana Lee <ana@danube.org>", "ana@danube.org")))[0].author == ""


def test_the_charset_of_the_head_is_believed():
    found, _ = read(mail("\u0130zmir\u2019s mayor and Erdo\u011fan met.".encode("cp1254"), kind="text/plain; charset=iso-8859-9"))
    assert "Erdo\u011fan" in found.text


def test_of_two_forms_the_plain_one_is_read_and_attachments_are_named():
    parts = '--b\r\nContent-Type: multipart/alternative; boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nPeru left.\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Other.</p>\r\n--c--\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\nx\r\n--b--\r\n'
    found, shown = read(f'{HEAD}Content-Type: multipart/mixed; boundary="b"\r\n\r\n{parts}'.encode())
    assert shown == ["Peru leaves", "Peru left."]
    assert found.warnings == ("attachments are not read (a.pdf)",)


def test_a_body_of_html():
    _, shown = read(mail("<html><body><p>Peru left the pact.</p><p>Chile stayed.</p></body></html>", kind="text/html"))
    assert shown == ["Peru leaves", "Peru left the pact.", "Chile stayed."]


def test_signature_and_marks_of_quotation_are_no_text():
    found, shown = read(mail("> > Peru left the pact\n> > on Tuesday.\n\nChile stayed.\n-- \nAna Lee\nDanube Post\n"))
    assert shown[1:] == ["Peru left the pact on Tuesday.", "Chile stayed."]
    assert "Danube" not in found.text


PAGE = f"<html><head><title>Peru leaves - Meridian</title></head><body><h1>Peru leaves</h1><p>{BODY}</p></body></html>"


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", "a.txt"])
def test_a_page_saved_in_one_file_is_read_as_the_page(name):
    head = 'From: <Saved by Browser>\r\nSnapshot-Content-Location: https://meridian.org/a\r\nSubject: Peru leaves - Meridian\r\nDate: Tue, 1 Jun 2021 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    part = (
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quopri.encodestring(PAGE.encode())
    )
    picture = b"\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--b--\r\n"
    found, shown = read(head.encode() + part + picture, name)
    assert (found.title, found.publisher, found.author, found.published) == ("Peru leaves", "Meridian", "", "")
    assert shown == ["Peru leaves", BODY.replace("\u2019", "'")]


@pytest.mark.parametrize(
    "text",
    [
        "Subject: ships\n\nPeru left the pact.",
        "Peru: a report\nChile: another\n\nPeru left the pact.",
        "From: Peru\nPeru left the pact.",
    ],
)
def test_other_text_is_no_mail(text):
    assert of_file(text.encode(), "a.txt", WORDS).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEAD.encode() + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b--\r\n', "mail without text"),
        (
            HEAD.encode() + b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n',
            "saved page without HTML",
        ),
        (mail() + b"\nFrom ana@danube.org Tue Feb  4 2020\n" + mail(), "mailbox with several mails"),
    ],
)
def test_what_cannot_be_read_is_named(data, reason):
    with pytest.raises(ReadError, match=reason):
        of_file(data, "a.eml", WORDS)
