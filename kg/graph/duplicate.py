"""A store -> the same store in which a sentence that several documents share makes each of its claims once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.node import GraphName
from kg.graph.removal import remove_claims
from kg.graph.terms import named

__all__ = ["merge_claims", "replaced"]

_SAME = (
    "rdf:subject",
    "rdf:predicate",
    "rdf:object",
    "kg:polarity",
    "kg:factuality",
    "kg:likelihood",
    "kg:timeStart",
    "kg:timeEnd",
)
_Key = tuple[str, ...]


def merge_claims(store: Store) -> None:
    """Make one claim of those that copies of a sentence make in different documents.

    They are one where subject, relation, object, polarity, factuality, likelihood and time are the same, and the sentences but for
    case and white space. The claim with the lowest id stays, whatever the order of documents; it names the documents and quotes of
    all, and `kg:principal` says in which of them its spans count characters.

    Args:
        store: A writable store, its actors merged.
    """
    for copies in _groups(store):
        first, *others = sorted(copies, key=lambda quad: str(quad.subject))
        added = [Quad(first.subject, named("kg:principal"), first.object, first.graph_name)]
        for other in others:
            documents = store.quads_for_pattern(other.subject, named("prov:wasDerivedFrom"), None, other.graph_name)
            added += [Quad(first.subject, quad.predicate, quad.object, first.graph_name) for quad in documents]
            added.append(Quad(first.subject, named("kg:evidence"), other.object, first.graph_name))
            added.append(Quad(first.subject, named("dcterms:replaces"), other.subject, first.graph_name))
        store.extend(added)  # before the others go: their quotes are still needed
        remove_claims(store, [other.subject for other in others if isinstance(other.subject, NamedNode)])


def replaced(store: Store) -> dict[str, str]:
    """By the IRI of each claim that was a copy the IRI of the claim that stands for it.

    >>> replaced(Store())
    {}
    """
    found = store.quads_for_pattern(None, named("dcterms:replaces"), None, None)
    return {
        quad.object.value: quad.subject.value
        for quad in found
        if isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode)
    }


def _groups(store: Store) -> Iterator[list[Quad]]:
    """Claims of different documents that are one, each as the quad that links it with its quote."""
    for quotes in _shared(store):
        by_key: dict[_Key, list[Quad]] = defaultdict(list)
        for graph in sorted(quotes, key=str):
            for key, link in _keyed(store, quotes[graph], graph):
                by_key[key].append(link)
        yield from (by_key[key] for key in sorted(by_key) if len(by_key[key]) > 1)


def _shared(store: Store) -> Iterator[dict[GraphName, list[NamedNode]]]:
    """The quotes of each sentence that several documents have, by document."""
    found: dict[bytes, dict[GraphName, list[NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, named("kg:exact"), None, None):
        if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
            words = " ".join(quad.object.value.casefold().split())
            found[sha256(words.encode()).digest()][quad.graph_name].append(quad.subject)
    yield from (found[words] for words in sorted(found) if len(found[words]) > 1)


def _keyed(store: Store, quotes: Sequence[NamedNode], graph: GraphName) -> Iterator[tuple[_Key, Quad]]:
    """The claims of a document that rest on some quotes, with all that must be the same; several such ones are counted."""
    links = [
        quad for quote in sorted(quotes, key=str) for quad in store.quads_for_pattern(None, named("kg:evidence"), quote, graph)
    ]
    times: dict[_Key, int] = defaultdict(int)
    for link in sorted(links, key=lambda quad: _place(store, quad)):
        key = tuple(_first(store, link, name) for name in _SAME)
        times[key] += 1
        yield (*key, str(times[key])), link


def _place(store: Store, link: Quad) -> tuple[int, int, str]:
    return _number(store, link, "kg:triggerStart"), _number(store, link, "kg:subjectStart"), str(link.subject)


def _number(store: Store, link: Quad, name: str) -> int:
    value = _first(store, link, name)
    return int(value) if value.isdecimal() else 0


def _first(store: Store, link: Quad, name: str) -> str:
    found = store.quads_for_pattern(link.subject, named(name), None, link.graph_name)
    return min((quad.object.value for quad in found if isinstance(quad.object, NamedNode | Literal)), default="")
