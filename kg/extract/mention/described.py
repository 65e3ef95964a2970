"""Sentences with names -> the actors that only a common noun describes: "the survivors", "a court in Lyon", "a former envoy".

They belong to their document and are never merged with those of another. What a noun with an article introduces is somebody new;
what a later "the" with the same words takes up is the same one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.dependency import is_verbal
from kg.extract.mention.mentions import Mentions
from kg.extract.mention.role import acts
from kg.extract.mention.unknown import slug
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Argument, Mention
from kg.ontology import Ontology, RoleKind, term

__all__ = ["DESCRIBED", "DESCRIPTION", "Describer", "DescribingWords", "is_private"]

DESCRIPTION = "description"
# The reason that a claim gives for an end of this kind.
DESCRIBED = "described by a common noun"
_PLURAL = frozenset({"NNS", "NNPS"})
_AGENTS = frozenset({"nsubj", "agent"})
_COUNTED = frozenset({"nummod", "quantmod"})
_OUTSIDE = frozenset({"det", "predet", "nummod", "quantmod", "advmod", "punct", "preconj"})
_PRIVATE_KINDS = frozenset({ActorKind.PERSON, ActorKind.POPULATION, ActorKind.ARMED_GROUP})
_MOST_WORDS = 6
_MOST_PLACE_WORDS = 5


@dataclass(frozen=True, slots=True)
class DescribingWords:
    """Lists of `ontology/people.ttl`: nouns by the kind of actor that they describe, and the words that make them nobody.

    Each of the nouns maps to the kind of one and to the kind of several.
    """

    kinds: dict[str, tuple[ActorKind, ActorKind]] = field(default_factory=dict)
    acting: frozenset[str] = frozenset()
    unspecific: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    general_roles: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()

    @classmethod
    def of(cls, ontology: Ontology, speech: frozenset[str]) -> "DescribingWords":
        """The lists of an ontology.

        Args:
            ontology: What is known.
            speech: Verbs, by lemma, of which somebody undescribed is only the speaker.
        """
        words = ontology.word_set
        body, people = ActorKind.ORGANIZATION, ActorKind.POPULATION
        kinds = dict.fromkeys(words("person-noun"), (ActorKind.PERSON, people))
        kinds |= dict.fromkeys(words("fighter-noun"), (ActorKind.PERSON, ActorKind.ARMED_GROUP))
        kinds |= dict.fromkeys(words("people-noun"), (people, people))
        kinds |= dict.fromkeys(words("unit-noun"), (ActorKind.ARMED_GROUP, ActorKind.ARMED_GROUP))
        kinds |= dict.fromkeys(words("body-noun") | words("acting-noun"), (body, body))
        kinds |= dict.fromkeys(words("region-noun"), (ActorKind.TERRITORY, ActorKind.TERRITORY))
        return cls(
            kinds=kinds,
            acting=words("acting-noun"),
            unspecific=words("unspecific-determiner"),
            quantities=words("quantity"),
            indefinite=words("indefinite"),
            general_roles=frozenset(term(f"role:{name}") for name in ontology.words("unspecific-role")),
            measures=words("transparent"),
            patients=words("actor-preposition"),
            origins=words("origin-preposition") | {"of"},
            speech=speech,
        )


def is_private(ends: Iterable[Argument]) -> bool:
    """Whether all the ends of a claim are people whom only a common noun describes."""
    return all(end.reason == DESCRIBED and isinstance(end.entity, Actor) and end.entity.kind in _PRIVATE_KINDS for end in ends)


class Describer:
    """Finds whom the common nouns of one document describe."""

    def __init__(self, words: DescribingWords, document_id: str) -> None:
        """Begin a document.

        Args:
            words: The nouns, and the words around them.
            document_id: The document's id, which tells its "court" from that of another.
        """
        self._words = words
        self._document = document_id[:8]
        self._latest: dict[str, Actor] = {}
        self._numbers: dict[str, int] = {}

    def find(self, sentence: Sentence, mentions: Mentions, pointed: Collection[int]) -> Iterator[tuple[int, Mention]]:
        """The actors that are described in the next sentence of the document, each with the index of its noun.

        Args:
            sentence: The parsed sentence.
            mentions: What it names.
            pointed: The indices of the tokens that stand for somebody named elsewhere.
        """
        for token in sentence.words:
            if token.i in mentions.actors or token.i in pointed or _is_inside(token, mentions.issues):
                continue
            kinds = self._kinds(token, mentions)
            region = kinds is not None and kinds[0] is ActorKind.TERRITORY
            if kinds is not None and (self._is_named(token) if region else self._is_somebody(token, kinds[0], mentions)):
                first = self._first(token)
                actor = self._actor(token, first, kinds[token.tag_ in _PLURAL], mentions)
                yield token.i, Mention(sentence.span(first, token), actor, DESCRIPTION, DESCRIBED)

    def _kinds(self, token: Token, mentions: Mentions) -> tuple[ActorKind, ActorKind] | None:
        """The kinds of one and of several that a noun describes."""
        hit = mentions.roles.get(token.i)
        if hit is None:
            believers = token.tag_ == "NNPS"  # "Christians"
            return self._words.kinds.get(token.lemma_.lower().removesuffix("s" * believers)) if _is_common(token) else None
        if hit.role.iri in self._words.general_roles:
            return None
        if hit.role.kind in {RoleKind.OFFICE, RoleKind.OCCUPATION}:
            return ActorKind.PERSON, ActorKind.POPULATION
        kind = hit.role.actor_kind if hit.role.kind is RoleKind.GROUP else ActorKind.ORGANIZATION
        return kind, kind

    def _is_somebody(self, token: Token, single: ActorKind, mentions: Mentions) -> bool:
        """Whether a noun means somebody in particular who does something, or to whom something is done."""
        words, lemma = self._words, token.lemma_.lower()
        if _is_title(token, mentions):
            return False
        if any(child.lower_ in words.unspecific for child in token.lefts) or not (
            acts(token, words.patients) or token.dep_ == "poss"
        ):
            return False
        if lemma in words.acting and not _is_agent(token):
            return False
        if lemma in words.measures and any(child.lower_ == "of" for child in token.rights):
            return False
        if token.tag_ in _PLURAL:
            return not (self._is_bare(token) and _is_habit(token))
        speaks = single is ActorKind.PERSON and token.dep_ == "nsubj" and token.head.lemma_.lower() in words.speech
        return not speaks and (not self._is_bare(token) or token.is_sent_start or single is ActorKind.ARMED_GROUP)

    def _is_named(self, token: Token) -> bool:
        """Whether a name says which town or region it is: "the town of Marl", "Marl province"."""
        inside = token.doc[self._first(token).i : token.i]
        after = [word for child in token.rights if child.lower_ == "of" for word in child.children]
        return token.tag_ == "NN" and any(word.tag_ == "NNP" for word in (*inside, *after))

    def _is_bare(self, token: Token) -> bool:
        return not any(child.dep_ in {"det", "poss", "nummod", "amod", "relcl", "acl"} for child in token.children)

    def _actor(self, token: Token, first: Token, kind: ActorKind, mentions: Mentions) -> Actor:
        """The actor of the document, taken up again or new."""
        label = self._label(token, first)
        noun = f"the {token.lower_}"
        again = self._latest.get(label) or (self._latest.get(noun) if first == token else None)
        if again is not None and not self._is_new(token):
            self._latest[noun] = again
            return again
        name = slug(label)
        number = self._numbers[name] = self._numbers.get(name, 0) + 1
        iri = term(f"actor:{name}{f'-{number}' if number > 1 else ''}.{self._document}")
        actor = Actor(iri, label, kind, known=False, country=self._country(token, mentions))
        self._latest[label] = self._latest[noun] = actor
        return actor

    def _is_new(self, token: Token) -> bool:
        """Whether an article or a number introduces somebody."""
        return any(child.lower_ in self._words.indefinite or child.dep_ in _COUNTED for child in token.lefts)

    def _first(self, token: Token) -> Token:
        """Where the description begins, without article and number: "former envoy" in "a former envoy"."""
        start = token.left_edge.i
        for child in token.lefts:
            outside = child.dep_ in _OUTSIDE or child.pos_ == "PRON" or child.lower_ in self._words.quantities
            if outside and not (child.dep_ == "punct" and child.text == "-"):
                start = child.right_edge.i + 1
        if token.doc[start].lower_ == "the":  # that of a genitive: "the envoy's aide"
            start += 1
        return token if token.i - start >= _MOST_WORDS else token.doc[start]

    def _label(self, token: Token, first: Token) -> str:
        """The words of the description, with the place or body after them: "mayor of Guatemala"."""
        text = "".join(word.text_with_ws for word in token.doc[first.i : token.i]) + token.text
        if first.is_sent_start and first.pos_ != "PROPN" and not first.ent_type_:
            text = text[0].lower() + text[1:]
        for child in token.rights:
            phrase = list(child.subtree)
            named = any(word.pos_ == "PROPN" for word in phrase)
            if child.dep_ == "prep" and child.lower_ in self._words.origins and named and len(phrase) <= _MOST_PLACE_WORDS:
                return f"{text} {''.join(word.text_with_ws for word in phrase).strip()}"
        return text

    def _country(self, token: Token, mentions: Mentions) -> str:
        """The IRI of the state whose adjective or name stands before the noun."""
        for child in token.lefts:
            mention = mentions.actors.get(child.i)
            entity = mention.entity if mention is not None else None
            prefixed = child.i > 0 and child.nbor(-1).text == "-"
            if isinstance(entity, Actor) and entity.is_polity and not prefixed:
                return entity.iri
        return ""


def _is_common(token: Token) -> bool:
    """Whether it is a common noun, or the name of those who believe something: "Christians"."""
    return token.pos_ == "NOUN" or token.tag_ == "NNPS"


def _is_inside(token: Token, issues: Mapping[int, Mention]) -> bool:
    """Whether a noun is only part of the name of an issue, whose last word is another: "prisoner exchange"."""
    issue = issues.get(token.i)
    return issue is not None and token.i + 1 < len(token.doc) and issues.get(token.i + 1) is issue


def _is_title(token: Token, mentions: Mentions) -> bool:
    """Whether a name stands beside the noun, which is the actor then: "his brother Tal Quill", "the envoy, Tal Quill"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    named = after.pos_ == "PROPN" or after.i in mentions.actors
    return (named and after != token) or any(child.dep_ == "appos" and child.i in mentions.actors for child in token.children)


def _is_agent(token: Token) -> bool:
    """Whether somebody does something, who is not only "his" or "its"."""
    pronoun = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.lefts)
    return not pronoun and (token.dep_ in _AGENTS or token.head.dep_ in _AGENTS)


def _is_habit(token: Token) -> bool:
    """Whether the clause says what is done in general: "companies need workers"."""
    clause = next((above for above in token.ancestors if is_verbal(above)), None)
    return clause is not None and clause.tag_ in {"VBP", "VBZ"} and not any(child.dep_ == "aux" for child in clause.children)
