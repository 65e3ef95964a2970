import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from pyoxigraph import DefaultGraph, RdfFormat, serialize

from kg.errors import GraphError, OutputError
from kg.graph import shard, store
from kg.graph.claims import claims
from kg.graph.merge import recorded
from kg.graph.store import build, dataset, from_quads, load_file, open_read_only, place
from kg.graph.terms import named
from kg.graph.triples import quads
from kg.graph.union import ENTITIES, statements
from kg.model import Actor, ActorKind, Argument, Claim
from kg.ontology import term
from tests.graph import strategies
from tests.graph.samples import CHAD, DOCUMENT, HEDGED, PLAIN


def built(output, *claims_of_shards):
    paths = [shard.write(output, f"k{number}", quads(DOCUMENT, stated)) for number, stated in enumerate(claims_of_shards)]
    build(paths, place(output))
    return open_read_only(output)


def stores(output):
    return sorted(path.name for path in place(output).iterdir() if path.is_dir())


def test_the_store_holds_what_the_shards_hold(tmp_path):
    store = built(tmp_path, [PLAIN], [HEDGED])
    assert list(claims(store)) == [PLAIN, HEDGED]
    written = quads(DOCUMENT, [PLAIN, HEDGED])
    assert {quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())} == {quad.triple for quad in written}
    assert {quad.triple for quad in statements(store)} == {quad.triple for quad in written}


def test_whom_documents_speak_of_is_described_once_and_what_they_state_stays_with_them(tmp_path):
    other = replace(DOCUMENT, id="beef", source="other.txt")
    evidence = replace(PLAIN.evidence, document=other.id, quote="Norway sanctioned Chad!", clean="Norway sanctioned Chad!")
    moved = replace(PLAIN, id="bb01", source=other.source, evidence=evidence)
    paths = [shard.write(tmp_path, one.id, quads(one, [claim])) for one, claim in ((DOCUMENT, PLAIN), (other, moved))]
    build(paths, place(tmp_path))
    store = open_read_only(tmp_path)
    about = [quad.graph_name for quad in statements(store) if quad.subject == named("actor:norway")]
    states = [
        quad for quad in statements(store) if quad.subject == named("actor:norway") and quad.predicate == named("rel:sanctions")
    ]
    assert {quad.graph_name for quad in states} == {named(f"doc:{DOCUMENT.id}"), named("doc:beef")}
    assert about.count(named(ENTITIES)) == len(about) - 2


@settings(max_examples=5, deadline=None)
@given(strategies.corpora())
def test_the_order_of_shards_makes_no_difference(tmp_path_factory, corpus):
    output = tmp_path_factory.mktemp("out")
    paths = [shard.write(output, document.id, quads(document, stated)) for document, stated in corpus]
    found = []
    for order in (paths, [*reversed(paths), *paths]):
        build(order, place(output))
        found.append(sorted(map(str, open_read_only(output))))
        shutil.rmtree(place(output))
    assert found[0] == found[1]


def test_the_store_of_other_shards_takes_the_place_of_the_one_before(tmp_path):
    before = built(tmp_path, [PLAIN])
    old = stores(tmp_path)
    after = built(tmp_path, [PLAIN], [HEDGED])
    assert len(stores(tmp_path)) == 1
    assert stores(tmp_path) != old
    assert len(list(claims(before))) == 1
    assert len(list(claims(after))) == 2


def test_nothing_is_done_when_nothing_changed(tmp_path):
    built(tmp_path, [PLAIN])
    before = {path: path.stat().st_mtime_ns for path in place(tmp_path).rglob("*.sst")}
    build(shard.shards(tmp_path), place(tmp_path))
    assert {path: path.stat().st_mtime_ns for path in place(tmp_path).rglob("*.sst")} == before


def test_a_store_that_is_replaced_while_it_is_opened_is_opened_again(tmp_path, monkeypatch):
    built(tmp_path, [PLAIN])
    names = iter(["gone"])
    current = store._current
    monkeypatch.setattr(store, "_current", lambda target: next(names, None) or current(target))
    assert list(claims(open_read_only(tmp_path))) == [PLAIN]


