"""The order of the rooms: documents in, claims and graph out, the same by every way."""

from dataclasses import replace

import pytest
from pyoxigraph import Store
from rdflib import Dataset

import kg
from kg import pipeline
from kg.errors import GraphError, ModelError, OutputError, ReadError
from kg.graph import claims as reading
from kg.graph.store import dataset
from kg.graph.union import is_measured
from kg.model import ActorKind, Skipped

pytestmark = pytest.mark.usefixtures("one_extractor")

QUESTION = "SELECT ?who ?whom { ?who rel:sanctions ?whom }"
ADDED = """
@prefix kg: <https://w3id.org/kg-affairs/ns#> .
@prefix actor: <https://w3id.org/kg-affairs/actor/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
actor:harbour-guild a kg:Organization ; rdfs:label "Harbour Guild"@en .
"""


@pytest.fixture(scope="module")
def graph(corpus, one_extractor) -> Dataset:
    return kg.build(corpus)


@pytest.fixture(scope="module")
def stream(corpus, one_extractor) -> list[kg.Claim]:
    return list(pipeline.extract([str(corpus)]))


def test_a_build_in_memory_is_the_build_on_disk(graph, built):
    assert set(graph.store._inner) == set(pipeline.open_graph(built))


def test_the_graph_holds_the_claims_that_are_streamed(built, stream):
    assert list(reading.claims(pipeline.open_graph(built))) == stream


def test_documents_come_in_the_order_of_their_names_and_claims_in_that_of_their_sentences(stream):
    places = [(claim.source, claim.evidence.sentence.start) for claim in stream]
    assert places == sorted(places)
    assert len({source for source, _ in places}) == 3


def test_every_quote_and_every_word_of_a_name_stands_in_its_source_text(built, stream):
    texts = {one.id: one.text for one in reading.documents(pipeline.open_graph(built)).values()}
    for claim in stream:
        text = texts[claim.evidence.document]
        assert claim.evidence.sentence.of(text) == claim.evidence.quote
        assert claim.evidence.sentence.covers(claim.evidence.trigger)
        for argument in (claim.subject, claim.object):
            assert argument.reason or argument.span.of(text).casefold() in argument.entity.label.casefold()


def test_the_stream_is_lazy(corpus):
    first = next(pipeline.extract([corpus / "harbour.txt", corpus / "grain.md"]))
    assert first.source == "harbour.txt"


def test_a_path_may_be_a_word_or_a_path_alone_or_in_a_list(corpus):
    file = corpus / "harbour.txt"
    streams = [[claim.id for claim in pipeline.extract(paths)] for paths in (file, str(file), [file], iter([str(file)]))]
    assert streams[0]
    assert all(ids == streams[0] for ids in streams)


