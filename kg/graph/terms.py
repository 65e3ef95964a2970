"""Python values -> RDF terms and back, always in canonical form, so that a store gives back what it was given."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.model import Span
from kg.ontology import term

__all__ = ["date", "decimal", "integer", "iri", "named", "read_spans", "spans", "text"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE_FORMS = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "xsd:date"),
    (re.compile(r"\d{4}-\d{2}"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)


@lru_cache(maxsize=1024)
def named(name: str) -> NamedNode:
    """The term with a prefixed name.

    >>> named("rel:sanctions")
    <NamedNode value=https://w3id.org/kg-affairs/relation/sanctions>
    """
    return NamedNode(term(name))


def text(value: str, language: str = "") -> Literal:
    """A literal with a language tag, or a plain one where the language is not known."""
    return Literal(value, language=language) if _LANGUAGE.fullmatch(language) else Literal(value)


def iri(value: str) -> NamedNode | None:
    """The IRI, or none where the text is not one.

    >>> iri("not one") is None
    True
    """
    try:
        return NamedNode(value)
    except ValueError:
        return None


def integer(value: int) -> Literal:
    """An `xsd:integer`."""
    return Literal(str(value), datatype=named("xsd:integer"))


def decimal(value: float) -> Literal:
    """An `xsd:decimal` in canonical form: no exponent, no trailing zeros.

    >>> decimal(0.80).value, decimal(1.0).value
    ('0.8', '1')
    """
    digits = format(Decimal(repr(value)), "f")
    return Literal(digits.rstrip("0").rstrip(".") if "." in digits else digits, datatype=named("xsd:decimal"))


def date(value: str) -> Literal:
    """A date, year-month or year with its datatype; anything else stays a plain literal.

    >>> date("2017-08").datatype
    <NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>
    """
    for form, datatype in _DATE_FORMS:
        if form.fullmatch(value):
            return Literal(value, datatype=named(datatype))
    return Literal(value)


def spans(values: Iterable[Span]) -> Literal:
    """Spans in their order as one plain literal: a list costs one quad, and RDF lists would need blank nodes.

    >>> spans((Span(4, 6), Span(9, 12))).value
    '4-6 9-12'
    """
    return Literal(" ".join(f"{span.start}-{span.end}" for span in values))


def read_spans(value: str) -> tuple[Span, ...]:
    """The spans that `spans` wrote.

    Raises:
        ValueError: The text is not of this form.

    >>> read_spans("4-6 9-12")
    (Span(start=4, end=6), Span(start=9, end=12))
    """
    pairs = [pair.split("-") for pair in value.split()]
    return tuple(Span(int(start), int(end)) for start, end in pairs)
