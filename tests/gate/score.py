"""Labelled texts + extractor -> precision, recall and F1 of mentions, coreference, metonyms, time, issues and relations.

Of the relations that are found, `factuality` and `speakers` say how many are read rightly as to whether it is so and who says so.

`python -m tests.gate.score [name …]` prints the figures, for the part to tune on and for the part that is held out;
with `--wrong`, what is wrong in the part to tune on.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.extract.extractor import Extractor
from kg.extract.mention.described import DESCRIPTION
from kg.extract.mention.town import TOWN
from kg.extract.reading import Reading
from kg.model import Actor, Attribution, Claim, Mention, RelationGroup, Span
from kg.ontology import Ontology, load, local_name
from tests.gate import labelled
from tests.gate.labelled import Item, Label, Related, Stated, describes, expected

__all__ = ["SETS", "Counts", "score"]

# Ties that a title gives ("Russian Foreign Minister Sergei Lavrov"); no label names them.
_TITLES = frozenset({"holds-office-in", "works-for", "speaks-for", "leads"})


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
        found = [mention for mention in self._mentions(item) if mention.form not in {DESCRIPTION, TOWN}]
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

    def relations(self, item: Item) -> Iterator[Outcome]:
        claims = self._between_actors(item)
        for one in item.related:
            right = any(self._relates(claim, one) for claim in claims)
            answer = "; ".join(dict.fromkeys(map(_brief, claims)))
            yield Outcome(f"{item.number}: {item.document.clean}", one.line, answer, Counts(right, right, 1))
        wrong = {_brief(claim) for claim in claims if self._is_wrong(claim, item)}
        for brief in sorted(wrong):
            yield Outcome(f"{item.number}: {item.document.clean}", "", brief, Counts(0, 1, 0))

    def factuality(self, item: Item) -> Iterator[Outcome]:
        for one, claim in self._matched(item):
            likelihood = local_name(claim.likelihood.iri) if claim.likelihood else ""
            right = claim.factuality in one.factuality and claim.polarity in one.polarity and one.likelihood in ("", likelihood)
            answer = f"{claim.factuality}, {claim.polarity}, {likelihood}"
            yield Outcome(f"{item.number}: {item.document.clean}", one.line, answer, Counts(right, 1, 1))

    def speakers(self, item: Item) -> Iterator[Outcome]:
        for one, claim in self._matched(item):
            chain = claim.attribution
            right = (not chain and "-" in one.speakers[0]) or (
                len(chain) == len(one.speakers) and all(map(self._speaks, chain, one.speakers))
            )
            answer = " > ".join(local_name(part.speaker.entity.iri) if part.speaker else "*" for part in chain)
            yield Outcome(f"{item.number}: {item.document.clean}", one.line, answer, Counts(right, 1, 1))

    def _matched(self, item: Item) -> Iterator[tuple[Related, Claim]]:
        claims = self._between_actors(item)
        for one in item.related:
            yield from ((one, claim) for claim in [c for c in claims if self._relates(c, one)][:1])

    def _between_actors(self, item: Item) -> list[Claim]:
        return [claim for claim in self.extractor.claims(item.document) if isinstance(claim.object.entity, Actor)]

    def _relates(self, claim: Claim, one: Related) -> bool:
        return local_name(claim.relation.iri) in one.relations and self._joins(claim, one.subject, one.object)

    def _joins(self, claim: Claim, subject: Iterable[str], object_: Iterable[str]) -> bool:
        ends = (claim.subject.entity, claim.object.entity)
        turns = (ends, ends[::-1]) if claim.relation.symmetric else (ends,)
        return any(self._one_of(first, subject) and self._one_of(last, object_) for first, last in turns)

    def _one_of(self, entity: object, names: Iterable[str]) -> bool:
        return any(_is(entity, expected(name, self.ontology), name) for name in names)

    def _is_wrong(self, claim: Claim, item: Item) -> bool:
        """Whether a claim is one that no careful reader makes: titles and disputed pairs aside, and what no one says is so."""
        if local_name(claim.relation.iri) in _TITLES or any(self._relates(claim, one) for one in item.related):
            return False
        if any(self._joins(claim, subject, object_) for subject, object_ in item.disputed):
            return False
        fact = claim.asserted and claim.relation.group in (RelationGroup.ACT, RelationGroup.STANCE)
        return fact or not any(self._joins(claim, subject, object_) for subject, object_ in item.excluded)

    def _speaks(self, attribution: Attribution, names: tuple[str, ...]) -> bool:
        speaker = attribution.speaker.entity if attribution.speaker else None
        unnamed = not isinstance(speaker, Actor) or speaker.iri not in self.ontology.actors
        return ("*" in names and unnamed) or self._one_of(speaker, [name for name in names if name not in "-*"])

    def _mentions(self, item: Item) -> list[Mention]:
        return [mention for reading in self._readings(item) for mention in _unique(reading.mentions.actors.values())]

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
    "relations": (labelled.related, Judge.relations),
    "factuality": (labelled.related, Judge.factuality),
    "speakers": (labelled.related, Judge.speakers),
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
    if label[0] == "~":
        return not entity.known and describes(label, entity.label)
    return entity.iri == iri or ((label[0] == "+" or label[-1] == "@") and entity.iri.startswith(iri + "."))


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


def _brief(claim: Claim) -> str:
    return " ".join(local_name(part.iri) for part in (claim.subject.entity, claim.relation, claim.object.entity))


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
