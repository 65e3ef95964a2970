"""Labelled rows -> documents: what the benchmarks share."""

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kg.extract.extractor import Extractor
from kg.model import Document
from kg.ontology import Ontology, load
from kg.read.load import document
from kg.read.source import Source
from kg.read.words import PrintWords

__all__ = ["Reader", "is_held", "run"]

Row = dict[str, Any]


class Reader:
    """The extractor, loaded once; with `candidates`, what it reads holds those, too."""

    def __init__(self, *, candidates: bool = False) -> None:
        self.candidates = candidates
        self.ontology: Ontology = load()
        self.extractor = Extractor(self.ontology)
        self._words = PrintWords.of(self.ontology.word_lists)

    def document(self, text: str) -> Document:
        """A text as a document without a date."""
        return document(Source(text), "row", self._words)


def is_held(row: Row) -> bool:
    """Whether a row belongs to the third that nobody looks at."""
    return int(hashlib.sha256(str(row["id"]).encode()).hexdigest(), 16) % 3 == 0


def rows(path: Path, part: str) -> Iterator[Row]:
    """The rows of a file, or of a part of it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row: Row = json.loads(line)
        if part == "all" or is_held(row) is (part == "held"):
            yield row


def run(answer: Callable[[Reader, Row], Row]) -> None:
    """Answer each row of a gold file and write the answers, and the rows, as JSON lines."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--part", choices=["all", "tune", "held"], default="all")
    parser.add_argument("--candidates", action="store_true", help="as kg extract --candidates")
    options = parser.parse_args()
    reader = Reader(candidates=options.candidates)
    chosen = list(rows(options.gold, options.part))
    answers = [{"id": row["id"], **answer(reader, row)} for row in chosen]
    options.answers.write_text("".join(json.dumps(one) + "\n" for one in answers), encoding="utf-8")
    beside = options.answers.with_name(options.answers.name + ".gold")
    beside.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in chosen), encoding="utf-8")
