"""Reading -> the issues that its sentence names, each with its word: by their phrases, and by places that stand for one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.errors import OntologyError
from kg.extract.argument import conjuncts
from kg.extract.dependency import is_verbal
from kg.extract.reading import Reading
from kg.model import Argument, Issue, Mention
from kg.ontology import IssueEntry, NameForm, Ontology, term

__all__ = ["Named", "Topics", "is_negated", "named", "subjects", "topics"]

_FULL = frozenset({NameForm.LABEL.value, NameForm.ABBREVIATION.value})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# How `role.py` calls the form of a mention that names nobody but those in a role, such as "migrants".
_ROLE = "role"


@dataclass(frozen=True, slots=True)
class Topics:
    """The issues of the ontology, and the words that say what somebody deals with.

    `places` gives the issue that a place stands for where it is a topic ("talks on Syria"); `local` gives the issues that one is
    narrowed to by where it lies ("the embargo", between the United States and Cuba). The lists are those of `ontology/words.ttl`.
    """

    issues: Mapping[str, IssueEntry]
    places: Mapping[str, Issue] = field(default_factory=dict)
    local: Mapping[str, tuple[IssueEntry, ...]] = field(default_factory=dict)
    prepositions: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    targeting: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    agenda: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()

    def above(self, iri: str) -> Iterator[str]:
        """The issues that are broader than one, nearest first."""
        while (entry := self.issues.get(iri)) and entry.broader:
            iri = entry.broader
            yield iri


@dataclass(frozen=True, slots=True)
class Named:
    """The issues that a sentence names, by the index of the word that heads each; `tabled` is what it says to be dealt with."""

    issues: Mapping[int, Argument]
    tabled: tuple[int, ...] = ()


def topics(ontology: Ontology) -> Topics:
    """The issues of an ontology, ready to be looked for.

    Raises:
        OntologyError: A list of words names an issue that there is not.
    """
    places, local = ontology.pairs("topic-place").items(), ontology.words("local-issue")
    return Topics(
        ontology.issues,
        {term(f"actor:{place}"): _issue(ontology, "topic-place", f"{place} {name}") for place, name in places},
        {iri: tuple(_inside(ontology, iri)) for iri in (_issue(ontology, "local-issue", name).iri for name in local)},
        prepositions=ontology.word_set("topic-preposition"),
        reasons=ontology.word_set("reason-preposition"),
        targeting=ontology.word_set("targeting"),
        references=ontology.word_set("topic-reference"),
        verbs=ontology.word_set("topic-verb"),
        agenda=ontology.word_set("agenda"),
        contrasts=ontology.word_set("contrast"),
        times=ontology.word_set("background-time"),
        occasions=ontology.word_set("occasion"),
    )


def _inside(ontology: Ontology, iri: str) -> Iterator[IssueEntry]:
    """The issues right below one that lie somewhere."""
    return (entry for entry in ontology.issues.values() if entry.broader == iri and entry.places)


def _issue(ontology: Ontology, words: str, entry: str) -> Issue:
    """The issue that the last word of an entry in a list of words names."""
    found = ontology.issues.get(term(f"issue:{entry.rpartition(' ')[2]}"))
    if found is None:
        raise OntologyError(f'{ontology.where(term(f"words:{words}"), entry)}: "{entry}" does not end in the name of an issue')
    return found.issue


def named(reading: Reading, known: Topics) -> Named:
    """The issues that a sentence names.

    Args:
        reading: The sentence.
        known: The issues of the ontology.

    Returns:
        Each by the word that heads its phrase, in the order of the text.
    """
    tabled = tuple(noun.i for noun in _tabled(reading, known))
    found: dict[int, Argument] = {}
    for mention, head in _phrases(reading, reading.mentions.issues):
        if head.i in tabled or _is_meant(reading, mention, head):
            found[head.i] = Argument(mention.entity, mention.span)
    for mention, head in _phrases(reading, reading.mentions.actors):
        issue = known.places.get(mention.entity.iri)
        if issue is None or mention.form not in _FULL or head.i in reading.mentions.issues:
            continue
        if head.i in tabled or _is_topic(head, known):
            found[head.i] = Argument(issue, mention.span)
    return Named(dict(sorted(found.items())), tabled)


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, as they are written."""
    return [child for child in verb.lefts if child.dep_ in _SUBJECTS]


def is_negated(verb: Token) -> bool:
    """Whether what a clause says is not so: "was not on the agenda"."""
    return any(child.dep_ == "neg" for child in verb.children)


def _tabled(reading: Reading, known: Topics) -> Iterator[Token]:
    """What is on an agenda or the subject of a talk."""
    for token in reading.sentence.tokens:
        if token.lemma_.lower() not in known.agenda or token.dep_ not in {"pobj", "attr", "dobj"}:
            continue
        verb = token.head.head if token.dep_ == "pobj" else token.head
        if is_verbal(verb) and not is_negated(verb):
            yield from (noun for child in subjects(verb) for noun in conjuncts(child))


def _phrases(reading: Reading, mentions: Mapping[int, Mention]) -> Iterator[tuple[Mention, Token]]:
    """Each mention with the word of it that hangs on something else."""
    words: dict[Mention, list[Token]] = {}
    for index, mention in sorted(mentions.items()):
        words.setdefault(mention, []).append(reading.sentence.tokens.doc[index])
    for mention, tokens in words.items():
        yield mention, _head(tokens)


def _head(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next(token for token in tokens if token.head == token or token.head.i not in inside)


def _is_meant(reading: Reading, mention: Mention, head: Token) -> bool:
    """Whether a phrase means its issue: not where it is part of a name, or a name itself that acts."""
    name = reading.mentions.actors.get(head.i)
    if name is None or name.form == _ROLE or not name.span.covers(mention.span):
        return True
    return name.span == mention.span and _first(head).dep_ not in {*_SUBJECTS, "poss"}


def _first(token: Token) -> Token:
    """The first of what is coordinated."""
    while token.dep_ == "conj" and not is_verbal(token.head):
        token = token.head
    return token


def _is_topic(token: Token, known: Topics) -> bool:
    """Whether a name is what is spoken of: after "over" or "on", the object of "discuss", in "the question of"."""
    first = _first(token)
    head = first.head
    if first.dep_ == "dobj":
        return head.lemma_.lower() in known.verbs
    if first.dep_ != "pobj":
        return False
    above = head.head.lemma_.lower()
    if head.lower_ == "of":
        return above in known.references
    return head.lower_ in known.prepositions and above not in known.targeting
