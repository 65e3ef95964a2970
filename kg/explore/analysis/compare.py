"""Claims -> sources against each other: what each says of the same pairs, and where they contradict each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.errors import QueryError
from kg.explore.analysis.disagreements import Disagreement, disagreements
from kg.explore.analysis.sources import SourceKind, SourcePair, side_by_side, sources_of
from kg.model import Claim, Document

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What sources say of the same pairs, and where they contradict each other."""

    pairs: tuple[SourcePair, ...]
    disagreements: tuple[Disagreement, ...]


def compare(
    claims: Sequence[Claim], documents: Mapping[str, Document], *, by: str = "speaker", names: Sequence[str] = ()
) -> Comparison:
    """Hold sources against each other.

    Args:
        claims: Any claims.
        documents: Documents by id, which tell publishers.
        by: A value of `SourceKind`.
        names: Names of sources, or the last parts of their IRIs; none for all.

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
    keys = _keys(claims, documents, kind, names)
    chosen = [claim for claim in claims if not names or _key(claim, documents, kind) in keys]
    rows = tuple(row for row in side_by_side(chosen, documents) if row.kind is kind)
    return Comparison(rows, disagreements(chosen, documents))


def _keys(claims: Sequence[Claim], documents: Mapping[str, Document], kind: SourceKind, names: Sequence[str]) -> set[str]:
    known: dict[str, str] = {}
    for claim in claims:
        for source in sources_of(claim, documents):
            if source.kind is kind:
                known |= {source.key.casefold(): source.key, source.label.casefold(): source.key}
                known[source.key.rsplit("/", 1)[-1].casefold()] = source.key
    missing = next((name for name in names if name.casefold() not in known), None)
    if missing is not None:
        raise QueryError(f"{missing}: no {kind} of this graph has this name, one that makes a claim was expected")
    return {known[name.casefold()] for name in names}


def _key(claim: Claim, documents: Mapping[str, Document], kind: SourceKind) -> str:
    return next((source.key for source in sources_of(claim, documents) if source.kind is kind), "")
