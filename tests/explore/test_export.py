import csv
import re
from dataclasses import replace
from difflib import ndiff
from io import StringIO
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from lxml import etree

from kg.errors import OutputError
from kg.explore.export import ExportFormat, export, format_of
from kg.explore.network import ATTRIBUTES, network
from kg.graph.store import from_quads, load_file
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.graph.union import statements
from kg.model import Actor, ActorKind
from kg.ontology import term
from tests.explore.builder import CHILE, SANCTIONS, SOME, claim
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, HEDGED, PLAIN

NAMES = {
    ExportFormat.TURTLE: "g.ttl",
    ExportFormat.TRIG: "g.trig",
    ExportFormat.NQUADS: "g.nq",
    ExportFormat.JSONLD: "g.jsonld",
    ExportFormat.RDFXML: "g.rdf",
    ExportFormat.GRAPHML: "g.graphml",
    ExportFormat.GEXF: "g.gexf",
    ExportFormat.CSV: "g.csv",
}


@pytest.mark.parametrize("form", ExportFormat)
def test_the_same_graph_gives_the_same_bytes(form, store, tmp_path, monkeypatch):
    first = export(store, SOME, form, tmp_path / "first" / NAMES[form])
    monkeypatch.setattr("time.strftime", lambda *_: "2001-02-03")
    again = from_quads(sorted(store, key=str, reverse=True))
    second = export(again, reversed(SOME), form, tmp_path / "second" / NAMES[form])
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert sorted(tmp_path.glob("*/*")) == sorted((*first, *second))


@pytest.mark.parametrize("form", [ExportFormat.TRIG, ExportFormat.NQUADS, ExportFormat.JSONLD])
def test_formats_with_graphs_hold_everything(form, store, tmp_path):
    (path,) = export(store, [], form, tmp_path / NAMES[form])
    assert set(pyoxigraph.parse(path=path)) == set(statements(store))


@pytest.mark.parametrize("form", [ExportFormat.TURTLE, ExportFormat.RDFXML])
def test_formats_without_graphs_hold_the_union(form, store, tmp_path):
    (path,) = export(store, [], form, tmp_path / NAMES[form])
    assert {quad.triple for quad in pyoxigraph.parse(path=path)} == {quad.triple for quad in store}


def plain(term):
    """A term as both libraries understand it: value, language, datatype."""
    if isinstance(term, rdflib.Literal):
        return (str(term), (term.language or "").lower(), str(term.datatype or "") if not term.language else "")
    if isinstance(term, pyoxigraph.Literal):
        typed = "" if term.language or term.datatype == named("xsd:string") else term.datatype.value
        return (term.value, term.language or "", typed)
    return str(term) if isinstance(term, rdflib.URIRef) else term.value


def triples(found):
    return {tuple(map(plain, triple)) for triple in found}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib's own parser still uses what it deprecates
@pytest.mark.parametrize("form", [form for form in ExportFormat if form not in {"graphml", "gexf", "csv"}])
@given(corpus=strategies.corpora())
def test_rdflib_and_pyoxigraph_read_the_same_graph_back(form, corpus, tmp_path_factory):
    store = from_quads(quad for document, claims in corpus for quad in quads(document, claims))
    values = "".join(quad.object.value for quad in store if isinstance(quad.object, pyoxigraph.Literal))
    if form is ExportFormat.RDFXML and re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", values):
        return  # that is an error
    (path,) = export(store, [], form, tmp_path_factory.mktemp("back") / NAMES[form])
    wanted = triples(quad.triple for quad in store)
    union = rdflib.Dataset(default_union=True)
    union.parse(data=path.read_bytes(), format={"jsonld": "json-ld", "rdfxml": "xml"}.get(form, form))
    assert triples(union.triples((None, None, None))) == wanted
    assert triples(quad.triple for quad in load_file(path)) == wanted
    if form in {ExportFormat.TRIG, ExportFormat.NQUADS, ExportFormat.JSONLD}:
        graphs = {str(graph.identifier): triples(graph) for graph in union.graphs() if len(graph)}
        assert graphs == {
            name.value: triples(q.triple for q in store.quads_for_pattern(None, None, None, name)) for name in store.named_graphs()
        }


