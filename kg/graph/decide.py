"""A store and decisions -> the store with the decisions put into effect and recorded, and back."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.graph.curation import Decision, Verdict, settled, written
from kg.graph.describe import Value, facts
from kg.graph.duplicate import replaced
from kg.graph.merge import recorded
from kg.graph.node import Node, index, of_class
from kg.graph.removal import remove_actor, remove_claims, value
from kg.graph.terms import date, decimal, named, text
from kg.ontology import PREFIXES

__all__ = ["decide", "effects", "idle", "node", "resolved"]

_GRAPH = "kg:decisions"
_SPEAKER = ("kg:speaker", "kg:speakerStart", "kg:speakerEnd", "kg:speakerReason")


def decide(store: Store, decisions: Sequence[Decision]) -> None:
    """Put decisions about names and claims into effect, and record all that name something of the graph.

    Args:
        store: A writable store, its actors and claims merged, decisions about merging in effect.
        decisions: Those that count, the oldest first.
    """
    now = resolved(store)
    # What they are about is told before anything is taken out.
    told = [(decision, _about(store, decision, now)) for decision in decisions if _is_known(store, decision, now)]
    for decision, about in told:
        _effect(store, decision, [NamedNode(now.get(iri, iri)) for iri in decision.of])
        store.extend(_record(decision, about))


def effects(store: Store) -> dict[str, str]:
    """The decisions that a graph was built with.

    Args:
        store: A graph.

    Returns:
        By the IRI of a decision (see `node`) what it is about, in words: of a claim that was rejected nothing else is left.

    >>> effects(Store())
    {}
    """
    known = index(store.quads_for_pattern(None, None, None, named(_GRAPH)))
    return {iri: Node(known, iri).get("rdfs:label") for iri in of_class(known, "kg:Decision")}


def idle(store: Store, decisions: Iterable[Decision]) -> dict[Decision, str]:
    """The decisions that a graph was built with and that have no effect there.

    Args:
        store: The graph.
        decisions: All decisions, the oldest first.

    Returns:
        Each with why.

    >>> idle(Store(), [Decision(Verdict.HIDE, ("https://example.org/a",))])[Decision(Verdict.HIDE, ("https://example.org/a",))]
    'it names what is not in the graph'
    """
    every, done, now = list(decisions), effects(store), resolved(store)
    count = set(settled(every))
    found: dict[Decision, str] = {}
    for decision in every:
        if decision not in count:
            found[decision] = "a later decision says otherwise"
        elif node(decision) not in done:
            known = _is_known(store, decision, now)
            found[decision] = "a later decision says otherwise" if known else "it names what is not in the graph"
    return found


def node(decision: Decision) -> str:
    """The IRI of a decision."""
    return PREFIXES["decision"] + sha256(written(decision).encode()).hexdigest()[:16]


def resolved(store: Store) -> dict[str, str]:
    """By the IRI of each actor and claim that was merged into another the IRI of that one."""
    return {merge.alias: merge.actor for merge in recorded(store)} | replaced(store)


def _is_known(store: Store, decision: Decision, now: Mapping[str, str]) -> bool:
    """Whether all that a decision names is in the graph, or was before it was merged into something."""
    nodes = (NamedNode(now.get(iri, iri)) for iri in decision.of)
    return all(any(store.quads_for_pattern(node, named("rdf:type"), None, None)) for node in nodes)


def _about(store: Store, decision: Decision, now: Mapping[str, str]) -> str:
    """What a decision is about, in words: names of actors; of a claim what it says and the sentence that says so."""
    return ", ".join(dict.fromkeys(_words(store, NamedNode(now.get(iri, iri))) for iri in decision.of))


def _words(store: Store, node: NamedNode) -> str:
    ends = [value(store, node, name) for name in ("rdf:subject", "rdf:predicate", "rdf:object")]
    if not any(ends):
        return _label(store, node)
    said = " - ".join(_label(store, end) for end in ends if end is not None)
    quote = value(store, node, "kg:principal") or value(store, node, "kg:evidence")
    return f"{said}: {_literal(store, quote, 'kg:exact')}" if quote else said


def _label(store: Store, node: NamedNode) -> str:
    return _literal(store, node, "rdfs:label") or _literal(store, node, "skos:prefLabel")


def _literal(store: Store, node: NamedNode, name: str) -> str:
    found = store.quads_for_pattern(node, named(name), None, None)
    return min((" ".join(quad.object.value.split()) for quad in found if isinstance(quad.object, Literal)), default="")


def _effect(store: Store, decision: Decision, of: Sequence[NamedNode]) -> None:
    if decision.verdict is Verdict.RENAME:
        _rename(store, of[0], decision.label)
    elif decision.verdict is Verdict.HIDE:
        _hide(store, of[0])
    elif decision.verdict is Verdict.CONFIRM:
        _confirm(store, of[0], decision.who)
    elif decision.verdict is Verdict.REJECT:
        remove_claims(store, of)


def _rename(store: Store, actor: NamedNode, label: str) -> None:
    for quad in list(store.quads_for_pattern(actor, named("rdfs:label"), None, None)):
        store.remove(quad)
        store.add(Quad(actor, named("skos:altLabel"), quad.object, quad.graph_name))
        store.add(Quad(actor, quad.predicate, text(label, "en"), quad.graph_name))
        store.remove(Quad(actor, named("skos:altLabel"), text(label, "en"), quad.graph_name))


def _hide(store: Store, actor: NamedNode) -> None:
    """Leave out the claims that an actor is an end of; where it only speaks, the speaker has no name any more."""
    for name in ("rdf:subject", "rdf:object"):
        claims = [quad.subject for quad in store.quads_for_pattern(None, named(name), actor, None)]
        remove_claims(store, [claim for claim in claims if isinstance(claim, NamedNode)])
    for said in list(store.quads_for_pattern(None, named("kg:speaker"), actor, None)):
        for name in _SPEAKER:
            for quad in list(store.quads_for_pattern(said.subject, named(name), None, said.graph_name)):
                store.remove(quad)
    remove_actor(store, actor)


def _confirm(store: Store, claim: NamedNode, who: str) -> None:
    for quad in list(store.quads_for_pattern(claim, named("kg:confidence"), None, None)):
        store.remove(quad)
        store.add(Quad(claim, quad.predicate, decimal(1.0), quad.graph_name))
        if who:
            store.add(Quad(claim, named("kg:confirmedBy"), text(who), quad.graph_name))


def _record(decision: Decision, about: str) -> Iterable[Quad]:
    values: list[tuple[str, Value]] = [
        ("rdf:type", named("kg:Decision")),
        ("rdfs:label", text(about, "en")),
        ("kg:verdict", text(decision.verdict.value)),
        *(("kg:decided", NamedNode(iri)) for iri in decision.of),
        ("kg:newName", text(decision.label, "en") if decision.label else None),
        ("dcterms:creator", text(decision.who) if decision.who else None),
        ("dcterms:date", date(decision.when) if decision.when else None),
        ("kg:reason", text(decision.why, "en") if decision.why else None),
    ]
    return (Quad(fact.subject, fact.predicate, fact.object, named(_GRAPH)) for fact in facts(NamedNode(node(decision)), values))
