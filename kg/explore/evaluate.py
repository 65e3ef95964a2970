"""Gold documents and the claims that were found in them -> precision, recall and F1, and every mistake with its sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.explore.gold import GoldClaim, GoldDocument, speaker_of
from kg.explore.names import prefixed
from kg.model import Claim, Factuality, Polarity, Relation

__all__ = ["Aspect", "Confusion", "Evaluation", "Judgement", "MistakenDocument", "Part", "Score", "evaluate"]

Key = tuple[str, str, str]


class Aspect(StrEnum):
    """What is scored.

    Claims by subject, relation and object; pairs of ends whatever the relation and its direction; the others of the claims that
    are right.
    """

    CLAIMS = "claims"
    PAIRS = "pairs"
    SPEAKER = "speaker"
    POLARITY = "polarity"
    FACTUALITY = "factuality"
    ISSUES = "issues"


@dataclass(frozen=True, slots=True)
class Score:
    """How many are right of those that were found, and of those that were expected.

    >>> Score("rel:aids", right=3, found=4, expected=6).f1
    0.6
    """

    name: str
    right: int
    found: int
    expected: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; `None` where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was expected that was found; `None` where nothing was expected."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both (van Rijsbergen 1979, with beta = 1); `None` where nothing was found or expected."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One comparison: what was expected and what was found, either of them empty for nothing.

    `claim` is the claim that it is made of, `quote` its sentence on one line; both are empty for a pair.
    """

    aspect: Aspect
    expected: str
    found: str
    claim: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The score of an aspect, and that of each relation type, polarity or factuality in it."""

    aspect: Aspect
    whole: Score
    kinds: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many claims of one factuality were found as which."""

    expected: Factuality
    found: Factuality
    count: int


