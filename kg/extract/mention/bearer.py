"""Role in its sentence -> the person who is introduced with it."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.model import ActorKind, Mention

__all__ = ["bearer"]


def bearer(token: Token, actors: Mapping[int, Mention]) -> Mention | None:
    """Who has a role: the person that it stands before, or beside as an apposition.

    Args:
        token: The last word of the role ("minister" in "Foreign Minister Anna Berg").
        actors: The mentions of its sentence.
    """
    return next((actors[candidate.i] for candidate in _beside(token) if _is_person(actors.get(candidate.i))), None)


def _beside(token: Token) -> Iterator[Token]:
    head = token
    while head.dep_ in {"compound", "nmod"} and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    if head != token:
        yield head
    if head.dep_ == "appos":
        yield head.head
    else:
        yield from (child for child in head.children if child.dep_ == "appos" and child.i > head.i)


def _is_person(mention: Mention | None) -> bool:
    return mention is not None and getattr(mention.entity, "kind", None) is ActorKind.PERSON
