"""RDF term -> how Turtle writes it: prefixed where it can be, long strings over several lines."""

import re

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from kg.ontology import PREFIXES, term

__all__ = ["Term", "notation"]

Term = NamedNode | BlankNode | Literal | Triple | DefaultGraph

# Section 6.5 of Turtle: what a local name may consist of, less what would need an escape.
_LETTER = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_FURTHER = rf"{_LETTER}0-9_\u00B7\u0300-\u036F\u203F-\u2040-"
_LOCAL = re.compile(rf"[{_LETTER}0-9_](?:[.{_FURTHER}]*[{_FURTHER}])?")
_BASES = tuple(sorted(((base, prefix) for prefix, base in PREFIXES.items()), key=lambda pair: (-len(pair[0]), pair[0])))
_BARE = {
    term("xsd:integer"): re.compile(r"[+-]?[0-9]+"),
    term("xsd:decimal"): re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    term("xsd:boolean"): re.compile("true|false"),
}
_UNTAGGED = term("xsd:string")
_QUOTE_BEFORE_QUOTE = re.compile(r'"(?="|\Z)')
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def notation(value: Term) -> str:
    """Write a term.

    Args:
        value: The term.

    Returns:
        Its notation in Turtle.

    >>> notation(NamedNode(term("actor:united-states"))), notation(Literal("so", language="en")), notation(Literal(7))
    ('actor:united-states', '"so"@en', '7')
    """
    if isinstance(value, NamedNode):
        return _name(value.value)
    return _literal(value) if isinstance(value, Literal) else str(value)


def _name(iri: str) -> str:
    for base, prefix in _BASES:
        if iri.startswith(base) and _LOCAL.fullmatch(iri, len(base)):
            return f"{prefix}:{iri[len(base) :]}"
    return f"<{iri}>"


def _literal(literal: Literal) -> str:
    datatype = literal.datatype.value
    if datatype in _BARE and _BARE[datatype].fullmatch(literal.value):
        return literal.value
    quoted = _quoted(literal.value)
    if literal.language:
        return f"{quoted}@{literal.language}"
    return quoted if datatype == _UNTAGGED else f"{quoted}^^{_name(datatype)}"


def _quoted(words: str) -> str:
    plain = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04X}", words.replace("\\", "\\\\").replace("\t", "\\t"))
    if "\n" not in plain:
        return '"' + plain.replace('"', '\\"') + '"'
    # Inside a long string, quotes need an escape only where another quote follows.
    return '"""' + _QUOTE_BEFORE_QUOTE.sub(r'\\"', plain) + '"""'
