"""IRIs and literals -> the short forms that people read."""

import unicodedata

import pyoxigraph

from kg.graph.notation import notation
from kg.model import Actor, Argument, Issue
from kg.ontology import local_name

__all__ = ["Term", "called", "inference", "kind_of", "prefixed", "printable", "shown"]

Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple

# Controls, lone surrogates, code points that are no characters, and what breaks a line; XML allows hardly any of them.
_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})


def prefixed(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI in angle brackets when no known prefix fits.

    >>> prefixed("https://w3id.org/kg-affairs/actor/russia")
    'actor:russia'
    >>> prefixed("https://example.org/a")
    '<https://example.org/a>'
    """
    return notation(pyoxigraph.NamedNode(iri))


def called(iri: str, label: str) -> set[str]:
    """The words, in lower case, by which people may name what has an IRI and a label.

    >>> sorted(called("https://w3id.org/kg-affairs/actor/russia", "Russia"))[1:3]
    ['actor:russia', 'https://w3id.org/kg-affairs/actor/russia']
    """
    return {name.casefold() for name in (label, iri, f"<{iri}>", prefixed(iri), local_name(iri))}


def kind_of(entity: Actor | Issue) -> str:
    """The kind of an actor, or `Issue`.

    >>> kind_of(Issue("https://w3id.org/kg-affairs/issue/thaad", "THAAD"))
    'Issue'
    """
    return entity.kind.value if isinstance(entity, Actor) else "Issue"


def inference(issue: Argument) -> str:
    """Where an issue comes from that the clause of its claim does not name; empty for one that it names.

    >>> from kg.model import Span
    >>> inference(Argument(Issue("https://w3id.org/kg-affairs/issue/thaad", "THAAD"), Span(0, 5), "headline"))
    'from the headline'
    """
    return issue.reason and f"from the {issue.reason.removeprefix('same ')}"


def printable(text: str) -> str:
    r"""`text` on one line and without control characters, which a terminal might obey.

    >>> printable("a\x1b[31mb\nc")
    'a [31mb c'
    """
    return "".join(" " if unicodedata.category(character) in _UNPRINTABLE else character for character in text)


def shown(term: Term | None) -> str:
    """How a term of an answer is shown in a table: prefixed name, or value without language and datatype; empty when unbound."""
    if term is None:
        return ""
    if isinstance(term, pyoxigraph.NamedNode):
        return prefixed(term.value)
    return printable(term.value if isinstance(term, pyoxigraph.Literal) else str(term))
