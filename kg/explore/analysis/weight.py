"""Claims -> how much each actor and issue weighs: the one order, most important first, of every list, drawing and table."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

from kg.model import Claim, Issue

__all__ = ["Weight", "weigh", "worth"]

_UNIT = 1000  # what one claim is worth; whole numbers add up to the same in every order and on every machine
_ISSUE_SHARE = 2  # an issue, which is mostly named beside a relation, matters half as much as the ends of one


@dataclass(frozen=True, slots=True)
class Weight:
    """In how many claims and documents somebody is named, and what that weighs.

    Attributes:
        claims: In how many claims an actor is an end; that an issue is an end of, or that are about it.
        documents: In how many documents these stand. The same words in a further document make no further claim, and count once.
        value: The sum of what the claims of each document are worth (see `worth`).
    """

    claims: int
    documents: int
    value: int

    @classmethod
    def of(cls, counts: Iterable[int], *, share: int = 1) -> "Weight":
        """What claims weigh, from how many of them each document has; `share` is what the sum is divided by.

        >>> Weight.of([3, 1])
        Weight(claims=4, documents=2, value=3000)
        """
        found = list(counts)
        return cls(sum(found), len(found), sum(map(worth, found)) // share)


def worth(count: int) -> int:
    """What so many claims of one document are worth together, a thousand for the first: log2(1 + count), as whole numbers.

    What one long article repeats weighs less than what many articles say: three claims of one document are worth two of different
    ones, seven are worth three.

    >>> worth(1), worth(3), worth(7)
    (1000, 2000, 3000)
    """
    return round(_UNIT * log2(1 + count))


def weigh(claims: Iterable[Claim]) -> dict[str, Weight]:
    """Weigh the ends of claims and the issues that they are about.

    PageRank is no order: it rises where two point at nobody but each other, however little is said of them.

    Args:
        claims: Any claims.

    Returns:
        The weights by IRI, the heaviest first; of equal ones, that with the lower IRI.

    >>> weigh([])
    {}
    """
    counts: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    topics: set[str] = set()
    for claim in claims:
        for entity in {one.entity.iri: one.entity for one in (claim.subject, claim.object, *claim.issues)}.values():
            counts[entity.iri][claim.source, claim.evidence.document] += 1
            if isinstance(entity, Issue):
                topics.add(entity.iri)
    found = {iri: Weight.of(by.values(), share=_ISSUE_SHARE if iri in topics else 1) for iri, by in counts.items()}
    return dict(sorted(found.items(), key=lambda item: (-item[1].value, item[0])))
