"""Claims -> what their analysis finds, as the page's script reads it: where sources disagree, and who belongs together."""

from collections.abc import Mapping, Sequence

from kg.explore.analysis.communities import communities
from kg.explore.analysis.disagreements import disagreements
from kg.explore.view.columns import column
from kg.explore.view.entity import Entity
from kg.explore.view.payload import JSON
from kg.model import Claim, Document

__all__ = ["findings"]

_SMALLEST = 2  # members of a community that is worth a name


def findings(claims: Sequence[Claim], documents: Mapping[str, Document], entities: Sequence[Entity]) -> dict[str, JSON]:
    """Disagreements and communities.

    Args:
        claims: The claims, in the order of their numbers.
        documents: Documents by their id: they tell publishers and dates.
        entities: The actors and issues, in the order of their numbers.

    Returns:
        `disputes`, pairs of claims by their numbers with what they disagree about; `communities`, their names, the largest first;
        `community`, for each entity the number of its community, from 1, or 0.
    """
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    disputes = [[numbers[one.first.id], numbers[one.second.id], one.kind.value] for one in disagreements(claims, documents)]
    found = [one for one in communities(claims) if len(one.members) >= _SMALLEST]
    home = {iri: number for number, one in enumerate(found, start=1) for iri in one.members}
    return {
        "disputes": disputes,
        "communities": [one.name for one in found],
        "community": column(home.get(entity.iri, 0) for entity in entities),
    }
