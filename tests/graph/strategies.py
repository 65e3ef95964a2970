"""Documents and claims made at random, but of the shape that extraction gives."""

from dataclasses import dataclass, replace
from hashlib import sha256

from hypothesis import strategies as st

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

WORDS = st.text(st.characters(codec="utf-8"), max_size=6)
SHARES = st.floats(0, 1)
TOWARDS = st.sampled_from([None, -1, 0, 1])
DAYS = st.one_of(
    st.just(""), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]), st.dates().map(lambda day: str(day)[:4])
)


@dataclass(frozen=True)
class World:
    """What the claims of a document speak of: each IRI stands for one value, and each sentence has one repaired wording."""

    document: Document
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    relations: tuple[Relation, ...]
    degrees: tuple[tuple[str, str, float, float], ...]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
    return Document(
        id=sha256(text.encode()).hexdigest()[:16],
        source=draw(WORDS),
        text=text,
        clean=text,
        alignment=Alignment((0,), (0,)),
        blocks=(),
        title=draw(WORDS),
        publisher=draw(WORDS),
        author=draw(WORDS),
        published=draw(DAYS),
        language=draw(st.sampled_from(["", "en", "de", "no language"])),
        url=draw(st.sampled_from(["", "https://fjord.example.org/fish?id=7", "http://sund.example.org/ø"])),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    countries = st.sampled_from(["", term("actor:c0"), term("actor:c1")])
    actor = st.tuples(WORDS, st.sampled_from(ActorKind), st.booleans(), countries)
    relation = st.tuples(WORDS, st.sampled_from(RelationGroup), st.sampled_from([-1, 0, 1]), WORDS, st.booleans(), TOWARDS)
    return World(
        document=draw(documents()),
        actors=tuple(
            Actor(term(f"actor:a{i}"), label, kind, known=known, country=country)
            for i, (label, kind, known, country) in enumerate(draw(st.lists(actor, min_size=1, max_size=4)))
        ),
        issues=tuple(Issue(term(f"issue:i{i}"), label) for i, label in enumerate(draw(st.lists(WORDS, min_size=1, max_size=3)))),
        relations=tuple(
            Relation(term(f"rel:r{i}"), label, group, sign, plover, symmetric=symmetric, issue_sign=towards)
            for i, (label, group, sign, plover, symmetric, towards) in enumerate(draw(st.lists(relation, min_size=1, max_size=3)))
        ),
        degrees=tuple(
            (term(f"likelihood:l{i}"), *rest)
            for i, rest in enumerate(draw(st.lists(st.tuples(WORDS, SHARES, SHARES), min_size=1, max_size=2)))
        ),
    )


@st.composite
def spans(draw: st.DrawFn, within: Span) -> Span:
    start = draw(st.integers(within.start, within.end - 1))
    return Span(start, draw(st.integers(start + 1, within.end)))


@st.composite
def claims(draw: st.DrawFn, world: World, identity: str) -> Claim:
    document = world.document
    sentence = draw(spans(Span(0, len(document.text))))
    inside = spans(sentence)
    cues = st.lists(inside, max_size=3).map(tuple)
    issue = st.builds(Argument, st.sampled_from(world.issues), inside, WORDS)
    headline = st.builds(Argument, st.sampled_from(world.issues), spans(Span(0, len(document.text))), st.just("headline"))
    actor = st.builds(Argument, st.sampled_from(world.actors), inside, WORDS)
    quote = sentence.of(document.text)
    degree = st.builds(lambda parts, span: Likelihood(*parts, span), st.sampled_from(world.degrees), inside)
    return Claim(
        id=identity,
        source=document.source,
        subject=draw(actor),
        relation=draw(st.sampled_from(world.relations)),
        object=draw(st.one_of(actor, issue)),
        evidence=Evidence(document.id, sentence, quote, quote.replace("- ", "-"), draw(inside), draw(cues)),
        issues=draw(st.lists(issue | headline, max_size=3).map(tuple)),
        polarity=draw(st.sampled_from(Polarity)),
        factuality=draw(st.sampled_from(Factuality)),
        likelihood=draw(st.none() | degree),
        attribution=draw(
            st.lists(st.builds(Attribution, cues, cues, cues, st.none() | actor, WORDS, st.booleans()), max_size=3).map(tuple)
        ),
        time=draw(st.none() | st.builds(Period, DAYS, DAYS, WORDS, inside)),
        confidence=draw(SHARES),
        rule=draw(WORDS),
    )


@st.composite
def read(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    """A document with its claims, their ids all different."""
    return draw(stated(draw(worlds())))


@st.composite
def stated(draw: st.DrawFn, world: World) -> tuple[Document, list[Claim]]:
    """A document with claims, whose ids are different in different documents."""
    count = draw(st.integers(0, 3))
    return world.document, [draw(claims(world, f"{world.document.id}{number:04x}")) for number in range(count)]


@st.composite
def corpora(draw: st.DrawFn) -> list[tuple[Document, list[Claim]]]:
    """Documents of different texts, with their claims; whoever several of them speak of is the same in each."""
    world = draw(worlds())
    texts = draw(st.lists(documents(), max_size=2, unique_by=lambda document: document.id))
    return [draw(stated(replace(world, document=document))) for document in texts]
