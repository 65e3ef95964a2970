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
        claims: The claims of the page, in the order of their numbers, as `with_removed` gives them.
        difference: What changed; nothing where a page is of one graph.

    Returns:
        Null where a page is of one graph; otherwise `of`, for each claim 0 for the same, 1 for new, 2 for changed, 3 for gone; and
        `aspects`, by the numbers of changed claims, what differs, with the old and the new value.
    """
    if difference is None:
        return None
    there = len(claims) - len(difference.removed)  # the same words in a moved document are gone in one place and new in another
    added = {_key(claim) for claim in difference.added}
    aspects = {_key(one.after): one.aspects for one in difference.changed}

    def kind(number: int, claim: Claim) -> int:
        if number >= there:
            return _REMOVED
        return _ADDED if _key(claim) in added else _CHANGED if _key(claim) in aspects else _SAME

    changed = ((number, aspects[_key(claim)]) for number, claim in enumerate(claims[:there]) if _key(claim) in aspects)
    told = {str(number): [list(one) for one in found] for number, found in changed}
    return {"of": column(kind(number, claim) for number, claim in enumerate(claims)), "aspects": told}


def _key(claim: Claim) -> tuple[str, str]:
    """What tells a claim from every other of its graph: one id may stand in two documents with the same words."""
    return claim.source, claim.id