@pytest.mark.parametrize("character", "\x00\x01\x0c\x1f\ufffe")
def test_what_xml_cannot_hold_is_one_error_and_no_file(character, tmp_path):
    store = from_quads(quads(replace(DOCUMENT, title=f"a{character}b"), []))
    with pytest.raises(
        OutputError, match=rf"0123456789abcdef>: has the character U\+{ord(character):04X}, which RDF/XML cannot hold; \.ttl"
    ):
        export(store, [], ExportFormat.RDFXML, tmp_path / "g.rdf")
    assert list(tmp_path.iterdir()) == []


def one(predicate, words):
    """A graph of one statement."""
    return from_quads([pyoxigraph.Quad(named("actor:chad"), pyoxigraph.NamedNode(predicate), pyoxigraph.Literal(words))])


@pytest.mark.parametrize("predicate", ["https://w3id.org/kg-affairs/relation/2nd-of", "urn:x:of", "https://a.org/?a=b&c=\u00e9"])
def test_rdf_xml_is_the_same_text_to_a_parser_that_knows_only_xml(predicate, tmp_path):
    words = 'One line\r\nand a\r\tthird, "<&>".\n'
    (path,) = export(one(predicate, words), [], ExportFormat.RDFXML, tmp_path / "g.rdf")
    (found,) = etree.parse(path).getroot()[0]
    assert (found.text, found.tag.replace("{", "").replace("}", "")) == (words, predicate)


@pytest.mark.parametrize("predicate", ["https://a.org/7", "https://a.org/", "urn:x:1-2"])
def test_a_property_that_xml_cannot_name_is_one_error_and_no_file(predicate, tmp_path):
    with pytest.raises(OutputError, match=r"ends in no name, RDF/XML cannot hold such a property; \.ttl was expected"):
        export(one(predicate, "so"), [], ExportFormat.RDFXML, tmp_path / "g.rdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", [ExportFormat.TURTLE, ExportFormat.TRIG])
@given(corpus=strategies.corpora())
def test_what_is_read_back_is_written_as_it_was(form, corpus, tmp_path_factory):
    store = from_quads(quad for document, claims in corpus for quad in quads(document, claims))
    folder = tmp_path_factory.mktemp("again")
    (first,) = export(store, [], form, folder / "a" / NAMES[form])
    (second,) = export(load_file(first), [], form, folder / "b" / NAMES[form])
    assert first.read_bytes() == second.read_bytes()


def test_a_claim_more_adds_lines_to_turtle_and_takes_none_away(tmp_path):
    texts = []
    for number, claims in enumerate(([PLAIN], [PLAIN, HEDGED])):
        (path,) = export(from_quads(quads(DOCUMENT, claims)), [], ExportFormat.TURTLE, tmp_path / f"{number}.ttl")
        texts.append(path.read_text("utf-8").splitlines())
    assert [line for line in ndiff(*texts) if line.startswith("-")] == []
    subjects = [line for line in texts[1] if line.startswith("claim:")]
    assert subjects == sorted(subjects)
    assert "<https://w3id.org/" not in "\n".join(line for line in texts[1] if not line.startswith("@prefix"))


