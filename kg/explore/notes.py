"""The terms of a query -> a note on each that neither the graph nor the vocabulary has, with the nearest that they have."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import pyoxigraph
from pyoxigraph import Literal, NamedNode
from pyparsing import ParseException, ParseResults
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, URIRef
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Literal as RdfLiteral
from rdflib.term import Variable

from kg.explore.lookup import Kind, Names, nearest, simple
from kg.explore.names import prefixed, printable
from kg.graph.notation import notation
from kg.graph.store import load_file
from kg.graph.terms import text
from kg.ontology import PREFIXES, local_name, shipped
from kg.ontology import load as load_ontology

__all__ = ["Term", "notes", "terms"]

Term = NamedNode | Literal
_STANDARD = (DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD)
_NAMED = {PREFIXES[kind.value]: kind for kind in Kind}
_ENGLISH = "en"


def terms(sparql: str) -> tuple[Term, ...]:
    """The IRIs and literals that a query looks for.

    Args:
        sparql: A query that was checked; the prefixes of `kg.ontology.PREFIXES` need no declaration.

    Returns:
        Those of its patterns and conditions, each once, in the order of the text. A literal counts where a pattern has it or a
        variable must be equal to it, not where a function takes it. What is no query has none.

    >>> [str(term) for term in terms('SELECT ?who { ?who rel:sanctions ?x . ?x rdfs:label "Russia" }')][-1]
    '"Russia"'
    """
    try:
        prologue, body = parseQuery(sparql)
    except (ParseException, RecursionError):
        return ()
    declared = {part.prefix or "": str(part.iri) for part in _parts(prologue) if part.name == "PrefixDecl"}
    return tuple(dict.fromkeys(_terms(body, {**PREFIXES, **declared})))


def notes(store: pyoxigraph.Store, terms: Iterable[Term]) -> tuple[str, ...]:
    """Say which terms can find nothing, since neither the graph nor the vocabulary has them.

    Args:
        store: The graph; it is only read, and asked for single terms alone where all are known.
        terms: What a query looks for.

    Returns:
        A line for each such term, with the nearest that there are.

    >>> notes(pyoxigraph.Store(), [NamedNode(PREFIXES["kg"] + "polarty")])
    ('kg:polarty is not in the vocabulary; did you mean kg:polarity?',)
    """
    look = _Look(store)
    return tuple(note for term in terms if (note := look.at_iri(term) if isinstance(term, NamedNode) else look.at_words(term)))


class _Look:
    """Looks terms up in one graph; names are read when the first note needs them."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store = store
        self._names: Names | None = None

    def at_iri(self, node: NamedNode) -> str:
        """The note on an IRI; empty where it is in the graph or the vocabulary."""
        if self._has(node) or _is_standard(node.value):
            return ""
        namespace = node.value.removesuffix(local_name(node.value))
        if defined := _defined(namespace):
            return _said(prefixed(node.value), "vocabulary", map(prefixed, _near_terms(node.value, defined)))
        kind = _NAMED.get(namespace)
        found = self._known().suggest(node.value, [kind]) if kind else ()
        return _said(prefixed(node.value), "graph", map(prefixed, found))

    def at_words(self, literal: Literal) -> str:
        """The note on a literal; empty where it is in the graph, or is no words."""
        worded = literal.language or literal.datatype.value == str(XSD.string)
        if not worded or self._is_said(literal):
            return ""
        shown, english = printable(notation(literal)), text(literal.value, _ENGLISH)
        if self._is_said(english):
            return f"{shown} has {_lacks(literal)}; labels are written {notation(english)}"
        labels = {label for _, label in self._known().labels if simple(label) == simple(literal.value)}
        near = sorted(labels) or nearest(literal.value, {label for _, label in self._known().labels})
        written = (notation(other) for label in near for other in (text(label, _ENGLISH), text(label)) if self._is_said(other))
        return _said(shown, "graph", written)

    def _known(self) -> Names:
        self._names = self._names or Names(self._store, load_ontology())
        return self._names

    def _is_said(self, literal: Literal) -> bool:
        return any(True for _ in self._store.quads_for_pattern(None, None, literal, None))

    def _has(self, node: NamedNode) -> bool:
        """Whether a graph has an IRI in any place."""
        places: tuple[Callable[[], Iterable[object]], ...] = (
            lambda: self._store.quads_for_pattern(node, None, None, None),
            lambda: self._store.quads_for_pattern(None, None, node, None),
            lambda: self._store.quads_for_pattern(None, node, None, None),
            lambda: self._store.quads_for_pattern(None, None, None, node),
        )
        return any(True for place in places for _ in place())


