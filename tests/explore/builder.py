"""A few words -> claims and documents, as extraction would give them."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from pyoxigraph import Quad, Store

from kg.graph.store import from_quads
from kg.graph.triples import quads
from kg.model import (
    Actor,
    ActorKind,
    Alignment,
    Argument,
    Attribution,
    Claim,
    Document,
    Evidence,
    Factuality,
    Issue,
    Likelihood,
    Period,
    Polarity,
    Relation,
    RelationGroup,
    Span,
)
from kg.ontology import term

NORWAY = Actor(term("actor:norway"), "Norway", ActorKind.STATE)
CHILE = Actor(term("actor:chile"), "Chile", ActorKind.STATE)
KENYA = Actor(term("actor:kenya"), "Kenya", ActorKind.STATE)
PERU = Actor(term("actor:peru"), "Peru", ActorKind.STATE)
UNION = Actor(term("actor:fishers-union"), "Fishers' Union", ActorKind.ORGANIZATION, known=False)
FISHING = Issue(term("issue:fishing"), "fishing rights")
TARIFFS = Issue(term("issue:tariffs"), "tariffs")

PRAISES = Relation(term("rel:praises"), "praises", RelationGroup.STANCE, 1)
AIDS = Relation(term("rel:aids"), "aids", RelationGroup.ACT, 1, plover="AID")
SANCTIONS = Relation(term("rel:sanctions"), "sanctions", RelationGroup.ACT, -1, plover="SANCTION")
RIVALS = Relation(term("rel:rival-of"), "rival of", RelationGroup.STANCE, -1, symmetric=True)
NEEDS = Relation(term("rel:needs"), "needs", RelationGroup.STANCE, 0)

LIKELY = Likelihood(term("likelihood:likely"), "likely", 0.55, 0.8, Span(0, 1))


def document(sentence: str, source: str) -> Document:
    """A document of one sentence, and the name of its source, so that no two are the same."""
    text = f"{sentence}\n{source}"
    identity = Alignment((0,), (0,))
    name = sha256(text.encode()).hexdigest()[:16]
    return Document(name, source, text, text, identity, (), title="On the coast", publisher="The Harbour", published="2021-03-04")


def claim(subject: Actor, relation: Relation, target: Actor | Issue, *, source: str = "coast.txt", **changes: object) -> Claim:
    """One claim of the sentence "<Subject> <relation> <object>.", the first of its document; `changes` replace fields of the claim."""
    sentence = f"{subject.label} {relation.label} {target.label}."
    trigger = Span(len(subject.label) + 1, len(subject.label) + 1 + len(relation.label))
    whole = Span(0, len(sentence))
    plain = Claim(
        id="",
        source=source,
        subject=Argument(subject, Span(0, len(subject.label))),
        relation=relation,
        object=Argument(target, Span(trigger.end + 1, whole.end - 1)),
        evidence=Evidence(document(sentence, source).id, whole, sentence, sentence, trigger),
        rule=f"X {relation.label} Y",
        confidence=0.9,
    )
    changed = replace(plain, **changes)  # type: ignore[arg-type]
    return changed if changed.id else replace(changed, id=sha256(repr(changed).encode()).hexdigest()[:16])


def about(*issues: Issue) -> tuple[Argument, ...]:
    return tuple(Argument(issue, Span(0, 1)) for issue in issues)


def said(speaker: Actor | None) -> Attribution:
    return Attribution((Span(0, 1),), (Span(2, 3),), (Span(4, 5),), Argument(speaker, Span(0, 1)) if speaker else None, "said")


SOME = (
    claim(NORWAY, SANCTIONS, CHILE, issues=about(FISHING, TARIFFS)),
    claim(NORWAY, SANCTIONS, CHILE, source="harbour.md", issues=about(FISHING)),
    claim(NORWAY, SANCTIONS, CHILE, polarity=Polarity.NEGATED, factuality=Factuality.DENIED, attribution=(said(NORWAY),)),
    claim(NORWAY, AIDS, KENYA, factuality=Factuality.PLANNED),
    claim(CHILE, RIVALS, PERU),
    claim(PERU, RIVALS, CHILE, likelihood=LIKELY, factuality=Factuality.PREDICTED),
    claim(UNION, PRAISES, NORWAY, time=Period("2020", "2020", "in 2020", Span(0, 1))),
    claim(KENYA, NEEDS, FISHING),
)


def graph(*claims: Claim) -> Store:
    """A store of the claims and their documents, unmerged."""
    return from_quads(written(*claims))


def written(*claims: Claim) -> Iterator[Quad]:
    """The quads of the claims and their documents."""
    return (quad for one in claims for quad in quads(document(one.evidence.quote, one.source), [one]))
