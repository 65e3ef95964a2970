"""Claims -> sources against each other: what each says of the same pairs, and where they contradict each other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import QueryError, UnknownNameError
from kg.explore.analysis.disagreements import Disagreement, disagreements
from kg.explore.analysis.sources import SourceKind, SourcePair, side_by_side, sources_of
from kg.explore.lookup import nearest, simple
from kg.model import Claim, Document

__all__ = ["Comparison", "compare"]

Called = Callable[[str], Iterable[str]]


def _by_no_other_name(_: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What sources say of the same pairs, and where they contradict each other."""

    pairs: tuple[SourcePair, ...]
    disagreements: tuple[Disagreement, ...]


def compare(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    *,
    by: str = "speaker",
    names: Sequence[str] = (),
    called: Called = _by_no_other_name,
) -> Comparison:
    """Hold sources against each other.

    Args:
        claims: Any claims.
        documents: Documents by id, which tell publishers.
        by: A value of `SourceKind`.
        names: Names of sources, or the last parts of their IRIs; none for all.
        called: The IRIs in the graph that a further name calls.

    Returns:
        The pairs that at least two of the sources speak of, and the disagreements of the sources.

    Raises:
        QueryError: There is no such kind of source, or no source has one of the names.

    >>> compare([], {})
    Comparison(pairs=(), disagreements=())
    """
    if by not in set(SourceKind):
        raise QueryError(f"{by}: no kind of source, one of {', '.join(SourceKind)} was expected")
    kind = SourceKind(by)
    keys = _keys(_known(claims, documents, kind), kind, names, called)
    chosen = [claim for claim in claims if not names or _key(claim, documents, kind) in keys]
    rows = tuple(row for row in side_by_side(chosen, documents) if row.kind is kind)
    return Comparison(rows, disagreements(chosen, documents))


def _known(claims: Sequence[Claim], documents: Mapping[str, Document], kind: SourceKind) -> dict[str, str]:
    """The keys of the sources by each of their names; a label wins over a part of an IRI."""
    found = [source for claim in claims for source in sources_of(claim, documents) if source.kind is kind]
    parts = {name: source.key for source in found for name in (source.key, source.key.rsplit("/", 1)[-1])}
    return parts | {source.label: source.key for source in found}


def _keys(known: Mapping[str, str], kind: SourceKind, names: Sequence[str], called: Called) -> set[str]:
    found: set[str] = set()
    plainly = {simple(name): key for name, key in known.items()}
    for name in names:
        keys = {plainly[simple(name)]} if simple(name) in plainly else set(called(name)) & set(known.values())
        if not keys:
            near = nearest(name, known)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise UnknownNameError(f"{name}: no {kind} of this graph has this name, one that makes a claim was expected{hint}")
        found |= keys
    return found


def _key(claim: Claim, documents: Mapping[str, Document], kind: SourceKind) -> str:
    return next((source.key for source in sources_of(claim, documents) if source.kind is kind), "")
