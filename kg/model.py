"""The values that flow through kg: documents, mentions, actors, issues, attributions and claims.

A `Span` counts characters, half-open: inside `kg.extract` those of `Document.clean`, in all that leaves it `Document.text`.
"""

from dataclasses import dataclass
from enum import StrEnum

from kg.span import Alignment, Span, overlapping

__all__ = [
    "Actor",
    "ActorKind",
    "Alignment",
    "Argument",
    "Attribution",
    "Block",
    "BlockKind",
    "Claim",
    "Copy",
    "Document",
    "Evidence",
    "Factuality",
    "Issue",
    "Likelihood",
    "Mention",
    "Period",
    "Polarity",
    "Relation",
    "RelationGroup",
    "Skipped",
    "Span",
    "overlapping",
]


class ActorKind(StrEnum):
    """What an actor is; each value is the local name of a class in `ontology/kg.ttl`."""

    STATE = "State"
    PERSON = "Person"
    ORGANIZATION = "Organization"
    INTERNATIONAL_ORGANIZATION = "InternationalOrganization"
    ARMED_GROUP = "ArmedGroup"
    COALITION = "Coalition"
    MEDIA_OUTLET = "MediaOutlet"
    POPULATION = "Population"
    TERRITORY = "Territory"


class RelationGroup(StrEnum):
    """The four families of relation types."""

    ACT = "act"
    STANCE = "stance"
    TIE = "tie"
    TREND = "trend"


class Polarity(StrEnum):
    """Whether a sentence affirms or negates the relation."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Factuality(StrEnum):
    """How the document presents a relation; exactly one holds of a claim."""

    ACTUAL = "actual"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    PREDICTED = "predicted"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"


class BlockKind(StrEnum):
    """What a block of the clean text is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the clean text that is parsed by itself: a headline, a heading or a paragraph."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of its origin.

    `id` is the first 16 hexadecimal digits of the SHA-256 of `text`; `source` is the path or name that it was read from; `text` is
    the source text; `clean` is what is parsed, led back by `alignment`; `blocks` are its prose, in order, spans of `clean`.
    `published` is an ISO 8601 date, year-month or year; `language` an ISO 639-1 code; `url` a page's own address.
    `warnings` say, a line each, what of the file could not be read as it was meant.
    """

    id: str
    source: str
    text: str
    clean: str
    alignment: Alignment
    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = "en"
    url: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that was left out, and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon; `country` is the IRI of its state, where that is known, `known` that the ontology describes it."""

    iri: str
    label: str
    kind: ActorKind
    known: bool = True
    country: str = ""

    @property
    def is_polity(self) -> bool:
        """Whether it may act as a government: a state, or a territory of the ontology; a town or region of a text may not."""
        return self.kind is ActorKind.STATE or (self.kind is ActorKind.TERRITORY and self.known)


@dataclass(frozen=True, slots=True)
class Issue:
    """What a relation is about: a concept of the issue taxonomy."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation type, as the ontology describes it; `sign` is -1, 0 or 1, `plover` an event class or empty.

    `contrary` are the IRIs of the relation types that cannot hold of the same pair at the same time. `issue_sign` is the sign where
    its object is an issue, if that is another: who fights in a conflict is not against the conflict.
    """

    iri: str
    label: str
    group: RelationGroup
    sign: int
    plover: str = ""
    symmetric: bool = False
    contrary: tuple[str, ...] = ()
    issue_sign: int | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """An end or issue of a claim: what it refers to, the span that names it, and how the two were connected.

    `reason` is empty for a name, otherwise the rule that resolved it ("dyad in focus", "current source"). That of an issue is empty
    where the clause names it. Weaker are "relation type" (the span is the trigger), "same sentence", "headline" (the span there).
    """

    entity: Actor | Issue
    span: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor or an issue; `form` says how it does ("label", "adjective", "capital", "role", "tagger")."""

    span: Span
    entity: Actor | Issue
    form: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A term of estimative probability (ICD 203) with its band, and the words that express it."""

    iri: str
    label: str
    low: float
    high: float
    span: Span


@dataclass(frozen=True, slots=True)
class Period:
    """When a relation holds: ISO 8601 dates, either of them empty where the text leaves it open; both empty when vague."""

    start: str
    end: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the spans of source, cue and content, and the speaker where it is an actor.

    Each of the three may be split into several spans; the source may be empty ("It is said that"). One that is `inferred` has its
    source and cue in a sentence before: its content only goes on in the voice of that speaker.
    """

    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    speaker: Argument | None = None
    cue: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a claim stands in: its span, its words verbatim (`quote`) and repaired (`clean`).

    `trigger` is the span of the words that express the relation; `cues` are those that decide polarity, factuality and likelihood.
    """

    document: str
    sentence: Span
    quote: str
    clean: str
    trigger: Span
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """The same sentence in another document, where it makes the same claim."""

    source: str
    document: str
    sentence: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation as one sentence states it: between two actors, or between an actor and an issue.

    `id` is a hash of the content; `attribution` is the chain of speakers, outermost first, empty for the document's own voice;
    `rule` names the frame that found it. Of a `candidate` only the words are certain, not who does it to whom: a proposal for
    people, no part of a graph. `copies` are further documents with the sentence; `confirmed` names who confirmed the claim.
    """

    id: str
    source: str
    subject: Argument
    relation: Relation
    object: Argument
    evidence: Evidence
    issues: tuple[Argument, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    factuality: Factuality = Factuality.ACTUAL
    likelihood: Likelihood | None = None
    attribution: tuple[Attribution, ...] = ()
    time: Period | None = None
    confidence: float = 1.0
    rule: str = ""
    candidate: bool = False
    copies: tuple[Copy, ...] = ()
    confirmed: str = ""

    @property
    def asserted(self) -> bool:
        """Whether the document itself states the relation as a fact; only then does it become a plain edge."""
        return not self.candidate and self.polarity is Polarity.AFFIRMED and self.factuality is Factuality.ACTUAL

    def __str__(self) -> str:
        """Subject, relation and object, with what keeps them from being a plain fact."""
        marks = [mark.value for mark in (self.polarity, self.factuality) if mark not in (Polarity.AFFIRMED, Factuality.ACTUAL)]
        marks += ([self.likelihood.label] if self.likelihood else []) + (["candidate"] if self.candidate else [])
        words = f"{self.subject.entity.label} - {self.relation.label} - {self.object.entity.label}"
        return words + (f" ({', '.join(marks)})" if marks else "")
