"""Role of a pattern + word of a sentence -> the words that may stand there, wherever English puts them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.dependency import is_infinitive, is_verbal, position
from kg.extract.frame import Pattern
from kg.extract.reading import Reading
from kg.model import RelationGroup

__all__ = ["Places"]


class Places:
    """Where the arguments of one pattern may stand in one sentence."""

    def __init__(self, reading: Reading, pattern: Pattern) -> None:
        """Take a sentence and a pattern.

        Args:
            reading: The sentence.
            pattern: The pattern.
        """
        self._reading = reading
        self._pattern = pattern

    def of(self, roles: str, token: Token, above: Token | None) -> Iterator[Token]:
        """The words that may stand in a role to a word of the pattern.

        Args:
            roles: The role, or a preposition with its alternatives.
            token: The word.
            above: The word of the pattern that it is an argument of, if any.

        Yields:
            The words, the likeliest first.
        """
        prefix, _, names = roles.partition(":")
        if prefix == "prep":
            yield from self._among_prepositions(names.split("|"), token, above)
        elif prefix == "poss":
            yield from self._possessors(token)
        elif prefix == "that":
            yield from (clause for clause in self._reading.structure.role(token, "comp") if not is_infinitive(clause))
        elif prefix == "comp":
            structure = self._reading.structure
            yield from structure.role(token, "comp")
            yield from (inner for thing in structure.role(token, "obj") for inner in structure.role(thing, "comp"))
        else:
            yield from self._reading.structure.role(token, roles)
            yield from self._alternatives(roles, token)

    def _among_prepositions(self, names: Sequence[str], token: Token, above: Token | None) -> Iterator[Token]:
        """The phrases with any of several prepositions; for an act, one that says where counts only alone ("strikes on Y in Z")."""
        act = self._pattern.entry.relation.group is RelationGroup.ACT
        places = self._reading.lexicon.place_prepositions if act else frozenset()
        found = [noun for name in names if name not in places for noun in self._preposition(f"prep:{name}", token, above)]
        if not found:
            found = [noun for name in names if name in places for noun in self._preposition(f"prep:{name}", token, above)]
        if "of" in names and self._is_predicate():  # "is an ally of Y", "is Y's ally"
            found += self._reading.structure.role(token, "poss")
        yield from sorted(dict.fromkeys(found), key=position)

    def _is_predicate(self) -> bool:
        """Whether the root of the pattern is a noun or adjective that is said of X."""
        root = self._pattern.root
        return root.pos != "VERB" and any(edge.role == "subj" for edge in root.edges)

    def _alternatives(self, role: str, token: Token) -> Iterator[Token]:
        """Where else a subject or an object may stand.

        What improves may be improved by somebody; the subject of a participle after "be" is its object ("is opposed to"); whom
        somebody wants to do something is the subject of the infinitive ("wants Y to leave"); what somebody considers may be a verb.
        """
        structure, pattern = self._reading.structure, self._pattern
        if role == "subj" and (
            pattern.entry.relation.group is RelationGroup.TREND or (pattern.root.pos == "ADJ" and is_verbal(token))
        ):
            yield from structure.role(token, "obj")
        if role == "iobj":
            yield from self._squeezed(token)
        if role == "obj" and is_verbal(token):
            for clause in structure.role(token, "comp"):
                if clause.tag_ == "VBG":
                    yield clause
                if is_infinitive(clause, bare=True) and any(child.dep_ == "nsubj" for child in clause.children):
                    yield from structure.role(clause, "subj")

    def _squeezed(self, verb: Token) -> Iterator[Token]:
        """Whom something is given to, where the parser takes the name for a part of it: "gave Kazakhstan permission"."""
        structure = self._reading.structure
        for thing in structure.role(verb, "obj"):
            first = list(thing.lefts)[:1] if thing.i > verb.i else []
            named = [child for child in first if child.dep_ == "compound" and child.tag_ == "NNP"]
            receivers = [who for owner in (verb, thing) for role in ("prep:to", "prep:for") for who in structure.role(owner, role)]
            if not any(self._reading.actors(who) for who in receivers):  # "gave UN food to Chad"
                yield from named

    def _preposition(self, role: str, token: Token, above: Token | None) -> Iterator[Token]:
        """A prepositional phrase on the word, on its object, or on the verb that lends the noun its subject."""
        structure = self._reading.structure
        yield from structure.role(token, role)
        yield from (noun for noun in structure.role(token, "mod") if self._reading.prefix(noun) == role.removeprefix("prep:"))
        if is_verbal(token):
            for fillers in structure.roles(token).values():
                for inner in fillers:
                    if inner.i > token.i and not is_verbal(inner):
                        yield from structure.role(inner, role)
        elif above is not None:
            yield from structure.role(above, role)
        else:
            for verb, place in structure.governors(token):
                if is_verbal(verb) and place in {"obj", "subj"} and self._reading.lends(verb):
                    yield from structure.role(verb, role)

    def _is_patient(self, noun: Token) -> bool:
        """Whether people are described to whom what stands before "of" is rather done: "the poisoning of a spy"."""
        return self._reading.is_described(noun, people=True)

    def _possessors(self, token: Token) -> Iterator[Token]:
        """Whose it is: a genitive, an adjective or noun before it, "by Y", "of Y", or the subject of the verb above it."""
        structure = self._reading.structure
        yield from structure.role(token, "poss")
        yield from (noun for noun in structure.role(token, "mod") if not self._reading.prefix(noun))
        yield from structure.role(token, "prep:by")
        message = token.lemma_.lower() in self._reading.lexicon.messages
        yield from (noun for noun in structure.role(token, "prep:of") if message or not self._is_patient(noun))
        if message:
            yield from structure.role(token, "prep:from")
        if maker := self._reading.lawmaker(token):
            yield maker
        for verb, place in structure.governors(token):
            if is_verbal(verb) and place == "obj" and verb.lemma_.lower() in self._reading.lexicon.light_verbs:
                yield from structure.role(verb, "subj")
