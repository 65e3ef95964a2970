from dataclasses import replace

import pytest
from hypothesis import given, settings

from kg.errors import GraphError, OutputError
from kg.graph import shard
from kg.graph.output import folder, whole_file
from kg.graph.triples import quads
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, PLAIN

ABOUT = {"ontology": "1", "version": "2", "model": "3"}


@settings(max_examples=20)
@given(strategies.read())
def test_what_is_written_is_read(tmp_path_factory, pair):
    place = tmp_path_factory.mktemp("out")
    found = quads(*pair)
    shard.write(place, "k", reversed(found))
    assert list(shard.read(place, "k")) == found


def test_a_shard_is_sorted_and_is_found_again(tmp_path):
    assert not shard.exists(tmp_path, "k")
    path = shard.write(tmp_path, "k", quads(DOCUMENT, [PLAIN]) * 2)
    lines = path.read_bytes().splitlines()
    assert lines == sorted(set(lines))
    assert shard.exists(tmp_path, "k")
    assert shard.shards(tmp_path) == [path] == [tmp_path / ".kg" / "shards" / "k.nq"]
    assert [item.name for item in path.parent.iterdir()] == ["k.nq"]


@pytest.mark.parametrize("other", [{"ontology": "9"}, {"version": "9"}, {"model": "9"}])
def test_the_key_depends_on_ontology_program_and_model(other):
    assert shard.key(DOCUMENT, **ABOUT) != shard.key(DOCUMENT, **ABOUT | other)


@pytest.mark.parametrize("name", ["id", "source", "title", "publisher", "author", "published", "language"])
def test_the_key_depends_on_the_document(name):
    assert shard.key(DOCUMENT, **ABOUT) != shard.key(replace(DOCUMENT, **{name: "x"}), **ABOUT)


def test_a_missing_shard_and_a_malformed_one_are_errors(tmp_path):
    with pytest.raises(GraphError, match=r"k\.nq: .* a shard was expected"):
        list(shard.read(tmp_path, "k"))
    path = shard.write(tmp_path, "k", [])
    path.write_text('<urn:x:a> <urn:x:b> "c" .\n<urn:x:a> no\n', encoding="utf-8")
    with pytest.raises(GraphError, match=r"k\.nq:2: .*N-Quads were expected"):
        list(shard.read(tmp_path, "k"))


def test_a_folder_that_cannot_be_made_is_an_error_in_one_line(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match=r"taken.*a folder to write into was expected") as caught:
        shard.write(tmp_path / "taken", "k", [])
    assert "\n" not in str(caught.value)
    with pytest.raises(OutputError, match="taken"):
        folder(tmp_path / "taken")


def test_a_file_that_cannot_be_replaced_is_an_error(tmp_path):
    (tmp_path / "graph.ttl").mkdir()
    with (
        pytest.raises(OutputError, match=r"graph\.ttl: .*a place to write to was expected"),
        whole_file(tmp_path / "graph.ttl") as file,
    ):
        file.write(b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def interrupted(path):
    with whole_file(path) as file:
        file.write(b"new")
        raise KeyError


def test_after_a_failure_the_old_file_stays(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_bytes(b"old")
    with pytest.raises(KeyError):
        interrupted(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
