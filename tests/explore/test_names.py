import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.explore.names import prefixed, printable, shown
from kg.ontology import term


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        (term("rel:rival-of"), "rel:rival-of"),
        (term("rdf:type"), "rdf:type"),
        (term("actor:") + "a/b", f"<{term('actor:')}a/b>"),
        ("https://example.org/", "<https://example.org/>"),
    ],
)
def test_names_are_prefixed_where_turtle_would(iri, name):
    assert prefixed(iri) == name


def test_terms_are_shown_briefly():
    assert [shown(value) for value in (None, NamedNode(term("kg:Claim")), Literal("a\tb", language="en"), BlankNode("x"))] == [
        "",
        "kg:Claim",
        "a b",
        "_:x",
    ]


@given(st.text())
def test_printable_text_is_one_line_without_controls(text):
    assert len(printable(text).splitlines()) <= 1
    assert printable(printable(text)) == printable(text)
    assert len(printable(text)) == len(text)
