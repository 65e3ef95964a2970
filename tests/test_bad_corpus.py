"""A folder full of bad documents: the build ends well, in bounded memory, and says of each document what became of it.

A thousand of them: `python -m benchmarks.hostile`.
"""

from pathlib import Path

import pytest

from kg.graph import claims as reading
from kg.pipeline import open_graph
from tests.hostile import KINDS, documents, run

COUNT = 80
MEGABYTES = 1_500


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    place = tmp_path_factory.mktemp("hostile")
    return run(COUNT, place), place


def test_none_of_them_stops_the_build(done):
    result, _ = done
    assert result.status == 0, result.said
    assert "Traceback" not in result.said
    assert "Warning" not in result.said


def test_memory_stays_bounded(done):
    assert done[0].peak < MEGABYTES


def test_each_is_read_or_listed_with_its_reason(done):
    result, place = done
    read = {Path(document.source).name for document in reading.documents(open_graph(place / "out")).values()}
    assert "9999-good.txt" in read
    assert read | result.reasons.keys() == {*result.names, "9999-good.txt"}
    assert read & result.reasons.keys() == set()
    assert all(0 < len(reason) < 200 for reason in result.reasons.values())


def test_every_kind_is_made_and_always_the_same():
    made = dict(documents(400))
    assert {name.partition("-")[2].partition(".")[0] for name in made} == KINDS.keys()
    assert dict(documents(40)).items() <= made.items()
