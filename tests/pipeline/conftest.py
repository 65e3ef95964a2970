"""Builds that need no language model."""

from pathlib import Path

import pytest

from kg.pipeline import reading
from kg.pipeline.building import write_graph
from kg.pipeline.options import Built, Options
from tests.pipeline.stub import Stub


@pytest.fixture(scope="module")
def stubbed():
    """Let builds read what the stub reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "extractor", lambda _ontology, _options: Stub())
        yield


class Desk:
    """A folder of documents, and the output folder of their builds."""

    def __init__(self, place: Path) -> None:
        self.inputs, self.output = place / "in", place / "out"
        self.inputs.mkdir(parents=True)

    def put(self, **texts: str | bytes) -> None:
        """Write documents, each by the name of its file without `.txt`."""
        for name, text in texts.items():
            (self.inputs / f"{name}.txt").write_bytes(text if isinstance(text, bytes) else text.encode())

    def drop(self, *names: str) -> None:
        for name in names:
            (self.inputs / f"{name}.txt").unlink()

    def build(self, folder: Path | None = None, **options: object) -> Built:
        return write_graph(self.inputs, folder or self.output, Options(**options))

    def files(self, folder: Path | None = None) -> dict[str, bytes]:
        """What people open."""
        return {path.name: path.read_bytes() for path in sorted((folder or self.output).glob("graph.*"))}

    def state(self) -> dict[str, tuple[int, bytes]]:
        """Every file of the output folder, with the time at which it was last written; the lock holds nothing."""
        files = [path for path in self.output.rglob("*") if path.is_file() and path.name != "lock"]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


@pytest.fixture
def desk(stubbed, tmp_path) -> Desk:
    return Desk(tmp_path)
