"""Labelled sentences -> how often claims of each confidence are right: a reliability table, in Markdown.

Counted are claims between the two ends that a row marks, in either direction; right is one in the row's direction and of its
quad class.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.events import events
from benchmarks.rows import Reader, Row, rows
from kg.errors import ReadError

__all__ = ["judged"]

_QUADS = {
    1: "AGREE CONSULT SUPPORT",
    2: "COOPERATE AID YIELD CONCEDE RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST MOBILIZE SANCTION COERCE ASSAULT",
}
_QUAD = {root: quad for quad, roots in _QUADS.items() for root in roots.split()}
_BINS = 10


def judged(reader: Reader, row: Row) -> Iterator[tuple[float, bool]]:
    """The confidence of each claim between the two ends of a row, and whether it is right."""
    try:
        found = list(events(reader, row["sentence"]))
    except ReadError:
        return
    for claim, triple in found:
        forward = _at(triple["s"], row["source_spans"]) and _at(triple["t"], row["target_spans"])
        backward = _at(triple["t"], row["source_spans"]) and _at(triple["s"], row["target_spans"])
        if forward or backward:
            yield claim.confidence, forward and _QUAD[triple["root"]] == _QUAD[row["root"]]


def _at(span: list[int], gold: list[list[int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in gold)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--part", choices=["all", "tune", "held"], default="all")
    parser.add_argument("--candidates", action="store_true", help="as kg extract --candidates")
    options = parser.parse_args()
    reader, found, right = Reader(candidates=options.candidates), Counter[int](), Counter[int]()
    for path in options.gold:
        for row in rows(path, options.part):
            for confidence, is_right in judged(reader, row):
                found[int(confidence * _BINS)] += 1
                right[int(confidence * _BINS)] += is_right
    print("| confidence | claims | right |\n|-|-|-|")
    for one in sorted(found):
        print(f"| {one / _BINS:.1f} to {(one + 1) / _BINS:.1f} | {found[one]} | {right[one] / found[one]:.2f} |")


if __name__ == "__main__":
    main()
