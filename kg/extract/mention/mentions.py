"""Parsed sentences -> mentions: who and what is named where, from the ontology and the tagger together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from kg.extract.mention.gazetteer import Gazetteer, Hit, Line, NamedActor
from kg.extract.mention.homonym import Homonyms
from kg.extract.mention.role import RoleFinder, RoleHit
from kg.extract.mention.unknown import Known, Unknowns, slug, spelt_out
from kg.extract.parse import Sentence
from kg.model import Actor, ActorKind, Mention
from kg.ontology import ActorEntry, IssueEntry, NameForm, Ontology, Role, RoleKind, term

__all__ = ["Mentions", "RoleHit", "find_mentions", "slug"]

_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.INTERNATIONAL_ORGANIZATION})
_LISTED = _BODIES | {ActorKind.MEDIA_OUTLET, ActorKind.ARMED_GROUP}
_PROPER = frozenset({"NNP", "NNPS"})
_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one sentence, by the index of each token that they cover."""

    actors: dict[int, Mention]
    issues: dict[int, Mention]
    roles: dict[int, RoleHit]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the ontology's names find in one sentence; `explained` are the tokens of issues and roles, `actors` those of actors."""

    line: Line
    hits: list[Hit[NamedActor]]
    issues: list[Hit[IssueEntry]]
    roles: list[Hit[tuple[Role, ...]]]
    explained: frozenset[int]
    actors: frozenset[int]


def find_mentions(
    sentences: Sequence[Sentence], gazetteer: Gazetteer, ontology: Ontology, published: str, document_id: str = ""
) -> list[Mentions]:
    """Find what each sentence of a document names.

    Args:
        sentences: The parsed sentences of one document.
        gazetteer: The names of the ontology.
        ontology: What is known.
        published: The document's date, which tells namesakes in office apart; may be empty.
        document_id: The document's id: whoever acts by a role alone ("police") is an actor of this document; without it, no actor.

    Returns:
        The mentions of each sentence, in the same order.
    """
    finder = _Finder(sentences, gazetteer, ontology, published, document_id)
    found = [finder.names(sentence) for sentence in sentences]
    finder.spread_acronyms(sentences, found)
    for sentence, mentions in zip(sentences, found, strict=True):
        finder.add_roles(sentence, mentions)
    return found


