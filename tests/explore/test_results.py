import csv
import json
from io import StringIO

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from kg.errors import QueryError
from kg.explore.query import QueryForm, QueryResult, query
from kg.explore.results import ResultFormat, render, table
from kg.graph.store import from_quads
from kg.ontology import term

LABELS = "SELECT ?who ?label ?country { ?who a kg:Organization ; rdfs:label ?label OPTIONAL { ?who kg:country ?country } }"


def test_a_table_shows_prefixed_names_and_bare_values(store):
    assert render(query(store, LABELS)).splitlines() == [
        " who                 │ label          │ country",
        "─────────────────────┼────────────────┼─────────",
        " actor:fishers-union │ Fishers' Union │",
    ]


def test_a_table_keeps_to_the_terminal():
    lines = table(["one", "two"], [["a" * 50, "b" * 50]], width=40).splitlines()
    assert max(map(len, lines)) <= 40
    assert "".join(lines).count("a") == 50


def test_neither_markup_nor_control_characters_reach_the_terminal():
    store = from_quads([Quad(NamedNode("urn:x:a"), NamedNode("urn:x:p"), Literal("[red]x[/red]\x1b[31m\ny\x07"))])
    assert " [red]x[/red] [31m y" in render(query(store, "SELECT ?o { ?s ?p ?o }"))


def test_yes_and_no():
    assert [render(QueryResult(QueryForm.ANSWER, answer=answer)) for answer in (True, False)] == ["yes\n", "no\n"]


def test_triples_are_a_table_of_three_columns(store):
    answer = query(store, "CONSTRUCT { ?a kg:hit ?b } WHERE { ?a rel:sanctions ?b }")
    assert render(answer).splitlines()[-1] == " actor:norway │ kg:hit    │ actor:chile"


def test_json_is_that_of_sparql(store):
    result = query(store, LABELS.replace("?country {", "?country (1 AS ?one) {", 1))
    ours = json.loads(render(result, ResultFormat.JSON))
    assert ours["head"]["vars"] == ["who", "label", "country", "one"]
    assert ours["results"]["bindings"] == [
        {
            "who": {"type": "uri", "value": term("actor:fishers-union")},
            "label": {"type": "literal", "value": "Fishers' Union", "xml:lang": "en"},
            "one": {"type": "literal", "value": "1", "datatype": term("xsd:integer")},
        }
    ]


def test_json_is_the_same_as_oxigraphs():
    store = from_quads([Quad(BlankNode("b"), NamedNode("urn:x:p"), Literal(value)) for value in ("a", "ü\n")])
    sparql = "SELECT * { ?s ?p ?o } ORDER BY ?o"
    theirs = json.loads(store.query(sparql).serialize(format=pyoxigraph.QueryResultsFormat.JSON))
    assert json.loads(render(query(store, sparql), ResultFormat.JSON)) == theirs


def test_json_of_yes_and_of_triples(store):
    assert json.loads(render(query(store, "ASK {}"), ResultFormat.JSON)) == {"head": {}, "boolean": True}
    answer = query(store, "DESCRIBE actor:norway")
    back = {quad.triple for quad in pyoxigraph.parse(render(answer, ResultFormat.JSON), RdfFormat.JSON_LD)}
    assert back == set(answer.triples)


def test_csv_holds_bare_values(store):
    rows = list(csv.reader(StringIO(render(query(store, LABELS), ResultFormat.CSV))))
    assert rows == [["who", "label", "country"], [term("actor:fishers-union"), "Fishers' Union", ""]]
    assert render(query(store, "ASK {}"), ResultFormat.CSV) == "answer\r\ntrue\r\n"
    blank = from_quads([Quad(BlankNode("b"), NamedNode("urn:x:p"), Literal(1))])
    assert render(query(blank, "CONSTRUCT WHERE { ?s ?p ?o }"), ResultFormat.CSV) == "subject,predicate,object\r\n_:b,urn:x:p,1\r\n"


def test_turtle_of_triples_reads_back_with_prefixes(store):
    answer = query(store, "CONSTRUCT WHERE { ?s a kg:State ; rdfs:label ?l }")
    text = render(answer, ResultFormat.TURTLE)
    assert 'actor:chile a kg:State ;\n    rdfs:label "Chile"@en .' in text
    assert len(rdflib.Graph().parse(data=text, format="turtle")) == len(answer.triples) == 8


def test_rows_have_no_turtle():
    with pytest.raises(QueryError, match="CONSTRUCT or DESCRIBE was expected"):
        render(query(Store(), "SELECT * { ?s ?p ?o }"), ResultFormat.TURTLE)
