"""Words by which people call actors, issues and relation types -> their IRIs in a graph, or the nearest names there are."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.errors import UnknownNameError
from kg.explore.names import prefixed
from kg.explore.phrase import relations_of
from kg.graph.merge.spelling import plain
from kg.graph.terms import named
from kg.model import ActorKind
from kg.ontology import PREFIXES, NameForm, Ontology, local_name, term

__all__ = ["Kind", "Names", "nearest", "simple"]

_LABELS = ("rdfs:label", "skos:prefLabel", "skos:altLabel")
_MOST = 3  # nearest names that a message gives
_LISTED = 6  # what words may mean, in a message
_NEAR = 0.75  # how alike words must be: single slips of the keyboard are above
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|^`\\]*")
_LABELLED = "SELECT DISTINCT ?one ?label { ?one %s ?label }"


class Kind(StrEnum):
    """What can be called by words; each value is the prefix of its IRIs."""

    ACTOR = "actor"
    ISSUE = "issue"
    RELATION = "rel"

    @property
    def classes(self) -> tuple[NamedNode, ...]:
        """The classes that it may be of."""
        names = {Kind.ACTOR: tuple(ActorKind), Kind.ISSUE: ("Issue",), Kind.RELATION: ("Relation",)}
        return tuple(named(f"kg:{name}") for name in names[self])


ENDS = (Kind.ACTOR, Kind.ISSUE)


def simple(words: str) -> str:
    """Words as they are compared: without case, accents, punctuation and article.

    >>> simple("the Élysée Palace")
    'elysee palace'
    """
    # Nearly all names are plain already, and every name of the ontology is compared.
    same = words.isascii() and words.replace(" ", "").isalnum()
    return (" ".join(words.lower().split()) if same else plain(words)).removeprefix("the ")


def nearest(words: str, known: Iterable[str], *, most: int = _MOST) -> tuple[str, ...]:
    """The words that are most like others, the nearest first.

    Args:
        words: What somebody wrote.
        known: What there is.
        most: How many at most.

    >>> nearest("Rusia", ["Norway", "Russia", "Prussia"])
    ('Russia', 'Prussia')
    """
    by_plain: dict[str, str] = {}
    for one in sorted(known):
        by_plain.setdefault(simple(one), one)
    return tuple(by_plain[one] for one in get_close_matches(simple(words), sorted(by_plain), most, _NEAR))


class Names:
    """What the actors, issues and relation types of one graph are called, by the graph itself and by the ontology."""

    def __init__(self, store: pyoxigraph.Store, ontology: Ontology) -> None:
        """Look nothing up yet.

        Args:
            store: A graph; it is only read.
            ontology: Aliases, abbreviations, adjectives, capitals and seats, and the phrases that express relation types.
        """
        self._store = store
        self._ontology = ontology

    def find(self, words: str, kinds: Collection[Kind] = ENDS) -> frozenset[str]:
        """What words call.

        The first of these decides: a whole IRI or a prefixed name; a label of the graph or the last part of an IRI, together with
        what the ontology gives the name to, where that is one; a surname. Case, accents and articles make no difference.

        Args:
            words: A label, another name, an IRI, a prefixed name or the last part of an IRI.
            kinds: What may be meant.

        Returns:
            IRIs of the graph; several where several have this label, none where nothing is called so.

        Raises:
            UnknownNameError: The ontology gives the name to several; the message lists them.
        """
        if found := self._by_iri(words, kinds):
            return found
        called = self._by_part(words, kinds) | self.alike(words, kinds)
        known = self._known(words, kinds, surname=False)
        if called:
            return called | known if len(known) == 1 else called
        return self._only(words, known) or self._only(words, self._known(words, kinds, surname=True))

    def meant(self, words: str, kinds: Collection[Kind] = ENDS, option: str = "") -> frozenset[str]:
        """What words call, where they must call something.

        Args:
            words: As for `find`.
            kinds: What may be meant.
            option: Where the words come from, such as "--actor", for the message.

        Returns:
            IRIs of the graph, at least one.

        Raises:
            UnknownNameError: Nothing is called so, or the ontology gives the name to several; the message names the nearest.
        """
        found = self.find(words, kinds)
        if not found:
            raise self.unknown(words, kinds, option)
        return found

    def unknown(self, words: str, kinds: Collection[Kind] = ENDS, option: str = "") -> UnknownNameError:
        """The error for words that call nothing in the graph: what the ontology knows by this name, or the nearest names."""
        nouns = "relation types" if Kind.RELATION in kinds else " or ".join(f"{kind}s" for kind in kinds)
        start = f"{option} {words}".strip()
        known = sorted(self._named_so(words, kinds))
        if known:
            return UnknownNameError(f"{start}: {' or '.join(map(self._shown, known[:_LISTED]))} is not in the graph")
        near = self.suggest(words, kinds)
        hint = f"; did you mean {' or '.join(map(self._shown, near))}?" if near else ""
        return UnknownNameError(f"{start}: nothing in the graph has this name, one of its {nouns} was expected{hint}")

    def suggest(self, words: str, kinds: Collection[Kind] = ENDS) -> tuple[str, ...]:
        """What words may stand for that call nothing: what the words of an IRI call, else what has a name like them."""
        said = _words_of(words)
        known = self._named_so(said, kinds) if said != words else set()
        there = tuple(sorted(iri for iri in known if self._is_there(iri, kinds))[:_MOST])
        return there if known else self.nearest(said, kinds)

    def nearest(self, words: str, kinds: Collection[Kind] = ENDS) -> tuple[str, ...]:
        """What has a name like these words: what is in the graph, and if there is nothing, what only the ontology knows."""
        names = {name: iri for name, iri, _ in self._given(kinds)} | {label: iri for iri, label in self.labels}
        near = list(dict.fromkeys(names[name] for name in nearest(words, names, most=4 * _MOST)))
        there = [iri for iri in near if self._is_there(iri, kinds)]
        known = [iri for iri in near if iri.startswith(tuple(PREFIXES[kind.value] for kind in kinds))]
        return tuple((there or known)[:_MOST])

    def _by_iri(self, words: str, kinds: Collection[Kind]) -> frozenset[str]:
        """By an IRI or a prefixed name."""
        given = words.strip().removeprefix("<").removesuffix(">")
        prefix, colon, rest = given.casefold().partition(":")
        forms = [given, given.casefold(), *([PREFIXES[prefix] + rest] if colon and prefix in PREFIXES else [])]
        return self._at(forms, kinds) if colon else frozenset()

    def _by_part(self, words: str, kinds: Collection[Kind]) -> frozenset[str]:
        """By the last part of an IRI, with spaces or hyphens."""
        lasts = (words.strip().casefold(), simple(words).replace(" ", "-"))
        return self._at([f"{PREFIXES[kind.value]}{last}" for kind in kinds for last in lasts], kinds)

    def _at(self, forms: Iterable[str], kinds: Collection[Kind]) -> frozenset[str]:
        """What is there of some IRIs; what was merged into another is that one."""
        iris = [iri for iri in dict.fromkeys(forms) if _IRI.fullmatch(iri)]
        found = frozenset(iri for iri in iris if self._is_there(iri, kinds))
        return found or frozenset(actor for iri in iris if (actor := self._became(iri)))

    def _became(self, alias: str) -> str:
        """The actor that another was merged into."""
        judged = named("kg:merges")
        for quad in self._store.quads_for_pattern(None, named("kg:alias"), NamedNode(alias), judged):
            of = (quad.subject, named("rdf:type"), named("kg:Merge"), judged)
            if any(self._store.quads_for_pattern(*of)):
                actors = self._store.quads_for_pattern(quad.subject, named("kg:actor"), None, judged)
                return min(one.object.value for one in actors if isinstance(one.object, NamedNode))
        return ""

    def alike(self, words: str, kinds: Collection[Kind] = ENDS) -> frozenset[str]:
        """What has a label of the graph that is the same but for case, accents and punctuation, however else it is called.

        Args:
            words: A label.
            kinds: What may be meant.
        """
        wanted = simple(words)
        iris = {iri for iri, label in self.labels if wanted and simple(label) == wanted}
        return frozenset(iri for iri in iris if self._is_there(iri, kinds))

    def _known(self, words: str, kinds: Collection[Kind], *, surname: bool) -> frozenset[str]:
        return frozenset(iri for iri in self._named_so(words, kinds, surname=surname) if self._is_there(iri, kinds))

    def _named_so(self, words: str, kinds: Collection[Kind], *, surname: bool | None = None) -> set[str]:
        """What the ontology gives a name to, whether it is in the graph or not; by surnames only, or without them."""
        forms = (False, True) if surname is None else (surname,)
        keys = [(kind, simple(words), form) for kind in kinds for form in forms]
        found = {iri for key in keys for iri in self._known_names.get(key, ())}
        return found | (relations_of(words, self._ontology) if Kind.RELATION in kinds and not surname else set())

    @cached_property
    def _known_names(self) -> dict[tuple[Kind, str, bool], set[str]]:
        """What the ontology gives a name to, by kind, name and whether it is a surname."""
        found: dict[tuple[Kind, str, bool], set[str]] = defaultdict(set)
        for kind in ENDS:
            for name, iri, surname in self._given([kind]):
                found[kind, simple(name), surname].add(iri)
        return found

    def _given(self, kinds: Collection[Kind]) -> Iterator[tuple[str, str, bool]]:
        """The names that the ontology gives, with what they are given to, and whether they are surnames."""
        if Kind.ACTOR in kinds:
            for iri, entry in self._ontology.actors.items():
                yield from ((name.text, iri, name.form is NameForm.SURNAME) for name in entry.names)
        if Kind.ISSUE in kinds:
            yield from ((name, iri, False) for iri, issue in self._ontology.issues.items() for name in issue.phrases)
        if Kind.RELATION in kinds:
            yield from ((one.relation.label, iri, False) for iri, one in self._ontology.relations.items())

    def _only(self, words: str, found: frozenset[str]) -> frozenset[str]:
        if len(found) > 1:
            listed = ", ".join(map(self._shown, sorted(found)[:_LISTED]))
            raise UnknownNameError(f"{words}: may be {listed}; one of them was expected")
        return found

    @cached_property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """What the graph labels, with its label, each once: Oxigraph finds them far faster than Python could in each graph."""
        found: set[tuple[str, str]] = set()
        for name in _LABELS:
            answer = self._store.query(_LABELLED % f"<{term(name)}>")
            if isinstance(answer, pyoxigraph.QuerySolutions):
                rows = ((row["one"], row["label"]) for row in answer)
                found |= {(one.value, it.value) for one, it in rows if isinstance(one, NamedNode) and isinstance(it, Literal)}
        return tuple(sorted(found))

    def _shown(self, iri: str) -> str:
        return f"{self._label(iri)} ({prefixed(iri)})"

    def _label(self, iri: str) -> str:
        quads = (quad for name in _LABELS[:2] for quad in self._store.quads_for_pattern(NamedNode(iri), named(name), None, None))
        own = min((quad.object.value for quad in quads if isinstance(quad.object, Literal)), default="")
        return own or next((name for name, of, _ in self._given(tuple(Kind)) if of == iri), prefixed(iri))

    def _is_there(self, iri: str, kinds: Collection[Kind]) -> bool:
        node = NamedNode(iri)
        return any(any(self._store.quads_for_pattern(node, named("rdf:type"), kind, None)) for one in kinds for kind in one.classes)


def _words_of(words: str) -> str:
    """The words that a prefixed name or an IRI is made of."""
    prefix, colon, _ = words.partition(":")
    return re.sub(r"[-_]", " ", local_name(words.strip("<>").partition(":")[2])) if colon and " " not in prefix else words
