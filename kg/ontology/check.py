"""Ontology -> what is wrong with it that no reader trips over: terms without definition, too thin, or out of place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.ontology.load import folders
from kg.ontology.namespaces import BASE, PREFIXES, local_name, term
from kg.ontology.source import files_of, read_triples

__all__ = ["faults"]

About = dict[str, set[str]]

_TYPE = term("rdf:type")
_NEEDED = (("label", term("rdfs:label")), ("definition", term("skos:definition")))
_CLASS = term("owl:Class")
_PROPERTIES = {term("owl:ObjectProperty"), term("owl:DatatypeProperty")}
_DOMAINS = (term("rdfs:domain"), term("schema:domainIncludes"))
_CONCEPTS = {term("kg:Issue")}
_PLACES = (term("skos:broader"), term("skos:topConceptOf"))
_HIERARCHIES = (term("rdfs:subClassOf"), term("rdfs:subPropertyOf"))


def faults(extra: Path | None = None) -> tuple[str, ...]:
    """What is wrong with the ontology, in readable sentences with file and line.

    Args:
        extra: A folder of Turtle that adds to the shipped ontology.

    Returns:
        The sentences, sorted: terms of the vocabulary that are used and not defined, or defined without label, definition or
        domain; what is of no class; issues that are neither at the top nor below another; classes and properties above themselves.

    Raises:
        OntologyError: A folder has no Turtle file, or one of them is malformed.

    >>> faults()
    ()
    """
    chosen = folders(extra)
    known: dict[str, About] = defaultdict(lambda: defaultdict(set))
    for triple in read_triples(chosen):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            known[triple.subject.value][triple.predicate.value].add(str(triple.object).strip("<>"))
    source = files_of(chosen)
    return tuple(sorted(f"{source.where(iri)}: {local_name(iri)} {what}" for iri, what in _faults(known)))


def _faults(known: dict[str, About]) -> Iterator[tuple[str, str]]:
    checks: tuple[Callable[[str, About, dict[str, About]], Iterable[str]], ...] = (_undefined, _thin, _adrift, _circular)
    for iri, about in list(known.items()):
        if iri.startswith(BASE):
            yield from ((iri, fault) for check in checks for fault in check(iri, about, known))


def _undefined(_: str, about: About, known: dict[str, About]) -> Iterator[str]:
    used = {*about, *(value for values in about.values() for value in values)}
    for name in sorted(used):
        if name.startswith(PREFIXES["kg"]) and name != PREFIXES["kg"] and not known.get(name, {}).get(_TYPE):
            yield f"uses kg:{local_name(name)}, which is not defined; a term of the vocabulary was expected"


def _thin(iri: str, about: About, _: dict[str, About]) -> Iterator[str]:
    kinds = about.get(_TYPE, set())
    if iri.startswith(PREFIXES["kg"]) and kinds & {_CLASS, *_PROPERTIES}:
        lacking = (what for what, name in _NEEDED if not about.get(name))
        yield from (f"has no {what}, one was expected" for what in lacking)
        if kinds & _PROPERTIES and not any(about.get(name) for name in _DOMAINS):
            yield "has no domain, one was expected"


def _adrift(_: str, about: About, __: dict[str, About]) -> Iterator[str]:
    if not about.get(_TYPE):
        yield "is of no class, one such as kg:Person was expected"
    if about.get(_TYPE, set()) & _CONCEPTS and not any(about.get(name) for name in _PLACES):
        yield "is neither at the top nor below another, skos:topConceptOf or skos:broader was expected"


def _circular(iri: str, _: About, known: dict[str, About]) -> Iterator[str]:
    for name in _HIERARCHIES:
        seen: set[str] = set()
        pending = set(known[iri].get(name, ()))
        while pending:
            seen |= pending
            pending = {higher for one in pending for higher in known.get(one, {}).get(name, ())} - seen
        if iri in seen:
            yield "is above itself, a hierarchy was expected"
