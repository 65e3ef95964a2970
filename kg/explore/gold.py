"""JSON line <-> gold document: what its reader says that a document claims, in the form that `docs/evaluation.md` describes."""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import pyoxigraph

from kg.errors import ReadError
from kg.explore.names import prefixed
from kg.model import Claim, Document, Factuality, Polarity, Relation
from kg.ontology import PREFIXES, Ontology
from kg.read.files import read

__all__ = ["GoldClaim", "GoldDocument", "gold_line", "read_gold", "speaker_of"]

Kind = TypeVar("Kind", bound=StrEnum)
Record = dict[str, object]

_DOCUMENT = frozenset({"id", "text", "published", "claims"})
_CLAIM = frozenset(
    {"subject", "relation", "object", "factuality", "polarity", "speaker", "attribution", "issues", "quote", "evidence"}
)
# The other keys of the claim record say nothing that is scored.
_UNSCORED = frozenset({"type", "id", "document", "source", "likelihood", "time", "confidence", "rule"})
_PART = r"[^<>\s\ud800-\udfff]+"
_NAME = re.compile(rf"(?P<prefix>{'|'.join(PREFIXES)}):(?P<local>{_PART})|<(?P<iri>{_PART})>|(?P<bare>[A-Za-z]+://{_PART})")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_ID = re.compile(r"[\w.-]+")
_LONGEST = 60  # characters of a wrong value that an error repeats


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that a document makes, by its reader; what is not labelled is `None`, and not scored.

    `subject`, `object`, `speaker` and `issues` are IRIs. `speaker` is the innermost one, empty for the document's own voice and for
    unnamed sources. `quote` is the sentence; without one the claim stands for every sentence of the document that makes it.
    """

    subject: str
    relation: Relation
    object: str
    factuality: Factuality | None = None
    polarity: Polarity | None = None
    speaker: str | None = None
    issues: frozenset[str] | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with all claims that it makes; `where` is the file and line that it was read from."""

    id: str
    text: str
    claims: tuple[GoldClaim, ...]
    published: str = ""
    where: str = ""


def read_gold(path: str, ontology: Ontology) -> tuple[GoldDocument, ...]:
    """Read a file of gold documents, one a line.

    Args:
        path: A file in JSON lines, or `-` for standard input.
        ontology: Whose relation types and issues the file may use.

    Returns:
        The documents, in their order.

    Raises:
        ReadError: The file cannot be read, has no document or the same one twice, or a line has not the form of one.

    >>> read_gold("missing.jsonl", None)
    Traceback (most recent call last):
    kg.errors.ReadError: missing.jsonl: cannot be read (no such file or directory), a file of gold documents was expected
    """
    found: dict[str, GoldDocument] = {}
    for number, line in enumerate(_lines(path), start=1):
        where = f"{path}:{number}"
        try:
            document = _document(_parsed(line), where, ontology) if line.strip() else None
        except ValueError as error:
            raise ReadError(f"{where}: {error}") from error
        if document and document.id in found:
            raise ReadError(f'{where}: the id "{document.id}" is that of {found[document.id].where}, another one was expected')
        found |= {document.id: document} if document else {}
    if not found:
        raise ReadError(f"{path}: no documents, one a line was expected")
    return tuple(found.values())


def gold_line(document: Document, claims: Iterable[Claim]) -> str:
    """A document with its claims as one line of JSON, to be corrected and read again.

    Args:
        document: The document.
        claims: What was extracted from it.

    Returns:
        The line, without its end; keys in a fixed order. Its text is the prose alone, paragraph by paragraph, as it was parsed.
    """
    text = "\n\n".join(block.span.of(document.clean) for block in document.blocks)
    published = {"published": document.published} if document.published else {}
    record = {"id": document.id, "text": text, **published, "claims": [_record(claim) for claim in claims]}
    return json.dumps(record, ensure_ascii=False)


def speaker_of(claim: Claim) -> str:
    """The IRI of the innermost speaker; empty for the document's own voice and for sources that are no actors."""
    speaker = claim.attribution[-1].speaker if claim.attribution else None
    return speaker.entity.iri if speaker else ""


def _record(claim: Claim) -> Record:
    speaker = speaker_of(claim)
    return {
        "subject": prefixed(claim.subject.entity.iri),
        "relation": prefixed(claim.relation.iri),
        "object": prefixed(claim.object.entity.iri),
        "factuality": claim.factuality.value,
        "polarity": claim.polarity.value,
        "speaker": prefixed(speaker) if speaker else None,
        "issues": [prefixed(issue.entity.iri) for issue in claim.issues],
        "quote": claim.evidence.clean,
    }


def _lines(path: str) -> list[str]:
    """The lines of a file; a string in JSON may hold other characters that break lines (U+2028), so those do not count."""
    try:
        return read(path).decode("utf-8-sig").split("\n")
    except ReadError as error:
        raise ReadError(f"{path}: {error}, a file of gold documents was expected") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}, JSON lines were expected") from error


def _parsed(line: str) -> object:
    try:
        value: object = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON at column {error.colno} ({error.msg}), one document was expected") from error
    except (RecursionError, ValueError) as error:
        raise ValueError("nested too deeply, or a number too long, one document was expected") from error
    return value


