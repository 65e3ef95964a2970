"""Parsed sentences -> mentions: who and what is named where, from the ontology and the tagger together."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from kg.extract.argument import position
from kg.extract.gazetteer import Gazetteer, Hit, NamedActor
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Mention
from kg.ontology import ActorEntry, NameForm, Ontology, Role, RoleKind, term

__all__ = ["Mentions", "RoleHit", "find_mentions", "slug"]

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.INTERNATIONAL_ORGANIZATION})
_KINDS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANIZATION}


@dataclass(frozen=True, slots=True)
class RoleHit:
    """A role that is named, with the state or organisation whose role it is, where one stands before it."""

    role: Role
    last: Token
    of: Actor | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one sentence, by the index of each token that they cover."""

    actors: dict[int, Mention]
    issues: dict[int, Mention]
    roles: dict[int, RoleHit]


def slug(name: str) -> str:
    """A name as the last part of an IRI.

    >>> slug("Bălți Institute & Co.")
    'balti-institute-co'
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_ALPHANUMERIC.sub("-", ascii_name.lower()).strip("-") or "x" + name.encode().hex()[:16]


def find_mentions(sentences: Sequence[Sentence], gazetteer: Gazetteer, ontology: Ontology, published: str) -> list[Mentions]:
    """Find what each sentence of a document names.

    Args:
        sentences: The parsed sentences of one document.
        gazetteer: The names of the ontology.
        ontology: What is known.
        published: The document's date, which tells namesakes in office apart; may be empty.

    Returns:
        The mentions of each sentence, in the same order.
    """
    finder = _Finder(sentences, gazetteer, ontology, published)
    return [finder.mentions(sentence) for sentence in sentences]


class _Finder:
    """Finds the mentions of one document; knows which persons the document names in full."""

    def __init__(self, sentences: Sequence[Sentence], gazetteer: Gazetteer, ontology: Ontology, published: str) -> None:
        self._gazetteer = gazetteer
        self._ontology = ontology
        self._published = published
        self._hits = {id(sentence): list(gazetteer.actors(sentence.tokens)) for sentence in sentences}
        self._kinds = _vote(sentences)
        self._named = {hit.what.entry.actor.iri for hits in self._hits.values() for hit in hits}
        self._surnames = self._surnames_of(sentences)

    def mentions(self, sentence: Sentence) -> Mentions:
        """The mentions of one sentence."""
        actors: dict[int, Mention] = {}
        issues: dict[int, Mention] = {}
        for phrase in self._gazetteer.issues(sentence.tokens):
            mention = Mention(sentence.span(phrase.first, phrase.last), phrase.what.issue, "phrase")
            issues |= dict.fromkeys(phrase.indices, mention)
        roles = {hit.last.i: hit for hit in self._gazetteer.roles(sentence.tokens)}
        inside_roles = {index for hit in roles.values() for index in hit.indices}
        for hit in self._hits[id(sentence)]:
            actor = self._people(hit)
            if actor is not None and not self._is_part_of_unknown(hit, sentence, inside_roles | issues.keys()):
                mention = Mention(sentence.span(hit.first, hit.last), actor, hit.what.form.value)
                actors |= dict.fromkeys(hit.indices, mention)
        self._add_persons_and_bodies(sentence, actors, issues)
        return Mentions(actors, issues, self._add_roles(sentence, actors, roles.values()))

    def _people(self, hit: Hit[NamedActor]) -> Actor | None:
        """Inhabitants are a population of their state, not the state; a single one of them is nobody in particular."""
        state, citizens = hit.what.entry.actor, self._ontology.roles.get(term("role:citizens"))
        if hit.what.form is not NameForm.INHABITANT or citizens is None or state.kind is not ActorKind.STATE:
            return state
        return self._somebody(citizens, state) if hit.last.tag_ in {"NNS", "NNPS"} else None

    def _is_part_of_unknown(self, hit: Hit[NamedActor], sentence: Sentence, explained: Iterable[int]) -> bool:
        """Whether the tagger sees a longer name here, with a proper noun that nothing known explains ("Bank of China")."""
        if _goes_on_before(hit) and hit.what.entry.actor.kind in _BODIES:
            return True
        entity = next((e for e in sentence.tokens.ents if e.start <= hit.first.i and hit.last.i < e.end), None)
        if entity is None or entity.label_ not in {"ORG", "PERSON", "FAC"}:
            return False
        known = set(explained) | {index for other in self._hits[id(sentence)] for index in other.indices}
        surplus = [
            token for token in entity if token.i not in known and token.tag_ in {"NNP", "NNPS"} and not self._is_surname(token)
        ]
        return bool(surplus) and _is_joined(hit.last, surplus, entity.end)

    def _is_surname(self, token: Token) -> bool:
        return token.text in self._surnames or token.text in self._gazetteer.surnames

    def _add_persons_and_bodies(self, sentence: Sentence, actors: dict[int, Mention], issues: dict[int, Mention]) -> None:
        for entity in sentence.tokens.ents:
            words = _words(entity)
            if not words or any(token.i in actors or token.i in issues for token in words):
                continue
            actor = self._unknown(words)
            if actor is not None:
                mention = Mention(sentence.span(words[0], words[-1]), actor, "tagger")
                actors |= {token.i: mention for token in words}
        for token in sentence.tokens:
            if token.i not in actors and token.text in self._surnames and token.pos_ in {"PROPN", "NOUN"}:
                actors[token.i] = Mention(sentence.span(token), self._surnames[token.text], "surname")

    def _unknown(self, words: list[Token]) -> Actor | None:
        name = _name(words)
        kind = self._kinds.get(name)
        if kind is None or len(words) < 2 or not _is_capitalised(words):
            return None
        return Actor(term("actor:" + slug(name)), name, kind, known=False)

    def _surnames_of(self, sentences: Sequence[Sentence]) -> dict[str, Actor]:
        """Surnames that stand alone: of whom the document names in full most often, else of who is in office at its date."""
        found: dict[str, Actor] = {}
        for name, entries in self._gazetteer.surnames.items():
            entry = self._choose(entries)
            if entry is not None:
                found[name] = entry.actor
        for name, bearers in self._bearers(sentences).items():
            if not (name in found and found[name].iri in self._named):
                found[name] = bearers.most_common(1)[0][0]
        return found

    def _bearers(self, sentences: Sequence[Sentence]) -> dict[str, Counter[Actor]]:
        """How often the document names each unknown person in full, by surname, in the order of first mention."""
        alone = {entity.text for sentence in sentences for entity in sentence.tokens.ents if len(entity) == 1}
        found: dict[str, Counter[Actor]] = defaultdict(Counter)
        for sentence in sentences:
            taken = {index for hit in self._hits[id(sentence)] for index in hit.indices}
            for entity in sentence.tokens.ents:
                words = _words(entity)
                actor = self._unknown(words) if words and not any(token.i in taken for token in entity) else None
                if actor is not None and actor.kind is ActorKind.PERSON:
                    for word in _surnames(words, alone):
                        found[word][actor] += 1
        return found

    def _choose(self, entries: Sequence[ActorEntry]) -> ActorEntry | None:
        named = [entry for entry in entries if entry.actor.iri in self._named]
        if len(named) == 1 or len(entries) == 1:
            return (named or list(entries))[0]
        if named or not self._published:
            return None
        serving = [entry for entry in entries if self._serves(entry.actor)]
        return serving[0] if len(serving) == 1 else None

    def _serves(self, actor: Actor) -> bool:
        terms = [tenure for tenure in self._ontology.tenures if tenure.holder == actor.iri]
        return any(tenure.start <= self._published and (not tenure.end or self._published <= tenure.end) for tenure in terms)

    def _add_roles(
        self, sentence: Sentence, actors: dict[int, Mention], hits: Iterable[Hit[tuple[Role, ...]]]
    ) -> dict[int, RoleHit]:
        found: dict[int, RoleHit] = {}
        for hit in sorted(hits, key=lambda hit: hit.first.i):
            owner = _owner(hit, actors)
            of = None if owner is None else owner.entity
            first = hit.first if owner is None else sentence.tokens.doc[min(index for index, m in actors.items() if m is owner)]
            role = _fitting(hit)
            found[hit.last.i] = RoleHit(role, hit.last, of if isinstance(of, Actor) else None)
            if isinstance(of, Actor) and not any(index in actors for index in hit.indices):
                entity = None if _is_title(hit.last, actors) else self._in_role(role, of)
                span = sentence.span(min(first, hit.first, key=position), hit.last)
                actors |= {index: Mention(span, entity, "role", role.label) for index in hit.indices if entity}
        return found

    def _in_role(self, role: Role, of: Actor) -> Actor | None:
        """The actor that somebody in a role is: the state for its government, a group of its own, or who holds the office."""
        if role.kind is RoleKind.GOVERNMENT:
            state = self._ontology.actors.get(of.country) if of.kind is ActorKind.PERSON else None
            return state.actor if state else of if of.kind in {ActorKind.STATE, ActorKind.INTERNATIONAL_ORGANIZATION} else None
        holder = self._holder(role, of) if role.kind is RoleKind.OFFICE else None
        return holder or self._somebody(role, of)

    def _somebody(self, role: Role, of: Actor) -> Actor | None:
        """Those, or whoever, has a role in a state, as an actor with an IRI of its own: "British lawmakers", "a Nigerian judge"."""
        if of.kind is not ActorKind.STATE:
            return None
        label = f"{self._adjective(of)} {role.label}"
        kind = role.actor_kind if role.kind is RoleKind.GROUP else ActorKind.PERSON
        return Actor(term(f"actor:{slug(label)}"), label, kind, known=False, country=of.iri)

    def _holder(self, role: Role, of: Actor) -> Actor | None:
        if not self._published:
            return None
        day = self._published
        holders = {
            t.holder for t in self._ontology.tenures if (t.role, t.of) == (role.iri, of.iri) and t.start <= day <= (t.end or day)
        }
        return self._ontology.actors[holders.pop()].actor if len(holders) == 1 else None

    def _adjective(self, actor: Actor) -> str:
        names = self._ontology.actors[actor.iri].names if actor.iri in self._ontology.actors else ()
        return next((name.text for name in names if name.form is NameForm.ADJECTIVE), actor.label)


def _words(entity: Tokens) -> list[Token]:
    """The words of a name that the tagger sees, without article, punctuation and genitive."""
    return [token for token in entity if token.pos_ not in {"DET", "PUNCT", "PART"} or token.text == "-"]


def _is_capitalised(words: Sequence[Token]) -> bool:
    """Whether the first and the last word have a capital; what a hyphen joins to one needs none ("Dae-ho")."""
    joined = words[-1].i > 0 and words[-1].nbor(-1).text == "-"
    return bool(words[0].text[0].isupper() and (joined or words[-1].text[0].isupper()))


def _surnames(words: Sequence[Token], alone: set[str]) -> set[str]:
    """The last word of a full name; the first, too, where it stands alone elsewhere: families come first in East Asia."""
    return {words[-1].text} | ({words[0].text} & alone)


def _name(words: Sequence[Token]) -> str:
    """The name as it is written."""
    return str(words[0].doc[words[0].i : words[-1].i + 1].text)


def _vote(sentences: Sequence[Sentence]) -> dict[str, ActorKind]:
    """The kind of each name that the tagger sees, by the majority of its labels in the document; a tie is a person."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for entity in sentence.tokens.ents:
            if words := _words(entity):
                labels[_name(words)][entity.label_] += 1
    winners = {name: max(sorted(counts, reverse=True), key=lambda label: counts[label]) for name, counts in labels.items()}
    return {name: _KINDS[label] for name, label in winners.items() if label in _KINDS}


