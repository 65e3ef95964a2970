"""Words for a relation -> the relation types that they mean: by label, by the beginning of one, by a phrase that expresses it."""

import re
from collections.abc import Iterable

from kg.graph.merge.spelling import plain
from kg.ontology import Ontology

__all__ = ["relations_of"]

_SLOT = re.compile(r"(?:X|Y)(?:'s)?|and|\*")  # places of a frame that words for the relation alone leave out
_LEAST = 3  # letters that may stand for a longer word


def relations_of(words: str, ontology: Ontology) -> set[str]:
    """The relation types that words mean.

    Args:
        words: A label ("sanctions"), its beginning ("sanction"), or a phrase ("imposes sanctions on").
        ontology: The relation types with their frames.

    Returns:
        IRIs, by the first of these that finds any; several where the words are the beginning of several labels, or express several.

    >>> from kg.ontology import load, local_name
    >>> [local_name(iri) for words in ("sanction", "imposes sanctions on") for iri in relations_of(words, load())]
    ['sanctions', 'sanctions']
    """
    wanted = plain(words)
    labels = {iri: plain(entry.relation.label) for iri, entry in ontology.relations.items()}
    exact = {iri for iri, label in labels.items() if label == wanted}
    begun = {iri for iri, label in labels.items() if len(wanted) >= _LEAST and label.startswith(wanted)}
    short = {iri for iri in begun if len(labels[iri].split()) == len(wanted.split())}
    return exact or (short if len(short) == 1 else set()) or _expressed(wanted.split(), ontology) or begun


def _expressed(wanted: list[str], ontology: Ontology) -> set[str]:
    """The relation types that have a frame of these words."""
    if not wanted:
        return set()
    return {
        iri
        for iri, entry in ontology.relations.items()
        if any(
            _matches(wanted, [part for part in frame.text.split() if not _SLOT.fullmatch(part)], ontology) for frame in entry.frames
        )
    }


def _matches(wanted: list[str], parts: list[str], ontology: Ontology) -> bool:
    """Whether words are one way to say a frame; the preposition at its end may be left out."""
    if not parts:
        return not wanted
    for word in _alternatives(parts[0], ontology):
        size = len(word)
        if wanted[:size] == word and (_matches(wanted[size:], parts[1:], ontology) or (wanted[size:] == [] and len(parts) == 2)):
            return True
    return False


def _alternatives(part: str, ontology: Ontology) -> Iterable[list[str]]:
    """The words that may stand in a place of a frame: `pulls|pulls_out`, `@judging-verb` for a list."""
    for one in part.split("|"):
        named = ontology.words(one[1:]) if one.startswith("@") else (one.replace("_", " "),)
        yield from (plain(word).split() for word in named)
