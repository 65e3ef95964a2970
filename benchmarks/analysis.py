"""Generated claims -> how long the analysis takes, part by part: `python -m benchmarks.analysis 1000 10000 100000`.

The claims are drawn with a fixed seed: actors, relation types and issues of very different frequency, six in ten claims within
groups of ten actors, half of them somebody's word, thirty a document. Time is that of the processor.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from kg.explore.analysis import (
    actor_issues,
    analyse,
    blocs,
    communities,
    directions,
    disagreements,
    forecasts,
    importance,
    issues,
    pair_issues,
    pairs,
    side_by_side,
    sources,
    stances,
    timeline,
)
from kg.explore.analysis.statements import statements
from kg.explore.analysis.whole import Whole
from kg.explore.printed import report
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
    Polarity,
    Relation,
    RelationGroup,
    Span,
)

T = TypeVar("T")
SPAN = Span(0, 10)
WORDS = "Some words."
BANDS = ((0.0, 0.2), (0.2, 0.45), (0.55, 0.8))


def generated(count: int) -> tuple[list[Claim], dict[str, Document]]:
    """Claims and their documents."""
    chance = random.Random(1)
    actors = [Actor(f"urn:actor:{n}", f"Actor {n}", ActorKind.STATE) for n in range(max(20, count // 12))]
    about = [Issue(f"urn:issue:{n}", f"issue {n}") for n in range(200)]
    relations = [relation(n) for n in range(60)]
    documents = {f"{n:016x}": document(n, chance) for n in range(count // 30 + 1)}
    claims = []
    for number in range(count):
        first = rank(actors, chance)
        near = (first // 10 * 10 + chance.randrange(10)) % len(actors)
        second = near if chance.random() < 0.6 else rank(actors, chance)
        ends = (Argument(actors[first], SPAN), relations[rank(relations, chance)], Argument(actors[second], SPAN))
        said = Argument(actors[rank(actors, chance)], SPAN) if chance.random() < 0.8 else None
        claims.append(claim(number, ends, [about[rank(about, chance)] for _ in range(chance.randrange(3))], said, chance))
    return claims, documents


def rank(some: Sequence[object], chance: random.Random) -> int:
    return min(len(some) - 1, int(len(some) * chance.random() ** 2.5))


def relation(number: int) -> Relation:
    contrary = (f"urn:relation:{number ^ 1}",) if number < 6 else ()
    group = RelationGroup.TREND if contrary else RelationGroup.ACT
    return Relation(f"urn:relation:{number}", f"relation {number}", group, (-1, 0, 1)[number % 3], "", number % 4 == 0, contrary)


def document(number: int, chance: random.Random) -> Document:
    day = f"{2000 + chance.randrange(20)}-{1 + chance.randrange(12):02}-11"
    name, paper = f"{number:016x}", f"Paper {chance.randrange(40)}"
    return Document(name, f"{name}.txt", WORDS, WORDS, Alignment((0,), (0,)), (), publisher=paper, published=day)


def claim(
    number: int, ends: tuple[Argument, Relation, Argument], about: list[Issue], said: Argument | None, chance: random.Random
) -> Claim:
    name = f"{number // 30:016x}"
    factuality = chance.choice(list(Factuality)) if chance.random() < 0.5 else Factuality.ACTUAL
    expected = factuality in (Factuality.PREDICTED, Factuality.POSSIBLE) and chance.random() < 0.5
    return Claim(
        f"{number:016x}",
        f"{name}.txt",
        *ends,
        Evidence(name, SPAN, WORDS, WORDS, SPAN),
        tuple(Argument(issue, SPAN) for issue in about),
        Polarity.NEGATED if chance.random() < 0.1 else Polarity.AFFIRMED,
        factuality,
        Likelihood("urn:likelihood", "likely", *chance.choice(BANDS), SPAN) if expected else None,
        (Attribution((SPAN,), (SPAN,), (SPAN,), said, "said"),) if chance.random() < 0.5 else (),
    )


def timed(name: str, work: Callable[..., T], *values: object) -> T:
    start = time.process_time()
    found = work(*values)
    print(f"  {name:<16}{time.process_time() - start:8.2f} s")
    return found


def main() -> None:
    for count in map(int, sys.argv[1:]):
        claims, documents = generated(count)
        print(f"{count} claims")
        for plain in (communities, importance, pairs, directions, blocs, issues, pair_issues, actor_issues, stances):
            timed(plain.__name__, plain, claims)
        for dated in (timeline, sources, disagreements, forecasts, side_by_side):
            timed(dated.__name__, dated, claims, documents)
        found = timed("all", analyse, claims, documents)
        timed("as RDF", statements, found)
        timed("report", partial(report, version=""), Whole(tuple(claims), documents, found))


if __name__ == "__main__":
    main()
