"""Builds that are killed at any moment: what was said to be done is there, no file is half-written, and the next build goes on."""

import json
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph import shard
from kg.graph.store import open_read_only, place
from tests.pipeline.conftest import Desk

KILLS = 50
DOCUMENTS = {
    "new": [f"Norway sanctions Chad. Chad sanctions Peru. It was the {number}th time." for number in range(4)],
    "old": [f"Peru sanctions Norway. It was the {number}th time." for number in range(6)],
}


class Killer:
    """The process whose children build and die."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.pipeline.killing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def build(self, output: Path, steps: int = 0, delay: int = 0) -> tuple[list[str], int, bool, int]:
        self.process.stdin.write(json.dumps([str(self.desk.inputs), str(output), steps, delay]) + "\n")
        self.process.stdin.flush()
        return tuple(json.loads(self.process.stdout.readline()))

    def put(self, version: str) -> None:
        """Make the documents of a version those that are there."""
        for file in self.desk.inputs.iterdir():
            file.unlink()
        self.desk.put(**{f"d{number}": text for number, text in enumerate(DOCUMENTS[version])})


@pytest.fixture
def killer(desk) -> Iterator[Killer]:
    killer = Killer(desk)
    yield killer
    with killer.process:
        killer.process.stdin.close()
    assert killer.process.returncode == 0


def leftovers(output: Path) -> list[Path]:
    return [path for path in output.rglob("*") if path.name.endswith(".new") or ".new" in path.parts]


def test_fifty_builds_that_were_killed_leave_nothing_half_done(killer, desk, tmp_path):
    chance = random.Random(17)
    whole: dict[str, dict[str, bytes]] = {}
    stores: set[frozenset[str]] = set()
    steps = 0
    for version in DOCUMENTS:
        killer.put(version)
        _, counted, killed, status = killer.build(tmp_path / version)
        assert (killed, status) == (False, 0)
        whole[version] = desk.files(tmp_path / version)
        stores.add(frozenset(map(str, open_read_only(tmp_path / version))))
        steps = max(steps, counted)
    deaths = 0
    while deaths < KILLS:
        version = chance.choice(list(DOCUMENTS))
        killer.put(version)
        moment = (chance.randint(1, steps), chance.choice([0, 0, 200, 2_000, 20_000]))
        done, _, killed, status = killer.build(desk.output, *moment)
        assert killed or status == 0, done
        deaths += killed
        assert not killed or status in {-signal.SIGKILL, -signal.SIGALRM}
        for source in done:
            assert shard.header(shard.path(desk.output, shard.name(source))).source == source, moment
        for name, content in desk.files().items():
            assert content in {files[name] for files in whole.values()}, (moment, name)
        if (place(desk.output) / "current").exists():
            assert frozenset(map(str, open_read_only(desk.output))) in stores, moment
        if deaths % 10 == 0 or not killed:
            _, _, killed, status = killer.build(desk.output)
            assert (killed, status) == (False, 0)
            assert desk.files() == whole[version], moment
            assert leftovers(desk.output) == []
    killer.put("new")
    killer.build(desk.output)
    assert desk.files() == whole["new"]
