"""Roles that a sentence names -> whose they are, and the actors that act by role alone: "British lawmakers", "the US president"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.mention.gazetteer import Gazetteer, Hit
from kg.extract.mention.unknown import slug
from kg.extract.mention.words import NameWords
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Mention
from kg.ontology import NameForm, Ontology, Role, RoleKind, term

__all__ = ["RoleFinder", "RoleHit", "acts", "somebody"]

_PLURAL = frozenset({"NNS", "NNPS"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_ALLIANCES = frozenset({ActorKind.INTERNATIONAL_ORGANIZATION, ActorKind.COALITION})
_PRIVATE = frozenset({ActorKind.PERSON, ActorKind.MEDIA_OUTLET})
_YEAR_DIGITS = 4
_SUFFERING = frozenset({"dobj", "nsubjpass"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "no", "any"})


@dataclass(frozen=True, slots=True)
class RoleHit:
    """A role that is named, with the state or organisation whose role it is, where one stands before it.

    `to` are the places before it where its holder is sent: Syria in "the UN's Syria envoy".
    """

    role: Role
    last: Token
    of: Actor | None
    to: frozenset[Actor] = frozenset()


class RoleFinder:
    """Finds the actors that the roles of one document stand for."""

    def __init__(self, gazetteer: Gazetteer, ontology: Ontology, published: str, document_id: str) -> None:
        """Take note of a document.

        Args:
            gazetteer: The names of the ontology.
            ontology: What is known.
            published: The document's date, which tells who is in office; may be empty.
            document_id: The document's id, which tells its "police" from those of another.
        """
        self._tenures = gazetteer.tenures
        self._words: NameWords = gazetteer.words
        self._ontology = ontology
        self._published = published
        self._document = document_id[:8]

    def find(
        self, sentence: Sentence, actors: dict[int, Mention], hits: Iterable[Hit[tuple[Role, ...]]]
    ) -> Iterator[tuple[RoleHit, Mention | None, range]]:
        """The roles of a sentence, from left to right.

        Args:
            sentence: The parsed sentence.
            actors: The mentions of actors that are known already, by token; those of roles are to be added while this runs.
            hits: The names of roles that were found.

        Yields:
            Each role; the mention of an actor that it makes, if any; and the tokens of that mention.
        """
        for hit in map(_whole, hits):
            role = _fitting(hit)
            to = self._destinations(hit, role, actors)
            owner = _owner(hit, to, actors, self._words.collectives)
            of = owner.entity if owner is not None and isinstance(owner.entity, Actor) else None
            found = None
            if not any(index in actors for index in hit.indices) and not _is_title(_head(hit), actors):
                found = self._acting(role, of, hit, actors)
            first = self._first(hit, owner, actors) if of is not None else hit.first.i
            whole = found is not None and found.known and found != of and found.kind is ActorKind.PERSON
            covered = range(first if whole else hit.first.i, hit.last.i + 1)
            mention = Mention(sentence.span(hit.last.doc[first], hit.last), found, "role", role.label) if found else None
            yield RoleHit(role, hit.last, of, to), mention, covered

    def _destinations(self, hit: Hit[tuple[Role, ...]], role: Role, actors: dict[int, Mention]) -> frozenset[Actor]:
        """The places before a role where its holder is sent.

        A place before an envoy is one by its noun, "the Syria envoy", not by its adjective, "the Syrian envoy"; where the phrase
        goes on to say where he is sent, a name before it is that of the sender: "the Norway envoy to Chad".
        """
        if not role.destinations:
            return frozenset()
        head = _head(hit)
        near = hit.last.doc[min(head.left_edge.i, hit.first.i) : hit.first.i]
        named = [actors[token.i] for token in near if token.i in actors and token.dep_ != "poss"]
        places = dict.fromkeys(mention.entity for mention in named if isinstance(mention.entity, Actor) and self._is_place(mention))
        told = any(child.dep_ == "prep" and child.lower_ in role.destinations for child in head.rights)
        return frozenset() if told and len(places) == len(dict.fromkeys(mention.entity for mention in named)) else frozenset(places)

    def _is_place(self, mention: Mention) -> bool:
        """Whether a name is the noun of a state or region, where it has an adjective."""
        actor = mention.entity
        place = isinstance(actor, Actor) and (actor.is_polity or actor.kind is ActorKind.COALITION)
        return place and mention.form == NameForm.LABEL and actor.label not in self._words.attributive

    def _first(self, hit: Hit[tuple[Role, ...]], owner: Mention | None, actors: dict[int, Mention]) -> int:
        """Where the phrase begins: with the owner that stands before the role."""
        return min((index for index, mention in actors.items() if mention is owner and index < hit.first.i), default=hit.first.i)

    def _acting(self, role: Role, of: Actor | None, hit: Hit[tuple[Role, ...]], actors: dict[int, Mention]) -> Actor | None:
        if of is not None:
            return self._in_role(role, of, hit)
        if role.kind is not RoleKind.GROUP and role.kind is not RoleKind.GOVERNMENT:
            return None
        if not acts(_head(hit), self._words.patients):
            return None
        state = self._place(_head(hit), actors) if role.iri in self._words.local_roles else None
        if state is not None:
            return self._in_role(role, state, hit)
        return self._alone(role) if self._document and self._is_lonely(role, hit) else None

    def _is_lonely(self, role: Role, hit: Hit[tuple[Role, ...]]) -> bool:
        """Whether those in a role act without a state; some only suffer, or are so many: "detained 18 people"."""
        head = _head(hit)
        counted = any(child.dep_ == "nummod" for child in head.children) or self._is_multitude(head.head)
        anybody = (counted or self._suffers(head)) and not any(child.lower_ in _DEFINITE for child in head.lefts)
        if role.iri in self._words.lonely_roles:
            return _is_several(hit) or (anybody and role.kind is RoleKind.GROUP)
        return anybody and role.iri in self._words.passive_roles and not any(child.dep_ == "poss" for child in head.lefts)

    def _suffers(self, token: Token) -> bool:
        """Whether something is done to somebody that is only done to people: "detained", "freed"."""
        while token.dep_ == "conj":
            token = token.head
        return token.dep_ in _SUFFERING and token.head.lemma_.lower() in self._words.harms

    def _is_multitude(self, token: Token) -> bool:
        """Whether a word is the "of" of so many: "dozens of"."""
        return token.lower_ == "of" and token.head.lemma_.lower() in self._words.multitudes

    def _in_role(self, role: Role, of: Actor, hit: Hit[tuple[Role, ...]]) -> Actor | None:
        """The actor that somebody in a role is: the state for its government, a group of its own, or who holds the office."""
        if role.kind is RoleKind.GOVERNMENT:
            state = self._ontology.actors.get(of.country) if of.kind is ActorKind.PERSON else None
            return state.actor if state else of if of.is_polity or of.kind in _ALLIANCES else None
        if role.kind is not RoleKind.OFFICE:
            return self._somebody(role, of)
        before = _before(hit)
        iri = self._holder(role, of, hit, before)
        if iri:
            return self._ontology.actors[iri].actor
        known = _leads(role) or self._tenures.is_known(role.iri, of.iri)
        unsure = bool(before & (self._words.past | self._words.previous)) or hit.last.tag_ in _PLURAL or _is_elect(hit.last)
        return None if known and unsure else self._somebody(role, of)

    def _holder(self, role: Role, of: Actor, hit: Hit[tuple[Role, ...]], before: frozenset[str]) -> str:
        """The IRI of who held an office when the words say."""
        tenures, day = self._tenures, self._published
        if hit.last.tag_ in _PLURAL or _is_indefinite(hit):
            return ""
        if _is_elect(hit.last):
            return tenures.elect(role.iri, of.iri, day)
        if before & self._words.previous:
            return tenures.predecessor(role.iri, of.iri, day)
        if before & self._words.past:
            years = _years(hit.last.sent) if "then" in before else []
            return tenures.holder(role.iri, of.iri, f"{years[0]}-01-01", f"{years[0]}-12-31") if len(years) == 1 else ""
        if _leads(role) and not tenures.is_known(role.iri, of.iri):
            return tenures.leader(of.iri, day)
        return tenures.holder(role.iri, of.iri, day)

    def _somebody(self, role: Role, of: Actor) -> Actor | None:
        """Those, or whoever, has a role in a state or body, as an actor of its own: "British lawmakers", "a UN expert"."""
        return None if of.kind in _PRIVATE or not of.known else somebody(role, of, self._ontology)

    def _alone(self, role: Role) -> Actor:
        """Those who have a role in no known state, as an actor of this document only: "police"."""
        label = self._words.stateless.get(role.iri, role.label)
        return Actor(term(f"actor:{slug(label)}.{self._document}"), label, role.actor_kind, known=False)

    def _place(self, token: Token, actors: dict[int, Mention]) -> Actor | None:
        """The state where those in a role are: "protesters in Manila", "in Dublin, officials", "Lebanon, where villagers"."""
        towns = (child for child in token.lefts if child.dep_ in _MODIFIERS and child.tag_ == "NNP" and not _is_prefixed(child))
        town = next((state for child in towns if (state := self._state(child, actors))), None)
        if town is not None:
            return town
        after = [token.nbor(1)] if token.i + 1 < len(token.doc) else []
        for child in (*token.rights, *after):
            if child.dep_ == "prep" and child.lower_ in self._words.origins:
                return next((self._state(inner, actors) for inner in child.children if inner.dep_ == "pobj"), None)
        clause = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
        if clause is None:
            return None
        if clause.dep_ == "relcl" and any(child.lower_ == "where" for child in clause.children):
            return self._state(clause.head, actors)
        for child in clause.lefts:
            if child.dep_ == "prep" and child.i < token.i and child.lower_ in self._words.place_prepositions:
                return next((self._state(inner, actors) for inner in child.children if inner.dep_ == "pobj"), None)
        return None

    def _state(self, token: Token, actors: dict[int, Mention]) -> Actor | None:
        """The state of a place."""
        mention = actors.get(token.i)
        if mention is not None and isinstance(mention.entity, Actor):
            return mention.entity if mention.entity.is_polity else None
        name = " ".join(word.text for word in token.doc[token.left_edge.i : token.i + 1] if word.tag_ in {"NNP", "NNPS"})
        iri = self._words.places.get(name) or self._words.places.get(token.text)
        return self._ontology.actors[iri].actor if iri in self._ontology.actors else None


def somebody(role: Role, of: Actor, ontology: Ontology) -> Actor:
    """Those, or whoever, has a role in a state or body, as an actor of its own.

    Args:
        role: The role.
        of: The state or body.
        ontology: What is known, such as the adjective of the state.
    """
    names = ontology.actors[of.iri].names if of.iri in ontology.actors else ()
    adjective = next((name.text for name in names if name.form is NameForm.ADJECTIVE), of.label)
    label = f"{adjective} {role.label}"
    kind = role.actor_kind if role.kind is RoleKind.GROUP else ActorKind.PERSON
    country = of.iri if of.is_polity else of.country
    return Actor(term(f"actor:{slug(label)}"), label, kind, known=False, country=country)


def _leads(role: Role) -> bool:
    """Whether a role is that of whoever leads, in whatever office."""
    return role.iri == term("role:leader")


def _fitting(hit: Hit[tuple[Role, ...]]) -> Role:
    """Of the roles with one name: the group for a plural, otherwise the one for a single person."""
    plural = hit.last.tag_ in _PLURAL
    text = hit.last.doc[hit.first.i : hit.last.i + 1].text.lower()
    order = sorted(hit.what, key=lambda role: ((role.kind is RoleKind.GROUP) is not plural, text not in role.names, role.iri))
    return order[0]


def _owner(
    hit: Hit[tuple[Role, ...]], to: frozenset[Actor], actors: dict[int, Mention], collectives: frozenset[str]
) -> Mention | None:
    """Whose role it is: the actor before it ("Russian citizens", "the EU's envoys") or after its "of" ("citizens of Russia").

    Of "a UN panel of experts" it is that of the panel; of "the UN's Syria envoy" that of the UN, who only sends him there.
    """
    head = _head(hit)
    before = [child for child in (*head.lefts, *(hit.last.lefts if head != hit.last else ())) if child.i in actors]
    before = [child for child in before if child.i < hit.first.i and child.dep_ in _MODIFIERS]
    before = [word for child in before for word in _joined(child, actors) if not _is_prefixed(word) and word.i < hit.first.i]
    before = [word for word in before if word.dep_ == "poss" or actors[word.i].entity not in to]
    if before:
        return actors[before[-1].i]
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > hit.last.i:
            return next((actors[inner.i] for inner in child.children if inner.dep_ == "pobj" and inner.i in actors), None)
    of = head.head
    if head.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in collectives:
        return next((actors[c.i] for c in of.head.lefts if c.i in actors and c.dep_ in _MODIFIERS and not _is_prefixed(c)), None)
    return None


def _head(hit: Hit[tuple[Role, ...]]) -> Token:
    """The word of a role that its clause governs: "secretary" of "secretary of state"."""
    indices = hit.indices
    return next(
        (token for token in hit.last.doc[hit.first.i : hit.last.i + 1] if token.head.i not in indices or token.head == token),
        hit.last,
    )


def _joined(token: Token, actors: dict[int, Mention]) -> Iterator[Token]:
    """A modifier and what is coordinated with it: of "Chinese and US officials" the last one is nearest."""
    yield token
    for child in token.rights:
        if child.dep_ == "conj" and child.i in actors:
            yield from _joined(child, actors)


def _is_title(role: Token, actors: dict[int, Mention]) -> bool:
    """Whether a role only stands before or beside a name, which is the actor then."""
    if role.dep_ in {"compound", "nmod", "amod"}:
        return role.head.i in actors or role.head.pos_ == "PROPN"
    return role.dep_ == "appos" or any(child.dep_ == "appos" and child.i in actors for child in role.children)


def acts(token: Token, prepositions: frozenset[str]) -> bool:
    """Whether those whom a noun means do something, or something is done to them; modifiers and predicates do not act.

    Args:
        token: The noun.
        prepositions: Those after which somebody is acted upon.
    """
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in _ACTING or (token.dep_ == "pobj" and (token.head.dep_ == "agent" or token.head.lower_ in prepositions))


def _is_several(hit: Hit[tuple[Role, ...]]) -> bool:
    """Whether a role without a state is had by several, or by a body: "police", not "an officer"."""
    return hit.last.tag_ in _PLURAL or not _is_indefinite(hit)


def _is_indefinite(hit: Hit[tuple[Role, ...]]) -> bool:
    """Whether an article or the like says that it is any one of several: "a French president", "no French president"."""
    head = _head(hit)
    owner = head.head if head.dep_ in {"compound", "nmod"} else head
    return any(child.dep_ == "det" and child.lower_ not in {"the", "this", "that"} for child in owner.lefts)


def _before(hit: Hit[tuple[Role, ...]]) -> frozenset[str]:
    """The words before a role in its phrase, by which it may be one of the past ("the then British foreign secretary")."""
    start = min(_head(hit).left_edge.i, hit.first.i)
    return frozenset(token.lower_ for token in hit.last.doc[start : hit.first.i])


def _whole(hit: Hit[tuple[Role, ...]]) -> Hit[tuple[Role, ...]]:
    """A role with what a hyphen joins to it: "president-elect"."""
    token = hit.last
    if token.i + 2 >= len(token.doc) or token.nbor(1).text != "-" or not _is_elect(token.nbor(2)):
        return hit
    return Hit(hit.first, token.nbor(2), hit.what)


def _is_elect(token: Token) -> bool:
    """Whether it is an office that somebody is elected to and does not hold yet."""
    return bool(token.lower_ == "elect")


def _is_prefixed(token: Token) -> bool:
    """Whether a hyphen joins the token to a word before it, which may turn its sense round ("anti-Russian", not "then-US")."""
    return bool(token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ != "then")


def _years(tokens: Iterable[Token]) -> list[str]:
    """The years that a sentence names, each once."""
    return sorted({token.text for token in tokens if token.text.isdecimal() and len(token.text) == _YEAR_DIGITS})
