"""Claim -> whose word it is: the innermost speaker, or the document's own voice."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Actor, Claim, Document

__all__ = ["Voice", "VoiceKind", "differ", "voice"]

_NONE: Mapping[str, Document] = {}


class VoiceKind(StrEnum):
    """How a voice is known."""

    SPEAKER = "speaker"
    UNNAMED = "unnamed"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Who says something.

    Attributes:
        kind: A speaker that is an actor; one whom a document quotes without a name ("officials"); or a document's own voice.
        key: The IRI of the speaker; the id of the document of one without name; the publisher, or else the source of the document.
        label: The name; of one without name, the words of the document.
        country: The IRI of the speaker's state, or of the speaker itself where it is one; empty if not known.
    """

    kind: VoiceKind
    key: str
    label: str
    country: str = ""


def voice(claim: Claim, documents: Mapping[str, Document] = _NONE) -> Voice:
    """Whose word a claim is.

    Args:
        claim: A claim.
        documents: Documents by id, which tell publishers and the words for those without a name.

    Returns:
        The innermost speaker of its chain: "the mayor says that the bishop said so" is the word of the bishop.
    """
    document = documents.get(claim.evidence.document)
    if not claim.attribution:
        name = (document.publisher if document else "") or claim.source
        return Voice(VoiceKind.OUTLET, name, name)
    inner = claim.attribution[-1]
    if inner.speaker is None:
        words = " ".join(span.of(document.text) for span in inner.source_spans) if document else ""
        return Voice(VoiceKind.UNNAMED, claim.evidence.document, " ".join(words.split()))
    entity = inner.speaker.entity
    country = (entity.country or _itself(entity)) if isinstance(entity, Actor) else ""
    return Voice(VoiceKind.SPEAKER, entity.iri, entity.label, country)


def differ(one: tuple[Claim, Voice], other: tuple[Claim, Voice]) -> bool:
    """Whether two claims are surely the word of different sources.

    Args:
        one: A claim with its voice.
        other: Another.

    Returns:
        Yes for two names, and for a document's own voice and anybody whom it quotes. Who is quoted without a name may be anybody,
        and so is not surely somebody else than others whom the same document quotes.
    """
    (first, mine), (second, theirs) = one, other
    kinds = {mine.kind, theirs.kind}
    if VoiceKind.UNNAMED in kinds and VoiceKind.OUTLET not in kinds:
        return first.evidence.document != second.evidence.document
    return (mine.kind, mine.key) != (theirs.kind, theirs.key)


def _itself(actor: Actor) -> str:
    return actor.iri if actor.is_polity else ""
