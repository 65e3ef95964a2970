"""One small document with claims of every sort, written by hand."""

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

TEXT = 'Norway sanctioned Chad.\nZoe Falk said Chad- Norway "talks" on fishing are unlikely in 2031.\n'
FIRST, SECOND = Span(0, 23), Span(24, 91)

NORWAY = Actor(term("actor:norway"), "Norway", ActorKind.STATE)
CHAD = Actor(term("actor:chad"), "Chad", ActorKind.STATE)
ZOE = Actor(term("actor:zoe-falk"), "Zoe Falk", ActorKind.PERSON, known=False, country=NORWAY.iri)
FISHING = Issue(term("issue:fishing"), "fishing")
SANCTIONS = Relation(term("rel:sanctions"), "sanctions", RelationGroup.ACT, -1, "COERCE")
TALKS = Relation(term("rel:consults"), "consults", RelationGroup.ACT, 1, "CONSULT", symmetric=True)


def span(words: str) -> Span:
    """Where words stand last in the text."""
    start = TEXT.rindex(words)
    return Span(start, start + len(words))


DOCUMENT = Document(
    id="0123456789abcdef",
    source="reports/fish.txt",
    text=TEXT,
    clean=TEXT,
    alignment=Alignment((0,), (0,)),
    blocks=(),
    title="A quarrel about fish",
    publisher="The Fjord",
    author="Ada Berg",
    published="2030-05",
)
PLAIN = Claim(
    id="aa01",
    source=DOCUMENT.source,
    subject=Argument(NORWAY, Span(0, 6)),
    relation=SANCTIONS,
    object=Argument(CHAD, Span(18, 22)),
    evidence=Evidence(DOCUMENT.id, FIRST, FIRST.of(TEXT), FIRST.of(TEXT), Span(7, 17)),
    confidence=0.8,
    rule="X sanctions Y",
)
HEDGED = Claim(
    id="aa02",
    source=DOCUMENT.source,
    subject=Argument(CHAD, span("Chad")),
    relation=TALKS,
    object=Argument(NORWAY, span("Norway"), "dyad in focus"),
    evidence=Evidence(
        DOCUMENT.id, SECOND, SECOND.of(TEXT), SECOND.of(TEXT).replace("- ", "-"), span("talks"), (span("unlikely"), span("said"))
    ),
    issues=(Argument(FISHING, span("fishing")), Argument(FISHING, span("talks"), "of the relation type")),
    polarity=Polarity.NEGATED,
    factuality=Factuality.PREDICTED,
    likelihood=Likelihood(term("likelihood:unlikely"), "unlikely", 0.2, 0.45, span("unlikely")),
    attribution=(
        Attribution((), (), (span("Zoe Falk"),), None, "it is said"),
        Attribution((span("Zoe Falk"),), (span("said"),), (Span(38, 60), Span(60, 90)), Argument(ZOE, span("Zoe Falk")), "said"),
    ),
    time=Period("2031", "2031-12-31", "in 2031", span("in 2031")),
    confidence=1.0,
)