@dataclass(frozen=True, slots=True)
class MistakenDocument:
    """A document with what is wrong of it, in the order of its sentences."""

    id: str
    mistakes: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores, one part for each aspect, and the documents with mistakes, the worst first."""

    documents: int
    parts: tuple[Part, ...]
    confusions: tuple[Confusion, ...]
    mistaken: tuple[MistakenDocument, ...]


def evaluate(labelled: Iterable[tuple[GoldDocument, Iterable[Claim]]]) -> Evaluation:
    """Score claims against those that a reader found.

    Args:
        labelled: Gold documents, each with the claims that were extracted from its text.

    Returns:
        The scores. Inside a document claims are paired one to one by subject, relation and object, those with the same sentence
        first, then those with most in common; symmetric relations in both directions.

    >>> evaluate([]).parts[0].whole.f1 is None
    True
    """
    judged = [(document, list(_judgements(document, list(claims)))) for document, claims in labelled]
    by_aspect: dict[Aspect, list[Judgement]] = {aspect: [] for aspect in Aspect}
    for _, judgements in judged:
        for judgement in judgements:
            by_aspect[judgement.aspect].append(judgement)
    return Evaluation(
        documents=len(judged),
        parts=tuple(_part(aspect, judgements) for aspect, judgements in by_aspect.items()),
        confusions=_confusions(by_aspect[Aspect.FACTUALITY]),
        mistaken=_worst_first(judged),
    )


def _part(aspect: Aspect, judgements: Sequence[Judgement]) -> Part:
    return Part(aspect, _score(aspect, judgements), tuple(_score(kind, judgements, kind) for kind in _kinds(aspect, judgements)))


def _kinds(aspect: Aspect, judgements: Sequence[Judgement]) -> list[str]:
    """The values that an aspect is broken down by, as far as they occur."""
    values = {value for judgement in judgements for value in (judgement.expected, judgement.found)} - {""}
    ordered: dict[Aspect, Iterable[str]] = {Aspect.CLAIMS: sorted(values), Aspect.POLARITY: Polarity, Aspect.FACTUALITY: Factuality}
    return [str(value) for value in ordered.get(aspect, ()) if value in values]


def _score(name: str, judgements: Iterable[Judgement], value: str = "") -> Score:
    """Count judgements, all of them or those of one value."""
    found = Counter(judgement.found for judgement in judgements)
    expected = Counter(judgement.expected for judgement in judgements)
    right = Counter(judgement.found for judgement in judgements if judgement.found == judgement.expected)
    return Score(name, *((count[value] if value else count.total() - count[""]) for count in (right, found, expected)))


def _confusions(judgements: Iterable[Judgement]) -> tuple[Confusion, ...]:
    counts = Counter((judgement.expected, judgement.found) for judgement in judgements)
    return tuple(
        Confusion(expected, found, counts[expected, found])
        for expected in Factuality
        for found in Factuality
        if counts[expected, found]
    )


def _worst_first(judged: Iterable[tuple[GoldDocument, list[Judgement]]]) -> tuple[MistakenDocument, ...]:
    found = [MistakenDocument(document.id, tuple(_mistakes(document, judgements))) for document, judgements in judged]
    return tuple(sorted((one for one in found if one.mistakes), key=lambda one: -len(one.mistakes)))


def _mistakes(document: GoldDocument, judgements: Iterable[Judgement]) -> list[Judgement]:
    """What is wrong, sentence by sentence; what names no sentence stands at the end. A pair is no mistake of its own."""
    wrong = [one for one in judgements if one.aspect is not Aspect.PAIRS and one.expected != one.found]
    text = _line(document.text)
    return sorted(wrong, key=lambda one: text.find(one.quote) if one.quote else len(text))


def _judgements(document: GoldDocument, claims: Sequence[Claim]) -> Iterator[Judgement]:
    paired, missed, surplus = _aligned(document.claims, claims)
    for gold, claim in paired:
        yield from _compared(gold, claim)
    for gold in missed:
        yield Judgement(Aspect.CLAIMS, prefixed(gold.relation.iri), "", _shown(_gold_ends(gold), gold.relation), _line(gold.quote))
    for claim in surplus:
        shown = _shown(_ends(claim), claim.relation)
        yield Judgement(Aspect.CLAIMS, "", prefixed(claim.relation.iri), shown, _line(claim.evidence.quote))
    expected = {_pair(*_gold_ends(gold)) for gold in document.claims}
    found = {_pair(*_ends(claim)) for claim in claims}
    for pair in sorted(expected | found):
        yield Judgement(Aspect.PAIRS, pair * (pair in expected), pair * (pair in found))


def _compared(gold: GoldClaim, claim: Claim) -> Iterator[Judgement]:
    """What is said of a claim that is right, as far as it is labelled."""
    relation = prefixed(gold.relation.iri)
    values = [(Aspect.CLAIMS, relation, relation)]
    if gold.speaker is not None:
        values.append((Aspect.SPEAKER, _name(gold.speaker), _name(speaker_of(claim))))
    if gold.polarity is not None:
        values.append((Aspect.POLARITY, gold.polarity.value, claim.polarity.value))
    if gold.factuality is not None:
        values.append((Aspect.FACTUALITY, gold.factuality.value, claim.factuality.value))
    if gold.issues is not None:
        found = {issue.entity.iri for issue in claim.issues}
        both = sorted(gold.issues | found)
        values += [(Aspect.ISSUES, _name(iri) * (iri in gold.issues), _name(iri) * (iri in found)) for iri in both]
    shown = _shown(_ends(claim), claim.relation)
    for aspect, expected, seen in values:
        yield Judgement(aspect, expected, seen, shown, _line(claim.evidence.quote))


def _aligned(
    gold: Sequence[GoldClaim], claims: Sequence[Claim]
) -> tuple[list[tuple[GoldClaim, Claim]], list[GoldClaim], list[Claim]]:
    """Pairs, what was missed and what is too much; the second sentence for a claim without a sentence is neither."""
    groups: dict[Key, tuple[list[GoldClaim], list[Claim]]] = defaultdict(lambda: ([], []))
    for label in gold:
        groups[_key(*_gold_ends(label), label.relation)][0].append(label)
    for claim in claims:
        groups[_key(*_ends(claim), claim.relation)][1].append(claim)
    paired: list[tuple[GoldClaim, Claim]] = []
    missed: list[GoldClaim] = []
    surplus: list[Claim] = []
    for labels, found in groups.values():
        chosen = _best(labels, found)
        paired += [(labels[one], found[other]) for one, other in chosen.items()]
        missed += [label for number, label in enumerate(labels) if number not in chosen]
        if all(label.quote for label in labels):
            surplus += [claim for number, claim in enumerate(found) if number not in chosen.values()]
    return paired, missed, surplus


def _best(labels: Sequence[GoldClaim], found: Sequence[Claim]) -> dict[int, int]:
    """Which label goes with which claim of the same key: the likest first, then by their order."""
    likeness = {(i, j): _likeness(label, claim) for i, label in enumerate(labels) for j, claim in enumerate(found)}
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for label, claim in sorted(likeness, key=lambda pair: (-likeness[pair][0], -likeness[pair][1], pair)):
        if label not in chosen and claim not in taken:
            chosen[label] = claim
            taken.add(claim)
    return dict(sorted(chosen.items()))


def _likeness(gold: GoldClaim, claim: Claim) -> tuple[bool, int]:
    same = (gold.factuality == claim.factuality, gold.polarity == claim.polarity, gold.speaker == speaker_of(claim))
    return _line(gold.quote) == _line(claim.evidence.quote), sum(same)


def _ends(claim: Claim) -> tuple[str, str]:
    return claim.subject.entity.iri, claim.object.entity.iri


def _gold_ends(gold: GoldClaim) -> tuple[str, str]:
    return gold.subject, gold.object


def _key(one: str, other: str, relation: Relation) -> Key:
    first, second = sorted((one, other)) if relation.symmetric else (one, other)
    return first, relation.iri, second


def _pair(one: str, other: str) -> str:
    return " ".join(map(prefixed, sorted((one, other))))


def _shown(ends: tuple[str, str], relation: Relation) -> str:
    return " ".join(map(prefixed, (ends[0], relation.iri, ends[1])))


def _line(words: str) -> str:
    """Words on one line: where lines break says nothing."""
    return " ".join(words.split())


def _name(iri: str) -> str:
    return prefixed(iri) if iri else ""
