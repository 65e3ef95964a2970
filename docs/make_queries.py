"""Asks the queries of `docs/queries.md`, and writes the answers below them: `python docs/make_queries.py output/`.

The graph is that of `seeds/`. The page is the source of the queries: each is a block of SPARQL, and the block after it is what
`kg query` answers.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Store

from kg.explore.query import query
from kg.explore.results import render
from kg.pipeline import open_graph

PAGE = Path(__file__).with_name("queries.md")
BLOCKS = re.compile(r"```sparql\n(?P<query>.*?)```\n(?:```text\n(?P<answer>.*?)```\n)?", re.DOTALL)


def answered(page: str, ask: Callable[[str], str]) -> str:
    """The page with fresh answers."""
    return BLOCKS.sub(lambda block: f"```sparql\n{block['query']}```\n```text\n{ask(block['query'])}```\n", page)


def asking(store: Store) -> Callable[[str], str]:
    """What answers a query as `kg query` does."""
    return lambda sparql: render(query(store, sparql))


if __name__ == "__main__":
    graph = open_graph(Path(sys.argv[1] if len(sys.argv) > 1 else "output"))
    PAGE.write_text(answered(PAGE.read_text("utf-8"), asking(graph)), "utf-8")
