"""Subject, relation, object -> the claims of a graph behind them, each with its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from kg.explore.lookup import Kind, Names
from kg.explore.names import inference, printable
from kg.graph.claims import claims_of
from kg.graph.terms import named
from kg.model import Attribution, Claim
from kg.ontology import PREFIXES, Ontology

__all__ = ["explain", "explanation"]

_ANY = "*"
_ENDS = ("rdf:subject", "rdf:object")
# Asked of the store itself, which looks at ten statements in the time in which Python is given one.
_STATING = "SELECT (?claim AS ?found) {{ VALUES ?relation {{ {} }} ?claim rdf:predicate ?relation . {} }}"
_QUOTING = 'SELECT (?quote AS ?found) {{ ?quote kg:exact ?words . FILTER(REGEX(?words, {}, "i")) }}'
_SPECIAL = re.compile(r"([\\.^$|?*+()\[\]{}])")  # what has a meaning in a regular expression


@dataclass(frozen=True, slots=True)
class _End:
    """Who may stand at an end of a claim: IRIs, and the words that name it in a sentence; anybody, where there are no words."""

    iris: frozenset[str]
    words: str


def explain(
    store: pyoxigraph.Store, subject: str | None, relation: str | None, other: str | None, ontology: Ontology
) -> list[Claim]:
    """Find the claims that state a relation.

    Each of the three is any of its names (see `Names.find`), regardless of case; an actor or issue is found, too, by the words that
    name it in the sentence, where the other end, if one is asked for, goes by a name. `None`, an empty word and `*` stand for
    anything. Symmetric relations are found in both directions.

    Args:
        store: Where to look.
        subject: Who does it.
        relation: What is done.
        other: To whom, or about what.
        ontology: The names of actors, issues and relation types beside those that the graph has.

    Returns:
        The claims, in the order of their documents and sentences.

    Raises:
        UnknownNameError: A name calls nothing in the graph, or several.
        GraphError: A claim lacks a part, or a part is malformed.

    >>> from kg.ontology import load
    >>> explain(pyoxigraph.Store(), "*", None, "", load())
    []
    """
    names = Names(store, ontology)
    ends = (_end(names, subject), _end(names, other))
    relations = _relations(names, relation)
    looks = _Look(store, *ends)
    found = claims_of(store, filter(looks.fits, _candidates(store, relations, ends)))
    missing = next((end.words for end in ends if end.words and not end.iris), "")
    if missing and not found:
        raise names.unknown(missing)
    return found


def explanation(claim: Claim) -> str:
    """The claim, its quote with the words that express it marked, and where it comes from: lines of text for a terminal."""
    speakers = [_speaker(attribution) for attribution in claim.attribution]
    lines = [
        str(claim),
        f'  "{_marked(claim)}"',
        f"  {claim.source}, characters {claim.evidence.sentence.start}-{claim.evidence.sentence.end}",
        *(f"  also in {copy.source}, characters {copy.sentence.start}-{copy.sentence.end}" for copy in claim.copies),
    ]
    lines += [f"  confirmed by {claim.confirmed}"] if claim.confirmed else []
    lines += [f"  according to {' < '.join(reversed(speakers))}"] if speakers else []
    lines += [f"  issues: {', '.join(_issues(claim))}"] if claim.issues else []
    lines += (
        [f"  likelihood: {claim.likelihood.label} ({claim.likelihood.low:.0%}-{claim.likelihood.high:.0%})"]
        if claim.likelihood
        else []
    )
    lines += [f"  time: {claim.time.text}"] if claim.time else []
    return "".join(f"{printable(line)}\n" for line in lines)


def _issues(claim: Claim) -> list[str]:
    """The issues that the clause names, then those that are only inferred, with what from."""
    ordered = sorted(claim.issues, key=lambda issue: bool(issue.reason))
    return [f"{issue.entity.label} ({inference(issue)})" if issue.reason else issue.entity.label for issue in ordered]


def _end(names: Names, word: str | None) -> _End:
    words = _asked(word)
    return _End(names.find(words) if words else frozenset(), words)


def _relations(names: Names, word: str | None) -> frozenset[str]:
    """The relation types that are wanted; none for all."""
    words = _asked(word)
    return names.meant(words, [Kind.RELATION]) if words else frozenset()


def _asked(word: str | None) -> str:
    words = (word or "").strip()
    return "" if words == _ANY else words


def _candidates(store: pyoxigraph.Store, relations: frozenset[str], ends: Sequence[_End]) -> set[NamedNode]:
    """The claims that may be wanted: those of the relations with ends that are who is wanted, or may be called by the words.

    To find words in sentences takes as long as there are sentences; where a relation and a name leave few claims, it is not done.
    """
    asked = [end for end in ends if end.words]
    if relations and (not asked or (len(asked) > 1 and any(end.iris for end in asked))):
        return _stating(store, relations, {iri for end in asked for iri in end.iris})
    parts = [_naming(store, end.iris) | _quoting(store, end.words) for end in asked]
    parts += [_stating(store, relations, ())] if relations else []
    return set.intersection(*parts) if parts else set(_subjects(store, named("rdf:type"), named("kg:Claim")))


def _stating(store: pyoxigraph.Store, relations: Iterable[str], ends: Iterable[str]) -> set[NamedNode]:
    """The claims of some relations, with one of some ends; without any, all."""
    listed = " ".join(str(NamedNode(iri)) for iri in ends)
    either = f"VALUES ?end {{ {listed} }} ?claim rdf:subject|rdf:object ?end" if listed else ""
    return _found(store, _STATING.format(" ".join(str(NamedNode(iri)) for iri in relations), either))


def _naming(store: pyoxigraph.Store, ends: Iterable[str]) -> set[NamedNode]:
    """The claims with one of some ends."""
    return {claim for iri in ends for role in _ENDS for claim in _subjects(store, named(role), NamedNode(iri))}


def _quoting(store: pyoxigraph.Store, words: str) -> set[NamedNode]:
    """The claims whose sentence has words, and not only as a part of others."""
    whole = _SPECIAL.sub(r"\\\1", words)
    quotes = _found(store, _QUOTING.format(Literal(rf"(^|\W){whole}(\W|$)")))
    return {claim for quote in quotes for claim in _subjects(store, named("kg:evidence"), quote)}


def _found(store: pyoxigraph.Store, sparql: str) -> set[NamedNode]:
    answer = store.query(sparql, prefixes=PREFIXES)
    rows = (row["found"] for row in answer) if isinstance(answer, pyoxigraph.QuerySolutions) else ()
    return {node for node in rows if isinstance(node, NamedNode)}


def _subjects(store: pyoxigraph.Store, predicate: NamedNode, value: NamedNode) -> Iterator[NamedNode]:
    subjects = (quad.subject for quad in store.quads_for_pattern(None, predicate, value, None))
    return (subject for subject in subjects if isinstance(subject, NamedNode))


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at the ends of a claim, which is far cheaper than to read all of it."""

    store: pyoxigraph.Store
    subject: _End
    other: _End

    def fits(self, node: NamedNode) -> bool:
        """Whether a claim has the ends that are wanted, in either order where its relation is symmetric."""
        claim = node.value
        if self._is(claim, "subject", self.subject) and self._is(claim, "object", self.other):
            return True
        both = self._is_symmetric(claim) and self._is(claim, "object", self.subject)
        return both and self._is(claim, "subject", self.other)

    def _is(self, claim: str, role: str, end: _End) -> bool:
        return not end.words or self._value(claim, f"rdf:{role}") in end.iris or self._is_called(claim, role, end.words.casefold())

    def _is_called(self, claim: str, role: str, words: str) -> bool:
        """Whether words name an end in its sentence; they do not where it is a pronoun, or comes from elsewhere."""
        quote = self._value(claim, "kg:principal") or self._value(claim, "kg:evidence")
        sentence = self._value(quote, "kg:exact")
        if words not in sentence.casefold() or self._value(claim, f"kg:{role}Reason"):
            return False
        places = (self._value(quote, "kg:start"), *(self._value(claim, f"kg:{role}{side}") for side in ("Start", "End")))
        if not all(place.isdecimal() for place in places):
            return False
        offset, start, end = map(int, places)
        return offset <= start and sentence[start - offset : end - offset].casefold() == words

    def _value(self, iri: str, name: str) -> str:
        """The first value of a property, in the order in which it is read elsewhere; empty where there is none."""
        quads = self.store.quads_for_pattern(NamedNode(iri), named(name), None, None) if iri else ()
        return min((quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal)), default="")

    def _is_symmetric(self, claim: str) -> bool:
        kind = (named("rdf:type"), named("owl:SymmetricProperty"))
        return any(self.store.quads_for_pattern(NamedNode(self._value(claim, "rdf:predicate")), *kind, None))


def _marked(claim: Claim) -> str:
    """The quote with its trigger between guillemets."""
    evidence = claim.evidence
    start, end = evidence.trigger.start - evidence.sentence.start, evidence.trigger.end - evidence.sentence.start
    quote = evidence.quote
    if not 0 <= start < end <= len(quote):
        return quote
    return f"{quote[:start]}«{quote[start:end]}»{quote[end:]}"


def _speaker(attribution: Attribution) -> str:
    label = attribution.speaker.entity.label if attribution.speaker else "an unnamed source"
    return f"{label} (inferred: nobody else speaks in between)" if attribution.inferred else label