@pytest.mark.parametrize("form", [ExportFormat.GRAPHML, ExportFormat.GEXF])
def test_networks_hold_the_same_nodes_and_edges_when_they_are_read_back(form, store, tmp_path):
    (path,) = export(store, SOME, form, tmp_path / NAMES[form])
    graph = nx.read_graphml(path, force_multigraph=True) if form is ExportFormat.GRAPHML else nx.read_gexf(path)
    wanted = network(SOME)
    names = (*ATTRIBUTES, "weight")
    assert {node: (about["label"], about["kind"]) for node, about in graph.nodes(data=True)} == {
        node: (about["label"], about["kind"]) for node, about in wanted.nodes(data=True)
    }
    edges = [
        sorted((a, b, tuple(about[name] for name in names)) for a, b, about in one.edges(data=True)) for one in (graph, wanted)
    ]
    assert edges[0] == edges[1]


@pytest.mark.parametrize(("form", "read"), [(ExportFormat.GRAPHML, nx.read_graphml), (ExportFormat.GEXF, nx.read_gexf)])
def test_networkx_reads_networks_back(form, read, store, tmp_path):
    (path,) = export(store, SOME, form, tmp_path / NAMES[form])
    graph = read(path, **({"force_multigraph": True} if form is ExportFormat.GRAPHML else {}))
    assert graph.nodes[term("actor:norway")]["label"] == "Norway"
    assert graph.nodes[term("issue:fishing")]["kind"] == "Issue"
    edges = graph.get_edge_data(term("actor:norway"), term("actor:chile")).values()
    (edge,) = [edge for edge in edges if edge["polarity"] == "affirmed"]
    assert {name: edge[name] for name in ("relation", "sign", "factuality", "count", "sources", "issues")} == {
        "relation": term("rel:sanctions"),
        "sign": -1,
        "factuality": "actual",
        "count": 2,
        "sources": "coast.txt; harbour.md",
        "issues": "fishing rights; tariffs",
    }
    assert sorted(edge["likelihood"] for *_, edge in graph.edges(data=True)) == ["", "", "", "", "", "", "likely"]


def test_gexf_has_no_clock(store, tmp_path):
    (path,) = export(store, SOME, ExportFormat.GEXF, tmp_path / "g.gexf")
    assert "lastmodifieddate" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["tables", "tables/any.csv", "."])
def test_csv_is_two_tables(name, store, tmp_path):
    paths = export(store, SOME, ExportFormat.CSV, tmp_path / name)
    assert [path.name for path in paths] == ["nodes.csv", "edges.csv"]
    assert {path.parent for path in paths} == {tmp_path / ("" if name == "." else "tables")}
    nodes, edges = (list(csv.DictReader(StringIO(path.read_text(encoding="utf-8")))) for path in paths)
    assert {edge["subject"] for edge in edges} | {edge["object"] for edge in edges} <= {node["id"] for node in nodes}
    assert sum(int(edge["count"]) for edge in edges) == len(SOME)


def test_hostile_labels_stay_text(store, tmp_path):
    odd = Actor("urn:x:odd", '<script>&"\x00\n', ActorKind.PERSON)
    (path,) = export(store, [claim(odd, SANCTIONS, CHILE)], ExportFormat.GRAPHML, tmp_path / "g.graphml")
    assert nx.read_graphml(path).nodes["urn:x:odd"]["label"] == '<script>&"  '


@pytest.mark.parametrize("form", ExportFormat)
def test_an_empty_graph_can_be_exported(form, tmp_path):
    for path in export(pyoxigraph.Store(), [], form, tmp_path / NAMES[form]):
        assert path.is_file()


@pytest.mark.parametrize("form", ExportFormat)
def test_what_cannot_be_written_is_one_error_and_leaves_nothing(form, store, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="expected"):
        export(store, SOME, form, tmp_path / "file" / NAMES[form])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_name_says_the_format(tmp_path):
    assert [format_of(Path(name)) for name in NAMES.values()] == list(NAMES)
    assert format_of(Path("G.TTL")) is ExportFormat.TURTLE
    assert format_of(tmp_path) is ExportFormat.CSV
    with pytest.raises(OutputError, match=r"g\.xls: no format is known by this name, one of \.ttl, "):
        format_of(Path("g.xls"))
