"""Time and memory of queries on a large graph: `python -m benchmarks.queries OUTPUT [QUADS]`.

First those of `docs/queries.md`, then two hundred hostile ones, after each of which a harmless one must be answered. The documents
of an output folder are repeated under other names, each with sentences of its own, until there are enough quads.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pyoxigraph import Literal, Quad

from benchmarks.shapes import renamed
from kg.graph import shard, store
from kg.graph.terms import named

KG = Path(sys.executable).with_name("kg")
PAGE = Path(__file__).parents[1] / "docs" / "queries.md"
BLOCK = re.compile(r"### (.*?)\n```sparql\n(.*?)```", re.DOTALL)
LIMIT = "1"
TERMS = ("?s ?p ?o", "?a ?b ?c", "?c1 a kg:Claim ; ?q ?r", "?d kg:text ?t", "?e kg:evidence ?f . ?f kg:exact ?g")
HEADS = (
    "SELECT *",
    "SELECT DISTINCT *",
    "SELECT (COUNT(*) AS ?n)",
    "SELECT (GROUP_CONCAT(?o) AS ?n)",
    "CONSTRUCT { ?s ?p ?o } WHERE",
)
TAILS = ("", "ORDER BY ?o", "ORDER BY DESC(?p) ?o", "OFFSET 100000000")


def moved(quads: list[Quad], number: int) -> Iterator[Quad]:
    for quad in quads:
        target = quad.object
        if quad.predicate == named("kg:exact") and isinstance(target, Literal):
            target = Literal(f"{target.value} {number}", language=target.language)
        yield Quad(renamed(quad.subject, number), quad.predicate, renamed(target, number), renamed(quad.graph_name, number))


def built(source: Path, target: Path, quads: int) -> int:
    """Build a graph of so many documents that it has enough quads; their number."""
    documents = [list(shard.read_file(path)) for path in shard.shards(source) if (about := shard.header(path)) and about.source]
    paths: list[Path] = []
    written = 0
    while written < quads:
        some = set(moved(documents[len(paths) % len(documents)], len(paths)))
        paths.append(shard.write(target, f"{len(paths):032}", some, shard.Header("k", f"{len(paths)}.txt", "d")))
        written += len(some)
    store.build(paths, store.place(target))
    return len(paths)


def asked(folder: Path, sparql: str, *options: str) -> tuple[int, float, float, str]:
    """Exit status, seconds of the processor, megabytes and the last line of what `kg query` says."""
    command = [KG, "query", sparql, "-g", folder, "--csv" if not sparql.startswith("CONSTRUCT") else "--json", *options]
    with tempfile.TemporaryFile() as out, subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(max(0, out.seek(0, os.SEEK_END) - 300))
        last = out.read().decode("utf-8", "replace").splitlines()
    return process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, last[-1] if last else ""


def hostile() -> Iterator[str]:
    for head in HEADS:
        for tail in TAILS:
            for count in range(2, 12):
                middle = " . ".join(
                    term.replace("?", f"?{'x' * (place // len(TERMS))}") for place, term in enumerate((TERMS * 3)[:count])
                )
                yield f"{head} {{ {middle} }} {tail}"


def main(source: Path, quads: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, start = Path(place), time.monotonic()
        with ProcessPoolExecutor(1) as pool:  # so that this process stays small: what it starts is said to have taken what it took
            count = pool.submit(built, source, folder, quads).result()
        print(f"{count} documents, at least {quads:,} quads, built in {time.monotonic() - start:.0f} s")
        for title, sparql in BLOCK.findall(PAGE.read_text("utf-8")):
            status, seconds, megabytes, _ = asked(folder, sparql)
            print(f"{seconds:6.2f} s {megabytes:5.0f} MB  exit {status}  {title}", flush=True)
        ends: Counter[str] = Counter()
        for sparql in hostile():
            status, _, megabytes, last = asked(folder, sparql, "--timeout", LIMIT)
            ends[f"exit {status}: {'answered' if status == 0 else last[:60]}"] += 1
            if asked(folder, "ASK { ?s ?p ?o }")[0]:
                print("the next query is not answered", sparql)
        print(*(f"{count:4} {end}" for end, count in ends.most_common()), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 370_000)
