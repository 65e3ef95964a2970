"""A graph -> what people should look at, the most doubtful first; and the words by which they name actors and claims -> IRIs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import pyoxigraph
from pyoxigraph import NamedNode

from kg.errors import GraphError
from kg.explore.lookup import Kind, Names
from kg.explore.names import prefixed, printable
from kg.graph.claims import claims
from kg.graph.curation import Decision, Verdict
from kg.graph.decide import effects, idle, node, resolved
from kg.graph.merge import doubtful, recorded
from kg.graph.merge.merge import Merge
from kg.graph.merge.spelling import plain
from kg.graph.terms import named
from kg.model import Actor, Argument, Claim
from kg.ontology import PREFIXES, Ontology, local_name

__all__ = ["Proposal", "checked", "decisions_text", "iri_of", "proposals", "proposals_text", "to_records"]

_LOW = 0.75  # claims of a lower confidence are proposed
_SURE = 1.0
_SHORTEST = 4  # digits of a claim's id that may stand for it


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to decide.

    Attributes:
        doubt: How far it is from certain, from 0 to 1.
        what: The two actors, or the claim, in words.
        now: What the program made of it.
        score: How sure it is.
        reason: Why.
        quotes: A sentence of each actor, or that of the claim.
        commands: What to call to decide it one way or the other.
    """

    doubt: float
    what: str
    now: str
    score: float
    reason: str
    quotes: tuple[str, ...]
    commands: tuple[str, ...]


def proposals(store: pyoxigraph.Store, decided: Iterable[Decision] = ()) -> list[Proposal]:
    """What is worth looking at: pairs that were merged or nearly merged without certainty, and claims of low confidence.

    Args:
        store: A graph.
        decided: What has been decided already, which is left out.

    Returns:
        The proposals, the most doubtful first.

    Raises:
        GraphError: A claim, merge or doubt lacks a part.

    >>> proposals(pyoxigraph.Store())
    []
    """
    known = list(claims(store))
    quotes = _quotes(known)
    done = {frozenset(decision.of) for decision in decided}
    found = [
        _pair(merge, quotes, merged=merged)
        for some, merged in ((recorded(store), True), (doubtful(store), False))
        for merge in some
        if merge.score < _SURE and frozenset({merge.alias, merge.actor}) not in done
    ]
    found += [
        _claim(claim)
        for claim in known
        if claim.confidence < _LOW and not claim.confirmed and frozenset({f"{PREFIXES['claim']}{claim.id}"}) not in done
    ]
    return sorted(found, key=lambda one: (-one.doubt, one.what, one.commands))


def proposals_text(found: Sequence[Proposal], *, most: int) -> str:
    """Proposals as lines for a terminal; the number of those that are left out stands at the end."""
    lines: list[str] = []
    for one in found[:most]:
        lines += [f"{one.what} ({one.now}, {one.score:g}: {one.reason})"]
        lines += [f'  "{quote}"' for quote in one.quotes]
        lines += [f"  kg curate {command}" for command in one.commands]
    lines += [f"and {len(found) - most} more: --top shows them"] if len(found) > most else []
    return "".join(f"{printable(line)}\n" for line in lines)


def decisions_text(store: pyoxigraph.Store, decided: Sequence[Decision]) -> str:
    """Decisions by their numbers, each with what it is about, or with why it has no effect.

    Args:
        store: A graph that was built with them.
        decided: The decisions, the oldest first.

    Returns:
        Lines for a terminal.
    """
    done, without = effects(store), idle(store, decided)
    lines = []
    for number, decision in enumerate(decided, start=1):
        about = f"no effect: {without[decision]}" if decision in without else done[node(decision)]
        lines += [f"{number}. {decision}", f"   {about}"]
    return "".join(f"{printable(line)}\n" for line in lines)


def iri_of(store: pyoxigraph.Store, words: str, ontology: Ontology, *, claim: bool = False) -> str:
    """Whom or what words mean.

    Args:
        store: A graph.
        words: Any name of an actor (see `Names.find`); of a claim its id or the beginning of it.
        ontology: The names of actors beside those that the graph has.
        claim: Whether a claim is meant.

    Returns:
        The IRI.

    Raises:
        GraphError: No claim of the graph has this id, or several begin so; or several actors have the same name.
        UnknownNameError: Nobody in the graph has this name.
    """
    found = sorted(_meant_claims(store, words) if claim else _meant_actors(store, words, ontology))
    expected = "the id of a claim" if claim else "an actor"
    if not found:
        raise GraphError(f"{words}: not in the graph, {expected} of it was expected")
    if len(found) > 1:
        raise GraphError(f"{words}: may be {', '.join(map(prefixed, found))}, {expected} was expected")
    return found[0]


