"""Counts and measures -> tables for a terminal, and JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from kg.explore.analyse import Analysis
from kg.explore.info import Info
from kg.explore.results import table

__all__ = ["analysis_json", "analysis_text", "info_json", "info_text"]


def info_text(info: Info, *, width: int | None = None) -> str:
    """The counts of a graph as a table.

    >>> print(info_text(Info(documents=2, claims=7, quotes=5, issues=3, statements=190)).splitlines()[2])
     documents          │ 2
    """
    rows = [("documents", info.documents), ("claims", info.claims), *_indented(info.by_factuality), *_indented(info.by_polarity)]
    rows += [*_indented(info.by_group), ("quotes", info.quotes), ("actors", sum(count for _, count in info.actors))]
    rows += [*_indented(info.actors), ("issues", info.issues), ("statements (quads)", info.statements)]
    return table(["what", "how many"], ([name, str(count)] for name, count in rows), width=width)


def info_json(info: Info) -> str:
    """The counts of a graph as one JSON object.

    >>> info_json(Info(documents=2, claims=7, quotes=5, issues=3, statements=190))[:32]
    '{"documents": 2, "claims": 7, "q'
    """
    return json.dumps({name: dict(value) if isinstance(value, tuple) else value for name, value in asdict(info).items()}) + "\n"


def analysis_text(analysis: Analysis, *, most: int = 20, width: int | None = None) -> str:
    """The measures as two tables: actors, and pairs of actors.

    Args:
        analysis: The measures.
        most: How many rows of each are shown.
        width: Columns of the terminal.

    Returns:
        The tables, with a line between them.
    """
    actors = [
        [one.actor.label, one.actor.kind.value, str(one.degree), f"{one.pagerank:.3f}", str(one.community)]
        for one in analysis.actors[:most]
    ]
    pairs = [
        [pair.first.label, pair.second.label, str(pair.claims), str(pair.cooperation), str(pair.conflict), f"{pair.balance:+.2f}"]
        for pair in analysis.pairs[:most]
    ]
    first = table(["actor", "kind", "degree", "PageRank", "community"], actors, width=width)
    return first + "\n" + table(["actor", "actor", "claims", "cooperation", "conflict", "balance"], pairs, width=width)


def analysis_json(analysis: Analysis) -> str:
    """The measures as one JSON object, with all actors and pairs."""
    return json.dumps(asdict(analysis), ensure_ascii=False, indent=1) + "\n"


def _indented(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(f"  {name}", count) for name, count in counts]
