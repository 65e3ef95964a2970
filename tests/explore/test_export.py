import csv
from io import StringIO
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
import rdflib

from kg.errors import OutputError
from kg.explore.export import ExportFormat, export, format_of
from kg.graph.store import from_quads
from kg.model import Actor, ActorKind
from kg.ontology import term
from tests.explore.builder import CHILE, SANCTIONS, SOME, claim

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
    assert set(pyoxigraph.parse(path=path)) == set(store)


@pytest.mark.parametrize("form", [ExportFormat.TURTLE, ExportFormat.RDFXML])
def test_formats_without_graphs_hold_the_union(form, store, tmp_path):
    (path,) = export(store, [], form, tmp_path / NAMES[form])
    assert {quad.triple for quad in pyoxigraph.parse(path=path)} == {quad.triple for quad in store}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib's own parser still uses what it deprecates
def test_rdflib_reads_json_ld_and_rdf_xml(store, tmp_path):
    (linked,) = export(store, [], ExportFormat.JSONLD, tmp_path / "g.jsonld")
    dataset = rdflib.Dataset()
    dataset.parse(data=linked.read_text(encoding="utf-8"), format="json-ld")
    assert len(list(dataset.quads())) == len(store)
    (xml,) = export(store, [], ExportFormat.RDFXML, tmp_path / "g.rdf")
    norway = rdflib.URIRef(term("actor:norway"))
    assert rdflib.Graph().parse(data=xml.read_text(encoding="utf-8"), format="xml").value(
        norway, rdflib.RDFS.label
    ) == rdflib.Literal("Norway", "en")


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
