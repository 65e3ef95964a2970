"""Graph -> its claims and documents, with what the analysis finds in them: read and measured once for all that show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from kg.explore.analysis.measure import Analysis, analyse
from kg.graph.claims import claims, documents
from kg.model import Claim, Document

__all__ = ["Whole", "whole"]


@dataclass(frozen=True, slots=True)
class Whole:
    """What a graph says: claims in their order, documents by id, and the analysis of both."""

    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    analysis: Analysis


def whole(store: Store) -> Whole:
    """Read a graph and measure it.

    Args:
        store: A graph.

    Returns:
        What it says.

    Raises:
        GraphError: A claim or a document lacks a part.

    >>> whole(Store()).claims
    ()
    """
    known, texts = tuple(claims(store)), documents(store)
    return Whole(known, texts, analyse(known, texts))
