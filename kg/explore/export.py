"""A graph and its claims -> a file for other tools."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import tostring  # writes only

import networkx as nx
import pyoxigraph
from networkx.readwrite.gexf import GEXFWriter
from pyoxigraph import RdfFormat

from kg.errors import OutputError
from kg.explore.network import ATTRIBUTES, attributes, bundles, network, nodes
from kg.graph.annotation import annotated
from kg.graph.output import whole_file
from kg.graph.serialise import trig, turtle
from kg.graph.union import is_measured, placed, statements
from kg.model import Claim
from kg.ontology import PREFIXES
from kg.ontology.literals import unwritable

__all__ = ["EvidenceForm", "ExportFormat", "export", "format_of", "with_evidence"]


class ExportFormat(StrEnum):
    """What a graph can be exported to: RDF with all that the graph holds, or networks and tables of its claims."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


class EvidenceForm(StrEnum):
    """How RDF shows where a claim is written: as quotes of kg alone, or as annotations of the Web Annotation model, too."""

    QUOTES = "quotes"
    ANNOTATIONS = "oa"


_SUFFIXES = {
    ".ttl": ExportFormat.TURTLE,
    ".trig": ExportFormat.TRIG,
    ".nq": ExportFormat.NQUADS,
    ".jsonld": ExportFormat.JSONLD,
    ".rdf": ExportFormat.RDFXML,
    ".graphml": ExportFormat.GRAPHML,
    ".gexf": ExportFormat.GEXF,
    ".csv": ExportFormat.CSV,
}
_NAMED = re.compile(r"[^\W\d][\w.-]*\Z")  # what an IRI ends in that XML can write as the name of an element
_READABLE = {ExportFormat.TURTLE: turtle, ExportFormat.TRIG: trig}
_RDF = {
    ExportFormat.NQUADS: RdfFormat.N_QUADS,
    ExportFormat.JSONLD: RdfFormat.JSON_LD,
    ExportFormat.RDFXML: RdfFormat.RDF_XML,
}


def format_of(path: Path) -> ExportFormat:
    """The format that the name of a file asks for; a folder means CSV.

    Args:
        path: Where to export to.

    Returns:
        The format.

    Raises:
        OutputError: The suffix belongs to no format.

    >>> format_of(Path("affairs.gexf")).value
    'gexf'
    """
    if path.is_dir():
        return ExportFormat.CSV
    if path.suffix.lower() not in _SUFFIXES:
        raise OutputError(f"{path}: no format is known by this name, one of {', '.join(_SUFFIXES)} was expected")
    return _SUFFIXES[path.suffix.lower()]


def with_evidence(store: pyoxigraph.Store, evidence: str, form: ExportFormat) -> pyoxigraph.Store:
    """A graph with its evidence in the form that is asked for.

    Args:
        store: The graph.
        evidence: A value of `EvidenceForm`.
        form: The format that it will be written in.

    Returns:
        The graph itself, or one in memory with more statements.

    Raises:
        OutputError: There is no such form, or the format cannot hold it.

    >>> len(with_evidence(pyoxigraph.Store(), "oa", ExportFormat.TURTLE))
    0
    """
    if evidence not in set(EvidenceForm):
        raise OutputError(f"{evidence}: no form of evidence is known by this name, one of {', '.join(EvidenceForm)} was expected")
    if evidence == EvidenceForm.QUOTES:
        return store
    if form not in _READABLE and form not in _RDF:
        expected = "one of .ttl .trig .nq .jsonld .rdf was expected"
        raise OutputError(f"evidence as {evidence} is RDF, which {form} cannot hold, {expected}")
    return annotated(store)


def export(store: pyoxigraph.Store, claims: Iterable[Claim], form: ExportFormat, path: Path) -> tuple[Path, ...]:
    """Write a graph for other tools.

    Turtle and RDF/XML hold the union of all documents; TriG, N-Quads and JSON-LD keep one named graph for each. GraphML, GEXF and
    CSV hold the network of claims: actors, issues, and bundles of claims between them.

    Args:
        store: The graph, for the formats of RDF.
        claims: Its claims, for the other formats.
        form: The format.
        path: The file to write. CSV is two files, `nodes.csv` and `edges.csv`: in `path` if that is a folder or has no suffix, else
            beside it.

    Returns:
        The files that were written; the same graph gives the same bytes.

    Raises:
        OutputError: A file cannot be written.
    """
    if form in _READABLE:
        _READABLE[form](store, path)
        return (path,)
    if form is ExportFormat.CSV:
        return _tables(list(claims), path.parent if path.suffix and not path.is_dir() else path)
    with whole_file(path) as file:
        if form in _RDF:
            _rdf(store, _RDF[form], file)
        else:
            file.write(_WRITERS[form](network(claims)))
    return (path,)


def _rdf(store: pyoxigraph.Store, form: RdfFormat, file: IO[bytes]) -> None:
    held = [quad for quad in statements(store) if not is_measured(quad.subject)]
    if not form.supports_datasets:
        held = list(set(placed(held)))
    held.sort(key=str)
    if form == RdfFormat.RDF_XML:
        _check_xml(held)
    written = held if form.supports_datasets else [quad.triple for quad in held]
    content = pyoxigraph.serialize(written, None, form, prefixes=dict(sorted(PREFIXES.items()))) or b""
    if form == RdfFormat.RDF_XML:
        content = content.replace(b"\r", b"&#13;")  # XML 1.0, section 2.11: a bare one would be read as a line feed
    file.write(content)


def _check_xml(statements: Iterable[pyoxigraph.Quad]) -> None:
    """XML 1.0 has no way at all to write most control characters, and an element needs a name."""
    for one in statements:
        if isinstance(one.object, pyoxigraph.Literal) and (character := unwritable(one.object.value)):
            raise OutputError(f"{one.subject}: has the character {character}, which RDF/XML cannot hold; .ttl was expected")
        if not _NAMED.search(one.predicate.value):
            raise OutputError(f"{one.predicate}: ends in no name, RDF/XML cannot hold such a property; .ttl was expected")


def _graphml(graph: "nx.MultiDiGraph[str]") -> bytes:
    file = BytesIO()
    nx.write_graphml_xml(graph, file)
    return file.getvalue() + b"\n"


def _gexf(graph: "nx.MultiDiGraph[str]") -> bytes:
    writer = GEXFWriter(graph, version="1.2draft")
    writer.indent(writer.xml)
    for meta in writer.xml.findall("meta"):
        del meta.attrib["lastmodifieddate"]  # the clock would give other bytes every day
    text: str = tostring(writer.xml, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n{text}".encode()


_WRITERS: dict[ExportFormat, Callable[["nx.MultiDiGraph[str]"], bytes]] = {
    ExportFormat.GRAPHML: _graphml,
    ExportFormat.GEXF: _gexf,
}


def _tables(claims: Sequence[Claim], folder: Path) -> tuple[Path, ...]:
    columns = ["subject", "object", *ATTRIBUTES]
    edges = [[bundle.subject.iri, bundle.object.iri, *attributes(bundle).values()] for bundle in bundles(claims)]
    paths = folder / "nodes.csv", folder / "edges.csv"
    with whole_file(paths[0]) as first, whole_file(paths[1]) as second:
        first.write(_csv(["id", "label", "kind"], [[node.id, node.label, node.kind] for node in nodes(claims)]))
        second.write(_csv(columns, edges))
    return paths


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode()
