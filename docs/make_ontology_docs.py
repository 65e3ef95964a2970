"""The vocabulary and the relation types -> `docs/vocabulary.html`, by pyLODE: `python docs/make_ontology_docs.py [FILE]`.

The same ontology gives the same bytes, on every machine; a test makes the page anew and compares.
"""

import sys
from pathlib import Path

from pylode import OntPub
from pyoxigraph import NamedNode, Quad
from rdflib import Graph

from kg.explore.vocabulary import published
from kg.graph.serialise import turtle_text
from kg.graph.store import from_quads
from kg.graph.terms import named
from kg.ontology import PREFIXES

_SHOWN = tuple(PREFIXES[name] for name in ("kg", "rel"))
_FRAMES = named("kg:frame")  # thousands of phrases
_DEFINED = named("rdfs:isDefinedBy")  # this page is where
_SCHEME = named("rel:scheme")  # a second title; pyLODE would choose between the two by chance
_NAME = (NamedNode(PREFIXES["kg"]), named("rdfs:label"))  # a third one


def shown(quad: Quad) -> bool:
    """Whether the page shows a statement."""
    about = isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_SHOWN)
    left_out = quad.predicate in {_FRAMES, _DEFINED} or _SCHEME in {quad.subject, quad.object}
    return about and not left_out and (quad.subject, quad.predicate) != _NAME


def page() -> str:
    """The page."""
    graph = Graph().parse(data=turtle_text(from_quads(filter(shown, published()))), format="turtle")
    html: str = OntPub(ontology=graph, sort_subjects=True).make_html()
    return html + "\n"


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "docs/vocabulary.html").write_text(page(), "utf-8")
