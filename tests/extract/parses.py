"""Parsed sentences written by hand, so that the tests of a step need no language model.

A token is `word~lemma/TAG/dep>head=ENT`: the lemma may be left out where it is the word itself, `>head` names the head by its word
(the nearest one, where a word stands twice) and is left out for the root, `=ENT` is what the tagger would call it. Tags and
dependencies are those of the English models (Penn Treebank, ClearNLP).
"""

import re
from collections.abc import Iterable
from functools import cache

import spacy
from spacy.tokens import Doc, Token

from kg.extract.argument import Grammar, Structure
from kg.extract.mention.mentions import Mentions
from kg.extract.metonym.words import MetonymWords
from kg.extract.parse import Sentence
from kg.extract.reading import Lexicon, Reading
from kg.model import Actor, ActorKind, Argument, BlockKind, Issue, Mention, Span
from kg.ontology import NameForm, term

_TOKEN = re.compile(r"(?P<word>[^~]+?)(?:~(?P<lemma>[^/]+))?/(?P<tag>[^/]+)/(?P<dep>\w+)(?:>(?P<head>[^=]+))?(?:=(?P<ent>\w+))?")
_CLASSES = {
    "NNP": "PROPN",
    "NN": "NOUN",
    "VB": "VERB",
    "JJ": "ADJ",
    "RB": "ADV",
    "IN": "ADP",
    "DT": "DET",
    "PRP": "PRON",
    "WP": "PRON",
}
_CLASSES |= {
    "WDT": "PRON",
    "MD": "AUX",
    "TO": "PART",
    "RP": "ADP",
    "CC": "CCONJ",
    "POS": "PART",
    "CD": "NUM",
    "EX": "PRON",
    "SP": "SPACE",
}
_CLOSE = frozenset({".", ",", "?", "!", ";", ":", "-", "'s", "'", "n't"})


def _actor(name: str, kind: ActorKind = ActorKind.STATE, country: str = "", *, known: bool = True) -> Actor:
    return Actor(term("actor:" + name.lower().replace(" ", "-")), name, kind, known, country)


NORWAY, CHAD, PERU, KENYA = map(_actor, ("Norway", "Chad", "Peru", "Kenya"))
UNION = _actor("Fjord Union", ActorKind.INTERNATIONAL_ORGANIZATION)
POST = _actor("Fjord Post", ActorKind.MEDIA_OUTLET)
INSTITUTE = _actor("Institute", ActorKind.ORGANIZATION)
FALK = _actor("Zoe Falk", ActorKind.PERSON, NORWAY.iri)
OKORO = _actor("Ben Okoro", ActorKind.PERSON)
SILVA = _actor("Leo Silva", ActorKind.PERSON, PERU.iri)
MARSH = _actor("Kit Marsh", ActorKind.PERSON, known=False)
FRONT = _actor("River Front", ActorKind.ARMED_GROUP)
REBELS = _actor("rebels", ActorKind.ARMED_GROUP, known=False)
VOTERS = _actor("Norwegian voters", ActorKind.POPULATION, NORWAY.iri, known=False)
FISHING = Issue(term("issue:fishing"), "fishing")
OIL = Issue(term("issue:oil"), "oil")

# What a word of a sentence names here, and by which form of name.
NAMES: dict[str, tuple[Actor, str]] = {
    actor.label.split()[-1]: (actor, NameForm.LABEL.value)
    for actor in (NORWAY, CHAD, PERU, KENYA, UNION, POST, INSTITUTE, FALK, OKORO, SILVA, MARSH, FRONT)
}
NAMES |= {
    "Norwegian": (NORWAY, NameForm.ADJECTIVE.value),
    "Norwegians": (NORWAY, NameForm.INHABITANT.value),
    "Chadian": (CHAD, NameForm.ADJECTIVE.value),
    "Oslo": (NORWAY, NameForm.CAPITAL.value),
    "Storting": (NORWAY, NameForm.SEAT.value),
    "rebels": (REBELS, "role"),
    "voters": (VOTERS, "role"),
}
ISSUES = {"fishing": FISHING, "oil": OIL}

