"""Claims -> a name for the graph that they are, which pages and reports cite."""

from collections.abc import Iterable
from hashlib import sha256

from kg.model import Claim

__all__ = ["digest"]


def digest(claims: Iterable[Claim]) -> str:
    """What tells a graph from every other: a hash of the ids of its claims.

    Args:
        claims: The claims, in any order.

    Returns:
        Sixteen hexadecimal digits, the same for the same claims.

    >>> digest([])
    'e3b0c44298fc1c14'
    """
    return sha256("\n".join(sorted(claim.id for claim in claims)).encode()).hexdigest()[:16]
