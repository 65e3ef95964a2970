import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, parse

from kg.errors import GraphError
from kg.graph.merge import apply
from kg.graph.merge.merge import Merge
from kg.graph.serialise import turtle
from kg.graph.store import from_quads
from kg.graph.terms import integer, named, text
from kg.graph.triples import quads
from kg.graph.validate import quotes as count_quotes
from kg.graph.validate import validate
from kg.model import Argument, Span
from kg.ontology import PREFIXES, load, shipped
from tests.graph.samples import CHAD, DOCUMENT, FISHING, HEDGED, PLAIN, ZOE, span

SHAPES = shipped() / "shapes.ttl"
GRAPH = named(f"doc:{DOCUMENT.id}")
QUOTE = f"quote:{DOCUMENT.id}-0-23"


def changed(node, predicate, *values, claims=(PLAIN, HEDGED)):
    found = [quad for quad in quads(DOCUMENT, claims) if (quad.subject, quad.predicate) != (named(node), named(predicate))]
    found += [Quad(named(node), named(predicate), value, GRAPH) for value in values]
    return [str(violation) for violation in validate(from_quads(found), SHAPES)]


def test_what_kg_writes_is_valid():
    assert validate(from_quads(quads(DOCUMENT, [PLAIN, HEDGED], load())), SHAPES) == []
    assert validate(from_quads(apply(quads(DOCUMENT, [HEDGED]), [Merge(ZOE.iri, CHAD.iri, 0.5, "so")])), SHAPES) == []
    assert validate(from_quads([]), SHAPES) == []


@pytest.mark.parametrize(
    ("node", "predicate", "values", "sentence"),
    [
        ("claim:aa01", "rdf:subject", [], "claim:aa01 has no subject, several, or one that is no actor; one actor was expected"),
        ("claim:aa01", "kg:factuality", [named("kg:sure")], "one of the nine was expected (found kg:sure)"),
        ("claim:aa01", "kg:confidence", [Literal("2", datatype=named("xsd:decimal"))], "outside of 0 to 1 (found '2')"),
        ("claim:aa01", "kg:subjectEnd", [integer(0)], "has no start of its subject before the end of it"),
        (
            "claim:aa01",
            "kg:evidence",
            [named("quote:none")],
            "has no evidence, or something else as evidence; a quote was expected (found quote:none)",
        ),
        ("claim:aa02", "kg:cueSpans", [text("4")], "has malformed spans of its cues"),
        ("actor:chad", "rdfs:label", [], "actor:chad has no name"),
        ("rel:sanctions", "kg:sign", [integer(2)], "has no sign or several; -1, 0 or 1 was expected"),
        (
            QUOTE,
            "kg:exact",
            [text("Norway sanctioned Chat.", "en")],
            "is not in the text: 'Norway sanctioned Chat.' was expected at 0-23",
        ),
        (QUOTE, "kg:end", [integer(22)], "is not in the text"),
        (QUOTE, "kg:end", [text("x")], "was expected at a span that is missing"),
        ("claim:aa01", "kg:triggerEnd", [integer(30)], "has its trigger at 7-30, outside of its sentence at 0-23"),
        (
            "actor:norway",
            "rel:sanctions",
            [named("actor:zoe-falk")],
            "rel:sanctions actor:zoe-falk stands as a plain edge, but no affirmed",
        ),
        (f"doc:{DOCUMENT.id}", "kg:text", [], f"doc:{DOCUMENT.id} has no text or several; one was expected"),
    ],
)
def test_a_violation_is_a_sentence_with_document_and_node(node, predicate, values, sentence):
    found = changed(node, predicate, *values)
    assert any(sentence in violation for violation in found), found
    assert all(violation.startswith("reports/fish.txt: ") and "\n" not in violation for violation in found)


def test_quotes_and_edges_beside_the_graphs_of_documents_are_checked_too():
    lies = [
        (named("quote:aa"), "rdf:type", named("kg:Quote")),
        (named("quote:aa"), "kg:document", GRAPH),
        (named("quote:aa"), "kg:start", integer(0)),
        (named("quote:aa"), "kg:end", integer(6)),
        (named("quote:aa"), "kg:exact", text("Sweden", "en")),
        (named("actor:chad"), "rel:sanctions", named("actor:norway")),
    ]
    for place in (named("doc:elsewhere"), DefaultGraph()):
        for wrong in ([lies[-1]], lies[:-1]):
            added = [Quad(subject, named(predicate), value, place) for subject, predicate, value in wrong]
            (violation,) = map(str, validate(from_quads([*quads(DOCUMENT, [PLAIN, HEDGED]), *added]), SHAPES))
            assert violation.startswith("reports/fish.txt: ")
            assert "is not in the text: 'Sweden'" in violation or "stands as a plain edge" in violation


def test_quotes_are_counted_once():
    again = Quad(named(QUOTE), named("rdf:type"), named("kg:Quote"), named("doc:beef"))
    assert count_quotes(from_quads([*quads(DOCUMENT, [PLAIN, HEDGED]), again])) == 2


