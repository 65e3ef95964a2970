"""Only what is new or changed is read, and an updated graph is the graph of a clean build, byte for byte."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.graph import shard
from kg.pipeline import compare, extract, open_graph, program
from kg.pipeline.building import write_graph
from kg.pipeline.options import Warned
from kg.read import load as loading
from tests.pipeline.conftest import Desk
from tests.pipeline.stub import Stub

ONE, TWO, THREE = "Norway sanctions Chad.", "Chad sanctions Peru.", "Peru sanctions Norway."


@pytest.fixture
def read(monkeypatch):
    """The sources that were read for their claims, in order."""
    sources = []
    claims = Stub.claims

    def seen(self, document, *, candidates=False):
        sources.append(Path(document.source).stem)
        return claims(self, document, candidates=candidates)

    monkeypatch.setattr(Stub, "claims", seen)
    return sources


def test_after_no_change_nothing_is_written(desk, read):
    desk.put(a=ONE, b=TWO, empty=b"")
    first = desk.build()
    before = desk.state()
    again = desk.build()
    assert (first.changed, again.changed) == (True, False)
    assert desk.state() == before
    assert read == ["a", "b"]
    assert (again.documents, again.claims, again.actors) == (first.documents, first.claims, first.actors) == (2, 2, 3)
    assert again.skipped == first.skipped
    assert [one.reason for one in again.skipped] == ["empty file"]


@pytest.fixture
def damaged(monkeypatch):
    """Let the documents that start with a tilde be read with a warning."""
    parse = loading.parse

    def parsed(content, *others):
        source = parse(content, *others)
        return replace(source, warnings=("a part of it is damaged",)) if source.text.startswith("~") else source

    monkeypatch.setattr(loading, "parse", parsed)


def test_a_warning_is_said_at_each_build_until_the_document_is_mended(desk, read, damaged):
    desk.put(a=ONE, b=f"~ {TWO}")
    warned = (Warned(str(desk.inputs / "b.txt"), "a part of it is damaged"),)
    first, again = desk.build(), desk.build()
    assert (first.warned, first.claims, first.skipped) == (warned, 2, ())
    assert (again.warned, again.changed, read) == (warned, False, ["a", "b"])
    desk.put(b=TWO)
    assert desk.build().warned == ()


def test_a_text_that_an_earlier_document_has_is_not_warned_of_twice(desk, damaged):
    desk.put(a=f"~ {ONE}", b=f"~ {ONE}")
    assert [Path(one.source).stem for one in desk.build().warned] == ["a"]


def test_extraction_collects_warnings(stubbed, desk, damaged):
    desk.put(a=f"~ {ONE}", b=TWO)
    warned: list[Warned] = []
    assert len(list(extract(desk.inputs, warned=warned))) == 2
    assert warned == [Warned(f"{desk.inputs.name}/a.txt", "a part of it is damaged")]


def test_only_new_and_changed_documents_are_read(desk, read):
    desk.put(a=ONE, b=TWO)
    desk.build()
    desk.put(b=THREE, c="Chad sanctions Norway.")
    built = desk.build()
    assert (built.changed, built.claims) == (True, 3)
    assert read == ["a", "b", "b", "c"]


def test_a_document_that_changed_takes_the_place_of_what_it_said(desk):
    desk.put(a=ONE, b=TWO)
    desk.build()
    desk.put(a=THREE)
    assert desk.build().documents == 2
    assert [path.read_bytes().count(b"kg:Document") for path in shard.shards(desk.output)].count(0) == 3
    assert b"Norway sanctions Chad" not in desk.files()["graph.ttl"]


def test_a_document_that_is_gone_is_kept_until_it_is_pruned(desk):
    desk.put(a=ONE, b=TWO)
    desk.build()
    whole = desk.files()
    desk.drop("b")
    kept = desk.build()
    assert (kept.gone, kept.documents, kept.changed) == (1, 2, False)
    assert desk.files() == whole
    pruned = desk.build(prune=True)
    assert (pruned.gone, pruned.documents, pruned.changed) == (1, 1, True)
    assert desk.build(prune=True).gone == 0


def test_a_document_that_was_left_out_and_is_gone_is_nothing_to_speak_of(desk):
    desk.put(a=ONE, empty=b"")
    desk.build()
    desk.drop("empty")
    assert (desk.build().gone, len(shard.shards(desk.output))) == (0, 2)


def test_a_text_that_moved_stands_in_the_graph_once(desk):
    desk.put(a=ONE, b=TWO)
    desk.build()
    desk.drop("b")
    desk.put(c=TWO)
    moved = desk.build()
    assert (moved.gone, moved.documents) == (0, 2)
    desk.build(desk.output.with_name("clean"))
    assert desk.files() == desk.files(desk.output.with_name("clean"))


def test_of_two_files_with_one_text_the_first_counts_whichever_came_first(desk, read):
    desk.put(b=ONE, c=TWO)
    desk.build()
    desk.put(a=ONE)
    assert [(Path(one.source).stem, one.reason[:12]) for one in desk.build().skipped] == [("b", "same text as")]
    assert [Path(one.source).stem for one in desk.build().skipped] == ["b"]
    desk.put(a=THREE)
    assert desk.build().skipped == ()
    assert read == ["b", "c", "a", "a", "b"]


def test_a_document_that_becomes_the_same_as_an_earlier_one_is_left_out(desk, read):
    desk.put(a=ONE, b=TWO)
    desk.build()
    desk.put(b=ONE)
    built = desk.build()
    assert (built.documents, [one.reason[:12] for one in built.skipped]) == (1, ["same text as"])
    assert read == ["a", "b"]
    desk.build(desk.output.with_name("clean"))
    assert desk.files() == desk.files(desk.output.with_name("clean"))


def test_a_file_that_cannot_be_read_just_now_keeps_what_was_read_of_it(desk, monkeypatch):
    desk.put(a=ONE, b=TWO)
    desk.build()
    whole = desk.files()

    def unreadable(file):
        if file.endswith("b.txt"):
            raise ReadError("cannot be read (input/output error)")
        return Path(file).read_bytes()

    monkeypatch.setattr("kg.pipeline.updating.read", unreadable)
    built = desk.build(prune=True)
    assert [one.reason for one in built.skipped] == ["cannot be read (input/output error)"]
    assert (built.gone, desk.files()) == (0, whole)


def test_a_broken_document_replaces_what_it_said(desk):
    desk.put(a=ONE, b=TWO)
    desk.build()
    desk.put(b=b"\x00\x01")
    built = desk.build()
    assert (built.documents, [one.reason for one in built.skipped]) == (1, ["binary file; expected text"])


def test_where_nothing_can_be_read_the_graph_stays(desk):
    desk.put(a=ONE)
    desk.build()
    whole = desk.files()
    desk.put(a=b"")
    with pytest.raises(ReadError, match=r"no document could be read: .*a\.txt: empty file"):
        desk.build()
    assert desk.files() == whole


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.html", "report.html", ".kg/built.json", ".kg/store/current"])
@pytest.mark.parametrize("change", ["lost", "changed"])
def test_a_file_that_was_lost_or_changed_is_written_again(desk, read, name, change):
    desk.put(a=ONE)
    desk.build()
    whole = desk.files()
    if change == "lost":
        (desk.output / name).unlink()
    else:
        (desk.output / name).write_bytes(b"{}")
    assert desk.build().changed
    assert desk.files() == whole
    assert desk.build().changed is False
    assert read == ["a"]


def test_shards_of_another_layout_are_removed(desk):
    desk.put(a=ONE)
    desk.build()
    shard.path(desk.output, "old").write_text("<urn:x:a> <urn:x:b> <urn:x:c> .\n", "utf-8")
    shard.path(desk.output, "odd").write_text('# {"key": 1}\n', "utf-8")
    for number, warnings in enumerate((7, "odd", [7])):
        about = {"key": "", "source": "", "document": "", "skipped": "", "digest": "", "warnings": warnings}
        shard.path(desk.output, f"odd{number}").write_text(f"# {json.dumps(about)}\n", "utf-8")
    assert desk.build().changed is False
    assert len(shard.shards(desk.output)) == 2


@pytest.mark.parametrize("place", [".", "output", "deep/out", "a.b"])
def test_what_kg_wrote_is_no_document_however_often_it_is_built(desk, monkeypatch, place):
    desk.put(a=ONE, b=f"{TWO} It was so.")
    (desk.inputs / "deep" / "er").mkdir(parents=True)
    (desk.inputs / "deep" / "er" / "c.md").write_text(f"{THREE} It was so, too.", "utf-8")
    monkeypatch.chdir(desk.inputs)
    told = []
    for _ in range(3):
        built = write_graph(".", Path(place))
        told.append((built.documents, built.claims, [one.source for one in built.skipped if one.source[-4:] == "html"]))
        told.append({path.name: path.read_bytes() for path in sorted(Path(place).glob("[gr]*.*"))})
        Path("moved.html").write_bytes((Path(place) / "graph.html").read_bytes())
        Path("deep/moved.htm").write_bytes((Path(place) / "report.html").read_bytes())
    assert told[0] == (3, 3, [])
    assert told[0::2] == [told[0]] * 3
    assert told[1::2] == [told[1]] * 3


def test_a_page_that_kg_wrote_and_that_is_named_is_refused_in_one_line(desk):
    desk.put(a=ONE)
    desk.build()
    for name in ("graph.html", "report.html"):
        with pytest.raises(ReadError, match=r"no document could be read: .*html: a page that kg wrote; expected a document$"):
            write_graph(desk.output / name, desk.output.with_name("other"))
    difference = desk.output.with_name("diff.html")
    compare(desk.output, desk.output, difference)
    assert [one.reason for one in write_graph([desk.inputs, difference], desk.output).skipped] == [
        "a page that kg wrote; expected a document"
    ]
    with pytest.raises(ReadError, match="no documents in this folder"):
        write_graph(desk.output, desk.output.with_name("other"))


def test_a_page_about_a_generator_is_a_document(desk):
    text = "<html><head><meta name='generator' content='kgx 2'></head><body><p>Norway sanctions Chad. So it is.</p></body></html>"
    (desk.inputs / "a.html").write_text(text, "utf-8")
    assert desk.build().documents == 1


def test_another_ontology_reads_all_again(desk, read, tmp_path):
    desk.put(a=ONE, b=TWO)
    desk.build()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.ttl").write_text("@prefix words: <https://w3id.org/kg-affairs/words/> .\n", "utf-8")
    desk.build(ontology=tmp_path / "own")
    assert read == ["a", "b", "a", "b"]


def test_another_program_reads_all_again(desk, read, monkeypatch):
    desk.put(a=ONE)
    desk.build()
    monkeypatch.setattr("kg.pipeline.program.code_digest", lambda _rooms=(): "other")
    assert desk.build().changed
    assert read == ["a", "a"]


def test_another_way_to_write_reads_nothing_again(desk, read, monkeypatch):
    desk.put(a=ONE)
    desk.build()
    digest = program.code_digest
    monkeypatch.setattr("kg.pipeline.program.code_digest", lambda rooms=(): digest(rooms) if rooms else "another style sheet")
    assert desk.build().changed
    assert read == ["a"]
    assert not desk.build().changed


NAMES = st.sampled_from(["b", "c", "d"])
TEXTS = st.sampled_from([ONE, TWO, THREE, "Norway sanctions Peru. Peru sanctions Chad.", "Nobody does anything.", "", "\x00"])
STEPS = st.lists(st.dictionaries(NAMES, st.none() | TEXTS, max_size=3), min_size=1, max_size=4)


@settings(max_examples=12)
@given(STEPS)
def test_an_updated_graph_is_that_of_a_clean_build(stubbed, steps):
    """Documents come, change, go and come back; none is ever the only one."""
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(Path(place))
        desk.put(a="Fiji sanctions Mali.")
        for step in steps:
            for name, text in step.items():
                (desk.inputs / f"{name}.txt").unlink(missing_ok=True)
                if text is not None:
                    desk.put(**{name: text})
            desk.build(prune=True)
        clean = Path(place) / "clean"
        desk.build(clean)
        assert desk.files() == desk.files(clean)
        assert set(open_graph(desk.output)) == set(open_graph(clean))


@settings(max_examples=6)
@given(st.lists(st.dictionaries(NAMES, st.booleans(), max_size=3), min_size=1, max_size=4))
def test_what_is_kept_is_as_if_it_were_still_there(stubbed, steps):
    """Without pruning, the graph is that of every document as it was last seen."""
    with tempfile.TemporaryDirectory() as place:
        desk, seen = Desk(Path(place)), {"a": "Fiji sanctions Mali."}
        desk.put(**seen)
        for number, step in enumerate(steps):
            for name, stays in step.items():
                (desk.inputs / f"{name}.txt").unlink(missing_ok=True)
                if stays:
                    seen[name] = f"{ONE} It was number {number} of {name}."
                    desk.put(**{name: seen[name]})
            desk.build()
        desk.put(**seen)
        desk.build(Path(place) / "clean")
        assert desk.files() == desk.files(Path(place) / "clean")
