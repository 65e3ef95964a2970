"""Quads -> subjects whose values are read by name and checked."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from kg.errors import GraphError
from kg.graph.terms import named, read_spans
from kg.model import Span
from kg.ontology import local_name, term

__all__ = ["GraphName", "Index", "Lookup", "Node", "document_graphs", "index", "of_class"]

GraphName = NamedNode | BlankNode | DefaultGraph
Values = dict[str, list[str]]
Index = dict[str, Values]
T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


def index(quads: Iterable[Quad]) -> Index:
    """Subject -> predicate -> values, as plain strings; blank nodes are left out, since kg writes none."""
    found: Index = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found[quad.subject.value][quad.predicate.value].append(quad.object.value)
    return found


class Lookup(Index):
    """An index of the union of a store that is read subject by subject, when one is first asked for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, iri: str) -> Values:
        values: Values = index(self._store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph())).get(iri, {})
        self[iri] = values
        return values


def of_class(known: Index, name: str) -> list[str]:
    """The subjects of a class, sorted.

    Args:
        known: An index.
        name: The prefixed name of the class.

    Returns:
        Their IRIs.
    """
    predicate, kind = term("rdf:type"), term(name)
    return sorted(iri for iri, values in known.items() if kind in values.get(predicate, ()))


def document_graphs(store: Store) -> list[GraphName]:
    """The graphs that hold documents, by source and IRI of their first one; not the union of several."""
    first: dict[GraphName, tuple[str, str]] = {}
    united = bool(list(store.named_graphs()))
    for quad in store.quads_for_pattern(None, named("rdf:type"), named("kg:Document"), None):
        if united and quad.graph_name == DefaultGraph():
            continue
        sources = store.quads_for_pattern(quad.subject, named("dcterms:source"), None, quad.graph_name)
        source = min((quad.object.value for quad in sources if isinstance(quad.object, Literal)), default="")
        first[quad.graph_name] = min((source, str(quad.subject)), first.get(quad.graph_name, (source, str(quad.subject))))
    return sorted(first, key=lambda graph: (first[graph], str(graph)))


@dataclass(frozen=True, slots=True)
class Node:
    """A subject; every method takes the prefixed name of a property and reads its first value in sorted order."""

    index: Index
    iri: str

    def all(self, name: str) -> list[str]:
        """All values, sorted."""
        return sorted(self.index[self.iri].get(term(name), ()))

    def get(self, name: str) -> str:
        """The value, or an empty string where there is none."""
        return next(iter(self.all(name)), "")

    def one(self, name: str) -> str:
        """The value.

        Raises:
            GraphError: There is none.
        """
        values = self.all(name)
        if not values:
            raise GraphError(f"{self.iri}: has no {name}, one was expected")
        return values[0]

    def link(self, name: str) -> "Node":
        """The subject that the value names.

        Raises:
            GraphError: There is none.
        """
        return Node(self.index, self.one(name))

    def links(self, name: str) -> list["Node"]:
        """The subjects that the values name, sorted."""
        return [Node(self.index, iri) for iri in self.all(name)]

    def principal(self) -> "Node":
        """The quote of a claim in whose document its spans count characters.

        Raises:
            GraphError: The claim has no quote.
        """
        return self.link("kg:principal" if self.all("kg:principal") else "kg:evidence")

    def integer(self, name: str) -> int:
        """The value as a whole number.

        Raises:
            GraphError: There is none, or it is no whole number.
        """
        return self._read(name, int, "a whole number")

    def number(self, name: str) -> float:
        """The value as a number.

        Raises:
            GraphError: There is none, or it is no number.
        """
        return self._read(name, float, "a number")

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        """The value as a member of an enumeration, by its local name.

        Raises:
            GraphError: There is none, or it is no member.
        """
        return self._read(name, lambda value: kind(local_name(value)), f"one of {', '.join(kind)}")

    def span(self, role: str) -> Span:
        """The span whose start and end are the properties named `role` and `Start`, `role` and `End`.

        Raises:
            GraphError: One of them is missing or no whole number.
        """
        return Span(self.integer(f"{role}Start"), self.integer(f"{role}End"))

    def spans(self, name: str) -> tuple[Span, ...]:
        """The value as a list of spans; none where there is no value.

        Raises:
            GraphError: The value is malformed.
        """
        return self._read(name, read_spans, "a list of spans such as 4-6 9-12") if self.all(name) else ()

    def _read(self, name: str, convert: Callable[[str], T], expected: str) -> T:
        value = self.one(name)
        try:
            return convert(value)
        except ValueError as error:
            raise GraphError(f"{self.iri}: has {name} {value!r}, {expected} was expected") from error
