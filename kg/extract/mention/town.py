"""Sentences with names -> the towns and regions that may be an end of a claim: "bombed Aleppo", "Texas sued".

They are no actors of the ontology, but it knows in which state they lie. Whether one acts, is acted upon, or is only where
something happens, the words around it tell (`metonym`).
"""

from collections.abc import Collection, Iterator, Mapping

from kg.extract.mention.mentions import Mentions
from kg.extract.mention.unknown import slug
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Mention
from kg.ontology import term

__all__ = ["TOWN", "towns"]

TOWN = "town"
_PLACES = frozenset({"GPE", "LOC"})


def towns(
    sentence: Sentence, mentions: Mentions, pointed: Collection[int], places: Mapping[str, str]
) -> Iterator[tuple[int, Mention]]:
    """The towns and regions of a sentence, by the index of each of their words.

    Args:
        sentence: The parsed sentence.
        mentions: What it names besides.
        pointed: The indices of the tokens that stand for somebody named elsewhere.
        places: Towns and regions with the IRI of their state.
    """
    for entity in sentence.tokens.ents:
        words = [token for token in entity if token.tag_ in {"NNP", "NNPS"} or token.text == "-"]
        name = entity.doc[words[0].i : words[-1].i + 1].text if words else ""
        taken = any(token.i in mentions.actors or token.i in mentions.issues or token.i in pointed for token in words)
        if entity.label_ in _PLACES and name in places and not taken:
            town = Actor(term(f"actor:{slug(name)}"), name, ActorKind.TERRITORY, known=False, country=places[name])
            mention = Mention(sentence.span(words[0], words[-1]), town, TOWN)
            yield from ((token.i, mention) for token in words)
