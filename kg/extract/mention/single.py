"""Names of one word -> whether they are those of persons or of bodies, by what they do and what is done to them.

The tagger's label alone is no evidence for one word: it calls surnames places and products. Syntax is: who praises is somebody.
"""

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from kg.extract.mention.words import NameWords

__all__ = ["kind_of_one", "lone_names"]

_PERSON, _BODY = "PERSON", "ORG"
_NOT_BARE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod"})
_LEAST_LETTERS = 3
_ACRONYM_LETTERS = range(3, 7)
_AGES = range(10, 111)


def kind_of_one(word: Token, label: str, words: NameWords, titles: Collection[int]) -> str:
    """The label of the kind of actor that a name of one word is shown to be; empty where nothing shows it.

    Args:
        word: The name.
        label: What the tagger takes it for; empty where it sees no name.
        words: The word lists of names.
        titles: The last words of the sentence's roles that one person has.
    """
    if word.is_upper and len(word) > 1:
        acts = _deed(word) in words.person_verbs or _fate(word) in words.person_object_verbs
        return _BODY if label == _BODY and len(word) in _ACRONYM_LETTERS and acts else ""
    if not _is_bare(word):
        return ""
    deed = _deed(word)
    treated = label == _PERSON and _is_treated(word, words, titles)
    speaks = deed in words.person_verbs and (label == _PERSON or deed not in words.body_verbs)
    return _PERSON if speaks or treated or _is_called(word, words, titles) else ""


def lone_names(tokens: Sequence[Token], covered: Collection[int], words: NameWords, titles: Collection[int]) -> Iterator[Token]:
    """Words that the tagger overlooks, but that stand where a person's name does: "Quill praised her"."""
    for word in tokens:
        lone = word.tag_ == "NNP" and word.i not in covered and word.text.istitle() and len(word) >= _LEAST_LETTERS
        if lone and kind_of_one(word, "", words, titles):
            yield word


def _is_bare(word: Token) -> bool:
    """Whether it is a name by itself, with no word before it that it belongs to."""
    return not any(child.dep_ in _NOT_BARE and child.i < word.i for child in word.children)


def _listed(word: Token) -> Token:
    """The first of those that a name is listed with: "Dree" in "Dree and Quill"."""
    while word.dep_ == "conj":
        word = word.head
    return word


def _deed(word: Token) -> str:
    """The verb, by lemma, whose doer a name is; empty where it is none."""
    first = _listed(word)
    above = first.head.head if first.dep_ == "pobj" and first.head.dep_ == "agent" else first.head
    does = first.dep_ == "nsubj" or (first.dep_ == "pobj" and first.head.dep_ == "agent")
    return above.lemma_.lower() if does and above.pos_ == "VERB" else ""


def _fate(word: Token) -> str:
    """The verb, by lemma, of what is done to whom a name is; empty where it is none."""
    first = _listed(word)
    return first.head.lemma_.lower() if first.dep_ in {"dobj", "nsubjpass"} and first.head.pos_ == "VERB" else ""


def _is_treated(word: Token, words: NameWords, titles: Collection[int]) -> bool:
    """Whether what is done to it, or what it has, is what is done to persons and what they have."""
    owns = word.dep_ == "poss" and (word.head.lemma_.lower() in words.person_possessions or word.head.i in titles)
    return owns or _fate(word) in words.person_object_verbs


def _is_called(word: Token, words: NameWords, titles: Collection[int]) -> bool:
    """Whether the sentence says that it is a person: "Quill, an expert", "Quill, 79,", "Quill is a critic"."""
    beside = [child for child in word.children if child.dep_ == "appos" and child.i > word.i]
    if word.dep_ == "nsubj" and word.head.lemma_ == "be":
        beside += [child for child in word.head.children if child.dep_ == "attr"]
    return any(_is_age(noun) or noun.i in titles or noun.lemma_.lower() in words.person_nouns for noun in beside)


def _is_age(noun: Token) -> bool:
    return noun.text.isdigit() and int(noun.text) in _AGES
