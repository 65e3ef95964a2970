"""Graph -> what it knows of actors beside their claims: further names, and what others call the same."""

from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg.graph.terms import named

__all__ = ["About", "about"]


@dataclass(frozen=True, slots=True)
class About:
    """Further names of an actor, and the IRIs of the same in other data sets; each sorted."""

    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


def about(store: Store) -> dict[str, About]:
    """Read what a graph knows of those whom it describes.

    Args:
        store: A store with documents and their claims.

    Returns:
        Everybody by IRI who has a further name (`skos:altLabel`) or is known elsewhere (`skos:exactMatch`), sorted.

    >>> about(Store())
    {}
    """
    names, same = _values(store, "skos:altLabel"), _values(store, "skos:exactMatch")
    return {iri: About(_sorted(names.get(iri)), _sorted(same.get(iri))) for iri in sorted({*names, *same})}


def _values(store: Store, name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, named(name), None, None):
        if isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject.value, set()).add(getattr(quad.object, "value", ""))
    return found


def _sorted(values: set[str] | None) -> tuple[str, ...]:
    return tuple(sorted(values or ()))
