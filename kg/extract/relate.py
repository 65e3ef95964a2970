"""Matches and ties -> relations: who stands in which relation to whom, each pair once, before anything is said of how surely."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, permutations, product

from spacy.tokens import Token

from kg.extract.match import Match
from kg.extract.mention.described import DESCRIBED
from kg.extract.tie import Tie, Titles
from kg.model import Actor, ActorKind, Argument, RelationGroup
from kg.ontology import NameForm, RelationEntry

__all__ = ["Related", "relate"]


_METONYMS = frozenset({NameForm.SEAT.value, NameForm.CAPITAL.value})


@dataclass(frozen=True, slots=True)
class Related:
    """A relation type between two arguments, the words that express it (the governing one first), and the rule that found it.

    A title before or beside a name is taken for granted by whoever uses it, so it is the document's own statement (`is_title`).
    Of a `candidate`, only the words are certain.
    """

    entry: RelationEntry
    subject: Argument
    object: Argument
    words: tuple[Token, ...]
    concerns: tuple[Argument, ...]
    rule: str
    is_title: bool = False
    candidate: bool = False

    @property
    def agentive(self) -> bool:
        """Whether its subject brings it about."""
        return self.entry.relation.group is RelationGroup.ACT


def relate(
    matches: Iterable[Match], ties: Iterable[Tie], titles: Titles, body: Callable[[Argument], Argument] | None = None
) -> list[Related]:
    """Turn what was found in one sentence into relations between pairs.

    Args:
        matches: The frames that were found.
        ties: The titles and appositions that were found.
        titles: The relation types of these.
        body: Gives the seat of a state as a body of its own, for what it does to those of its state; without it, that is left out.

    Returns:
        Relations in the order of their words; of several with the same words and ends the one with the most specific frame.
    """
    found: list[Related] = []
    taken: set[tuple[int, str, str]] = set()
    own = (titles.holds_office, titles.works)
    drafts = [draft for match in sorted(matches, key=_rank) for draft in _of_match(match)]
    for plain in (*drafts, *(_of_tie(tie, titles) for tie in ties)):
        draft = _as_body(plain, body) if body else plain
        keys = set(_keys(draft))
        if _is_tie_of_nobody(draft):
            continue
        held_by_person = draft.entry in own and getattr(draft.object.entity, "kind", None) is ActorKind.PERSON
        if not (held_by_person or _is_domestic(draft) or _is_nested(draft) or keys & taken):
            taken |= keys | {(word, subject, "") for word, subject, _ in keys}
            found.append(draft)
    return sorted(found, key=lambda r: (r.words[0].i, r.subject.span, r.object.span, r.entry.relation.iri))


def _rank(match: Match) -> tuple[int, bool]:
    """The most specific frame comes first; of those that two relation types share, that which asks for kinds of actors."""
    entry = match.pattern.entry
    return -match.pattern.size, not (entry.subjects or entry.objects)


def _is_tie_of_nobody(draft: Related) -> bool:
    """Whether it only says to whom somebody belongs whom no name makes known: "workers at the plant"."""
    tie = draft.entry.relation.group is RelationGroup.TIE
    return tie and DESCRIBED in {draft.subject.reason, draft.object.reason}


def _is_nested(draft: Related) -> bool:
    """Whether one end is part of the other's name ("US" in "US intelligence agencies"): the two are not two parties."""
    one, other = draft.subject.span, draft.object.span
    return one != other and one.overlaps(other)


def _as_body(draft: Related, body: Callable[[Argument], Argument]) -> Related:
    """What a parliament or another seat does to somebody of its own state is its own deed, and not that of the state."""
    deed = draft.entry.relation.group in {RelationGroup.ACT, RelationGroup.STANCE}
    return replace(draft, subject=body(draft.subject), object=body(draft.object)) if deed and _is_domestic(draft) else draft


def _is_domestic(draft: Related) -> bool:
    """Whether an actor would act on itself, or a state, named by a seat such as its parliament, on somebody of its own."""
    one, other = draft.subject, draft.object
    if one.entity.iri == other.entity.iri:
        return True
    return any(
        a.reason in _METONYMS and isinstance(b.entity, Actor) and b.entity.country == a.entity.iri
        for a, b in ((one, other), (other, one))
    )


def _keys(draft: Related) -> Iterator[tuple[int, str, str]]:
    """What a draft takes: its words for its ends. An issue yields to an actor that stands in it ("the Ukraine conflict")."""
    ends = (draft.subject.entity.iri, draft.object.entity.iri if isinstance(draft.object.entity, Actor) else "")
    group = draft.object.entity.country if isinstance(draft.object.entity, Actor) and not draft.object.entity.known else ""
    for word in draft.words:
        yield (int(word.i), ends[0], ends[1])
        if group:  # a group yields to its state, where that stands in the same relation ("expels Y's diplomats")
            yield (int(word.i), ends[0], group)
        if draft.entry.relation.symmetric:
            yield (int(word.i), ends[1], ends[0])


def _of_match(match: Match) -> Iterator[Related]:
    entry = match.pattern.entry
    pairs = _pairs(match, symmetric=entry.relation.symmetric)
    for one, other in pairs:
        if entry.joins(one.entity, other.entity):
            yield Related(entry, one, other, match.words, match.concerns, match.pattern.frame.text, candidate=match.candidate)


def _pairs(match: Match, *, symmetric: bool) -> Iterable[tuple[Argument, Argument]]:
    if not match.mutual:
        doing = {subject.entity.iri for subject in match.subjects}  # nobody does it to one of those who do it
        return product(match.subjects, [end for end in match.objects if end.entity.iri not in doing])
    everyone = match.subjects or match.objects
    return combinations(everyone, 2) if symmetric else permutations(everyone, 2)


def _of_tie(tie: Tie, titles: Titles) -> Related:
    rule = "title or apposition: " + tie.title
    return Related(titles.of(tie), tie.subject, tie.object, (tie.role,), (), rule, is_title=True)
