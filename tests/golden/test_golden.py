"""Texts and the claims that are read out of them, one line a claim, so that a change of reading shows as a difference of lines.

`python -m tests.golden.test_golden` writes the lines anew; read the difference before you keep it.
"""

from pathlib import Path

import pytest

from kg.extract.extractor import Extractor
from kg.model import Claim
from kg.ontology import load
from kg.read.load import document
from kg.read.source import Source
from kg.read.words import PrintWords

FOLDER = Path(__file__).parent
WEAK = {"same sentence", "headline"}  # such issues are marked with ~, as are speakers that are inferred
TEXTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def line(claim: Claim) -> str:
    speakers = " < ".join((a.speaker.entity.label if a.speaker else "?") + "~" * a.inferred for a in claim.attribution)
    parts = [
        str(claim),
        claim.evidence.trigger.of(TEXT[claim.source]),
        ", ".join(issue.entity.label + "~" * (issue.reason in WEAK) for issue in claim.issues),
        speakers and f"by {speakers}",
        claim.time and f"{claim.time.text} [{claim.time.start}, {claim.time.end}]",
    ]
    return " | ".join(part for part in parts if part)


TEXT: dict[str, str] = {}


def read(extractor: Extractor, name: str) -> list[str]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    TEXT[name] = text
    words = PrintWords.of(load().word_lists)
    source = Source("Published: 2021-06-17\n\n" + text)
    TEXT[name] = source.text
    return [line(claim) for claim in extractor.claims(document(source, name, words))]


@pytest.fixture(scope="session")
def reader() -> Extractor:
    return Extractor(load())


@pytest.mark.model
@pytest.mark.parametrize("name", TEXTS)
def test_golden(reader, name):
    expected = (FOLDER / f"{name}.claims").read_text(encoding="utf-8").splitlines()
    assert read(reader, name) == expected


if __name__ == "__main__":
    loaded = Extractor(load())
    for each in TEXTS:
        (FOLDER / f"{each}.claims").write_text("".join(f"{one}\n" for one in read(loaded, each)), encoding="utf-8")
