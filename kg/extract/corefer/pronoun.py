"""Pronoun + what was named before -> the actors that it stands for; when in doubt, none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.argument import Structure
from kg.extract.corefer.discourse import Discourse, Referent, above
from kg.extract.corefer.gender import FEMALE, MALE, Genders
from kg.extract.dependency import ends_phrase, is_infinitive, position
from kg.extract.mention.mentions import Mentions
from kg.model import Actor, ActorKind

__all__ = ["NOBODY", "Answer", "Pronouns", "Setting", "stands_for"]

Answer = tuple[tuple[Actor, ...], str]
NOBODY: Answer = ((), "")
_TWO = 2
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "relcl", "advcl", "acl"})


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The pronouns, each class a list of `ontology/words.ttl`, and the words that decide about them."""

    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    neuter: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    reflexive: frozenset[str] = frozenset()
    reciprocal: frozenset[str] = frozenset()
    relationship: frozenset[str] = frozenset()
    impersonal_verbs: frozenset[str] = frozenset()
    reporting_verbs: frozenset[str] = frozenset()
    help: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    willing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a word stands: its sentence, what was named before, and who speaks.

    `dyad` is the pair of actors in focus, `countries` the last pair of states, `pair` that of persons; `persons` are all that were
    named; `pointed` is whom the words of the sentence so far name or point back to.
    `source` is who was quoted last. `others` are those whom the word cannot mean: in a quotation, who says it; as the speaker of
    one, the persons that it names.
    """

    structure: Structure
    mentions: Mentions
    discourse: Discourse
    genders: Genders
    learned: Mapping[str, str] = field(default_factory=dict)
    dyad: tuple[Actor, ...] = ()
    countries: tuple[Actor, ...] = ()
    pair: tuple[Actor, ...] = ()
    persons: tuple[Actor, ...] = ()
    pointed: Mapping[int, tuple[Actor, ...]] = field(default_factory=dict)
    source: Actor | None = None
    quoted: bool = False
    others: frozenset[Actor] = frozenset()

    def gender(self, actor: Actor) -> str:
        """What the ontology or the text itself says of the gender of a person."""
        return self.genders.of(actor) or self.learned.get(actor.iri, "")

    def before(self, token: Token) -> Iterator[Referent]:
        """What was named before a word, the likeliest first, without those whom it cannot mean."""
        return (found for found in self.discourse.before(token, self.structure) if self.others.isdisjoint(found.actors))


def stands_for(token: Token, words: Pronouns, setting: Setting) -> Answer:
    """Whom a pronoun of the third person stands for.

    Args:
        token: A word that may be a pronoun.
        words: The pronouns.
        setting: Where it stands.

    Returns:
        The actors and the rule that found them; nothing where it is no pronoun, or in doubt.
    """
    word = token.lower_
    if word in words.male:
        return _person(token, words, setting, MALE)
    if word in words.female:
        return _person(token, words, setting, FEMALE)
    if word in words.neuter:
        return _body(token, words, setting)
    if word in words.plural:
        return _group(token, words, setting)
    if ends_phrase(token, words.reciprocal):
        return _each_other(token, setting)
    return NOBODY


def _person(token: Token, words: Pronouns, setting: Setting, gender: str) -> Answer:
    def fits(found: Referent) -> bool:
        one = found.person and not found.plural
        return one and all(setting.gender(actor) in {gender, ""} for actor in found.actors)

    if token.lower_ in words.reflexive:
        return _own_subject(token, setting, fits)
    clause = next((verb for verb in token.ancestors if verb.dep_ == "advcl"), None)
    if clause is not None and not _names(clause, setting, fits) and (later := _named_later(clause, setting, gender)):
        return later, "person named in the main clause"
    source = setting.source if _speaks(token, words, setting) else None
    known = source is not None and source.kind is ActorKind.PERSON and setting.gender(source) in {gender, ""}
    beside = _is_beside(token) if known else lambda _: False
    found = next((one for one in setting.before(token) if fits(one) and not beside(one)), None)
    if found is not None and not (known and any(fits(one) and beside(one) for one in setting.before(token))):
        return _first([found], "person named before")
    return ((source,), "current source") if source is not None and known else NOBODY


def _is_beside(pronoun: Token) -> Callable[[Referent], bool]:
    """Whether somebody only modifies a word of what is said before "he said": in "Y's task is hard, he said" he is not Y."""
    said = {inner.i for child in pronoun.head.lefts if child.dep_ == "ccomp" for inner in child.subtree if child.i < pronoun.i}
    return lambda found: found.token.i in said and found.token.dep_ == "poss"


def _names(clause: Token, setting: Setting, fits: Callable[[Referent], bool]) -> bool:
    """Whether a clause has named, so far, what fits."""
    return any(clause in found.token.ancestors and fits(found) for found in setting.discourse.current)


def _speaks(token: Token, words: Pronouns, setting: Setting) -> bool:
    verb = token.head
    reports = token.dep_ == "nsubj" and verb.lemma_.lower() in words.reporting_verbs
    return reports and verb.dep_ not in {"ccomp", "relcl"} and not setting.quoted


def _named_later(clause: Token, setting: Setting, gender: str) -> tuple[Actor, ...]:
    """The person whom the main clause names, for a clause that may stand before it: "before he left, Trump said"."""
    for subject in setting.structure.surface_subject(clause.head):
        mention = setting.mentions.actors.get(subject.i)
        entity = mention.entity if mention is not None else None
        if isinstance(entity, Actor) and entity.kind is ActorKind.PERSON and setting.gender(entity) in {gender, ""}:
            return () if entity in setting.others else (entity,)
    return ()


def _body(token: Token, words: Pronouns, setting: Setting) -> Answer:
    if token.lower_ in words.reflexive:
        return _own_subject(token, setting, lambda found: found.body)
    if token.dep_ not in {"poss", "nsubj", "nsubjpass"} or _is_impersonal(token, words):
        return NOBODY
    helper = _helper(token, words)
    if _may_mean_another(token, words, setting, helper):
        return NOBODY
    if beside := _beside(token, setting):
        return beside, "named beside it"
    judging = _judging(token, words, setting)
    bodies = (found for found in setting.before(token) if found.body and found.token != helper and found.token not in judging)
    return _first((found for found in bodies if found.actors or found.rank < 3), "named before")


def _is_impersonal(token: Token, words: Pronouns) -> bool:
    """Whether "it" only holds the place of a clause or an event: "it is clear that", "it seems", "it is good"."""
    verb = token.head
    if token.dep_ == "poss":
        return False
    predicates = [child for child in verb.children if child.dep_ in {"attr", "acomp", "oprd"}]
    if any(child.lemma_.lower() in words.willing for child in predicates):
        return False
    described = any(child.dep_ == "acomp" and child.pos_ == "ADJ" for child in predicates)
    if described or verb.lemma_.lower() in words.impersonal_verbs:
        return True
    inner = [grand for child in predicates for grand in child.children]
    if any(grand.dep_ in _CLAUSES for grand in inner):
        return True
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    return any(child.dep_ in _CLAUSES and (passive or is_infinitive(child)) for child in verb.children if predicates or passive)


def _may_mean_another(token: Token, words: Pronouns, setting: Setting, helper: Token | None) -> bool:
    """Whether "its" may mean another of the sentence: after a preposition ("sanctioned Iran over its programme")."""
    noun = token.head
    if noun.dep_ != "pobj" or noun.lemma_.lower() in words.relationship:
        return False
    named = {actor for found in setting.discourse.current for actor in found.actors if found.body and found.rank < 4}
    return len(named - {actor for found in setting.discourse.current if found.token == helper for actor in found.actors}) > 1


def _judging(token: Token, words: Pronouns, setting: Setting) -> list[Token]:
    """Who judges another for what it does or has: in "blames Y because it lied" and "condemns its war" it is not who blames.

    Who is taken to be the cause of a verb of judging is whom it is about (Garvey and Caramazza 1974, implicit causality).
    """
    owner = token.head
    because = token.dep_ == "nsubj" and owner.dep_ == "advcl" and any(child.lower_ in words.reasons for child in owner.lefts)
    own = token.dep_ == "poss" and owner.dep_ == "dobj"
    verb = max((verb for verb in (owner.head, *owner.head.conjuncts) if verb.i < owner.i), key=position, default=owner.head)
    if not (because or own) or verb.lemma_.lower() not in words.judging or (because and not setting.structure.role(verb, "obj")):
        return []
    return setting.structure.surface_subject(verb)


def _beside(token: Token, setting: Setting) -> tuple[Actor, ...]:
    """With whom something of theirs is named together: "Y and its allies"."""
    first = token.head.head
    found = (one for one in setting.discourse.current if one.token == first and one.body)
    return next((one.actors for one in found), ()) if token.dep_ == "poss" and token.head.dep_ == "conj" else ()


def _helper(pronoun: Token, words: Pronouns) -> Token | None:
    """Who helps others in what is theirs: "needs Y's support in its war"."""
    noun = pronoun.head.head.head
    if pronoun.head.dep_ != "pobj" or noun.lemma_.lower() not in words.help:
        return None
    return next((child for child in noun.lefts if child.dep_ == "poss"), None)


def _group(token: Token, words: Pronouns, setting: Setting) -> Answer:
    if token.lower_ in words.reflexive:
        return _own_subject(token, setting, lambda found: found.group)
    if token.dep_ == "poss" and any(child.dep_ == "nummod" for child in token.head.children):
        return (setting.pair, "pair of persons") if setting.pair else NOBODY
    if two := _two_subjects(setting):
        return two, "subjects of two clauses"
    found = next((found for found in setting.before(token) if found.group and (found.rank < 3 or _is_named(found))), None)
    if found is not None and found.actors:
        return found.actors, "several named before"
    if token.dep_ == "poss" and token.head.lemma_.lower() in words.relationship:
        return _first_pair(setting)
    return NOBODY


def _two_subjects(setting: Setting) -> tuple[Actor, ...]:
    """Of whom the two clauses of the last sentence speak, where it names no several: "Y won, and Z lost. They"."""
    last = next((sentence for sentence in setting.discourse.sentences() if sentence), [])
    subjects = [found for found in last if found.rank < 2]
    actors = {actor: actor.is_polity or actor.kind for found in subjects for actor in found.actors}
    alone = not any(found.group for found in last) and all(found.actors for found in subjects)
    two = len(subjects) == len(actors) == _TWO and len(set(actors.values())) == 1
    return tuple(actors) if alone and two else ()


def _is_named(found: Referent) -> bool:
    """Whether it is more than a passing role: "told reporters"."""
    return any(actor.known or actor.country or actor.kind is ActorKind.PERSON for actor in found.actors)


def _first_pair(setting: Setting) -> Answer:
    """The two persons whom the last sentence names, else the pair in focus."""
    return (setting.pair, "pair of persons") if setting.pair else (setting.dyad, "dyad in focus") if setting.dyad else NOBODY


def _own_subject(token: Token, setting: Setting, fits: Callable[[Referent], bool]) -> Answer:
    for verb in above(token):
        subjects = setting.structure.surface_subject(verb)
        if subjects:
            own = (found for found in setting.discourse.current if found.token in subjects and fits(found))
            return _first(own, "subject of the clause")
    return NOBODY


def _each_other(token: Token, setting: Setting) -> Answer:
    for verb in above(token):
        subjects = setting.structure.surface_subject(verb)
        for found in setting.discourse.current:
            if found.token in subjects and len(found.actors) > 1:
                return found.actors, "subject of the clause"
        if any(subject.pos_ != "PRON" for subject in subjects):
            return NOBODY  # somebody else is
    return (setting.dyad, "dyad in focus") if setting.dyad else NOBODY


def _first(found: Iterable[Referent], reason: str) -> Answer:
    """The first that fits; where that is no actor, nothing that stands behind it."""
    first = next(iter(found), None)
    return (first.actors, reason) if first is not None and first.actors else NOBODY
