"""Pattern + reading -> matches: where a frame of the ontology stands in a sentence, and who fills its places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.extract.dependency import is_infinitive, is_verbal
from kg.extract.form import word_forms
from kg.extract.frame import Edge, Node, Pattern, Slot
from kg.extract.pair import has_other, pair_of
from kg.extract.place import Places
from kg.extract.reading import Reading
from kg.model import Actor, Argument

__all__ = ["Match", "find_matches", "stands"]

_POS = {
    "VERB": frozenset({"VERB", "AUX"}),
    "NOUN": frozenset({"NOUN", "PROPN"}),
    "ADJ": frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV"}),
}
# What "*" stands for besides a noun: "gave it to Y", "gave $5 million to Y".
_ANYTHING = _POS["NOUN"] | {"PRON", "NUM", "SYM"}
# What a noun is agreed "with" is a party: an issue there is what it is done by ("breaks the treaty with its sanctions").
_PARTY = "prep:with"


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at a token: the tokens of its words, and who fills X, Y and Z.

    `mutual` says that X and Y were filled by one plural: each of them stands in the relation to each other. Of a `candidate`, only
    the words are certain.
    """

    pattern: Pattern
    token: Token
    words: tuple[Token, ...]
    subjects: tuple[Argument, ...]
    objects: tuple[Argument, ...]
    concerns: tuple[Argument, ...] = ()
    mutual: bool = False
    candidate: bool = False


@dataclass(slots=True)
class _Binding:
    """What has been found of a pattern so far."""

    slots: dict[str, tuple[Argument, ...]] = field(default_factory=dict)
    words: list[Token] = field(default_factory=list)
    mutual: bool = False


def find_matches(reading: Reading, index: dict[str, tuple[Pattern, ...]]) -> Iterator[Match]:
    """Find the frames that a sentence contains.

    Args:
        reading: The sentence.
        index: Patterns by the lemma of their root.

    Yields:
        Matches from left to right; at one word the most specific first.
    """
    if not (reading.mentions.actors or reading.anaphors):
        return
    forms = word_forms(reading)
    plain = {word for token in reading.sentence.words for word in (token.lower_, token.lemma_.lower())}
    words = plain.union(*forms.values())
    for token in reading.sentence.words:
        patterns = {id(pattern): pattern for lemma in sorted(forms[token.i]) for pattern in index.get(lemma, ())}
        for pattern in patterns.values():
            if any(need.isdisjoint(words) for need in pattern.needs):
                continue
            binding = _Matcher(reading, pattern, forms).match(token)
            if binding is not None:
                yield Match(
                    pattern,
                    token,
                    tuple(binding.words),
                    binding.slots["X"],
                    binding.slots["Y"],
                    binding.slots.get("Z", ()),
                    binding.mutual,
                )


def stands(reading: Reading, pattern: Pattern) -> bool:
    """Whether a pattern stands in a sentence with such places as it has, be it a part of a frame that lacks X or Y."""
    forms = word_forms(reading)
    return any(_Matcher(reading, pattern, forms).fits(token) for token in reading.sentence.words)


def _is_state(token: Token) -> bool:
    """Whether a participle is said of somebody without an agent: "was arrested", not "has arrested", "was arrested by"."""
    passive = token.dep_ in {"acl", "amod", "acomp"} or any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children)
    return token.tag_ == "VBG" or (passive and not any(child.dep_ == "agent" for child in token.children))


def _is_of_class(node: Node, token: Token, forms: frozenset[str]) -> bool:
    """Whether a token can be the word of a node by its class; what ends in "-ing" is read as a verb or as a noun."""
    if node.pos == "NOUN" and not node.lemmas:
        return token.pos_ in _ANYTHING
    if node.pos == "NOUN" and token.tag_ == "VBG":
        return token.lower_ in node.lemmas
    if node.pos == "ADJ" and is_verbal(token) and not _is_state(token):
        return False
    if node.pos == "VERB" and token.tag_ == "VBN" and node.lemmas & forms == {token.lower_}:
        return token.lower_ == token.lemma_.lower()  # "wound up" is of "wind" and does not wound
    return token.pos_ in _POS[node.pos]


