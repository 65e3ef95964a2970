"""The profile of the laws (few examples, the same ones in every run), the command line, and one build that tests share."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import settings

from kg.cli import main

settings.register_profile("kg", deadline=None, derandomize=True, max_examples=25, print_blob=True)
settings.load_profile("kg")

# Nothing that a run of the tests keeps outlives it, and nothing older is read.
_CACHE = tempfile.TemporaryDirectory(prefix="kg-cache-")
os.environ["KG_CACHE"] = _CACHE.name

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


def run_kg(*arguments: str | Path, stdin: bytes = b"") -> Run:
    """Run `kg` in this process, as the shell would: words in, exit status and both streams out."""
    out, err = StringIO(), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as caught:
            main()
    return Run(caught.value.code if isinstance(caught.value.code, int) else 0, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def one_extractor() -> Iterator[None]:
    """Let runs in this process share the model and the frames, which take more than a second to load."""
    from kg.pipeline import reading  # noqa: PLC0415 - a second that tests of other rooms need not wait for

    loaded: dict[tuple[str, str], reading.Extractor] = {}

    def extractor(ontology: reading.Ontology, model: str) -> reading.Extractor:
        if (ontology.digest, model) not in loaded:
            loaded[ontology.digest, model] = original(ontology, model)
        return loaded[ontology.digest, model]

    original = reading.Extractor
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "Extractor", extractor)
        yield


@pytest.fixture(scope="session")
def kg(one_extractor: None) -> Callable[..., Run]:
    """`kg("explain", "Norway", stdin=b"...")` -> status, out, err."""
    return run_kg


@pytest.fixture(scope="session")
def corpus() -> Path:
    """A folder with three documents: txt, md and html."""
    return CORPUS


@pytest.fixture(scope="session")
def building(one_extractor: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """The one build of the corpus: its output folder, and what `kg build` said."""
    folder = tmp_path_factory.mktemp("built") / "output"
    return folder, run_kg("build", CORPUS, "-o", folder)


@pytest.fixture(scope="session")
def built(building: tuple[Path, Run]) -> Path:
    """The output folder of one build of the corpus."""
    return building[0]
