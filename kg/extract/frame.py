"""Frame -> pattern: an example phrase of the ontology as a small tree over predicates and their arguments.

The grammar is that of `docs/ontology.md`:

    frame   = clause | nominal | "X" "," noun phrases
    clause  = ("X" | "X and Y" | nominal) [modal "not"] verb { complement }
    complement = "Y" | noun phrase | preposition phrase | "to" verb … | "to_"verb … | verb"ing" "Y" … | "that" "Y" [modal] verb …
    nominal = ["X's"] words { preposition ("X" | "Y" | "Z" | nominal | verb"ing" "Y" …) } ["to_"verb … | "that" "Y" [modal] verb …]
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.errors import OntologyError
from kg.ontology import Frame, Ontology, RelationEntry

__all__ = ["Edge", "Node", "Pattern", "Slot", "compile_frame", "compile_frames"]

Lemmatize = Callable[[str, str], str]
_SLOTS = frozenset({"X", "Y", "Z"})
_POSSESSIVE = "'s"
_INFINITIVE = "to_"
_GERUND = "ing"
_LIST = "@"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a pattern that an actor or an issue fills: X, Y, Z, or "X Y" where both fill it together."""

    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a pattern: its possible lemmas (none: any word), its class and its arguments."""

    lemmas: frozenset[str]
    pos: str
    edges: tuple["Edge", ...] = ()
    mods: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """An argument of a node: its role (`subj`, `obj`, `iobj`, `poss`, `pair`, `comp`, `that`, `prep:on`) and what fills it."""

    role: str
    target: "Slot | Node"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A frame, ready to be matched; a sentence without a word out of each of `needs` does not contain it."""

    root: Node
    entry: RelationEntry
    frame: Frame
    size: int = field(default=0)
    needs: tuple[frozenset[str], ...] = ()


def compile_frames(ontology: Ontology, lemmatize: Lemmatize) -> dict[str, tuple[Pattern, ...]]:
    """Compile every frame of the ontology.

    Args:
        ontology: What is known.
        lemmatize: Gives the lemma of a lower-case word of a class (VERB, NOUN, ADJ).

    Returns:
        Patterns by each lemma that their root may have, the most specific first.

    Raises:
        OntologyError: A frame cannot be read, or lacks X or Y.
    """
    index: dict[str, list[Pattern]] = {}
    for entry in ontology.relations.values():
        for frame in entry.frames:
            try:
                pattern = compile_frame(frame, entry, ontology, lemmatize)
            except OntologyError as error:
                raise OntologyError(f"{ontology.where(frame.relation, frame.text)}: {error}") from error
            for lemma in pattern.root.lemmas:
                index.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(sorted(found, key=lambda p: (-p.size, p.frame.text))) for lemma, found in sorted(index.items())}


def compile_frame(frame: Frame, entry: RelationEntry, ontology: Ontology, lemmatize: Lemmatize) -> Pattern:
    """Compile one frame.

    Args:
        frame: The phrase.
        entry: The relation type that it teaches.
        ontology: Whose prepositions and modals it is read with.
        lemmatize: As for `compile_frames`.

    Returns:
        The pattern.

    Raises:
        OntologyError: The frame cannot be read, or lacks X or Y.
    """
    closed = _Closed(ontology.word_set("preposition"), ontology.word_set("modal"), ontology.word_set)
    try:
        root = _Reader(frame.text, closed, lemmatize).read()
    except ValueError as error:
        raise OntologyError(f'frame "{frame.text}": {error}') from error
    return Pattern(root, entry, frame, _size(root), tuple(_needs(root)))


def _needs(node: Node) -> Iterator[frozenset[str]]:
    """The words that a pattern asks for: lemmas of its nodes, and what stands before them."""
    if node.lemmas:
        yield node.lemmas
    yield from node.mods
    for edge in node.edges:
        if isinstance(edge.target, Node):
            yield from _needs(edge.target)


def _size(node: Node) -> int:
    """How specific a pattern is: a word and a slot count two, a wildcard one."""
    inner = sum(_size(edge.target) if isinstance(edge.target, Node) else 2 for edge in node.edges)
    return (2 if node.lemmas else 1) + inner + 2 * len(node.mods)


@dataclass(frozen=True, slots=True)
class _Closed:
    """The closed classes of words that frames are read with, and the lists that they may name."""

    prepositions: frozenset[str]
    modals: frozenset[str]
    word_set: Callable[[str], frozenset[str]]


