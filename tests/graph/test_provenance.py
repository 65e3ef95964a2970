"""Who made a graph: what PROV-O says of a run, and that it is of the form that the shapes ask for."""

import pytest
from pyoxigraph import Literal, Quad

from kg.explore.query import query
from kg.graph.provenance import Versions, of_document, of_graph
from kg.graph.serialise import turtle_text
from kg.graph.store import from_quads
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.graph.validate import validate
from kg.ontology import PREFIXES, shipped
from tests.graph.samples import DOCUMENT, PLAIN
from tests.graph.test_vocabulary import DESCRIBED, terms

USED = Versions("0.1.0+1c", "0f2e", "small-model-3.8.0")
SHAPES = shipped() / "shapes.ttl"
# Which version of the program, the ontology and the language model read the document that a claim comes from.
WHO = """
SELECT ?name ?version {
  ?claim a kg:Claim ; prov:wasDerivedFrom ?document .
  ?document prov:wasGeneratedBy/(prov:used|prov:wasAssociatedWith) ?tool .
  ?tool a kg:Tool ; rdfs:label ?name ; owl:versionInfo ?version
} ORDER BY ?name"""


def graph(*more):
    return from_quads([*quads(DOCUMENT, [PLAIN]), *of_document(USED, DOCUMENT.id), *of_graph(USED, [DOCUMENT.id]), *more])


def test_a_claim_leads_to_the_versions_that_read_it():
    rows = [tuple(cell.value for cell in row) for row in query(graph(), WHO).rows]
    assert rows == [("kg", "0.1.0+1c"), ("ontology of kg", "0f2e"), ("small-model", "3.8.0")]


def test_a_run_is_an_activity_and_the_program_an_agent():
    assert query(graph(), "ASK { ?run a kg:Run, prov:Activity ; prov:wasAssociatedWith [ a prov:SoftwareAgent ] }").answer


def test_no_time_is_written_unless_it_is_given():
    assert not query(graph(), "ASK { ?run prov:endedAtTime ?time }").answer
    stamped = graph(*of_graph(USED, [DOCUMENT.id], "2031-05-02T10:00:00Z"))
    assert query(stamped, 'ASK { ?run prov:endedAtTime "2031-05-02T10:00:00Z"^^xsd:dateTime }').answer
    assert validate(stamped, SHAPES) == []


@pytest.mark.parametrize("other", [Versions("0.2.0", "0f2e", "small-model-3.8.0"), Versions("0.1.0+1c", "", "small-model-3.8.0")])
def test_other_versions_are_another_run(other):
    runs = query(graph(*of_graph(other, [DOCUMENT.id])), "SELECT (COUNT(DISTINCT ?run) AS ?count) { ?run a kg:Run }").rows
    assert runs[0][0].value == "3"


def test_other_documents_and_another_end_are_another_run():
    """Else two graphs that are put together would say different things of one run."""
    ends = ("", "2031-05-02T10:00:00Z")
    some = [
        *of_graph(USED, ["0a"], ends[1]),
        *of_graph(USED, ["0a", "0b"], ends[1]),
        *of_graph(USED, ["0a"], "2031-05-03T10:00:00Z"),
    ]
    assert len({quad.subject for quad in some if quad.object == named("kg:Run")}) == 3
    assert validate(graph(*some), SHAPES) == []
    assert list(of_graph(USED, ["0b", "0a"])) == list(of_graph(USED, ["0a", "0b", "0a"]))


def test_what_is_written_is_valid_and_every_term_is_described():
    assert validate(graph(), SHAPES) == []
    found = list(graph())
    assert terms(found) - DESCRIBED == set()
    named_graphs = {graph.value for graph in graph().named_graphs()}
    assert {iri for iri in named_graphs if iri.startswith(PREFIXES["kg"])} <= DESCRIBED
    assert "\n# Runs\n" in turtle_text(graph())


@pytest.mark.parametrize(
    ("link", "value", "sentence"),
    [
        ("prov:used", named("kg:merges"), "used something that is no tool (found kg:merges)"),
        ("prov:wasAssociatedWith", named("kg:merges"), "has no program or several; one was expected"),
        ("prov:endedAtTime", Literal("noon"), "or one that is no time of day; at most one was expected (found 'noon')"),
    ],
)
def test_a_run_that_is_malformed_is_a_violation(link, value, sentence):
    run = next(quad.subject for quad in of_graph(USED, [DOCUMENT.id]) if quad.object == named("kg:Run"))
    found = validate(graph(Quad(run, named(link), value, named("kg:runs"))), SHAPES)
    assert any(str(violation).endswith(sentence) for violation in found)