class _Matcher:
    """Tries one pattern at one token."""

    def __init__(self, reading: Reading, pattern: Pattern, forms: Mapping[int, frozenset[str]]) -> None:
        self._reading = reading
        self._forms = forms
        self._pattern = pattern
        self._places = Places(reading, pattern)
        self._binding = _Binding()

    def match(self, token: Token) -> _Binding | None:
        """What the pattern binds at a token, or nothing."""
        if not self.fits(token):
            return None
        slots = self._binding.slots
        if self._binding.mutual:  # "each other" stands for whoever fills the other place
            slots |= {"X": slots.get("X") or slots.get("Y", ()), "Y": slots.get("Y") or slots.get("X", ())}
        return self._binding if slots.get("X") and slots.get("Y") else None

    def fits(self, token: Token) -> bool:
        """Whether the words of the pattern stand at a token and all of its places are filled."""
        return self._node(self._pattern.root, token, None)

    def _node(self, node: Node, token: Token, above: Token | None) -> bool:
        forms = self._forms.get(token.i, frozenset())
        if node.lemmas and node.lemmas.isdisjoint(forms):
            return False
        if not _is_of_class(node, token, forms) or token in self._binding.words:
            return False
        modifiers = [child for lemmas in node.mods if (child := self._modifier(token, lemmas)) is not None]
        if len(modifiers) < len(node.mods) or self._is_owned_actor(node, token):
            return False
        if node.lemmas or node is self._pattern.root:
            self._binding.words.append(token)
            if any(word.dep_ == "neg" for word in modifiers):  # "will not lift": its words, which do not deny it once more
                self._binding.words += modifiers
        edges = sorted(node.edges, key=lambda edge: isinstance(edge.target, Slot))
        return all(self._edge(edge, token, above) for edge in edges)

    def _is_owned_actor(self, node: Node, token: Token) -> bool:
        """Whether what is somebody's is an actor itself, or a rival of theirs, and so the one meant: "supports Syrian rebels"."""
        owned = not node.lemmas and any(edge.role == "poss" for edge in node.edges)
        rival = token.lemma_.lower() in self._reading.lexicon.counterparts
        return owned and (rival or token.i in self._reading.mentions.actors)

    def _modifier(self, token: Token, lemmas: frozenset[str]) -> Token | None:
        """The word that stands before a word, or before the copula of what is said of somebody ("must be ashamed")."""
        said = [*token.head.lefts] if token.dep_ in {"attr", "acomp"} else []
        return next((child for child in (*token.lefts, *said) if child.lemma_.lower() in lemmas or child.lower_ in lemmas), None)

    def _edge(self, edge: Edge, token: Token, above: Token | None) -> bool:
        if edge.role == "pair":
            return self._pair(token)
        candidates = list(self._places.of(edge.role, token, above))
        if edge.role == "that":
            plain = [clause for clause in candidates if self._is_plain(edge.target, clause)]
            candidates = [part for clause in plain for part in (clause, *self._predicates(clause))]
        if edge.role == "comp":
            candidates = [verb for verb in candidates if is_infinitive(verb, bare=True) and self._is_plain(edge.target, verb)]
        if isinstance(edge.target, Node):
            return any(self._try(edge.target, candidate, token) for outer in candidates for candidate in self._same_kind(outer))
        return self._slot(edge, token, candidates)

    def _is_plain(self, target: Slot | Node, clause: Token) -> bool:
        """Whether a clause says what a frame says: not that it is not so, nor that it may be so, unless the frame has a modal."""
        if isinstance(target, Slot) or not target.lemmas or target.mods:
            return True
        return not any(child.dep_ == "neg" or child.tag_ == "MD" for child in clause.children)

    def _predicates(self, clause: Token) -> Iterator[Token]:
        """What a copula says: "guilty" in "that Y is guilty"."""
        yield from (child for child in clause.children if child.dep_ in {"attr", "acomp"})

    def _same_kind(self, token: Token) -> Iterator[Token]:
        yield token
        yield from (child for child in token.conjuncts if child.i > token.i)

    def _try(self, node: Node, candidate: Token, above: Token) -> bool:
        before = replace(self._binding, slots=dict(self._binding.slots), words=list(self._binding.words))
        if self._node(node, candidate, above):
            return True
        self._binding = before
        return False

    def _slot(self, edge: Edge, token: Token, candidates: Sequence[Token]) -> bool:
        names = edge.target.name.split() if isinstance(edge.target, Slot) else []
        for candidate in sorted(candidates, key=self._reading.is_described):  # who is named comes first
            if candidate in self._binding.words:
                continue
            if self._reading.is_reciprocal(candidate):
                self._binding.mutual = True
                return True
            found = self._fillers(names[-1], edge.role, candidate)
            if edge.role == _PARTY and not is_verbal(token):
                found = tuple(argument for argument in found if isinstance(argument.entity, Actor))
            if found and not self._is_taken(found):
                return self._bind(names, found, token)
        return not candidates and self._is_plural_alone(token)

    def _bind(self, names: Sequence[str], found: tuple[Argument, ...], token: Token) -> bool:
        self._binding.slots |= dict.fromkeys(names, found)
        if len(names) > 1:
            self._binding.mutual = True
            return len(found) > 1 and not has_other(self._reading, token)
        return True

    def _is_taken(self, found: tuple[Argument, ...]) -> bool:
        return any(argument in taken for taken in self._binding.slots.values() for argument in found)

    def _fillers(self, name: str, role: str, token: Token) -> tuple[Argument, ...]:
        entry, reading = self._pattern.entry, self._reading
        place = bool(reading.lexicon.place_prepositions & set(role.removeprefix("prep:").split("|")))
        town = place and (entry.placed or entry.reaches)
        actors = reading.actors(token, adjective=role == "poss" or token.dep_ == "amod", place=place, town=town)
        if not actors and role.removeprefix("prep:").split("|").count(reading.prefix(token)):
            actors = reading.prefixed(token)
        if name == "X" and not actors and entry.reaches:
            return reading.owner(token)
        reaches = name == "Y" and entry.reaches and role != "poss" and (not actors or reading.is_thing(token))
        reached = reading.inside(token) if reaches else ()
        if name == "X" or (name == "Y" and ((entry.takes_actor and actors) or reached)):
            return (*reached, *actors)
        if name == "Z" or (entry.takes_issue and role != "poss"):
            return reading.issues(token)
        return ()

    def _is_plural_alone(self, token: Token) -> bool:
        """Two subjects of a symmetric relation need no object: they meet, agree or compete with each other."""
        subjects = self._binding.slots.get("X", ())
        symmetric = self._pattern.entry.relation.symmetric and not has_other(self._reading, token)
        if symmetric and len(subjects) > 1 and token == self._binding.words[0]:
            self._binding.mutual = True
            self._binding.slots["Y"] = subjects
            return True
        return False

    def _pair(self, token: Token) -> bool:
        one, other = pair_of(self._reading, token)
        self._binding.slots |= {"X": one, "Y": other or one} if one else {}
        self._binding.mutual = not other
        return bool(one)
