"""Two actors -> why they cannot be one, whatever their names say."""

from kg.graph.merge import body, person
from kg.graph.merge.profile import Link, Profile
from kg.model import ActorKind

__all__ = ["contrary", "link", "rank"]

_BODIES = frozenset({ActorKind.INTERNATIONAL_ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.MEDIA_OUTLET})


def contrary(one: Profile, other: Profile) -> str:
    """Why two actors are not one.

    Args:
        one: An actor.
        other: Another.

    Returns:
        The reason in words, empty where there is none.
    """
    if one.is_held or other.is_held:
        return "somebody in a role of one document"
    if one.actor.known and other.actor.known:
        return "the ontology knows both"
    if not _fit(one.actor.kind, other.actor.kind):
        return "different kinds"
    if one.countries and other.countries and not one.countries & other.countries:
        return "different countries"
    if one.gender and other.gender and one.gender != other.gender:
        return "a woman and a man"
    return ""


def link(one: Profile, other: Profile) -> Link | None:
    """The best reason that names give to take two actors for one; none where there is none."""
    if one.persons and other.persons:
        return person.link(one, other)
    return body.link(one, other) if one.bodies and other.bodies else None


def rank(one: Profile) -> tuple[bool, bool, bool, int, str, str]:
    """Whom the others become: a known actor before a found one, then one of known kind and country, then the fullest name."""
    actor = one.actor
    return (not actor.known, actor.kind is ActorKind.ORGANIZATION, not actor.country, -len(actor.label), actor.iri, actor.label)


def _fit(one: ActorKind, other: ActorKind) -> bool:
    """Whether two kinds may be of one actor: a text calls a body an organisation, of whatever kind it is."""
    return one is other or (ActorKind.ORGANIZATION in {one, other} and bool({one, other} & _BODIES))
