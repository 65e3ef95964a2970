"""Actors and issues -> a pyvis network of the most important, each in its place; the page draws all else around them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pyvis.network import Network

from kg.explore.view.entity import Entity
from kg.explore.view.layout import positions
from kg.explore.view.style import KINDS
from kg.model import Claim, Issue

__all__ = ["network"]

_ISSUE_LENGTH = 1.15  # issues stand a little off the actors that they are about
_MOST = 5  # sorts of lines of a pair beyond which it needs no further room


def network(entities: Sequence[Entity], claims: Sequence[Claim]) -> Network:
    """A drawing that needs no physics.

    Args:
        entities: The actors and issues that a page opens with, most important first, `CORE` at most.
        claims: What is said of them and of others.

    Returns:
        A directed network of these entities, numbered as they are, at their places.
    """
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.options = {"physics": {"enabled": False}}
    places = positions(len(entities), _lengths(claims, {entity.iri: number for number, entity in enumerate(entities)}))
    for number, (entity, (x, y)) in enumerate(zip(entities, places, strict=True)):
        drawing.add_node(number, label=entity.label or "?", shape="custom", color=KINDS[entity.kind].light, x=x, y=y)
    return drawing


def _lengths(claims: Sequence[Claim], index: Mapping[str, int]) -> dict[tuple[int, int], float]:
    """Pairs with many sorts of claims stand further apart, so that their lines and labels have room."""
    sorts: dict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
    about: set[tuple[int, int]] = set()
    for claim in claims:
        ends = [index[end.iri] for end in (claim.subject.entity, claim.object.entity) if end.iri in index]
        if len(ends) == 2:
            sorts[min(ends), max(ends)].add((claim.relation.iri, claim.factuality.value))
        issues = {index[issue.entity.iri] for issue in claim.issues if issue.entity.iri in index}
        actors = [index[e.iri] for e in (claim.subject.entity, claim.object.entity) if not isinstance(e, Issue) and e.iri in index]
        about |= {(min(actor, issue), max(actor, issue)) for actor in actors for issue in issues}
    stated = {pair: 1 + 0.25 * (min(len(found), _MOST) - 1) for pair, found in sorts.items() if pair[0] != pair[1]}
    return dict.fromkeys(sorted(about - stated.keys()), _ISSUE_LENGTH) | stated