class _Reader:
    """Reads one frame from left to right."""

    def __init__(self, frame: str, closed: _Closed, lemmatize: Lemmatize) -> None:
        self._prepositions, self._modals, self._word_set = closed.prepositions, closed.modals, closed.word_set
        self._lemmatize = lemmatize
        self._words = frame.replace(_POSSESSIVE, f" {_POSSESSIVE}").replace(",", " ,").split()
        self._at = 0

    def read(self) -> Node:
        """The pattern of the frame."""
        node = self._apposition() if self._peek(1) == "," else self._start()
        slots = _slots(node)
        if self._at < len(self._words) or not {"X", "Y"} <= slots:
            raise ValueError(f"it cannot be read from word {self._at + 1}, a phrase with X and Y was expected")
        return node

    def _peek(self, ahead: int = 0) -> str:
        return self._words[self._at + ahead] if self._at + ahead < len(self._words) else ""

    def _next(self) -> str:
        word = self._peek()
        self._at += 1
        return word

    def _apposition(self) -> Node:
        slot = Slot(self._next())
        self._next()
        noun = self._nominal()
        return Node(noun.lemmas, "NOUN", (Edge("subj", slot), *noun.edges), noun.mods)

    def _start(self) -> Node:
        if self._peek() in {"X", "Y"} and self._peek(1) == "and":
            self._at += 3
            return self._clause(Slot("X Y"))
        if self._peek() in _SLOTS and self._peek(1) != _POSSESSIVE:
            return self._clause(Slot(self._next()))
        noun = self._nominal(closed=True)
        return self._clause(noun) if self._peek() else noun

    def _clause(self, subject: Slot | Node) -> Node:
        if "not" in self._peek(1).split("|") and set(self._peek().split("|")) <= self._modals:
            modal, negation = self._next().split("|"), self._next().split("|")
            clause = self._clause(subject)
            return replace(clause, mods=(*clause.mods, frozenset(modal), frozenset(negation)))
        verb = self._next()
        if verb in _SLOTS:
            raise ValueError(f"a verb was expected at word {self._at}")
        if "be" in self._lemma(verb, "VERB"):
            return self._copula(subject)
        edges = [Edge("subj", subject)]
        while self._peek():
            edges.append(self._complement(edges))
        return Node(self._lemma(verb, "VERB"), "VERB", tuple(edges))

    def _copula(self, subject: Slot | Node) -> Node:
        if self._is_preposition():
            phrase = self._preposition_phrase()
            return Node(frozenset({"be"}), "VERB", (Edge("subj", subject), phrase))
        predicate = self._nominal(pos="ADJ")
        extra = []
        while self._peek():
            extra.append(self._complement([]))
        return Node(predicate.lemmas, "ADJ", (Edge("subj", subject), *predicate.edges, *extra), predicate.mods)

    def _complement(self, before: list[Edge]) -> Edge:
        if self._is_clausal():
            return self._embedded()
        if self._is_preposition():
            return self._preposition_phrase()
        target = self._phrase()
        if any(edge.role == "obj" for edge in before):
            before[-1] = Edge("iobj", before[-1].target)
        return Edge("obj", target)

    def _is_clausal(self) -> bool:
        return self._peek() == "that" or self._is_infinitive()

    def _embedded(self) -> Edge:
        if self._peek() == "that":
            self._next()
            return Edge("that", self._that_clause())
        word = self._next()
        return Edge("comp", self._verb_phrase(self._next() if word == "to" else word.removeprefix(_INFINITIVE)))

    def _that_clause(self) -> Node:
        """A clause with a subject of its own, and perhaps a modal that it must have."""
        subject = self._owned() if self._peek(1) == _POSSESSIVE else self._phrase()
        modal = self._next().split("|") if set(self._peek().split("|")) <= self._modals else []
        clause = self._clause(subject)
        return replace(clause, mods=(*clause.mods, frozenset(modal))) if modal else clause

    def _owned(self) -> Node:
        """A single noun of somebody, before the verb whose subject it is."""
        slot = Slot(self._next())
        self._next()
        return Node(self._lemma(self._next(), "NOUN"), "NOUN", (Edge("poss", slot),))

    def _is_infinitive(self) -> bool:
        """Whether an infinitive begins: a verb joined to "to", or one after it that has a place as its object."""
        if self._peek().startswith(_INFINITIVE):
            return True
        word, after = self._peek(1), self._peek(2)
        has_object = word not in _SLOTS and after in _SLOTS and self._peek(3) != _POSSESSIVE
        return self._peek() == "to" and (word == "*" or has_object)

    def _is_gerund(self) -> bool:
        """Whether a verb in "-ing" begins a phrase and has an object: "attacking Y", "sending * to Y"."""
        return all(word.endswith(_GERUND) for word in self._peek().split("|")) and self._peek(1) in {*_SLOTS, "*"}

    def _verb_phrase(self, verb: str) -> Node:
        edges: list[Edge] = []
        while self._peek():
            edges.append(self._complement(edges))
        return Node(self._lemma(verb, "VERB"), "VERB", tuple(edges))

    def _preposition_phrase(self) -> Edge:
        role = "prep:" + self._next()
        if self._is_preposition() and self._peek() not in _SLOTS:
            role = "prep:" + self._next()
        if role == "prep:between" and self._peek(1) == "and":
            self._at += 3
            return Edge("pair", Slot("X Y"))
        return Edge(role, self._phrase(pos="ADJ" if role == "prep:as" else "NOUN"))

    def _phrase(self, *, pos: str = "NOUN") -> Slot | Node:
        """A place, or a noun phrase; after "as" an adjective may stand, too: "describes Y as unfit"."""
        if self._peek() in _SLOTS and self._peek(1) != _POSSESSIVE:
            return Slot(self._next())
        return self._verb_phrase(self._next()) if self._is_gerund() else self._nominal(pos=pos)

    def _nominal(self, *, closed: bool = False, pos: str = "NOUN") -> Node:
        edges: list[Edge] = []
        if self._peek() in _SLOTS and self._peek(1) == _POSSESSIVE:
            edges.append(Edge("poss", Slot(self._next())))
            self._next()
        if "-" in self._peek() and set(self._peek().split("-")) <= _SLOTS:
            edges.append(Edge("pair", Slot("X Y")))
            self._next()
        words = self._head_words(closed=closed)
        while self._is_preposition() and not self._is_infinitive():
            edges.append(self._preposition_phrase())
        if closed and self._is_clausal():
            edges.append(self._embedded())
        return Node(self._lemma(words[-1], pos), pos, tuple(edges), tuple(self._lemma(word, "ADJ") for word in words[:-1]))

    def _head_words(self, *, closed: bool) -> list[str]:
        """The words before a preposition; a subject (`closed`) without one has a single word, and then the verb follows."""
        start = self._at
        while self._peek() and not self._is_preposition() and not self._is_clausal() and self._peek() not in _SLOTS:
            self._at += 1
        if closed and not self._is_preposition() and not self._is_clausal() and self._at - start > 1:
            self._at -= 1
        if self._at == start:
            raise ValueError(f"a noun was expected at word {start + 1}")
        return self._words[start : self._at]

    def _is_preposition(self) -> bool:
        return bool(self._peek()) and set(self._peek().split("|")) <= self._prepositions

    def _lemma(self, word: str, pos: str) -> frozenset[str]:
        if word == "*":
            return frozenset()
        words = [known for alternative in word.split("|") for known in self._listed(alternative)]
        return frozenset(form for known in words for form in self._forms(known.lower(), pos))

    def _listed(self, word: str) -> Iterable[str]:
        """The words of a list of the ontology ("@insult"), or a word as it stands."""
        if not word.startswith(_LIST):
            return [word]
        if words := self._word_set(word.removeprefix(_LIST)):
            return sorted(words)
        raise ValueError(f"{word} names no list of words, one of ontology/words.ttl was expected")

    def _forms(self, word: str, pos: str) -> set[str]:
        """The word as it stands and its lemma; what follows "be" may be an adjective or a noun."""
        first, joint, particle = word.partition("_")
        lemmas = {self._lemmatize(first, name) for name in ({"ADJ", "NOUN"} if pos == "ADJ" else {pos})}
        return {f"{form}{joint}{particle}" for form in lemmas | {first}}


def _slots(node: Node) -> set[str]:
    found: set[str] = set()
    for edge in node.edges:
        found |= _slots(edge.target) if isinstance(edge.target, Node) else set(edge.target.name.split())
    return found
