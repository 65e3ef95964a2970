"""Two persons -> the reason to take them for one; a person -> the keys by which others are found that may be the same."""

from collections.abc import Iterator

from kg.graph.merge.profile import Link, PersonName, Profile, Term, is_of_document
from kg.graph.merge.spelling import Words

__all__ = ["Key", "keys", "link"]

Key = tuple[str, ...]

_SAME = Link(1.0, "same name but for case, accents, punctuation and title")
_SOUNDS = Link(0.9, "same name in another transliteration")
_INITIAL = Link(0.85, "same name with an initial")
_BY_INITIAL = Link(0.6, "same surname, and only the initial of a first name")
_FURTHER = Link(0.6, "same name, and one has a further one")
_GENERATION = Link(0.6, "same name, but only one is called junior or senior")
_NICKNAME = Link(0.6, "same surname, and a short form of the first name")
_NICKNAME_IN_ROLE = Link(0.85, "same surname, role and country, and a short form of the first name")
_SURNAME = Link(0.85, "same surname, role and country")
_SURNAME_OF_RECORD = Link(0.8, "same surname, and a role that the ontology knows of")
_SURNAME_IN_ROLE = Link(0.6, "same surname and role")
_SURNAME_IN_COUNTRY = Link(0.6, "same surname and country")


def keys(one: Profile) -> Iterator[tuple[Key, str]]:
    """What a person has in common with whoever may be the same.

    Args:
        one: A person.

    Yields:
        Keys, each with "both", or with the side of a pair that the person may be: "short" or "long".
    """
    for name in one.persons:
        if not name.is_full:
            yield from _surname_keys(one, name.sounds, "short")
            yield ("alone", *name.words) if not is_of_document(one.actor) else ("alone", one.actor.iri), "both"
            continue
        yield ("name", "".join(name.sounds)), "both"
        yield ("joined", name.joined), "both"
        yield ("ends", name.nicked, name.sounds[-1]), "both"
        yield ("initial", name.words[0][0], name.sounds[-1]), "short" if len(name.words[0]) == 1 else "long"
        for surname in {name.sounds[-1:], name.sounds[:1], name.sounds[1:]}:
            yield from _surname_keys(one, surname, "long")


def link(one: Profile, other: Profile) -> Link | None:
    """The best reason to take two persons for one.

    Args:
        one: A person.
        other: Another.

    Returns:
        The reason, none where their names are those of two.
    """
    found = [found for a in one.persons for b in other.persons if (found := _by_name(a, b, one, other))]
    return max(found, default=None)


def _surname_keys(one: Profile, surname: Words, side: str) -> Iterator[tuple[Key, str]]:
    for role in one.roles:
        yield ("role", *surname, role), side
        for country in one.countries if side == "short" else ():
            yield ("office", *surname, role, country), "both"
    for country in one.countries:
        yield ("country", *surname, country), side


def _by_name(a: PersonName, b: PersonName, one: Profile, other: Profile) -> Link | None:
    if not (a.is_full and b.is_full):
        return _by_surname(a, b, one, other)
    if a.generation != b.generation:
        same = not (a.generation and b.generation) and a.sounds == b.sounds
        return _GENERATION if same else None
    if a.words == b.words:
        return _SAME
    if _sound_alike(a, b):
        return _SOUNDS
    if a.sounds[-1] != b.sounds[-1]:
        return None
    return _by_first_names(a, b) or _by_nickname(a, b, one, other)


def _sound_alike(a: PersonName, b: PersonName) -> bool:
    """Whether two names sound the same; where one has as two words what the other has as one, at an end of both."""
    joined = "".join(a.sounds) == "".join(b.sounds) or (len(a.words) != len(b.words) and a.joined == b.joined)
    return joined and (a.sounds[0] == b.sounds[0] or a.sounds[-1] == b.sounds[-1])


def _by_first_names(a: PersonName, b: PersonName) -> Link | None:
    short, long = sorted((a.sounds, b.sounds), key=len)
    if len(short) == len(long):
        return _by_initials(short, long)
    if len(short) == len(long) - 1 and short[0] == long[0]:
        extra = next(word for at, word in enumerate(long) if short[at : at + 1] != (word,))
        rest = [word for word in long if word != extra]
        if rest == list(short):
            return _INITIAL if len(extra) == 1 else _FURTHER
    return None


def _by_initials(a: Words, b: Words) -> Link | None:
    pairs = list(zip(a[:-1], b[:-1], strict=True))
    if not all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs):
        return None
    return _INITIAL if any(x == y and len(x) > 1 for x, y in pairs) else _BY_INITIAL


def _by_nickname(a: PersonName, b: PersonName, one: Profile, other: Profile) -> Link | None:
    if a.nicked != b.nicked or a.sounds[1:] != b.sounds[1:]:
        return None
    return _NICKNAME_IN_ROLE if one.roles & other.roles and one.countries & other.countries else _NICKNAME


def _by_surname(a: PersonName, b: PersonName, one: Profile, other: Profile) -> Link | None:
    if not _is_surname_of(a, b) or _apart(one.terms, other.terms):
        return None
    if not (is_of_document(one.actor) or is_of_document(other.actor)) and a.words == b.words:
        return _SAME
    role, country = bool(one.roles & other.roles), bool(one.countries & other.countries)
    if one.roles and other.roles and not role:
        return None
    if role:
        known = one.actor.known or other.actor.known
        return _SURNAME if country else _SURNAME_OF_RECORD if known else _SURNAME_IN_ROLE
    return _SURNAME_IN_COUNTRY if country else None


def _is_surname_of(a: PersonName, b: PersonName) -> bool:
    """Whether one is the surname of the other, which stands first in East Asia; or both are the same one."""
    short, long = sorted((a.sounds, b.sounds), key=len)
    return bool(short) and short in {long, long[-1:], long[:1]}


def _apart(some: tuple[Term, ...], others: tuple[Term, ...]) -> bool:
    """Whether two had the same role at times that do not meet; two single days may lie in one term."""
    pairs = [(a, b) for a in some for b in others if (a.role, a.of) == (b.role, b.of) and not (a.is_day and b.is_day)]
    return bool(pairs) and not any(_meet(a, b) for a, b in pairs)


def _meet(a: Term, b: Term) -> bool:
    return (not b.end or a.start[: len(b.end)] <= b.end) and (not a.end or b.start[: len(a.end)] <= a.end)
