import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import OutputError
from kg.graph.notation import notation
from kg.graph.serialise import trig, trig_text, turtle, turtle_text
from kg.graph.store import from_quads, load_file
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.ontology import PREFIXES, term
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, HEDGED, PLAIN

HEAD = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in PREFIXES.items())


def reread(value):
    return next(parse(HEAD + f"<urn:x:s> <urn:x:p> {notation(value)} .", format=RdfFormat.TURTLE)).object


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["", "en"]))
@example('a"""\n""""', "")
@example('\\"\n"\\', "en")
@example("\r\n\t\x00\ufeff", "")
def test_every_literal_comes_back(value, language):
    literal = Literal(value, language=language) if language else Literal(value)
    assert reread(literal) == literal
    assert "\r" not in notation(literal)


@given(
    st.text(st.characters(codec="utf-8", exclude_characters='<>"{}|^`\\', exclude_categories=["Cc", "Zs", "Zl", "Zp", "Cn", "Co"]))
)
@example("united-states")
@example("a.")
@example("-a")
def test_every_name_comes_back(local):
    try:
        node = NamedNode(term("actor:") + local)
    except ValueError:
        return
    assert reread(node) == node


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (named("actor:united-states"), "actor:united-states"),
        (named("actor:são-tomé"), "actor:são-tomé"),
        (named("claim:0f-issue-1"), "claim:0f-issue-1"),
        (NamedNode("urn:x:y"), "<urn:x:y>"),
        (NamedNode(term("actor:a/b")), "<https://w3id.org/kg-affairs/actor/a/b>"),
        (NamedNode(PREFIXES["actor"]), "<https://w3id.org/kg-affairs/actor/>"),
        (Literal("7", datatype=named("xsd:integer")), "7"),
        (Literal("0.8", datatype=named("xsd:decimal")), "0.8"),
        (Literal("1", datatype=named("xsd:decimal")), '"1"^^xsd:decimal'),
        (Literal("false", datatype=named("xsd:boolean")), "false"),
        (Literal("2030-05", datatype=named("xsd:gYearMonth")), '"2030-05"^^xsd:gYearMonth'),
        (Literal('so "what"', language="en"), '"so \\"what\\""@en'),
        (Literal('two\nlines of "it"'), '"""two\nlines of "it\\""""'),
    ],
)
def test_how_terms_are_written(value, written):
    assert notation(value) == written
    assert reread(value) == value


@settings(max_examples=30)
@given(strategies.corpora())
def test_what_is_saved_is_loaded(tmp_path_factory, corpus):
    folder = tmp_path_factory.mktemp("out")
    store = from_quads(quad for document, stated in corpus for quad in quads(document, stated))
    trig(store, folder / "graph.trig")
    turtle(store, folder / "graph.ttl")
    assert set(load_file(folder / "graph.trig")) == set(store)
    assert set(load_file(folder / "graph.ttl")) == {Quad(quad.subject, quad.predicate, quad.object) for quad in store}
    trig(load_file(folder / "graph.trig"), folder / "again.trig")
    assert (folder / "again.trig").read_bytes() == (folder / "graph.trig").read_bytes()


def test_turtle_is_grouped_sorted_and_one_subject_a_block():
    written = turtle_text(from_quads(quads(DOCUMENT, [HEDGED, PLAIN])))
    kinds = [line for line in written.splitlines() if line.startswith("# ")]
    assert kinds == [f"# {kind}" for kind in KINDS]
    assert "\nactor:norway rel:sanctions actor:chad .\n" in written
    assert (
        '\nactor:zoe-falk a kg:Person ;\n    kg:country actor:norway ;\n    kg:known false ;\n    rdfs:label "Zoe Falk"@en .\n'
        in written
    )
    subjects = [line.split()[0] for line in written.splitlines() if line.startswith("claim:")]
    assert subjects[:2] == ["claim:aa01", "claim:aa02"]
    assert "\\n" not in written


KINDS = [
    "Documents", "Actors", "Issues", "Relation types", "Likelihoods", "Plain edges", "Claims", "Marks", "Attributions", "Quotes",
]  # fmt: skip


def test_trig_has_a_block_for_each_graph():
    stray = Quad(named("actor:chad"), named("rdfs:label"), Literal("Chad"), DefaultGraph())
    judged = Quad(named("actor:chad"), named("rdfs:comment"), Literal("far"), named("kg:merges"))
    folder_text = trig_text(from_quads([*quads(DOCUMENT, [PLAIN]), stray, judged]))
    assert '\n# Other\nactor:chad rdfs:label "Chad" .\n' in folder_text
    assert f"\ndoc:{DOCUMENT.id} {{\n\n  # Documents\n" in folder_text
    assert folder_text.endswith('\nkg:merges {\n\n  # Other\n  actor:chad rdfs:comment "far" .\n}\n')


def test_foreign_terms_are_written_too():
    store = Store()
    store.load(b"[] <urn:x:p> [] .", format=RdfFormat.TURTLE)
    assert turtle_text(store).splitlines()[-1].startswith("_:")


def test_an_unwritable_place_is_an_error(tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="taken"):
        turtle(Store(), tmp_path / "taken" / "graph.ttl")
