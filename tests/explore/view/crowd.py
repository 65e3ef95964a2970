"""Made-up graphs of any size, the same every time: few actors of whom much is said and many of whom little, as in news."""

from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from random import Random

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
    Period,
    Polarity,
    Relation,
    RelationGroup,
    Span,
)

BASE = "https://w3id.org/kg-affairs/"
SENTENCES = 20  # in a document
VERBS = {
    "sanctions": -1,
    "accuses": -1,
    "threatens": -1,
    "supports": 1,
    "meets": 1,
    "visits": 1,
    "praises": 1,
    "urges": 0,
    "inspects": 0,
}
MOODS = (Factuality.ACTUAL,) * 6 + (Factuality.REPORTED,) * 2 + (Factuality.ALLEGED, Factuality.PLANNED, Factuality.PREDICTED)
KINDS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.ARMED_GROUP, ActorKind.MEDIA_OUTLET)
FILLER = "Nothing more was said of it that day, and the weather along the coast stayed as it had been all week."


def crowd(claims: int) -> tuple[list[Claim], dict[str, Document]]:
    """Claims with their documents: about one actor for 12 claims, one issue for 100, one document for 20."""
    chance = Random(7)
    actors = [Actor(f"{BASE}actor/a{n}", _name(n), KINDS[n % len(KINDS)]) for n in range(claims // 12 + 8)]
    issues = [Issue(f"{BASE}issue/i{n}", f"matter {_name(n).lower()}") for n in range(claims // 100 + 4)]
    verbs = [Relation(f"{BASE}relation/{verb}", verb, RelationGroup.ACT, sign) for verb, sign in VERBS.items()]
    found: list[Claim] = []
    documents: dict[str, Document] = {}
    while len(found) < claims:
        number = len(documents)
        rows = [
            (*_two(chance, actors), _pick(chance, issues), verbs[int(chance.random() * len(verbs))])
            for _ in range(min(SENTENCES, claims - len(found)))
        ]
        sentences = [f"{s.label} {v.label} {o.label} over {i.label}, it was said in report {number}." for s, o, i, v in rows]
        text = "\n".join(f"{sentence} {FILLER}" for sentence in sentences)
        document = _document(text, number)
        documents[document.id] = document
        start = 0
        for row, sentence in zip(rows, sentences, strict=True):
            found.append(_claim(row, sentence, start, (document, chance)))
            start += len(sentence) + len(FILLER) + 2
    return found, documents


def _pick(chance, values):
    return values[int(len(values) * chance.random() ** 3)]


def _two(chance, values):
    one, other = _pick(chance, values), _pick(chance, values)
    return (one, other) if one != other else _two(chance, values)


def _name(number):
    syllables = ("ba", "do", "ri", "ku", "me", "sa", "lo", "ti", "ne", "vu")
    return "".join(syllables[int(digit)] for digit in f"{number + 37}").capitalize()


def _document(text, number):
    published = (date(2015, 1, 1) + timedelta(days=number % 1800)).isoformat()
    name = sha256(text.encode()).hexdigest()[:16]
    publisher = f"Gazette {number % 23}"
    return Document(name, f"{number}.txt", text, text, Alignment((0,), (0,)), (), f"Report {number}", publisher, "", published)


def _claim(row, sentence, start, where):
    subject, target, issue, relation = row
    document, chance = where
    words = count()

    def span(text):
        place = sentence.index(text, next(words) and len(subject.label))
        return Span(start + place, start + place + len(text))

    spans = [span(part.label) for part in (subject, relation, target, issue)]
    whole = Span(start, start + len(sentence))
    factuality = MOODS[int(chance.random() * len(MOODS))]
    said = factuality is Factuality.REPORTED
    speaker = Attribution((spans[3],), (spans[1],), (whole,), Argument(subject, spans[0]), "said")
    return Claim(
        id=sha256(f"{document.id}{start}".encode()).hexdigest()[:16],
        source=document.source,
        subject=Argument(subject, spans[0]),
        relation=relation,
        object=Argument(target, spans[2]),
        evidence=Evidence(document.id, whole, sentence, sentence, spans[1]),
        issues=(Argument(issue, spans[3]),),
        polarity=Polarity.NEGATED if chance.random() < 0.05 else Polarity.AFFIRMED,
        factuality=factuality,
        attribution=(speaker,) if said else (),
        time=Period("2016", "2017", "last year", spans[3]) if chance.random() < 0.1 else None,
        confidence=round(0.5 + chance.random() / 2, 2),
        rule=f"X {relation.label} Y",
    )