def _document(value: object, where: str, ontology: Ontology) -> GoldDocument:
    record = _object(value, "the line", _DOCUMENT, frozenset())
    claims = record.get("claims")
    if not isinstance(claims, list):
        raise _wrong("claims", claims, "a list of claims")
    text = _string(record, "text")
    found = tuple(_numbered(number, claim, text, ontology) for number, claim in enumerate(claims, start=1))
    return GoldDocument(_id(record), text, found, _published(record.get("published")), where)


def _id(record: Record) -> str:
    """The name of a document, which is part of the IRIs of actors that it alone has."""
    name = _string(record, "id")
    if not _ID.fullmatch(name):
        raise _wrong("id", name, "a name of letters, digits, dots, hyphens and underscores")
    return name


def _numbered(number: int, value: object, text: str, ontology: Ontology) -> GoldClaim:
    try:
        return _claim(_object(value, "it", _CLAIM, _UNSCORED), text, ontology)
    except ValueError as error:
        raise ValueError(f"claim {number}: {error}") from error


def _claim(record: Record, text: str, ontology: Ontology) -> GoldClaim:
    relation = ontology.relations.get(_iri(record.get("relation"), "relation"))
    if relation is None:
        raise _wrong("relation", record.get("relation"), "a relation type of the ontology, such as rel:sanctions,")
    return GoldClaim(
        subject=_entity(record.get("subject"), "subject", ontology),
        relation=relation.relation,
        object=_entity(record.get("object"), "object", ontology),
        factuality=_one_of(Factuality, record.get("factuality"), "factuality"),
        polarity=_one_of(Polarity, record.get("polarity"), "polarity"),
        speaker=_speaker(record, ontology),
        issues=_issues(record.get("issues"), ontology),
        quote=_quote(record, text),
    )


def _speaker(record: Record, ontology: Ontology) -> str | None:
    """The speaker as it is given, or the innermost of the chain that `kg extract` writes."""
    if "speaker" not in record and "attribution" not in record:
        return None
    speaker = record.get("speaker")
    if "speaker" not in record:
        chain = record["attribution"]
        if not isinstance(chain, list):
            raise _wrong("attribution", chain, "a list of objects with a speaker")
        speaker = _object(chain[-1], "attribution").get("speaker") if chain else None
    return "" if speaker is None else _entity(speaker, "speaker", ontology)


def _issues(value: object, ontology: Ontology) -> frozenset[str] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise _wrong("issues", value, "a list of issues")
    found = frozenset(_iri(issue, "issues") for issue in value)
    for unknown in sorted(found - ontology.issues.keys()):
        raise _wrong("issues", unknown, "an issue of the ontology, such as issue:sanctions,")
    return found


def _quote(record: Record, text: str) -> str:
    inside = _object(record["evidence"], "evidence") if "quote" not in record and "evidence" in record else record
    quote = _string(inside, "quote") if inside.get("quote") is not None else ""
    if " ".join(quote.split()) not in " ".join(text.split()):
        raise _wrong("quote", quote, "words of the text")
    return quote


def _entity(value: object, what: str, ontology: Ontology) -> str:
    """An actor may be one that only the text knows, an issue may not."""
    iri = _iri(value, what)
    if iri.startswith(PREFIXES["issue"]) and iri not in ontology.issues:
        raise _wrong(what, value, "an issue of the ontology, such as issue:sanctions,")
    return iri


def _iri(value: object, what: str) -> str:
    """The IRI that a string stands for, or the `iri` of an object as `kg extract` writes it."""
    name = value.get("iri") if isinstance(value, dict) else value
    if isinstance(name, str) and (found := _NAME.fullmatch(name)):
        with suppress(ValueError):
            return pyoxigraph.NamedNode(found["iri"] or found["bare"] or PREFIXES[found["prefix"]] + found["local"]).value
    raise _wrong(what, value, "an IRI or a prefixed name such as actor:russia")


def _one_of(kinds: type[Kind], value: object, what: str) -> Kind | None:
    if value is None:
        return None
    for kind in kinds:
        if kind.value == value:
            return kind
    raise _wrong(what, value, f"one of {', '.join(kinds)}")


def _published(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and _DATE.fullmatch(value):
        with suppress(ValueError):
            date.fromisoformat(f"{value}-01-01"[:10] if len(value) < 10 else value)
            return value
    raise _wrong("published", value, "a date such as 2021-03-04, 2021-03 or 2021")


def _object(value: object, what: str, keys: frozenset[str] = frozenset(), others: frozenset[str] = frozenset()) -> Record:
    """A JSON object; where keys are given, it has no others."""
    if not isinstance(value, dict):
        raise _wrong(what, value, "an object in braces")
    for key in value if keys else ():
        if key not in keys | others:
            raise _wrong("a key", key, f"one of {', '.join(sorted(keys))}")
    return value


def _string(record: Record, key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str) or not value.strip() or _SURROGATE.search(value):
        raise _wrong(key, value, "a text")
    return value


def _wrong(what: str, value: object, expected: str) -> ValueError:
    given = "missing" if value is None else "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else ""
    shown = given or json.dumps(value)
    return ValueError(f"{what} is {shown[:_LONGEST]}{'…' * (len(shown) > _LONGEST)}, {expected} was expected")
