"""The analysis as RDF: what it says, that it is valid, and that it is never counted twice."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from kg.explore.analysis import analyse
from kg.explore.analysis.statements import statements
from kg.explore.query import query
from kg.graph.loaded import homed
from kg.graph.serialise import trig_text, turtle_text
from kg.graph.store import from_quads
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.graph.union import is_measured
from kg.graph.validate import validate
from kg.model import Polarity
from kg.ontology import PREFIXES, load, shipped
from kg.pipeline import rebuild
from tests.explore.builder import CHILE, KENYA, NORWAY, SANCTIONS, SOME, claim, document

CLAIMS = (*SOME, claim(NORWAY, SANCTIONS, CHILE, source="other.txt", polarity=Polarity.NEGATED))
ANALYSIS = analyse(CLAIMS)


@pytest.fixture(scope="module")
def measured() -> Store:
    claims = [quad for one in CLAIMS for quad in quads(document(one.evidence.quote, one.source), [one], load())]
    return from_quads([*claims, *statements(ANALYSIS)])


def test_sparql_finds_measures_groups_and_disagreements(measured):
    ranks = "SELECT ?actor ?rank ?degree { ?m kg:measured ?actor ; kg:rank ?rank ; kg:degree ?degree } ORDER BY ?rank"
    assert [row[0].value for row in query(measured, ranks).rows] == [one.actor.iri for one in ANALYSIS.actors]
    together = "SELECT ?name { ?m kg:measured actor:kenya ; kg:community/rdfs:label ?name }"
    assert [row[0].value for row in query(measured, together).rows] == [
        one.name for one in ANALYSIS.communities if NamedNode(PREFIXES["actor"] + "kenya").value in one.members
    ]
    sides = "SELECT ?matter ?one ?other { ?d kg:matter ?matter ; kg:side ?one, ?other . ?one kg:polarity kg:affirmed . ?other kg:polarity kg:negated }"
    assert {row[0].value for row in query(measured, sides).rows} == {"polarity"}
    blocs = "SELECT ?actor { ?m kg:measured ?actor ; kg:bloc ?bloc . ?n kg:measured actor:norway ; kg:bloc ?bloc }"
    assert len(query(measured, blocs).rows) == len(next(one for one in ANALYSIS.blocs.blocs if NORWAY.iri in one.members).members)


def test_sparql_finds_tones_and_stances(measured):
    pairs = "SELECT ?up ?down ?even { ?t kg:toneOf actor:norway, actor:chile ; kg:cooperation ?up ; kg:conflict ?down ; kg:neutral ?even }"
    assert [[cell.value for cell in row] for row in query(measured, pairs).rows] == [["0", "2", "0"]]
    around = "SELECT ?down { ?t a kg:IssueTone ; kg:toneOf actor:norway ; kg:toneAbout issue:fishing ; kg:conflict ?down }"
    assert [row[0].value for row in query(measured, around).rows] == ["2"]
    held = "SELECT ?actor ?for ?neutral { ?s kg:stanceOf ?actor ; kg:stanceOn issue:fishing ; kg:supporting ?for ; kg:neutral ?neutral }"
    assert [[cell.value for cell in row] for row in query(measured, held).rows] == [[KENYA.iri, "0", "1"]]


def test_it_is_valid_and_every_term_is_defined(measured):
    found = [one for one in validate(measured, shipped() / "shapes.ttl") if "analysis" in one.node]
    assert found == []


@pytest.mark.parametrize(
    ("predicate", "message"),
    [
        ("kg:measured", "is the measure of nobody"),
        ("kg:pageRank", "has no PageRank"),
        ("kg:rank", "has no rank"),
        ("kg:toneOf", "is not between two actors"),
        ("kg:toneAbout", "is about no issue"),
        ("kg:conflict", "has no number of claims of conflict"),
        ("kg:stanceOn", "is on no issue"),
        ("kg:community", "has no community"),
        ("kg:side", "is not between two claims"),
        ("kg:matter", "is about nothing"),
        ("kg:number", "has no number"),
    ],
)
def test_what_lacks_a_part_is_not(measured, predicate, message):
    broken = from_quads(quad for quad in measured if quad.predicate != named(predicate))
    assert any(message in str(one) for one in validate(broken, shipped() / "shapes.ttl"))


def test_measures_of_two_graphs_do_not_contradict_each_other_when_they_are_put_together():
    before, after = (statements(analyse(some)) for some in (SOME[:-1], SOME))
    assert not {quad.subject for quad in before} & {quad.subject for quad in after}
    known = [quad for one in CLAIMS for quad in quads(document(one.evidence.quote, one.source), [one], load())]
    assert validate(from_quads([*known, *before, *after]), shipped() / "shapes.ttl") == []


def test_the_order_of_claims_does_not_matter():
    assert statements(analyse(CLAIMS[::-1])) == statements(ANALYSIS)


@pytest.mark.parametrize("text", [turtle_text, trig_text])
def test_what_was_measured_is_left_out_when_a_graph_is_taken_in(measured, text):
    again = Store()
    again.load(text(measured).encode(), format=RdfFormat.TURTLE if text is turtle_text else RdfFormat.TRIG)
    kept = homed(again)
    assert {quad for quad in kept if quad.subject.value.startswith(PREFIXES["analysis"])} == set()
    assert {quad.triple for quad in kept} == {quad.triple for quad in measured if not is_measured(quad.subject)}


def test_a_graph_that_is_loaded_again_is_measured_as_if_it_had_been_built(kg, built: Path, tmp_path: Path):
    assert kg("load", built / "graph.ttl", "-o", tmp_path / "again").status == 0
    for name in ("graph.ttl", "report.html", "graph.html"):
        assert (tmp_path / "again" / name).read_bytes() == (built / name).read_bytes()
    rebuild(tmp_path / "again")
    assert kg("validate", tmp_path / "again").status == 0
