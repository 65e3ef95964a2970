"""Labelled texts + extractor -> precision, recall and F1 of mentions, coreference, metonyms, time and issues.

`python -m tests.gate.score [name …]` prints the figures, for the part to tune on and for the part that is held out;
with `--wrong`, what is wrong in the part to tune on.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.extract.extractor import Extractor
from kg.extract.reading import Reading
from kg.model import Actor, Claim, Mention, Span
from kg.ontology import Ontology, load, local_name
from tests.gate import labelled
from tests.gate.labelled import Item, Label, Stated, expected

__all__ = ["SETS", "Counts", "score"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many were found, and how many are there."""

    right: int
    found: int
    there: int

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that was found, or should have been: what the label says, what the program says."""

    text: str
    label: str
    answer: str
    counts: Counts


class Judge:
    """The extractor, and what it says of the labelled texts."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.extractor = Extractor(ontology)

    def mentions(self, item: Item) -> Iterator[Outcome]:
        found = [mention for reading in self._readings(item) for mention in _unique(reading.mentions.actors.values())]
        matched: set[Span] = set()
        for label in item.labels:
            iri = expected(label.names[0], self.ontology)
            right = [mention for mention in found if mention.span.overlaps(label.span) and _is(mention.entity, iri, label.names[0])]
            matched |= {m.span for m in found if m in right or (m.span.overlaps(label.span) and self._within(m, label))}
            if not label.optional:
                answer = "; ".join(local_name(m.entity.iri) for m in found if m.span.overlaps(label.span))
                yield Outcome(self._of(item, label.span), label.names[0], answer, Counts(bool(right), bool(right), 1))
        for mention in found:
            if mention.span not in matched:
                text = self._of(item, mention.span)
                yield Outcome(text, "", f"{local_name(mention.entity.iri)} ({mention.form})", Counts(0, 1, 0))

    def _within(self, mention: Mention, label: Label) -> bool:
        """Whether a mention is disputed, or only the state whose group the label names."""
        return label.optional or ("@" in label.names[0] and label.names[0].endswith("@" + local_name(mention.entity.iri)))

    def coreference(self, item: Item) -> Iterator[Outcome]:
        pointed = {span: actors for reading in self._readings(item) for span, actors in _pointed(reading)}
        for label in item.labels:
            spans = [span for span in pointed if span.overlaps(label.span)]
            if label.optional:
                continue
            found = frozenset(actor.iri for span in spans for actor in pointed[span])
            there = frozenset(expected(name, self.ontology) for name in label.names if name != "-")
            right = bool(there) and _same(found, there, label.names)
            answer = ", ".join(sorted(map(local_name, found)))
            yield Outcome(self._of(item, label.span), ", ".join(label.names), answer, Counts(right, bool(found), bool(there)))

    def metonyms(self, item: Item) -> Iterator[Outcome]:
        for label in item.labels:
            answer = next((_decision(r, label.span) for r in self._readings(item) if r.sentence.extent.overlaps(label.span)), "")
            right = answer == label.names[0]
            yield Outcome(self._of(item, label.span), label.names[0], answer, Counts(right, 1, 1))

    def time(self, item: Item) -> Iterator[Outcome]:
        found = {period.span: f"{period.start}..{period.end}" for period in self.extractor.periods(item.document)}
        matched: set[Span] = set()
        for label in item.labels:
            spans = [span for span in found if span.overlaps(label.span)]
            matched |= set(spans)
            answer = "; ".join(found[span] for span in spans)
            yield Outcome(self._of(item, label.span), label.names[0], answer, Counts(answer == label.names[0], bool(spans), 1))
        for span in found.keys() - matched:
            yield Outcome(self._of(item, span), "", found[span], Counts(0, 1, 0))

    def issues(self, item: Item) -> Iterator[Outcome]:
        claims = list(self.extractor.claims(item.document))
        for one in item.stated:
            there = one.issues | one.weak
            found = {local_name(issue.entity.iri) for claim in claims if _states(claim, one) for issue in claim.issues}
            text = f"{one.subject} ; {one.object}: {item.document.clean}"
            counts = Counts(len(found & there), len(found), len(there))
            yield Outcome(text, ", ".join(sorted(there)), ", ".join(sorted(found)), counts)

    def _readings(self, item: Item) -> tuple[Reading, ...]:
        return self.extractor.readings(item.document)

    def _of(self, item: Item, span: Span) -> str:
        around = Span(max(0, span.start - 60), span.end + 50).of(item.document.clean)
        return f"{span.of(item.document.clean)}   <- {item.number}: …{around}…"