class _Finder:
    """Finds the mentions of one document; knows which persons the document names in full."""

    def __init__(
        self, sentences: Sequence[Sentence], gazetteer: Gazetteer, ontology: Ontology, published: str, document_id: str
    ) -> None:
        self._gazetteer = gazetteer
        self._ontology = ontology
        self._published = published
        self._citizens = ontology.roles.get(term("role:citizens"))
        self._homonyms = Homonyms(sentences, gazetteer.words)
        self._found = {id(sentence): _find(sentence, gazetteer) for sentence in sentences}
        self._known = {id(sentence): self._knowledge(sentence) for sentence in sentences}
        self._named = {hit.what.entry.actor.iri for found in self._found.values() for hit in found.hits}
        families = self._families()
        self._unknowns = Unknowns(sentences, self._known, gazetteer.words, surnames=families.keys(), document_id=document_id)
        self._surnames = self._surnames_of(families)
        self._roles = RoleFinder(gazetteer, ontology, published, document_id)

    def names(self, sentence: Sentence) -> Mentions:
        """The mentions of one sentence that are names."""
        found, actors, issues = self._found[id(sentence)], dict[int, Mention](), dict[int, Mention]()
        for phrase in found.issues:
            mention = Mention(sentence.span(phrase.first, phrase.last), phrase.what.issue, "phrase")
            issues |= dict.fromkeys(phrase.indices, mention)
        for hit in found.hits:
            actor = self._people(hit)
            if actor is not None and not self._is_bearer(hit):
                mention = Mention(sentence.span(hit.first, hit.last), actor, hit.what.form.value)
                actors |= dict.fromkeys(hit.indices, mention)
        self._add_persons_and_bodies(sentence, actors, issues)
        return Mentions(actors, issues, {})

    def add_roles(self, sentence: Sentence, mentions: Mentions) -> None:
        """The roles of one sentence, and the actors that are named by theirs."""
        for role, named, covered in self._roles.find(sentence, mentions.actors, self._found[id(sentence)].roles):
            mentions.roles[role.last.i] = role
            mentions.actors.update(dict.fromkeys(covered, named) if named else {})

    def spread_acronyms(self, sentences: Sequence[Sentence], mentions: Sequence[Mentions]) -> None:
        """An acronym in brackets after a name stands for it in the whole document: "the Harbour Transit Authority (HTA)"."""
        names: dict[str, Actor] = {}
        lines = [self._found[id(sentence)].line for sentence in sentences]
        for line, known in zip(lines, mentions, strict=True):
            for token, (_, _, text) in zip(line.tokens, line.keys, strict=True) if "(" in line.text else ():
                if text == "(" and (actor := _introduced(token, known)) is not None:
                    names.setdefault(token.nbor(1).text, actor)
        for sentence, line, known in zip(sentences, lines, mentions, strict=True) if names else ():
            for token, (_, _, text) in zip(line.tokens, line.keys, strict=True):
                if text in names:
                    known.actors[token.i] = Mention(sentence.span(token), names[text], "acronym")

    def _knowledge(self, sentence: Sentence) -> Known:
        """What is known of a sentence before its unknown names are read; names in another sense are dropped."""
        found = self._found[id(sentence)]
        adjectives = frozenset(index for hit in found.hits if hit.what.form is NameForm.ADJECTIVE for index in hit.indices)
        taken, persons, bodies, kept = found.actors | found.explained, [], [], []
        whole = {(hit.first.i, hit.last.i) for hit in found.hits}
        for token in found.line.tokens if "(" in found.line.text else ():
            words = spelt_out(token) if token.text == "(" else []
            if words and (words[0].i, words[-1].i) not in whole:
                bodies.append(tuple(words))
        inside = {word.i for words in bodies for word in words}
        for hit in found.hits:
            if hit.first.i in inside:
                continue
            if person := self._homonyms.person(hit, taken):
                persons.append(tuple(person))
            elif body := self._homonyms.body(hit):
                bodies.append(tuple(body))
            elif not self._homonyms.is_other(hit, sentence) and not self._is_part_of_unknown(hit, found):
                kept.append(hit)
        found.hits[:] = kept
        titles = {
            hit.last.i for hit in found.roles if any(role.kind in {RoleKind.OFFICE, RoleKind.OCCUPATION} for role in hit.what)
        }
        return Known(
            found.line,
            taken=frozenset(index for hit in kept for index in hit.indices),
            bodies=frozenset(index for hit in kept if hit.what.entry.actor.kind in _LISTED for index in hit.indices),
            titles=frozenset(titles),
            roles=frozenset(index for hit in found.roles for index in hit.indices),
            adjectives=adjectives,
            persons=tuple(persons),
            organisations=tuple(bodies),
        )

    def _people(self, hit: Hit[NamedActor]) -> Actor | None:
        """Inhabitants are a population of their state, not the state; a single one of them is nobody in particular."""
        state = hit.what.entry.actor
        if self._citizens is None or not state.is_polity or hit.what.form is not NameForm.INHABITANT:
            return state
        if hit.last.tag_ not in {"NNS", "NNPS"} and not _is_spelt_as_plural(hit.last):
            return None
        label = f"{_adjective(hit.what.entry)} {self._citizens.label}"
        return Actor(term(f"actor:{slug(label)}"), label, self._citizens.actor_kind, known=False, country=state.iri)

    def _is_part_of_unknown(self, hit: Hit[NamedActor], found: _Found) -> bool:
        """Whether the tagger sees a longer name here, with a proper noun that nothing known explains ("Bank of China")."""
        if _goes_on_before(hit) and hit.what.entry.actor.kind in _BODIES:
            return True
        entity = next((e for e in found.line.entities if e.start <= hit.first.i and hit.last.i < e.end), None)
        if entity is None or entity.label_ not in {"ORG", "PERSON", "FAC"}:
            return False
        known = found.explained | found.actors
        surplus = [
            token
            for token in entity
            if token.i not in known and token.tag_ in _PROPER and token.text not in self._gazetteer.surnames
        ]
        return bool(surplus) and _is_joined(hit.last, surplus, entity.end)

    def _is_bearer(self, hit: Hit[NamedActor]) -> bool:
        """Whether a place has the name of somebody whom the document names in full, who is meant unless something is there."""
        bearer = self._surnames.get(hit.first.text)
        if bearer is None or bearer.known or hit.first != hit.last or hit.what.form not in {NameForm.LABEL, NameForm.CAPITAL}:
            return False
        return hit.first.dep_ in {"nsubj", "nsubjpass", "poss"}

    def _add_persons_and_bodies(self, sentence: Sentence, actors: dict[int, Mention], issues: dict[int, Mention]) -> None:
        for words, actor in self._unknowns.named(sentence):
            if not any(token.i in actors or token.i in issues for token in words):
                mention = Mention(sentence.span(words[0], words[-1]), actor, "tagger")
                actors |= {token.i: mention for token in words}
        line = self._found[id(sentence)].line
        for token, (_, _, text) in zip(line.tokens, line.keys, strict=True) if self._surnames else ():
            if text in self._surnames and token.i not in actors and self._is_surname(token, actors, sentence):
                actors[token.i] = Mention(sentence.span(token), self._surnames[text], "surname")

    def _is_surname(self, token: Token, actors: dict[int, Mention], sentence: Sentence) -> bool:
        """Whether a word is the surname alone, not a part of another name ("Victoria Park", "Clinton Road") or a month."""
        words = self._gazetteer.words
        if token.pos_ not in {"PROPN", "NOUN"} or (token.text in words.months and token.dep_ not in _OBJECTS - {"pobj"}):
            return False
        if token.dep_ == "compound" and token.head.tag_ == "NNP" and token.head.lower_ in words.place_heads:
            return False
        before = None if token.is_sent_start else token.nbor(-1)
        joined = before is not None and before.dep_ == "compound" and before.head == token and before.tag_ == "NNP"
        return not joined or before is None or before.i in actors or self._is_title(before, sentence)

    def _is_title(self, token: Token, sentence: Sentence) -> bool:
        titles = self._gazetteer.words.honorifics
        return token.text.rstrip(".") in titles or token.i in self._found[id(sentence)].explained

    def _families(self) -> dict[str, Actor]:
        """Whom the ontology knows by a surname of the document: who is named in full, else who is in office at its date."""
        texts = {text for each in self._found.values() for _, _, text in each.line.keys}
        chosen = ((name, self._choose(self._addressed(name))) for name in sorted(texts & self._gazetteer.surnames.keys()))
        return {name: entry.actor for name, entry in chosen if entry is not None}

    def _surnames_of(self, families: Mapping[str, Actor]) -> dict[str, Actor]:
        """Surnames that stand alone: of whom the document names in full most often, else of whom the ontology knows by them."""
        found = dict(families)
        for name, bearers in self._unknowns.bearers().items():
            if not (name in found and found[name].iri in self._named):
                found[name] = bearers.most_common(1)[0][0]
        return found

    def _addressed(self, name: str) -> Sequence[ActorEntry]:
        """Who has a surname; where the document says "Mrs" or "Mr" before it, only those of that gender."""
        entries, words = self._gazetteer.surnames[name], self._gazetteer.words
        titles = {title for each in self._found.values() for title in _titles(name, each.line)} if len(entries) > 1 else set()
        genders = {gender for gender, own in (("female", words.female_titles), ("male", words.male_titles)) if titles & own}
        return [entry for entry in entries if entry.gender in genders] if len(genders) == 1 else entries

    def _choose(self, entries: Sequence[ActorEntry]) -> ActorEntry | None:
        named = [entry for entry in entries if entry.actor.iri in self._named]
        if len(named) == 1 or len(entries) == 1:
            return (named or list(entries))[0]
        if named or not self._published:
            return None
        serving = [entry for entry in entries if self._gazetteer.tenures.serves(entry.actor.iri, self._published)]
        return serving[0] if len(serving) == 1 else None


