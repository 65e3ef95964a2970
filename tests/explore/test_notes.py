"""Terms of a query that can find nothing, and the nearest that could."""

import pytest
from pyoxigraph import Literal, NamedNode, Store

from kg.explore.notes import notes, terms
from kg.explore.sparql import check
from kg.ontology import term
from tests.test_queries import BLOCKS


def named(*names):
    return [NamedNode(term(name)) for name in names]


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?a { ?a rel:sanctions actor:norway }", named("rel:sanctions", "actor:norway")),
        ("ASK { <https://example.org/a> a kg:State }", [NamedNode("https://example.org/a"), *named("rdf:type", "kg:State")]),
        ("PREFIX act: <https://w3id.org/kg-affairs/actor/> ASK { act:norway ?p ?o }", named("actor:norway")),
        ('ASK { ?a rdfs:label "Norway", "Norge"@nb }', [*named("rdfs:label"), Literal("Norway"), Literal("Norge", language="nb")]),
        ("ASK { ?a rel:leads/rel:needs|^rel:aids ?b }", named("rel:leads", "rel:needs", "rel:aids")),
        ('SELECT * { VALUES ?a { actor:peru "Peru"@en } ?a ?b ?c }', [*named("actor:peru"), Literal("Peru", language="en")]),
        ('ASK { ?a ?b ?l FILTER(?l = "Peru" || "Chile" = ?l) }', [Literal("Peru"), Literal("Chile")]),
        ('ASK { ?a ?b ?l FILTER(?l IN ("Peru", "Chile")) }', [Literal("Peru"), Literal("Chile")]),
        ('ASK { ?a ?b ?l FILTER(STR(?l) = "Peru" && REGEX(?l, "Chi") && ?l != "x" && CONTAINS(?l, "y")) }', []),
        ("ASK { ?a ?b ?l FILTER(?b = rel:aids && xsd:integer(?l) > 3) }", named("rel:aids")),
        ('ASK { ?a ?b 3, true, "2020-01-01"^^xsd:date }', []),
        ("SELECT ?g { GRAPH kg:merges { ?g ?h ?i } }", named("kg:merges")),
        ("this is no query", []),
    ],
)
def test_the_terms_of_a_query(sparql, expected):
    assert list(terms(sparql)) == expected


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("ASK { ?a rel:sanction ?b }", ["rel:sanction is not in the graph; did you mean rel:sanctions?"]),
        ("ASK { ?a rel:sanctions actor:oslo }", ["actor:oslo is not in the graph; did you mean actor:norway?"]),
        ("ASK { ?a rel:sanctions actor:norwya }", ["actor:norwya is not in the graph; did you mean actor:norway?"]),
        ("ASK { ?a rel:sanctions actor:nauru }", ["actor:nauru is not in the graph"]),
        ('ASK { ?a rdfs:label "Norway" }', ['"Norway" has no language; labels are written "Norway"@en']),
        ('ASK { ?a rdfs:label "Norway"@nb }', ['"Norway"@nb has the language nb; labels are written "Norway"@en']),
        ('ASK { ?a rdfs:label "norway"@en }', ['"norway"@en is not in the graph; did you mean "Norway"@en?']),
        ("ASK { ?a kg:polarty ?b }", ["kg:polarty is not in the vocabulary; did you mean kg:polarity?"]),
        ("ASK { ?a a kg:Stat }", ["kg:Stat is not in the vocabulary; did you mean kg:State?"]),
        ("ASK { ?a skos:prefLable ?b }", ["skos:prefLable is not in the vocabulary; did you mean skos:prefLabel?"]),
        ("ASK { <https://example.org/a> ?a ?b }", ["<https://example.org/a> is not in the graph"]),
    ],
)
def test_a_term_that_finds_nothing_is_told_with_the_nearest(store, sparql, expected):
    assert list(notes(store, terms(sparql))) == expected


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?a rel:sanctions actor:norway ; rdfs:label ?b }",
        'ASK { ?a rdfs:label "Norway"@en }',
        "ASK { ?a a kg:ArmedGroup ; skos:broader* ?b ; kg:likelihood likelihood:likely }",  # nobody is, but it is a term
        "ASK { ?a rel:hacks ?b }",
        'ASK { ?a ?b ?l FILTER(CONTAINS(STR(?l), "orwa")) }',
    ],
)
def test_what_is_in_the_graph_or_the_vocabulary_needs_no_note(store, sparql):
    assert notes(store, terms(sparql)) == ()


@pytest.mark.parametrize("sparql", [block["query"] for block in BLOCKS])
def test_the_queries_of_the_documentation_use_the_vocabulary(sparql):
    assert not [note for note in notes(Store(), terms(check(sparql).text)) if "vocabulary" in note or "rel:" in note]