LEXICON = Lexicon(
    companions=frozenset({"along with", "including"}),
    dyad_adjectives=frozenset({"bilateral"}),
    light_verbs=frozenset({"launch", "hold", "make"}),
    empty_verbs=frozenset({"continue", "remain"}),
    negation_raising=frozenset({"believe"}),
    adversatives=frozenset({"but"}),
    reciprocals=frozenset({"each other"}),
    place_prepositions=frozenset({"in", "near"}),
    metonyms=MetonymWords(place_preposition=frozenset({"in", "near"})),
    prefixes={"anti": "against"},
    belonging=frozenset({"of", "on"}),
    counterparts=frozenset({"rival"}),
    descent=frozenset({"ethnic"}),
    instruments=frozenset({"tank"}),
    messages=frozenset({"offer"}),
    laws=frozenset({"bill"}),
    parliaments=frozenset({"storting"}),
)


@cache
def _vocab() -> spacy.Vocab:
    return spacy.blank("en").vocab


def parse(notation: str, *, offset: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> Sentence:
    """The first sentence of a notation."""
    found = [match for word in notation.split() if (match := _TOKEN.fullmatch(word))]
    assert len(found) == len(notation.split()), f"not a token: {notation}"
    words = ["\n" if match["tag"] == "SP" else match["word"] for match in found]
    deps = [match["dep"] for match in found]
    doc = Doc(
        _vocab(),
        words,
        spaces=_spaces(words),
        tags=["_SP" if match["tag"] == "SP" else match["tag"] for match in found],
        pos=[_class(match["tag"], match["dep"], match["lemma"] or "") for match in found],
        lemmas=[match["lemma"] or word for match, word in zip(found, words, strict=True)],
        deps=deps,
        heads=[at if match["head"] is None else _nearest(words, match["head"], at) for at, match in enumerate(found)],
        ents=_entities([match["ent"] for match in found]),
    )
    return Sentence(next(iter(doc.sents)), offset, kind, 0)


def _spaces(words: list[str]) -> list[bool]:
    quoted = False
    spaces = []
    for word, after in zip(words, [*words[1:], "."], strict=True):
        opens = word == '"' and not quoted
        quoted = opens or (quoted and word != '"')
        spaces.append(not (after in _CLOSE or word in {"-", "\n"} or opens or (after == '"' and quoted)))
    return spaces


def _class(tag: str, dep: str, lemma: str) -> str:
    if dep in {"aux", "auxpass"} and tag != "TO":
        return "AUX"
    if lemma == "be":
        return "AUX"
    if dep == "mark":
        return "SCONJ"
    return next((pos for start, pos in _CLASSES.items() if tag.startswith(start)), "PUNCT")


def _nearest(words: list[str], head: str, at: int) -> int:
    return min((i for i, word in enumerate(words) if word == head and i != at), key=lambda i: (abs(i - at), i))


def _entities(labels: list[str | None]) -> list[str]:
    pairs = zip([None, *labels], labels, strict=False)
    return ["O" if label is None else f"{'I' if before == label else 'B'}-{label}" for before, label in pairs]


def token(sentence: Sentence, word: str) -> Token:
    """The first token that is this word."""
    return next(token for token in sentence.tokens if token.text == word)


def words(tokens: Iterable[Token]) -> list[str]:
    """The words of tokens."""
    return [token.text for token in tokens]


def mentions(sentence: Sentence) -> Mentions:
    """What `NAMES` and `ISSUES` name in a sentence, word by word."""
    actors, issues = {}, {}
    for word in sentence.tokens:
        if word.text in NAMES:
            entity, form = NAMES[word.text]
            actors[word.i] = Mention(sentence.span(word), entity, form)
        elif word.text in ISSUES:
            issues[word.i] = Mention(sentence.span(word), ISSUES[word.text], "phrase")
    return Mentions(actors, issues, {})


def read(
    notation: str,
    *,
    offset: int = 0,
    anaphors: dict[str, Actor] | None = None,
    dyad: tuple[Actor, ...] = (),
    transparent: tuple[str, ...] = ("round",),
) -> Reading:
    """A notation, read: `anaphors` says what words refer back to."""
    sentence = parse(notation, offset=offset)
    structure = Structure(sentence.tokens, Grammar(frozenset(transparent), frozenset({"of"})))
    back = {token(sentence, word): actor for word, actor in (anaphors or {}).items()}
    found = {word.i: (Argument(actor, sentence.span(word), "subject of the clause"),) for word, actor in back.items()}
    return Reading(sentence, structure, mentions(sentence), LEXICON, found, dyad)


def span_of(text: str, words: str) -> Span:
    """Where words stand first in a text."""
    start = text.index(words)
    return Span(start, start + len(words))