def test_what_is_left_out_is_said(tmp_path):
    (tmp_path / "a.txt").write_text("Norway criticised Chile.", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    skipped: list[Skipped] = []
    found = list(pipeline.extract(tmp_path, skipped=skipped))
    assert len(found) == 1
    assert skipped == [Skipped(str(tmp_path / "b.txt"), "empty file")]


def test_where_nothing_can_be_read_the_reasons_are_in_one_line(tmp_path):
    for name in "abcde":
        (tmp_path / f"{name}.txt").write_bytes(b"")
    with pytest.raises(ReadError) as caught:
        list(pipeline.extract(tmp_path))
    assert str(caught.value).startswith("no document could be read: ")
    assert str(caught.value).count("empty file") == 3
    assert str(caught.value).endswith("; and 2 more")


def test_a_path_that_does_not_exist():
    with pytest.raises(ReadError, match="no such file"):
        next(pipeline.extract("missing.txt"))


def test_attributions_come_with_their_documents_and_spans_of_the_source_text(corpus):
    found = list(pipeline.attributions(corpus))
    words = [(attribution.cue_spans[0].of(document.text), document.source[-6:]) for document, attribution in found]
    assert ("denied", "ain.md") in words
    assert ("said", "ur.txt") in words


def test_attributions_say_what_is_left_out(corpus, tmp_path):
    (tmp_path / "b.txt").write_bytes(b"")
    skipped: list[Skipped] = []
    list(pipeline.attributions([corpus / "harbour.txt", tmp_path / "b.txt"], skipped=skipped))
    assert [one.reason for one in skipped] == ["empty file"]


def test_a_model_that_is_not_there(corpus):
    with pytest.raises(ModelError, match="no such language model"):
        next(pipeline.extract(corpus, pipeline.Options(model="xx_no_model")))


def test_an_added_ontology_is_used(tmp_path):
    (tmp_path / "guild.ttl").write_text(ADDED, "utf-8")
    (tmp_path / "note.txt").write_text("Harbour Guild criticised Norway.", "utf-8")
    (claim,) = pipeline.extract(tmp_path / "note.txt", pipeline.Options(ontology=tmp_path))
    assert (claim.subject.entity.label, claim.subject.entity.known) == ("Harbour Guild", True)
    assert claim.subject.entity.kind is ActorKind.ORGANIZATION


def test_queries_need_no_prefixes(graph):
    rows = {tuple(term.value.rpartition("/")[2] for term in row) for row in kg.query(graph, QUESTION).rows}
    assert ("norway", "chile") in rows
    assert ("brazil", "argentina") not in rows, "what is alleged is no plain edge"


def test_what_was_saved_is_loaded_again(graph, tmp_path):
    assert kg.save(graph, tmp_path / "graph.nq") == (tmp_path / "graph.nq",)
    saved = {quad for quad in graph.store._inner if not is_measured(quad.subject)}
    assert set(kg.load(tmp_path / "graph.nq").store._inner) == saved


def test_a_folder_is_loaded_as_its_store(built, graph):
    assert set(kg.load(str(built)).store._inner) == set(graph.store._inner)


def test_tables_are_two_files(graph, tmp_path):
    assert kg.save(graph, str(tmp_path / "any.csv")) == (tmp_path / "nodes.csv", tmp_path / "edges.csv")


def test_the_page_is_that_of_the_build(graph, built, tmp_path):
    kg.view(graph, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()


def test_only_a_graph_of_kg_is_taken():
    with pytest.raises(GraphError, match=r"Memory: a graph of kg\.build or kg\.load was expected"):
        kg.query(Dataset(), QUESTION)


def test_an_empty_graph_can_be_asked_and_shown(tmp_path):
    empty = dataset(Store())
    assert kg.query(empty, QUESTION).rows == ()
    kg.view(empty, tmp_path / "page.html")
    assert (tmp_path / "page.html").is_file()


def test_a_build_after_no_change_does_not_load_the_language_model(corpus, tmp_path, monkeypatch):
    folder, documents = tmp_path / "output", [corpus / "harbour.txt", corpus / "grain.md"]
    first = pipeline.write_graph(documents, folder)
    assert (first.documents, first.skipped, first.changed) == (2, (), True)
    written = {file: file.read_bytes() for file in first.files}

    def never(*_arguments: object) -> None:
        raise AssertionError("nothing is new")

    monkeypatch.setattr("kg.pipeline.reading.extractor", never)
    done: list[str] = []
    again = pipeline.write_graph(documents, folder, pipeline.Options(progress=done.append))
    assert again == replace(first, changed=False)
    assert written == {file: file.read_bytes() for file in again.files}
    assert done == [file.name for file in documents]


def test_an_updated_graph_is_that_of_a_clean_build(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in {"a": "Norway condemned Chile on Monday.", "b": "Peru praised Chad.", "c": "Chile warned Peru."}.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    pipeline.write_graph(tmp_path / "in", tmp_path / "updated")
    (tmp_path / "in" / "a.txt").unlink()
    (tmp_path / "in" / "b.txt").write_text("Peru condemned Chad, Norway said.", "utf-8")
    updated = pipeline.write_graph(tmp_path / "in", tmp_path / "updated", pipeline.Options(prune=True))
    clean = pipeline.write_graph(tmp_path / "in", tmp_path / "clean")
    assert (updated.documents, updated.claims, updated.gone) == (2, clean.claims, 1)
    assert [file.read_bytes() for file in updated.files] == [file.read_bytes() for file in clean.files]


def test_the_folder_is_tried_before_anything_is_read(corpus, tmp_path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(OutputError, match="a folder to write into was expected"):
        pipeline.write_graph(corpus, tmp_path / "file" / "output", pipeline.Options(model="xx_no_model"))


def test_bodies_of_one_name_in_two_countries_stay_two(tmp_path):
    for name, text in {
        "chad.md": "Chad's First National Bank sued Norway. The First National Bank thanked Kenya.",
        "norway.md": "The Oslo-based First National Bank sued Chad.",
        "neither.md": "First National Bank criticised Peru.",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    claims = list(reading.claims(kg.build(tmp_path).store._inner))
    told = {(claim.subject.entity.iri.rpartition("/")[2], claim.object.entity.label) for claim in claims}
    assert told == {
        ("first-national-bank-of-chad", "Norway"),
        ("first-national-bank-of-chad", "Kenya"),
        ("first-national-bank-of-norway", "Chad"),
        ("first-national-bank", "Peru"),
    }
