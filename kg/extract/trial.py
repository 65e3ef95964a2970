"""Pattern and readings -> what fills its places, or why it finds nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.frame import Edge, Node, Pattern, Slot
from kg.extract.match import Match, find_matches, stands
from kg.extract.reading import Reading
from kg.model import Argument, Document, Issue

__all__ = ["Filler", "Named", "Trial", "TrialMatch", "try_pattern"]

_CLASSES = {"VERB": "a verb", "NOUN": "a noun", "ADJ": "an adjective or noun"}


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a place of a frame: X, Y or Z; by which words, and how these were resolved if they are no name."""

    place: str
    label: str
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TrialMatch:
    """What a frame finds at one place: who fills it, and the words of the sentence that the frame's words stand for."""

    fillers: tuple[Filler, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom or what words of the sentence name, and as what: an actor, a place, a population or an issue."""

    words: str
    label: str
    sense: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a frame finds in a text; where it finds nothing, why, as far as that is known, and who is named at all."""

    matches: tuple[TrialMatch, ...]
    reasons: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()


def try_pattern(pattern: Pattern, readings: Sequence[Reading], document: Document) -> Trial:
    """Look for one frame in a text.

    Args:
        pattern: The frame, compiled.
        readings: The sentences of the text.
        document: The text.

    Returns:
        All that it finds, or the reasons why it finds nothing.
    """
    index: dict[str, tuple[Pattern, ...]] = dict.fromkeys(pattern.root.lemmas, (pattern,))
    matches = tuple(_shown(match, document) for reading in readings for match in find_matches(reading, index))
    reasons = () if matches else tuple(_reasons(pattern, readings))
    return Trial(matches, reasons, tuple(named for reading in readings for named in _names(reading, document)))


def _shown(match: Match, document: Document) -> TrialMatch:
    places = {"X": match.subjects, "Y": match.objects, "Z": match.concerns}
    fillers = tuple(_filler(place, argument, document) for place, arguments in places.items() for argument in arguments)
    words = sorted({(token.i, token.text) for token in match.words})
    return TrialMatch(fillers, tuple(text for _, text in words))


def _filler(place: str, argument: Argument, document: Document) -> Filler:
    return Filler(place, argument.entity.label, argument.span.of(document.clean), argument.reason)


def _names(reading: Reading, document: Document) -> Iterator[Named]:
    tokens = reading.sentence.tokens.doc
    senses = {mention: reading.stands_for(tokens[index]) for index, mention in reading.mentions.actors.items()}
    senses |= dict.fromkeys(reading.mentions.issues.values(), "issue")
    for mention in sorted(senses, key=lambda mention: mention.span):
        sense = "issue" if isinstance(mention.entity, Issue) else senses[mention]
        yield Named(mention.span.of(document.clean), mention.entity.label, sense)


def _reasons(pattern: Pattern, readings: Sequence[Reading]) -> Iterator[str]:
    """What is missing: words first, then the construction, then who fills the places."""

    def found(root: Node) -> bool:
        return any(stands(reading, replace(pattern, root=root)) for reading in readings)

    written = pattern.frame.text.replace("|", " ").split()
    missing = [] if pattern.root.lemmas else ['"*" stands for its main word, which has to be one that can be looked for']
    missing += [reason for node in _nodes(pattern.root) for reason in _absent(node, written, found)]
    places = [] if missing else list(dict.fromkeys(slot.name for slot in _slots(pattern.root)))
    if missing:
        yield from missing
    elif not found(_only(pattern.root, "")):
        yield "its words stand there, but not in this construction"
    elif empty := [place for place in places if not found(_only(pattern.root, place))]:
        yield from (f"nobody and nothing that is known fills {place.replace(' ', ' and ')}" for place in empty)
    else:
        yield "X and Y are not filled at the same words, or both by the same"


def _absent(node: Node, written: Sequence[str], found: Callable[[Node], bool]) -> Iterator[str]:
    """Which word of a node does not stand in the text, or only as another class."""
    for lemmas, classes in ((node.lemmas, (node.pos,)), *((modifier, tuple(_CLASSES)) for modifier in node.mods)):
        named = dict.fromkeys(word for word in written if word.lower() in lemmas)
        words = " or ".join(f'"{word}"' for word in named or (word for word in written if word.startswith("@")))
        if not lemmas or any(found(Node(lemmas, name)) for name in classes):
            continue
        if any(found(Node(lemmas, name)) for name in _CLASSES):
            yield f"{words} stands there, but {_CLASSES[node.pos]} was expected"
        else:
            yield f"no form of {words} stands there"


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for edge in node.edges:
        if isinstance(edge.target, Node):
            yield from _nodes(edge.target)


def _slots(node: Node) -> Iterator[Slot]:
    for edge in node.edges:
        if isinstance(edge.target, Slot):
            yield edge.target
        else:
            yield from _slots(edge.target)


def _only(node: Node, place: str) -> Node:
    """A node with no other places than this one."""
    kept = (edge for edge in node.edges if isinstance(edge.target, Node) or edge.target.name == place)
    return replace(node, edges=tuple(_inner(edge, place) for edge in kept))


def _inner(edge: Edge, place: str) -> Edge:
    return replace(edge, target=_only(edge.target, place)) if isinstance(edge.target, Node) else edge
