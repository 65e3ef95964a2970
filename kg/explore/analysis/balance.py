"""The signed graph -> structural balance: whether the friend of a friend is a friend, and the enemy of an enemy, too.

Heider 1946, Cartwright & Harary 1956; the counting of triads as in Antal, Krapivsky & Redner, "Social balance on networks" (2006).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.explore.analysis.graphs import DIGITS

__all__ = ["Balance", "balance"]

Weights = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Balance:
    """The triads of a signed graph: three actors, each two of whom have a sign.

    Attributes:
        triads: How many there are by how many of their signs are negative: none, one, two, three.
        balanced: How many have an even number of negative signs.
        unbalanced: How many have an odd number.
        share: The share of balanced ones, from 0 to 1; 1 where there are none.
    """

    triads: tuple[int, int, int, int]
    balanced: int
    unbalanced: int
    share: float


def balance(weights: Weights) -> Balance:
    """Count the triads of a signed graph.

    Args:
        weights: The weight of each pair; only its sign counts.

    Returns:
        The counts. Each triad is found once, from the end with the fewest neighbours, so that the time grows with m^1.5 at worst
        (Chiba & Nishizeki 1985).

    >>> balance({("a", "b"): 1, ("b", "c"): -2, ("a", "c"): -1})
    Balance(triads=(0, 0, 1, 0), balanced=1, unbalanced=0, share=1.0)
    """
    after = _onwards(weights)
    triads = [0, 0, 0, 0]
    for nexts in after.values():
        for second, negative in nexts.items():
            beyond = after.get(second, {})
            for third in nexts.keys() & beyond.keys():
                triads[negative + nexts[third] + beyond[third]] += 1
    even, odd = triads[0] + triads[2], triads[1] + triads[3]
    share = round(even / (even + odd), DIGITS) if even + odd else 1.0
    return Balance((triads[0], triads[1], triads[2], triads[3]), even, odd, share)


def _onwards(weights: Weights) -> dict[str, dict[str, bool]]:
    """Each pair once, from the one with fewer neighbours; whether its sign is negative."""
    degrees: dict[str, int] = {}
    for pair in weights:
        for iri in pair:
            degrees[iri] = degrees.get(iri, 0) + 1
    after: dict[str, dict[str, bool]] = {}
    for pair, weight in weights.items():
        start, end = sorted(pair, key=lambda iri: (degrees[iri], iri))
        after.setdefault(start, {})[end] = weight < 0
    return after