def _find(sentence: Sentence, gazetteer: Gazetteer) -> _Found:
    line = Line.of(sentence.tokens)
    hits, issues, roles = list(gazetteer.actors(line)), gazetteer.issues(line), gazetteer.roles(line)
    explained = frozenset(index for hit in issues for index in hit.indices) | {index for hit in roles for index in hit.indices}
    return _Found(line, hits, issues, roles, explained, frozenset(index for hit in hits for index in hit.indices))


def _titles(name: str, line: Line) -> Iterator[str]:
    """The words before a surname, without their full stop."""
    return (before[2].rstrip(".") for before, (_, _, text) in pairwise(line.keys) if text == name)


def _adjective(entry: ActorEntry) -> str:
    return next((name.text for name in entry.names if name.form is NameForm.ADJECTIVE), entry.actor.label)


def _goes_on_before(hit: Hit[NamedActor]) -> bool:
    """Whether a body's name is only the end of a longer one: "Security Council" in "National Security Council"."""
    if hit.first.i == 0 or hit.what.form is not NameForm.LABEL:
        return False
    before = hit.first.nbor(-1)
    return bool(before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i in hit.indices and before.text.istitle())


def _is_joined(last: Token, surplus: Sequence[Token], end: int) -> bool:
    """Whether a name goes on after the one found, rather than having a title before it."""
    return any(last.i < token.i < end for token in surplus) or all(token.i < last.i for token in surplus)


def _is_spelt_as_plural(token: Token) -> bool:
    """Whether a word ends as several do, though it is tagged as one name: "Somalis"."""
    return token.tag_ == "NNP" and token.text.endswith("s") and not token.text.endswith(("ss", "ese"))


def _introduced(bracket: Token, mentions: Mentions) -> Actor | None:
    """The body whose acronym stands alone in brackets after its name."""
    mention = mentions.actors.get(bracket.i - 1)
    if mention is None or not isinstance(mention.entity, Actor) or bracket.i + 2 >= len(bracket.doc):
        return None
    acronym, closing = bracket.nbor(1), bracket.nbor(2)
    if closing.text != ")" or not acronym.is_upper or mention.entity.kind not in _LISTED:
        return None
    return mention.entity if _abbreviates(acronym.text, mention.entity.label) else None


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym has the initials of a name, with or without those of its small words."""
    words = name.replace("-", " ").split()
    initials = ("".join(word[0].upper() for word in words), "".join(word[0] for word in words if word[0].isupper()))
    return len(acronym) > 1 and acronym in initials
