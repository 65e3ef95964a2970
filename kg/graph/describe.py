"""Actors, issues, relation types and likelihoods -> the triples that describe them in each graph that speaks of them."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.terms import decimal, integer, named, text
from kg.model import Actor, Issue, Likelihood, Relation
from kg.ontology import Ontology

__all__ = ["Value", "background", "entity", "facts", "likelihood", "relation"]

Value = NamedNode | Literal | None


def facts(subject: NamedNode, values: Iterable[tuple[str, Value]]) -> Iterator[Triple]:
    """One triple for each value that is there.

    Args:
        subject: What the triples are about.
        values: Prefixed names of properties with their values; None is left out.

    Returns:
        The triples.
    """
    return (Triple(subject, named(name), value) for name, value in values if value is not None)


def entity(value: Actor | Issue) -> Iterator[Triple]:
    """What a claim knows of an actor or an issue."""
    if isinstance(value, Issue):
        return facts(NamedNode(value.iri), [("rdf:type", named("kg:Issue")), ("skos:prefLabel", text(value.label, "en"))])
    return facts(
        NamedNode(value.iri),
        [
            ("rdf:type", named(f"kg:{value.kind}")),
            ("rdfs:label", text(value.label, "en")),
            ("kg:country", NamedNode(value.country) if value.country else None),
            ("kg:known", None if value.known else Literal("false", datatype=named("xsd:boolean"))),
        ],
    )


def relation(value: Relation) -> Iterator[Triple]:
    """What a claim knows of its relation type."""
    return facts(
        NamedNode(value.iri),
        [
            ("rdf:type", named("kg:Relation")),
            ("rdf:type", named("owl:SymmetricProperty") if value.symmetric else None),
            ("skos:prefLabel", text(value.label, "en")),
            ("kg:group", named(f"kg:{value.group}")),
            ("kg:sign", integer(value.sign)),
            ("kg:issueSign", None if value.issue_sign is None else integer(value.issue_sign)),
            ("kg:plover", text(value.plover) if value.plover else None),
            *(("kg:contrary", NamedNode(other)) for other in value.contrary),
        ],
    )


def likelihood(value: Likelihood) -> Iterator[Triple]:
    """A term of estimative probability with its band."""
    return facts(
        NamedNode(value.iri),
        [
            ("rdf:type", named("kg:Likelihood")),
            ("skos:prefLabel", text(value.label, "en")),
            ("kg:low", decimal(value.low)),
            ("kg:high", decimal(value.high)),
        ],
    )


def background(triples: Iterable[Triple], ontology: Ontology) -> Iterator[Triple]:
    """What the ontology adds to the actors, issues and relation types that a document speaks of.

    So a graph answers `?issue skos:broader* issue:arms-control` and can be joined with Wikidata without the ontology beside it.

    Args:
        triples: The triples of a document.
        ontology: Where its terms come from.

    Yields:
        `skos:exactMatch` of actors; `skos:broader` of issues and relation types up to the top, with what is broader described.
    """
    kind = named("rdf:type")
    for iri in sorted({t.subject.value for t in triples if t.predicate == kind and isinstance(t.subject, NamedNode)}):
        if iri in ontology.actors:
            yield from (Triple(NamedNode(iri), named("skos:exactMatch"), NamedNode(m)) for m in ontology.actors[iri].same_as)
        yield from _ancestors(iri, ontology)


def _ancestors(iri: str, ontology: Ontology) -> Iterator[Triple]:
    # The reader of the ontology refuses cycles, so the way up ends.
    while parent := _broader(iri, ontology):
        yield Triple(NamedNode(iri), named("skos:broader"), NamedNode(parent))
        if parent in ontology.issues:
            yield from entity(ontology.issues[parent].issue)
        else:
            yield from relation(ontology.relations[parent].relation)
        iri = parent


def _broader(iri: str, ontology: Ontology) -> str:
    if iri in ontology.issues:
        return ontology.issues[iri].broader
    return ontology.relations[iri].broader if iri in ontology.relations else ""