def _goes_on_before(hit: Hit[NamedActor]) -> bool:
    """Whether a body's name is only the end of a longer one: "Security Council" in "National Security Council"."""
    if hit.first.i == 0 or hit.what.form is not NameForm.LABEL:
        return False
    before = hit.first.nbor(-1)
    return bool(before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i in hit.indices and before.text.istitle())


def _is_joined(last: Token, surplus: Sequence[Token], end: int) -> bool:
    """Whether a name goes on after the one found, rather than having a title before it."""
    return any(last.i < token.i < end for token in surplus) or all(token.i < last.i for token in surplus)


def _fitting(hit: Hit[tuple[Role, ...]]) -> Role:
    """Of the roles with one name: the group for a plural, otherwise the one for a single person."""
    plural = hit.last.tag_ in {"NNS", "NNPS"}
    order = sorted(hit.what, key=lambda role: ((role.kind is RoleKind.GROUP) is not plural, role.iri))
    return order[0]


def _owner(hit: Hit[tuple[Role, ...]], actors: dict[int, Mention]) -> Mention | None:
    """Whose role it is: the actor before it ("Russian citizens", "the EU's envoys") or after its "of" ("citizens of Russia")."""
    before = [child for child in hit.last.lefts if child.i in actors and child.i < hit.first.i and child.dep_ != "det"]
    before = [child for child in before if child.dep_ in {"compound", "amod", "nmod", "poss"} and not _is_prefixed(child)]
    if before:
        return actors[before[-1].i]
    for child in hit.last.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((actors[inner.i] for inner in child.children if inner.dep_ == "pobj" and inner.i in actors), None)
    return None


def _is_title(role: Token, actors: dict[int, Mention]) -> bool:
    """Whether a role only stands before or beside a name, which is the actor then."""
    if role.dep_ in {"compound", "nmod", "amod"}:
        return role.head.i in actors or role.head.pos_ == "PROPN"
    return role.dep_ == "appos" or any(child.dep_ == "appos" and child.i in actors for child in role.children)


def _is_prefixed(token: Token) -> bool:
    """Whether a hyphen joins the token to a word before it, which may turn its sense round ("anti-Russian")."""
    return bool(token.i > 0 and token.nbor(-1).text == "-")
