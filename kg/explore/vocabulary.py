"""The ontology -> one file for other tools, in which each term says what it is and where it is defined."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.errors import OutputError
from kg.explore.export import ExportFormat, export, format_of
from kg.graph.store import from_quads
from kg.graph.terms import named, text
from kg.ontology import BASE, PREFIXES, folders, local_name, read_triples

__all__ = ["export_ontology", "published"]

_RDF = frozenset({ExportFormat.TURTLE, ExportFormat.TRIG, ExportFormat.NQUADS, ExportFormat.JSONLD, ExportFormat.RDFXML})
_NAMES = ("rdfs:label", "skos:prefLabel")
_PHRASES = ("skos:hiddenLabel", "skos:altLabel", "skos:prefLabel")
_PLENTY = 3  # phrases that are example enough
_SCHEMES = ("plover", "cameo")
_RANGES = {frozenset({"Issue"}): "kg:Issue", frozenset({"Actor", "Issue"}): "kg:Referent"}

About = dict[NamedNode, set[NamedNode | Literal]]


def export_ontology(path: Path, extra: Path | None = None) -> None:
    """Write everything that kg knows as one file of RDF.

    Args:
        path: The file: .ttl, .trig, .nq, .jsonld or .rdf.
        extra: A folder of Turtle that adds to the ontology.

    Raises:
        OutputError: The suffix belongs to no format of RDF, or the file cannot be written.
        OntologyError: A folder has no Turtle file, or one of them is malformed.
    """
    form = format_of(path)
    if form not in _RDF:
        raise OutputError(f"{path}: an ontology is RDF, one of .ttl .trig .nq .jsonld .rdf was expected")
    export(published(extra), (), form, path)


def published(extra: Path | None = None) -> Store:
    """Everything that kg knows: what stands in the folders, and what follows from it for each term.

    That is `rdfs:isDefinedBy` for all, a label for what has no name, examples of issues and likelihoods, and of relation types the
    domain, the range and the events of PLOVER and CAMEO that they belong to.

    Args:
        extra: A folder of Turtle that adds to the ontology.

    Returns:
        The statements, in memory.

    Raises:
        OntologyError: A folder has no Turtle file, or one of them is malformed.
    """
    triples = read_triples(folders(extra))
    terms: dict[NamedNode, About] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            terms[triple.subject][triple.predicate].add(triple.object)
    own = {term: about for term, about in terms.items() if term.value.startswith(BASE)}
    more = {triple for term, about in own.items() for triple in _more(term, about)}
    return from_quads(Quad(triple.subject, triple.predicate, triple.object) for triple in triples | more)


def _more(term: NamedNode, about: About) -> Iterator[Triple]:
    ontology = NamedNode(PREFIXES["kg"])
    kinds = about[named("rdf:type")]
    if term != ontology:
        yield Triple(term, named("rdfs:isDefinedBy"), ontology)
    if not any(about[named(name)] for name in _NAMES):
        yield Triple(term, named("rdfs:label"), text(local_name(term.value).replace("-", " "), "en"))
    if kinds & {named("kg:Issue"), named("kg:Likelihood")} and not about[named("skos:example")]:
        yield Triple(term, named("skos:example"), _example(about))
    if named("kg:Relation") in kinds:
        yield from _relation(term, about)


def _example(about: About) -> Literal:
    """The first phrases by which a text shows that it is meant: those that are no name of it, where there are such."""
    phrases = next(filter(None, (sorted(value.value for value in about[named(name)]) for name in _PHRASES)), [])
    return text("; ".join(phrases[:_PLENTY]), "en")


def _relation(term: NamedNode, about: About) -> Iterator[Triple]:
    ranges = frozenset(local_name(value.value) for value in about[named("kg:range")])
    yield Triple(term, named("rdfs:domain"), named("kg:Actor"))
    yield Triple(term, named("rdfs:range"), named(_RANGES.get(ranges, "kg:Actor")))
    match = named("skos:closeMatch" if about[named("skos:topConceptOf")] else "skos:broadMatch")
    for scheme in _SCHEMES:
        yield from (Triple(term, match, named(f"{scheme}:{code.value}")) for code in about[named(f"kg:{scheme}")])
