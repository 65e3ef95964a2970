from dataclasses import replace

import pytest
from hypothesis import given, settings

from kg.errors import GraphError, OutputError
from kg.graph import shard
from kg.graph.output import folder, whole_file
from kg.graph.triples import quads
from tests.graph import strategies
from tests.graph.samples import DOCUMENT, PLAIN


@settings(max_examples=20)
@given(strategies.read())
def test_what_is_written_is_read(tmp_path_factory, pair):
    place = tmp_path_factory.mktemp("out")
    found = quads(*pair)
    shard.write(place, "k", reversed(found))
    assert list(shard.read(place, "k")) == found


def test_a_shard_is_sorted_under_a_line_that_says_what_it_is(tmp_path):
    about = shard.Header("1c", "reports/fish.txt", DOCUMENT.id)
    path = shard.write(tmp_path, "k", quads(DOCUMENT, [PLAIN]) * 2, about)
    first, *lines = path.read_bytes().splitlines()
    assert first.startswith(b"# {")
    assert lines == sorted(set(lines))
    assert shard.shards(tmp_path) == [path] == [tmp_path / ".kg" / "shards" / "k.nq"]
    assert [item.name for item in path.parent.iterdir()] == ["k.nq"]
    assert shard.header(path) == replace(about, digest=shard.header(path).digest)


def test_the_first_line_changes_with_the_content(tmp_path):
    lines = {shard.first_line(shard.write(tmp_path, "k", found)) for found in (quads(DOCUMENT, [PLAIN]), quads(DOCUMENT, []), [])}
    assert len(lines) == 3


@pytest.mark.parametrize(
    "content", [b"", b"<urn:x:a> <urn:x:b> <urn:x:c> .\n", b'# {"key": "k"}\n', b"# [1]\n", b"# \xff\n", b"#" * 9]
)
def test_a_shard_of_another_layout_has_no_header(tmp_path, content):
    shard.write(tmp_path, "k", []).write_bytes(content)
    assert shard.header(shard.path(tmp_path, "k")) is None


def test_a_shard_that_is_not_there_has_no_header(tmp_path):
    assert shard.header(tmp_path / "k.nq") is None


def test_a_shard_that_cannot_be_read_is_an_error(tmp_path):
    with pytest.raises(OutputError, match="a readable shard was expected"):
        shard.header(tmp_path)


def test_the_key_depends_on_content_path_and_versions():
    keys = [shard.key(b"a", "a.txt", ["1", "2"]), shard.key(b"b", "a.txt", ["1", "2"]), shard.key(b"a", "b.txt", ["1", "2"])]
    keys += [shard.key(b"a", "a.txt", versions) for versions in (["2", "1"], ["12"], ["1", "2", ""])]
    assert len(set(keys)) == 6


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
