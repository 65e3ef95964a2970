"""A disk that is full, a folder that is read-only, a store or a folder that another process holds: one clear line, nothing lost."""

import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.graph.lock import alone
from kg.graph.store import place
from kg.pipeline import open_graph
from kg.pipeline.exchanging import load_graphs
from tests.pipeline.conftest import Desk

ONE, TWO = "Norway sanctions Chad.", "Chad sanctions Peru."
HOLD_FOLDER = "from filelock import FileLock; lock = FileLock({!r}); lock.acquire(); print('held', flush=True); input()"
HOLD_STORE = "from pyoxigraph import Store; store = Store({!r}); print('held', flush=True); input()"


def line(error: OutputError) -> str:
    assert "\n" not in str(error)
    return str(error)


@pytest.fixture
def holding():
    """Let another process run a line of Python that ends in waiting, and kill it in the end, as `kill -9` does."""
    processes = []

    def hold(code: str) -> subprocess.Popen:
        process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        processes.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in processes:
        with process:
            process.kill()


@pytest.fixture
def readers(stubbed):
    """A desk in a folder that others may read, at which somebody works who may not do everything."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Desk(Path(name))


@pytest.fixture
def unprivileged():
    """Nobody in particular: whoever may do everything could write into a read-only folder."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.parametrize("which", range(1, 9))
def test_a_disk_that_is_full_loses_nothing(desk, monkeypatch, which):
    """The file that the disk has no room for is each of those that a build writes, in turn."""
    desk.put(a=ONE)
    desk.build()
    whole = desk.files()
    desk.put(a=TWO, b=ONE)
    force, calls = os.fsync, []

    def full(file):
        calls.append(file)
        if len(calls) == which:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        force(file)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"No space left on device, a place .* was expected") as caught:
        desk.build()
    assert line(caught.value).startswith(str(desk.output))
    monkeypatch.undo()
    assert which == 8 or desk.files() == whole
    assert len(list(open_graph(desk.output))) > 20
    desk.build()
    desk.build(desk.output.with_name("clean"))
    assert desk.files() == desk.files(desk.output.with_name("clean"))
    assert not list(desk.output.rglob("*.new"))


@pytest.mark.parametrize("size", [300, 4_000, 20_000, 60_000])
def test_files_that_may_not_grow_lose_nothing(desk, size):
    """As on a disk that is full, in the libraries, too: no file may be longer than so many bytes."""
    desk.put(a=ONE)
    desk.build()
    whole = desk.files()
    desk.put(a=TWO, **{f"d{number}": f"{ONE} It was number {number}." for number in range(40)})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(OutputError) as caught:
            desk.build()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert line(caught.value).endswith("was expected")
    assert desk.files() == whole
    assert len(list(open_graph(desk.output))) > 20
    desk.build()
    desk.build(desk.output.with_name("clean"))
    assert desk.files() == desk.files(desk.output.with_name("clean"))


def test_a_folder_that_is_read_only(readers, request):
    readers.put(a=ONE)
    readers.inputs.parent.chmod(0o555)
    request.getfixturevalue("unprivileged")
    with pytest.raises(OutputError, match="Permission denied, a folder to write into was expected") as caught:
        readers.build()
    assert line(caught.value).startswith(str(readers.output))


def test_a_graph_in_a_folder_that_became_read_only_can_be_asked_but_not_built(readers, request):
    readers.put(a=ONE)
    readers.build()
    for path in [readers.output, *readers.output.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    request.getfixturevalue("unprivileged")
    assert len(list(open_graph(readers.output))) > 20
    with pytest.raises(OutputError, match="Permission denied, a folder to write into was expected"):
        readers.build()


def test_two_builds_into_one_folder(desk, holding):
    desk.put(a=ONE)
    desk.build()
    other = holding(HOLD_FOLDER.format(str(desk.output / ".kg" / "lock")))
    said: list[str] = []
    with pytest.raises(OutputError, match=r"another kg build writes there and has not ended after 0\.1 seconds") as caught:
        desk.build(wait=0.1, note=said.append)
    assert line(caught.value).startswith(str(desk.output))
    assert said == [f"{desk.output}: another kg build writes there; waiting for it to end"]
    assert len(list(open_graph(desk.output))) > 20, "who asks needs not wait"
    threading.Timer(0.3, other.send_signal, [signal.SIGKILL]).start()
    assert desk.build(wait=60).changed is False


def test_what_others_made_is_taken_when_nobody_else_writes(desk, holding):
    desk.put(a=ONE)
    desk.build()
    whole = desk.files()
    other = desk.output.with_name("other")
    desk.put(b=TWO)
    desk.build(other)
    process = holding(HOLD_FOLDER.format(str(desk.output / ".kg" / "lock")))
    threading.Timer(0.3, process.send_signal, [signal.SIGKILL]).start()
    load_graphs([other], desk.output)
    assert desk.files() != whole
    assert desk.files()["graph.ttl"] == desk.files(other)["graph.ttl"]


def test_a_lock_is_given_back_after_a_failure(tmp_path):
    def fail() -> None:
        with alone(tmp_path, wait=0, waiting=print):
            raise KeyError

    for _ in range(2):
        with pytest.raises(KeyError):
            fail()


def test_a_store_that_another_process_holds(desk, holding):
    desk.put(a=ONE)
    desk.build()
    holding(HOLD_STORE.format(str(place(desk.output) / (place(desk.output) / "current").read_text("utf-8"))))
    assert len(list(open_graph(desk.output))) > 20
    assert desk.build().changed is False
    desk.put(a=TWO)
    assert desk.build().changed
    desk.build(desk.output.with_name("clean"))
    assert desk.files() == desk.files(desk.output.with_name("clean"))


def test_a_shard_that_cannot_be_removed(desk, monkeypatch):
    desk.put(a=ONE, b=TWO)
    desk.build()
    desk.drop("b")

    def never(self, *, missing_ok=False):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "unlink", never)
    with pytest.raises(OutputError, match="Operation not permitted, a shard that can be removed was expected"):
        desk.build(prune=True)


def test_leftovers_that_cannot_be_removed(desk, monkeypatch):
    desk.put(a=ONE)
    desk.build()
    (desk.output / ".kg" / "store" / "left.new").mkdir()

    def never(_path, *_arguments, **_options):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("kg.graph.output.shutil.rmtree", never)
    with pytest.raises(OutputError, match="Operation not permitted, a folder to write into was expected"):
        desk.build()


def test_leftovers_of_killed_builds_are_removed(desk):
    desk.put(a=ONE)
    desk.build()
    made = desk.output / ".kg" / "outputs.new"
    made.mkdir()
    (made / ".graph.ttl.1.new").write_text("half", "utf-8")
    (desk.output / ".kg" / "shards" / ".a.nq.1.new").write_text("half", "utf-8")
    assert desk.build().changed is False
    assert not list(desk.output.rglob("*.new"))


def test_a_folder_in_the_place_of_a_file(desk):
    desk.put(a=ONE)
    (desk.output / "graph.ttl").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"graph\.ttl: .*, a place to write to was expected"):
        desk.build()
