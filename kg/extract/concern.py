"""Relations + what their sentence names -> the issues that each is about, with how it was found.

An issue that the clause of the relation names has no reason; "relation type" says that the relation always concerns it. Weaker, and
only where the clause names none, are "same sentence" and "headline".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from kg.extract.claim import trigger
from kg.extract.dependency import is_infinitive, is_verbal
from kg.extract.reading import Reading
from kg.extract.relate import Related
from kg.extract.topic import Named, Topics, is_negated, named, subjects
from kg.model import Argument, BlockKind, RelationGroup

__all__ = ["Headline", "concerns", "headline"]

# What a day, a time or a number stands beside is no topic.
_MEASURES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Headline:
    """The one issue that a headline names, whom it names, and the number of its block."""

    issue: Argument
    actors: frozenset[str]
    block: int


def headline(readings: Iterable[Reading], known: Topics) -> Headline | None:
    """The headline of a document, if it names exactly one issue.

    Args:
        readings: The sentences of the document.
        known: The issues of the ontology.

    Returns:
        The issue with whom the headline names beside it, or nothing.
    """
    heads = [reading for reading in readings if reading.sentence.kind is BlockKind.HEADLINE]
    found = _specific([argument for reading in heads for argument in named(reading, known).issues.values()], known)
    if len({argument.entity.iri for argument in found}) != 1:
        return None
    mentions = [mention for reading in heads for mention in reading.mentions.actors.values()]
    actors = frozenset(mention.entity.iri for mention in mentions)
    return Headline(replace(found[0], reason="headline"), actors, heads[0].sentence.block)


def concerns(
    reading: Reading, relations: Sequence[Related], known: Topics, head: Headline | None = None
) -> list[tuple[Argument, ...]]:
    """The issues that the relations of a sentence are about.

    Args:
        reading: The sentence.
        relations: Its relations.
        known: The issues of the ontology.
        head: The headline of the document, if it names an issue.

    Returns:
        For each relation its issues in the order of the text, each once, the most specific only.
    """
    said = named(reading, known) if relations else Named({})
    clauses = [_Clause(reading, related, known, relations) for related in relations]
    found = []
    for clause in clauses:
        own = [*clause.related.concerns, *clause.own(said)] or _beside(clause, clauses, said) or _of_headline(clause, head)
        found.append(_settled(clause, own))
    return found


def _settled(clause: "_Clause", found: Iterable[Argument]) -> tuple[Argument, ...]:
    """Issues with that of the relation type, each once, in the order of the text; what names an end is no issue."""
    related, known = clause.related, clause.known
    if related.entry.issue:
        shown = trigger(clause.reading, related.words)
        found = [*found, Argument(known.issues[related.entry.issue].issue, shown, "relation type")]
    local = [_narrowed(argument, clause.ends, known) for argument in found]
    own = [a for a in local if a.entity.iri not in clause.ends and a.span not in (related.subject.span, related.object.span)]
    once = {a.entity.iri: a for a in sorted(own, key=lambda a: (not a.reason, -a.span.start))}  # the first that the clause names
    return tuple(sorted(_specific(once.values(), known), key=lambda a: (a.span, a.entity.iri)))


def _beside(clause: "_Clause", clauses: Iterable["_Clause"], said: Named) -> list[Argument]:
    """What the rest of the sentence is said to be about, or the one issue that it names, unless that is said of something else.

    What the object is engaged in with a third party counts: "Norway disputes the quota with Chad, and Peru backs Chad".
    """
    if clause.is_tie or not said.issues:
        return []
    found = [said.issues[index] for index in said.tabled if index in said.issues and index not in clause.aside]
    if not found and not clause.has_topic():
        others = (other for other in clauses if other is not clause and not _is_sequel(clause, other))
        taken = clause.aside.union(*(other.zone for other in others))
        rest = {argument.entity.iri: argument for index, argument in said.issues.items() if index not in taken}
        found = _specific(rest.values(), clause.known)
        found = found if len(found) == 1 else []
    return [replace(argument, reason="same sentence") for argument in found if not _is_their_own(clause, argument)]


def _is_their_own(clause: "_Clause", argument: Argument) -> bool:
    """Whether an issue says no more than that the two deal with each other: US-Russia relations, between the two."""
    return clause.ends == frozenset(clause.known.issues[argument.entity.iri].places)


def _is_sequel(clause: "_Clause", other: "_Clause") -> bool:
    """Whether a relation is one to a party of another relation, in which a third party stands."""
    return clause.related.object.entity.iri in other.ends and clause.ends != other.ends


def _of_headline(clause: "_Clause", head: Headline | None) -> list[Argument]:
    """The issue of a headline that names an end of the relation, or none of the actors that the issue does not lie in.

    A headline that names nobody speaks for the paragraph right below it, unless a relation there has a topic of its own.
    """
    sentence = clause.reading.sentence
    if head is None or clause.is_tie or sentence.kind is BlockKind.HEADLINE or _is_their_own(clause, head.issue):
        return []
    places = set(clause.known.issues[head.issue.entity.iri].places)
    if clause.ends & (head.actors | places):
        return [head.issue]
    lead = sentence.block == head.block + 1 and head.actors <= places
    return [head.issue] if lead and not clause.has_topic() else []


def _narrowed(argument: Argument, ends: frozenset[str], known: Topics) -> Argument:
    """An issue that is narrowed by where it lies: the embargo, between the United States and Cuba, is that against Cuba."""
    below = known.local.get(argument.entity.iri, ()) if argument.reason != "relation type" else ()
    inside = [entry.issue for entry in below if ends.issuperset(entry.places)]
    return replace(argument, entity=inside[0]) if len(inside) == 1 else argument


def _specific(found: Iterable[Argument], known: Topics) -> list[Argument]:
    """Those that are not broader than another one."""
    found = list(found)
    above = {iri for argument in found for iri in known.above(argument.entity.iri)}
    return [argument for argument in found if argument.entity.iri not in above]


class _Clause:
    """The clause of a relation.

    Args:
        reading: The sentence.
        related: The relation.
        known: The issues of the ontology.
        relations: All relations of the sentence.
    """

    def __init__(self, reading: Reading, related: Related, known: Topics, relations: Sequence[Related]) -> None:
        """Take the relation apart."""
        self.reading, self.related, self.known = reading, related, known
        self.ends = frozenset({related.subject.entity.iri, related.object.entity.iri})
        self.is_tie = related.is_title or related.entry.relation.group is RelationGroup.TIE
        self._relations = relations

    def own(self, said: Named) -> list[Argument]:
        """The issues that the clause names."""
        return [argument for index, argument in said.issues.items() if index in self.zone] if said.issues else []

    @cached_property
    def zone(self) -> frozenset[int]:
        """The words of the clause, by index."""
        below = [token for word in self.related.words for token in self._below(word)]
        dealt = [token for word in self.related.words for verb in self._dealing(word) for token in self._below(verb)]
        return frozenset(token.i for token in (*below, *dealt))

    @cached_property
    def aside(self) -> frozenset[int]:
        """The words of phrases and clauses that only contrast, by index."""
        found = [token for token in self.reading.sentence.tokens if self._contrasts(token)]
        return frozenset(inner.i for token in found for inner in token.subtree)

    def has_topic(self) -> bool:
        """Whether a phrase says what the relation is about or for, in words that name no issue."""
        ends = (self.related.subject.span, self.related.object.span)
        nouns = (noun for word in self.related.words for noun in self._topics(word))
        return any(not any(self.reading.span(noun).overlaps(end) for end in ends) for noun in nouns)

    def _topics(self, word: Token) -> Iterator[Token]:
        """What stands after "on" or "for", on a word or on what hangs on it."""
        for phrase in (inner for part in (word, *word.children) for inner in (part, *part.children)):
            if phrase.dep_ in {"prep", "dative"} and phrase.lower_ in self.known.prepositions | self.known.reasons:
                yield from (noun for noun in phrase.children if noun.ent_type_ not in _MEASURES)

    def _below(self, token: Token) -> Iterator[Token]:
        yield token
        for child in token.children:
            if not (self._contrasts(child) or self._is_other_clause(token, child) or self._is_about_actor(token, child)):
                yield from self._below(child)

    def _dealing(self, verb: Token) -> Iterator[Token]:
        """Verbs beside that of the relation that say what the same actors dealt with: "met and discussed"."""
        linked = (other for other in (verb.head, *verb.children, *verb.conjuncts) if other != verb and is_verbal(other))
        dealt = (other for other in linked if other.lemma_.lower() in self.known.verbs and not is_negated(other))
        yield from (other for other in dealt if self._is_subject_of(other))

    def _is_subject_of(self, verb: Token) -> bool:
        """Whether a verb has no subject of its own, or one that names nobody but the ends."""
        return all(actor.entity.iri in self.ends for subject in subjects(verb) for actor in self.reading.actors(subject))

    def _contrasts(self, token: Token) -> bool:
        """Whether a phrase or clause only contrasts, or says on which occasion: "despite", "while", "on the sidelines of"."""
        known = self.known
        if token.dep_ == "prep":
            return token.lower_ in known.contrasts or any(noun.lemma_.lower() in known.occasions for noun in token.children)
        return token.dep_ == "advcl" and any(child.lower_ in known.contrasts for child in token.lefts)

    def _is_other_clause(self, token: Token, child: Token) -> bool:
        """Whether a clause says something else than that of the relation, or when it is so."""
        if child.dep_ == "conj":
            return is_verbal(child) or (token in self.related.words and self._is_trigger(child))
        if child.dep_ == "advcl":
            return any(word.lower_ in self.known.times for word in child.lefts)
        return child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.i < token.i)

    def _is_trigger(self, token: Token) -> bool:
        """Whether a word expresses a relation between others."""
        rest = (one for one in self._relations if one.words[0] == token and token not in self.related.words)
        return any({one.subject.entity.iri, one.object.entity.iri} != self.ends for one in rest)

    def _is_about_actor(self, token: Token, child: Token) -> bool:
        """Whether a clause or an apposition only says who an actor is."""
        tells = child.dep_ in {"relcl", "appos"} or (child.dep_ == "acl" and not is_infinitive(child))
        return tells and (token.i in self.reading.anaphors or token.i in self.reading.mentions.actors)
