"""Two bodies, groups or states -> the reason to take them for one; one of them -> the keys by which others are found."""

from collections.abc import Iterator

from kg.graph.merge.person import Key
from kg.graph.merge.profile import BodyName, Link, Profile

__all__ = ["keys", "link"]

_SAME = Link(1.0, "same name but for case, accents and punctuation")
_WORDS = Link(0.95, "same name but for small words, spelling or legal form")
_ORDER = Link(0.9, "same name with its words in another order")
_SOUNDS = Link(0.9, "same name in another transliteration")
_ACRONYM = Link(0.9, "acronym of the full name")
_TWO_LETTERS = Link(0.6, "acronym of two letters")
_SHORT = Link(0.85, "definite short form of the name")
_NATION = Link(0.9, "same name, and the country instead of its adjective")
_NO_COUNTRY = "and no country says whose it is"
_UNSURE = 0.6
_LONG = 5


def keys(one: Profile) -> Iterator[tuple[Key, str]]:
    """What a body has in common with whoever may be the same.

    Args:
        one: A body, a group, a state.

    Yields:
        Keys, each with "both", or with the side of a pair that it may be: "short" or "long".
    """
    for name in one.bodies:
        yield ("plain", name.plain), "both"
        yield ("words", *name.content), "both"
        yield ("bag", *sorted(name.content)), "both"
        yield ("sound", name.sound), "both"
        if name.rest:
            yield ("words", *name.rest), "both"
        yield from ((("acronym", initials), "long") for initials in name.initials)
        yield from ((("short", *short), "long") for short in name.shorts)
        yield (("acronym", name.acronym) if name.acronym else ("short", *name.content)), "short"


def link(one: Profile, other: Profile) -> Link | None:
    """The best reason to take two bodies for one.

    Args:
        one: A body, a group, a state.
        other: Another.

    Returns:
        The reason, none where their names are those of two.
    """
    found = [found for a in one.bodies for b in other.bodies if (found := _by_name(a, b, one, other))]
    return max(found, default=None)


def _by_name(a: BodyName, b: BodyName, one: Profile, other: Profile) -> Link | None:
    found = _by_words(a, b) or _by_acronym(a, b) or _by_nation(a, b, one, other)
    if found and a.generic and b.generic and not one.countries & other.countries and found != _NATION:
        return Link(min(found.score, _UNSURE), f"{found.reason}, {_NO_COUNTRY}")
    return found


def _by_words(a: BodyName, b: BodyName) -> Link | None:
    if not (a.plain and b.plain):
        return None
    if a.plain == b.plain:
        return _SAME
    if a.content == b.content:
        return _WORDS
    if (a.turns or b.turns) and sorted(a.content) == sorted(b.content):
        return _ORDER
    if a.sound == b.sound and len(a.sound) >= _LONG:
        return _SOUNDS
    return _SHORT if a.content in b.shorts or b.content in a.shorts else None


def _by_acronym(a: BodyName, b: BodyName) -> Link | None:
    for short, long in ((a, b), (b, a)):
        if short.acronym and short.acronym in long.initials:
            return _ACRONYM if len(short.acronym) > len("EU") else _TWO_LETTERS
    return None


def _by_nation(a: BodyName, b: BodyName, one: Profile, other: Profile) -> Link | None:
    """Whether one has the adjective of a state where the other only belongs to it: the Norwegian Grain Board."""
    if a.nation and a.nation == b.nation and a.rest == b.rest:
        return _NATION
    for name, bare, owner in ((a, b, other), (b, a, one)):
        if name.nation and not bare.nation and name.rest == bare.content:
            return _NATION if name.nation in owner.countries else _without(owner)
    return None


def _without(owner: Profile) -> Link | None:
    return None if owner.countries else Link(_UNSURE, f"same name but for an adjective, {_NO_COUNTRY}")
