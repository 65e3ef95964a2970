"""A difference of two graphs -> what the page's script reads of it: which claims are new, gone or changed, and how."""

from collections.abc import Sequence

from kg.explore.diff import Difference
from kg.explore.view.columns import column
from kg.explore.view.payload import JSON
from kg.model import Claim

__all__ = ["changes", "with_removed"]

_SAME, _ADDED, _CHANGED, _REMOVED = range(4)


def with_removed(claims: Sequence[Claim], difference: Difference | None) -> list[Claim]:
    """The claims of a page: those of the second graph, then those that only the first has.

    Args:
        claims: The claims of the second graph.
        difference: What changed; nothing where a page is of one graph.
    """
    return [*claims, *(difference.removed if difference else ())]


def changes(claims: Sequence[Claim], difference: Difference | None) -> JSON:
    """What changed.

    Args:
        claims: The claims of the page, in the order of their numbers.
        difference: What changed; nothing where a page is of one graph.

    Returns:
        Null where a page is of one graph; otherwise `of`, for each claim 0 for the same, 1 for new, 2 for changed, 3 for gone; and
        `aspects`, by the numbers of changed claims, what differs, with the old and the new value.
    """
    if difference is None:
        return None
    added = {claim.id for claim in difference.added}
    removed = {claim.id for claim in difference.removed}
    aspects = {one.after.id: one.aspects for one in difference.changed}

    def kind(claim: Claim) -> int:
        return _ADDED if claim.id in added else _REMOVED if claim.id in removed else _CHANGED if claim.id in aspects else _SAME

    told = {str(number): [list(one) for one in aspects[claim.id]] for number, claim in enumerate(claims) if claim.id in aspects}
    return {"of": column(map(kind, claims)), "aspects": told}