def test_a_shard_that_is_missing_is_an_error(tmp_path):
    with pytest.raises(GraphError, match=r"missing\.nq: No such file or directory, a shard was expected"):
        build([tmp_path / "missing.nq"], place(tmp_path))


def test_a_store_that_was_lost_is_built_again(tmp_path):
    built(tmp_path, [PLAIN])
    shutil.rmtree(place(tmp_path) / stores(tmp_path)[0])
    with pytest.raises(GraphError, match=r"the store is damaged .* run kg build again"):
        open_read_only(tmp_path)
    build(shard.shards(tmp_path), place(tmp_path))
    assert list(claims(open_read_only(tmp_path))) == [PLAIN]


def test_a_malformed_shard_leaves_the_store_as_it_was(tmp_path):
    built(tmp_path, [PLAIN])
    shard.path(tmp_path, "bad").write_text("<urn:x:a> no\n", encoding="utf-8")
    with pytest.raises(GraphError, match=r"bad\.nq:1"):
        build(shard.shards(tmp_path), place(tmp_path))
    assert list(claims(open_read_only(tmp_path))) == [PLAIN]
    assert len(stores(tmp_path)) == 1


def test_no_graph_is_an_error(tmp_path):
    with pytest.raises(GraphError, match="no graph there, the output folder of kg build was expected"):
        open_read_only(tmp_path)


def test_a_place_that_is_a_file_is_an_error(tmp_path):
    (tmp_path / ".kg").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="a folder to write into was expected"):
        build([], place(tmp_path))


def test_a_store_that_cannot_be_renamed_is_an_error(tmp_path):
    place(tmp_path).mkdir(parents=True)
    build([], place(tmp_path))
    name = stores(tmp_path)[0]
    shutil.rmtree(place(tmp_path) / name)
    (place(tmp_path) / name).write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="a place for the store was expected"):
        build([], place(tmp_path))


def test_actors_are_merged_while_the_store_is_built(tmp_path):
    chad = Actor(term("actor:chad-"), "CHAD", ActorKind.STATE, known=False)
    spoken = Claim("aa03", PLAIN.source, PLAIN.subject, PLAIN.relation, Argument(chad, PLAIN.object.span), PLAIN.evidence)
    store = built(tmp_path, [PLAIN, spoken])
    assert {claim.object.entity for claim in claims(store)} == {CHAD}
    assert [merge.alias for merge in recorded(store)] == [chad.iri]


def test_rdflib_sees_the_union_of_the_graphs():
    graph = dataset(from_quads(quads(DOCUMENT, [PLAIN])))
    assert [bool(row) for row in graph.query(f"ASK {{ <{CHAD.iri}> ?p ?o }}")] == [True]


@pytest.mark.parametrize(
    ("suffix", "form"),
    [
        (".trig", RdfFormat.TRIG),
        (".nq", RdfFormat.N_QUADS),
        (".jsonld", RdfFormat.JSON_LD),
        (".ttl", RdfFormat.TURTLE),
        (".rdf", RdfFormat.RDF_XML),
        (".nt", RdfFormat.N_TRIPLES),
    ],
)
def test_a_file_is_read_by_its_ending(tmp_path, suffix, form):
    found = quads(DOCUMENT, [PLAIN, HEDGED])
    union = [quad.triple for quad in found]
    path = tmp_path / f"graph{suffix}"
    serialize(found if form.supports_datasets else union, path, form)
    assert list(claims(load_file(path))) == [PLAIN, HEDGED]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.ttl", "<urn:x:a> <urn:x:b> .", r"graph\.ttl:1: .*Turtle was expected"),
        ("graph.xlsx", "", r"unknown format, one of \.ttl"),
        ("graph.jsonld", "{", r"graph\.jsonld:1: .*JSON-LD was expected"),
        ("graph.nq", None, "a readable file was expected"),
    ],
)
def test_a_file_that_is_missing_or_malformed_is_an_error_in_one_line(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=message) as caught:
        load_file(tmp_path / name)
    assert "\n" not in str(caught.value)
