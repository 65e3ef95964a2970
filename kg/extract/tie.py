"""Reading -> ties that titles and appositions state: who holds which office, who works for whom.

"Russian Foreign Minister Sergei Lavrov"    holds office in Russia
"Zhang Zhixin, researcher at the institute" works for the institute
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.dependency import position
from kg.extract.mention.bearer import bearer
from kg.extract.mention.mentions import RoleHit
from kg.extract.reading import Reading
from kg.model import Actor, ActorKind, Argument
from kg.ontology import NameForm, RelationEntry, RoleKind

__all__ = ["PastWords", "Tie", "Titles", "find_ties", "is_past"]

_SENT = "prep:to"
_EMPLOYERS = ("prep:of", "prep:at", "prep:for", "prep:with", "prep:to", "poss")


@dataclass(frozen=True, slots=True)
class Tie:
    """A person with a role in a state or body; `office` says that the role is an office, `ended` that it is over."""

    subject: Argument
    object: Argument
    role: Token
    title: str
    office: bool
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Titles:
    """The relation types of titles: of an office that somebody holds or held, and of other work that somebody does or did."""

    holds_office: RelationEntry
    works: RelationEntry
    held_office: RelationEntry
    worked: RelationEntry

    @property
    def past(self) -> tuple[RelationEntry, ...]:
        """Those of roles that are over."""
        return (self.held_office, self.worked)

    def of(self, tie: Tie) -> RelationEntry:
        """The relation type of a tie."""
        if tie.office:
            return self.held_office if tie.ended else self.holds_office
        return self.worked if tie.ended else self.works


@dataclass(frozen=True, slots=True)
class PastWords:
    """Words before a role: `other` say that somebody no longer has it, or not yet ("elect"); of these, `ended` that it is over."""

    other: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()


def find_ties(reading: Reading, past: PastWords) -> Iterator[Tie]:
    """Find the ties of a sentence.

    Args:
        reading: The sentence.
        past: Words that say that somebody does not have a role.

    Yields:
        Ties from left to right; a role that somebody does not have yet is none.
    """
    for index, hit in sorted(reading.mentions.roles.items()):
        token = hit.last
        over, ended = is_past(token, past.other), is_past(token, past.ended)
        if hit.role.kind in {RoleKind.GROUP, RoleKind.GOVERNMENT} or (over and not ended):
            continue
        person = bearer(token, reading.mentions.actors)
        body = _sender(reading, token, hit) or _body(reading, token, hit)
        if person is not None and body is not None and body.entity.iri != person.entity.iri:
            holder = Argument(person.entity, person.span)
            yield Tie(holder, body, reading.sentence.tokens.doc[index], hit.role.label, hit.role.kind is RoleKind.OFFICE, ended)


def is_past(token: Token, past: frozenset[str]) -> bool:
    """Whether the words before a role say that somebody no longer has it, or not yet ("the former US ambassador").

    Args:
        token: The last word of the role.
        past: Words that say so.
    """
    phrase = token.head if token.dep_ in {"compound", "nmod", "amod"} else token
    return token.lower_ in past or any(word.lower_ in past for owner in {token, phrase} for word in owner.lefts)


def _body(reading: Reading, token: Token, hit: RoleHit) -> Argument | None:
    """Where the role is held: the body after "of", "at", "for", or the state or body whose name stands before the role.

    An occupation is held at a body, not in the state or region that it is about ("a Middle East analyst"). An envoy "to" or "for"
    somebody represents who sends him, and holds no office where he is sent.
    """
    head = token.head if token.dep_ in {"compound", "nmod"} and token.head.dep_ == "appos" else token
    employers = [role for role in _EMPLOYERS if role.removeprefix("prep:") not in hit.role.destinations]
    for owner in dict.fromkeys((token, head)):
        for role in employers:
            for candidate in reading.structure.role(owner, role):
                named = () if reading.is_described(candidate) else reading.actors(candidate)
                bodies = [a for a in named if isinstance(a.entity, Actor) and a.entity.kind is not ActorKind.PERSON]
                if bodies:
                    return bodies[0]
    if hit.role.kind is not RoleKind.OFFICE:
        return None
    for left in sorted((*token.lefts, *head.lefts, *head.head.lefts), key=position):
        mention = reading.mentions.actors.get(left.i)
        if mention is not None and mention.entity == hit.of and hit.of.kind is not ActorKind.PERSON:
            return Argument(mention.entity, mention.span)
    return _adjective_before(reading, token, hit)


def _sender(reading: Reading, token: Token, hit: RoleHit) -> Argument | None:
    """Who sends somebody to another: the state before the role in "the Norwegian ambassador to Chad"."""
    sent = hit.role.kind is RoleKind.OFFICE and bool(reading.structure.role(token, _SENT))
    return _adjective_before(reading, token, hit) if sent else None


def _adjective_before(reading: Reading, token: Token, hit: RoleHit) -> Argument | None:
    """The adjective or name of a state that stands in the same noun phrase before the role, and is not where its holder is sent."""
    for left in reading.sentence.tokens.doc[token.left_edge.i : token.i]:
        mention = reading.mentions.actors.get(left.i)
        if (
            mention is not None
            and mention.entity not in hit.to
            and mention.form in {NameForm.ADJECTIVE, NameForm.LABEL, NameForm.ABBREVIATION}
        ):
            person = isinstance(mention.entity, Actor) and mention.entity.kind is ActorKind.PERSON
            return None if person or reading.prefix(left) else Argument(mention.entity, mention.span)
    return None