SETS: dict[str, tuple[Callable[[], Iterable[Item]], Callable[[Judge, Item], Iterator[Outcome]]]] = {
    "mentions": (lambda: labelled.marked("mentions"), Judge.mentions),
    "coreference": (lambda: labelled.marked("coreference"), Judge.coreference),
    "metonyms": (labelled.decisions, Judge.metonyms),
    "time": (labelled.periods, Judge.time),
    "issues": (labelled.stated, Judge.issues),
}


def score(name: str, judge: Judge, *, held: bool) -> tuple[Counts, list[Outcome]]:
    """The counts of one part of a set, and what is not right in it."""
    items, outcomes = SETS[name]
    found = [outcome for item in items() if item.held is held for outcome in outcomes(judge, item)]
    wrong = [o for o in found if not (o.counts.right == o.counts.found == o.counts.there)]
    return sum((outcome.counts for outcome in found), Counts(0, 0, 0)), wrong


def _unique(mentions: Iterable[Mention]) -> list[Mention]:
    return list(dict.fromkeys(mentions))


def _is(entity: object, iri: str, label: str) -> bool:
    if not isinstance(entity, Actor):
        return False
    return entity.iri == iri or (label.endswith("@") and entity.iri.startswith(iri + "."))


def _same(found: frozenset[str], there: frozenset[str], names: tuple[str, ...]) -> bool:
    if found == there:
        return True
    return len(found) == len(there) == 1 and names[0].endswith("@") and next(iter(found)).startswith(next(iter(there)) + ".")


def _pointed(reading: Reading) -> Iterator[tuple[Span, list[Actor]]]:
    """Whom words point back to: anaphors, and roles that stand for somebody."""
    for index, arguments in reading.anaphors.items():
        yield reading.span(reading.sentence.tokens.doc[index]), [a.entity for a in arguments if isinstance(a.entity, Actor)]
    for index, mention in reading.mentions.actors.items():
        if mention.form == "role" and isinstance(mention.entity, Actor):
            yield reading.span(reading.sentence.tokens.doc[index]), [mention.entity]


def _decision(reading: Reading, span: Span) -> str:
    tokens = [token for token in reading.sentence.tokens if span.overlaps(reading.span(token))]
    stands = [reading.stands_for(token) for token in tokens if token.i in reading.mentions.actors]
    return stands[-1] if stands else "nothing"


def _states(claim: Claim, stated: Stated) -> bool:
    ends = [local_name(claim.subject.entity.iri), local_name(claim.object.entity.iri)]
    return ends == [stated.subject, stated.object] or (claim.relation.symmetric and ends == [stated.object, stated.subject])


def main(words: list[str]) -> None:
    judge = Judge(load())
    for name in [word for word in words if word in SETS] or SETS:
        for held in (False, True):
            counts, wrong = score(name, judge, held=held)
            part = "held out" if held else "to tune on"
            print(f"{name:12s} {part:10s} P {counts.precision:.3f} R {counts.recall:.3f} F1 {counts.f1:.3f}  {counts}")
            for outcome in wrong if "--wrong" in words and not held else ():
                print(f"  [{outcome.label}] [{outcome.answer}] {outcome.text}".replace("\n", " / "))


if __name__ == "__main__":
    main(sys.argv[1:])
