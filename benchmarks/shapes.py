"""Time of `kg validate` on a graph of many statements: `python benchmarks/shapes.py output/graph.trig [STATEMENTS]`.

The documents of a graph are repeated under other names until there are enough of them.
"""

import sys
import time
from itertools import count
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.graph.shapes import broken
from kg.graph.store import from_quads, load_file
from kg.graph.validate import quotes, validate
from kg.ontology import PREFIXES, shipped

OWN = tuple(PREFIXES[name] for name in ("doc", "claim", "quote", "attr"))


def renamed(term: object, number: int) -> object:
    """A name of a document, or of what belongs to one, with a number before its last part."""
    base = next((base for base in OWN if isinstance(term, NamedNode) and term.value.startswith(base)), None)
    return NamedNode(f"{base}{number}-{term.value.removeprefix(base)}") if base else term


def repeated(quads: list[Quad], statements: int) -> set[Quad]:
    found: set[Quad] = set()
    for number in count():
        if len({quad.triple for quad in found}) >= statements:
            break
        found.update(Quad(*(renamed(term, number) for term in quad)) for quad in quads)
    return found


def main(file: Path, statements: int) -> None:
    store = from_quads(repeated(list(load_file(file)), statements))
    print(f"{len({quad.triple for quad in store}):,} statements, {quotes(store):,} quotes")
    shapes, start = shipped() / "shapes.ttl", time.process_time()
    wrong = len(list(broken(store, shapes)))
    print(f"shapes: {time.process_time() - start:.1f} s, {wrong} violations")
    start = time.process_time()
    wrong = len(validate(store, shapes))
    print(f"shapes and quotes: {time.process_time() - start:.1f} s, {wrong} violations")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
