"""The bytes of a message (mail, or a page saved as MHTML) -> its body as source text, and what its head states.

A message is what RFC 5322 and RFC 2045 define; a page that a browser saves in one file is a message whose parts are the page and
its pictures (RFC 2557). The head is no text: its subject is the title, its sender the author.
"""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from kg.errors import ReadError
from kg.model import Span
from kg.read.cues import is_publisher, opening
from kg.read.dates import stamped
from kg.read.decode import Decoded, decode, printable
from kg.read.names import authors
from kg.read.normal import normal_line
from kg.read.source import Heading, Origin, Source
from kg.read.web import read_html
from kg.read.words import PrintWords

__all__ = ["read_mail"]

# What the parser of the standard library lets through on malformed heads.
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)  # all that follows is the sender's: RFC 3676, 4.3
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_MAILBOX = re.compile(rb"\nFrom [^\r\n]{3,200}\d{4}\r?\n[A-Za-z-]{1,60}: ")


def read_mail(data: bytes, words: PrintWords = PrintWords()) -> Source:  # noqa: B008 - a frozen value
    """The body of a message, its subject as headline.

    Args:
        data: The bytes of the message.
        words: The words of bylines, publishers' names and answers, and the alphabets that encodings are told apart by.

    Returns:
        The source text; a page saved as MHTML is read as the page.

    Raises:
        ReadError: It is no message, holds several, or has no text.
    """
    if _MAILBOX.search(data):
        raise ReadError("mailbox with several mails; expected one mail a file")
    try:
        message = message_from_bytes(data, policy=policy.default)
        return _page(message, words) if message.get_content_type() == "multipart/related" else _letter(message, words)
    except _FAULTS as error:
        raise ReadError(f"broken mail ({type(error).__name__})") from error


def _page(message: EmailMessage, words: PrintWords) -> Source:
    """A page saved in one file. When it was saved says nothing of when it was published."""
    part = next((part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if part is None:
        raise ReadError("saved page without HTML")
    decoded = _decoded(part, words)
    address = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    source = read_html(decoded.text, words, address)
    return replace(source, guessed=Origin(title=_line(message, "Subject")), warnings=(*decoded.warnings, *source.warnings))


def _letter(message: EmailMessage, words: PrintWords) -> Source:
    part = message.get_body(("plain", "html"))
    if part is None:
        raise ReadError("mail without text")
    decoded = _decoded(part, words)
    plain = part.get_content_type() == "text/plain"
    body = Source(_own(decoded.text)) if plain else read_html(decoded.text, words)
    stated = _stated(message, words)
    attached = [name for name in (attachment.get_filename() for attachment in message.iter_attachments()) if name]
    unread = (f"attachments are not read ({', '.join(map(printable, attached))})",) if attached else ()
    return replace(
        _titled(body, stated.title), stated=stated.or_else(body.stated), warnings=(*decoded.warnings, *body.warnings, *unread)
    )


def _decoded(part: MIMEPart, words: PrintWords) -> Decoded:
    payload = part.get_payload(decode=True)
    return decode(
        payload if isinstance(payload, bytes) else b"",
        words.alphabet,
        part.get_content_charset() or "",
        page=part.get_content_subtype() != "plain",
    )


def _own(text: str) -> str:
    """The text without signature and marks of quotation."""
    return _QUOTED.sub("", printable(_SIGNATURE.split(text, maxsplit=1)[0])).strip("\r\n")


def _titled(source: Source, title: str) -> Source:
    """The source with the title as its headline, but for one that starts with it."""
    if not title or source.text.startswith(title):
        return source
    moved = tuple(Heading(Span(one.span.start + len(title) + 2, one.span.end + len(title) + 2), 2) for one in source.headings)
    return replace(source, text=f"{title}\n\n{source.text}", headings=(Heading(Span(0, len(title)), 1), *moved))


def _stated(message: EmailMessage, words: PrintWords) -> Origin:
    title = _line(message, "Subject")
    while cut := opening(words.reply, title):
        title = title[cut:].strip()
    sender = normal_line(printable(parseaddr(str(message.get("From") or ""))[0]))
    desk = is_publisher(sender, words)
    return Origin(
        title, sender if desk else "", "" if desk else authors([sender], (), words), stamped(str(message.get("Date") or ""))
    )


def _line(message: EmailMessage, name: str) -> str:
    return normal_line(printable(str(message.get(name) or "")))