def _said(shown: str, where: str, near: Iterable[str]) -> str:
    found = list(dict.fromkeys(near))
    hint = f"; did you mean {' or '.join(found)}?" if found else ""
    return f"{shown} is not in the {where}{hint}"


def _lacks(literal: Literal) -> str:
    return f"the language {literal.language}" if literal.language else "no language"


def _is_standard(iri: str) -> bool:
    """Whether a vocabulary that others made, or that of kg, has a term."""
    return iri in _vocabulary() or any(URIRef(iri) in one for one in _STANDARD if iri.startswith(str(one)))


def _defined(namespace: str) -> list[str]:
    """The terms of the vocabulary with a namespace; none where nobody defines one."""
    if namespace == PREFIXES["kg"]:
        return [iri for iri in _vocabulary() if iri.startswith(namespace)]
    return [str(iri) for one in _STANDARD if str(one) == namespace for iri in dir(one)]


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """The terms that `kg.ttl` and the relation types define."""
    defined = load_file(shipped() / "kg.ttl")
    own = {quad.subject.value for quad in defined if isinstance(quad.subject, NamedNode)}
    return frozenset(own | set(load_ontology().relations) | set(load_ontology().likelihoods))


def _near_terms(iri: str, defined: Iterable[str]) -> list[str]:
    """The nearest terms; classes, with a capital, for what is written as one, and others for others, if there are any."""
    wanted, names = local_name(iri), {local_name(one): one for one in defined}
    same = [name for name in names if name[:1].isupper() is wanted[:1].isupper()]
    return [names[name] for name in nearest(wanted, same) or nearest(wanted, names)]


def _terms(tree: object, known: dict[str, str]) -> Iterator[Term]:
    """The terms of a part of a parse tree; of what is called or compared only what a variable must be equal to."""
    if isinstance(tree, CompValue):
        yield from _of_part(tree, known)
    elif isinstance(tree, URIRef):
        yield NamedNode(str(tree))
    elif isinstance(tree, list | tuple | ParseResults):
        for part in tree:
            yield from _terms(part, known)


def _of_part(part: CompValue, known: dict[str, str]) -> Iterator[Term]:
    if part.name == "pname":
        if (part.prefix or "") in known:
            yield NamedNode(known[part.prefix or ""] + (part.localname or ""))
    elif part.name == "literal":
        yield from _literal(part)
    elif part.name == "RelationalExpression":
        yield from _compared(part, known)
    elif part.name.startswith("Builtin_") or part.name == "Function":
        yield from (one for one in _inner(part, known) if isinstance(one, NamedNode) and part.name != "Function")
    elif part.name != "DatasetClause":
        yield from _inner(part, known)


def _inner(part: CompValue, known: dict[str, str]) -> Iterator[Term]:
    for value in part.values():
        yield from _terms(value, known)


def _compared(part: CompValue, known: dict[str, str]) -> Iterator[Term]:
    """IRIs, and literals where a bare variable is to be one of them; a part that only holds another compares nothing."""
    equal = part.op in {None, "=", "IN"} and (part.op is None or any(map(_is_variable, (part.expr, part.other))))
    yield from (one for one in _inner(part, known) if equal or isinstance(one, NamedNode))


def _is_variable(tree: object) -> bool:
    while isinstance(tree, CompValue) and list(tree) == ["expr"]:
        tree = tree["expr"]
    return isinstance(tree, Variable)


def _literal(part: CompValue) -> Iterator[Term]:
    words = part.string if isinstance(part.string, RdfLiteral) else RdfLiteral(str(part.string))
    if part.datatype is None:
        yield Literal(str(words), language=str(part.lang)) if part.lang else Literal(str(words))


def _parts(tree: object) -> Iterator[CompValue]:
    """The named parts at the top of a parse tree."""
    return (part for part in (tree if isinstance(tree, list | ParseResults) else [tree]) if isinstance(part, CompValue))
