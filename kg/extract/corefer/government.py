"""A document's states and its bare "the government", "the authorities" -> the one state that is clearly in focus, or none."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.dependency import is_verbal
from kg.extract.mention.mentions import Mentions
from kg.extract.mention.role import acts
from kg.extract.parse import Sentence
from kg.model import Actor, Argument, Mention
from kg.ontology import RoleKind

__all__ = ["GovernmentWords", "governments"]

_REASON = "state in focus"
_ENDS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "pobj"})
# A state is clearly in focus if it is named so many times as often as the next one, and so often if this sentence does not name it.
_CLEAR = 2
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class GovernmentWords:
    """The adjectives that leave it to the document whose government it is, and the words around it, by lemma."""

    plain: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()


def governments(
    sentences: Iterable[tuple[Sentence, Mentions]], states: Mapping[str, Actor], words: GovernmentWords
) -> list[dict[int, tuple[Argument, ...]]]:
    """What "the government" stands for in each sentence of a document, by the index of its noun.

    Args:
        sentences: The sentences of one document with what they name.
        states: The states by their IRI.
        words: The words around the noun.
    """
    known = list(sentences)
    counts = Counter(iri for _, mentions in known for iri in _states(mentions, states))
    ranked = sorted(counts, key=lambda iri: (-counts[iri], iri))
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] < _CLEAR * counts[ranked[1]]):
        return [{} for _ in known]
    state = states[ranked[0]]
    return [dict(_of(sentence, mentions, (state, counts[state.iri]), words)) for sentence, mentions in known]


def _states(mentions: Mentions, states: Mapping[str, Actor]) -> Iterator[str]:
    """The state of each mention: itself, or that of somebody of it."""
    for mention in dict.fromkeys(mentions.actors.values()):
        iri = _state(mention)
        if iri in states:
            yield iri


def _state(mention: Mention) -> str:
    entity = mention.entity
    if not isinstance(entity, Actor):
        return ""
    return entity.iri if entity.is_polity else entity.country


def _of(
    sentence: Sentence, mentions: Mentions, focus: tuple[Actor, int], words: GovernmentWords
) -> Iterator[tuple[int, tuple[Argument, ...]]]:
    state, often = focus
    for index, hit in sorted(mentions.roles.items()):
        token = sentence.tokens.doc[index]
        bare = hit.role.kind is RoleKind.GOVERNMENT and hit.of is None and index not in mentions.actors
        if not bare or not _is_plain(token, words.plain) or not acts(token, words.patients):
            continue
        before = any(_state(mention) == state.iri for at, mention in mentions.actors.items() if at < index)
        says = token.dep_ == "nsubj" and token.head.lemma_.lower() in words.reporting
        sure = often >= _OFTEN or (before and not says)
        if sure and not _is_beside(token, mentions, state):
            yield index, (Argument(state, sentence.span(token), _REASON),)


def _is_plain(token: Token, plain: frozenset[str]) -> bool:
    """Whether "the" stands before it, and nothing that says whose it is."""
    lefts: Sequence[Token] = list(token.lefts)
    own = all(child.lower_ in plain or child.lower_ == "the" or child.dep_ in {"compound", "punct"} for child in lefts)
    narrowed = any(child.dep_ in {"prep", "relcl", "acl", "appos"} for child in token.rights)
    return own and not narrowed and any(child.lower_ == "the" for child in lefts)


def _is_beside(token: Token, mentions: Mentions, state: Actor) -> bool:
    """Whether the state is another end of the same clause, and so not the one whose government it is."""
    clause = _clause(token)
    others = (token.doc[at] for at, mention in mentions.actors.items() if mention.entity == state)
    return any(other.dep_ in _ENDS and _clause(other) == clause for other in others)


def _clause(token: Token) -> Token:
    return next((above for above in token.ancestors if is_verbal(above)), token)