def test_every_property_of_a_graph_has_a_shape():
    shaped = {quad.object for quad in parse(path=SHAPES) if quad.predicate == named("sh:path")}
    written = apply(quads(DOCUMENT, [PLAIN, HEDGED], load()), [Merge(ZOE.iri, CHAD.iri, 0.5, "so")])
    plain = {quad.predicate for quad in written if not quad.predicate.value.startswith(PREFIXES["rel"])}
    assert plain - shaped == {named("rdf:type")}


def test_every_shape_is_named_and_speaks_and_looks_at_what_is_written():
    about = {}
    for quad in parse(path=SHAPES):
        if isinstance(quad.subject, NamedNode):
            about.setdefault(quad.subject.value, {})[quad.predicate] = quad.object
    assert len(about) > 60
    for iri, values in about.items():
        assert iri.startswith(PREFIXES["kg"].replace("ns#", "shape/"))
        assert {named("rdf:type"), named("sh:message")} < set(values)
        assert {named("sh:targetClass"), named("sh:path")} <= set(values) or named("sh:targetSubjectsOf") in values
        assert re.match("has|is|comes|was|refers|sits", values[named("sh:message")].value)


@pytest.mark.parametrize("part", ["sh:select", "sh:closed"])
def test_shapes_that_look_at_anything_get_everything(part, tmp_path):
    rule = {
        "sh:select": 'sh:sparql [ a sh:SPARQLConstraint ; sh:message "has a cue" ; '
        'sh:select "SELECT $this WHERE { $this <https://w3id.org/kg-affairs/ns#cue> ?cue }" ]',
        "sh:closed": 'sh:closed true ; sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) ; sh:message "has a cue"',
    }[part]
    shapes = tmp_path / "mine.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/kg-affairs/ns#> . "
        f"<urn:x:s> a sh:NodeShape ; sh:targetClass kg:Attribution ; {rule} .",
        "utf-8",
    )
    found = validate(from_quads(quads(DOCUMENT, [HEDGED])), shapes)
    assert {violation.message.partition(" (")[0] for violation in found} == {"has a cue"}


@pytest.mark.parametrize(("broken", "status"), [(False, 0), (True, 1)])
def test_pyshacl_alone_can_use_the_shapes(broken, status, tmp_path):
    claims = [replace(PLAIN, confidence=2.0)] if broken else [PLAIN, HEDGED]
    turtle(from_quads(quads(DOCUMENT, claims)), tmp_path / "graph.ttl")
    command = [sys.executable, "-m", "pyshacl", "-s", SHAPES, "-e", SHAPES.with_name("kg.ttl"), tmp_path / "graph.ttl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert ("has no confidence, or one outside of 0 to 1" in done.stdout) is broken


def test_only_an_issue_from_the_headline_may_stand_outside_of_its_sentence():
    def broken(where, reason):
        issue = Argument(FISHING, where, reason)
        store = from_quads(quads(DOCUMENT, [replace(PLAIN, issues=(issue,))]))
        return [violation.message for violation in validate(store, SHAPES)]

    assert broken(span("fishing"), "headline") == []
    assert broken(Span(7, 17), "same sentence") == broken(Span(7, 17), "") == []
    outside = ["has an issue at 62-69, outside of its sentence at 0-23"]
    assert (
        broken(span("fishing"), "")
        == broken(span("fishing"), "same sentence")
        == broken(span("fishing"), "relation type")
        == outside
    )
    end = len(DOCUMENT.text)
    assert broken(Span(end - 1, end + 9), "headline") == [
        f"has an issue at {end - 1}-{end + 9}, outside of the text of {end} characters"
    ]


def test_long_words_are_cut_and_a_node_without_document_is_named_alone():
    store = from_quads([Quad(named("issue:x"), named("rdf:type"), named("kg:Issue"), named("doc:none"))])
    assert [str(violation) for violation in validate(store, SHAPES)] == ["issue:x has no label, or several in one language"]
    assert any(violation.count("x") < 100 and "..." in violation for violation in changed(QUOTE, "kg:exact", text("x" * 200)))


def test_shapes_without_the_vocabulary_beside_them_still_work(tmp_path):
    shapes = tmp_path / "mine.ttl"
    shapes.write_bytes(
        b"@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/kg-affairs/ns#> . @prefix ex: <urn:x:> . "
        b'ex:s a sh:NodeShape ; sh:targetClass kg:Quote ; sh:property [ sh:path kg:clean ; sh:minCount 1 ; sh:message "is not clean" ] .'
    )
    assert [violation.message for violation in validate(from_quads(quads(DOCUMENT, [PLAIN])), shapes)] == ["is not clean"]


def test_malformed_shapes_are_an_error(tmp_path):
    (tmp_path / "shapes.ttl").write_text("kg:a b c", encoding="utf-8")
    with pytest.raises(GraphError, match=r"shapes\.ttl:1: "):
        validate(from_quads([]), tmp_path / "shapes.ttl")
    with pytest.raises(GraphError, match="a readable file was expected"):
        validate(from_quads([]), Path("none.ttl"))
