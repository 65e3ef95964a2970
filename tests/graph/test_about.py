"""What a graph knows of actors beside their claims."""

from pyoxigraph import NamedNode, Quad

from kg.graph.about import About, about
from kg.graph.store import from_quads
from kg.graph.terms import named, text

RUSSIA = "https://w3id.org/kg-affairs/actor/russia"


def fact(name, value, graph):
    return Quad(NamedNode(RUSSIA), named(name), value, NamedNode(f"urn:{graph}"))


def test_further_names_and_the_same_elsewhere_are_collected_over_all_documents():
    store = from_quads(
        [
            fact("skos:altLabel", text("Rossiya", "en"), "b"),
            fact("skos:altLabel", text("Moscow", "en"), "a"),
            fact("skos:altLabel", text("Rossiya", "en"), "a"),
            fact("skos:exactMatch", named("wd:Q159"), "a"),
            fact("rdfs:label", text("Russia", "en"), "a"),
        ]
    )
    assert about(store) == {RUSSIA: About(("Moscow", "Rossiya"), ("http://www.wikidata.org/entity/Q159",))}