def checked(store: pyoxigraph.Store, decisions: Iterable[Decision], before: Iterable[Decision] = ()) -> None:
    """Make sure that decisions are about what is there.

    Args:
        store: A graph.
        decisions: Decisions that were taken elsewhere.
        before: Those that the graph was built with: what they hid or rejected may be named, too.

    Raises:
        GraphError: One names something that is not in the graph; the message says file and line.
    """
    gone = {iri for decision in before for iri in decision.of}
    for decision in decisions:
        for iri in decision.of:
            if iri not in gone and not _is_there(store, iri):
                kind = "a claim" if decision.verdict in {Verdict.CONFIRM, Verdict.REJECT} else "an actor"
                raise GraphError(f"{decision.place}: {prefixed(iri)} is not in the graph, {kind} of it was expected")


def _is_there(store: pyoxigraph.Store, iri: str) -> bool:
    return iri in resolved(store) or any(store.quads_for_pattern(NamedNode(iri), named("rdf:type"), None, None))


def _meant_actors(store: pyoxigraph.Store, words: str, ontology: Ontology) -> frozenset[str]:
    """Actors by any name; one that was merged into another by its own IRI, since it may be split again."""
    given = words.strip().removeprefix("<").removesuffix(">")
    merged = frozenset(
        merge.alias for merge in recorded(store) if given in (merge.alias, prefixed(merge.alias), local_name(merge.alias))
    )
    return merged or Names(store, ontology).meant(words, [Kind.ACTOR])


def _meant_claims(store: pyoxigraph.Store, words: str) -> set[str]:
    wanted = local_name(words.removeprefix("claim:"))
    quads = store.quads_for_pattern(None, named("rdf:type"), named("kg:Claim"), None)
    there = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    every = there | {iri for iri in resolved(store) if iri.startswith(PREFIXES["claim"])}
    exact = {iri for iri in every if local_name(iri) == wanted}
    return exact or {iri for iri in every if len(wanted) >= _SHORTEST and local_name(iri).startswith(wanted)}


def _quotes(known: Iterable[Claim]) -> dict[str, dict[str, str]]:
    """A sentence for each of the words that name an actor, by its IRI."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in known:
        for argument in (claim.subject, claim.object):
            if isinstance(argument.entity, Actor):
                found[argument.entity.iri].setdefault(plain(_surface(argument, claim)), claim.evidence.quote)
    return found


def _surface(argument: Argument, claim: Claim) -> str:
    start = claim.evidence.sentence.start
    return claim.evidence.quote[max(0, argument.span.start - start) : max(0, argument.span.end - start)]


def _pair(merge: Merge, quotes: Mapping[str, Mapping[str, str]], *, merged: bool) -> Proposal:
    some = quotes.get(merge.actor, {})
    others = some if merged else quotes.get(merge.alias, {})
    alias, actor = prefixed(merge.alias), prefixed(merge.actor)
    words = plain(local_name(merge.alias).split(".")[0])
    shown = (others.get(words) or _any(others), some.get(plain(local_name(merge.actor))) or _any(some))
    return Proposal(
        doubt=_doubt(merge.score),
        what=f"{alias} is {actor}?",
        now="merged" if merged else "two",
        score=merge.score,
        reason=merge.reason,
        quotes=tuple(dict.fromkeys(filter(None, shown))),
        commands=(f"merge {alias} {actor}", f"split {alias} {actor}"),
    )


def _any(quotes: Mapping[str, str]) -> str:
    return next(iter(quotes.values()), "")


def _claim(claim: Claim) -> Proposal:
    return Proposal(
        doubt=_doubt(claim.confidence),
        what=str(claim),
        now="claim",
        score=claim.confidence,
        reason=claim.rule,
        quotes=(claim.evidence.quote,),
        commands=(f"confirm {claim.id}", f"reject {claim.id}"),
    )


def _doubt(score: float) -> float:
    """1 where it is as likely as not, 0 where it is certain."""
    return round(1 - abs(2 * score - 1), 6)


def to_records(found: Iterable[Proposal]) -> list[dict[str, object]]:
    """Proposals as plain values, for JSON."""
    return [asdict(one) for one in found]
