"""What the analysis finds -> tables: for the terminal, as CSV, and for the report."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from kg.errors import QueryError
from kg.explore.analysis.disagreements import Disagreement
from kg.explore.analysis.forecasts import Forecast
from kg.explore.analysis.measure import Analysis
from kg.explore.analysis.signed import PairBalance, PairMonth
from kg.explore.analysis.sources import SourcePair
from kg.explore.names import printable
from kg.explore.results import table
from kg.model import Actor, Claim

__all__ = ["NAMES", "Cell", "Table", "comparison", "csv_text", "one_of", "tables", "tables_text"]

Cell = str | int | float
_Row = tuple[Cell, ...]
_ALL = "all"  # in place of an issue
_SIGNS = ("claims", "cooperation", "conflict", "balance")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; each row has a cell for each column.

    Attributes:
        name: By which it is asked for.
        title: What it shows.
        columns: The headings.
        rows: The rows, the most important first.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[_Row, ...]


def tables(found: Analysis, names: Iterable[str] = ()) -> tuple[Table, ...]:
    """Tables of an analysis.

    Args:
        found: The analysis.
        names: Which of them, or none for all.

    Returns:
        The tables, in the order in which they are named.

    Raises:
        QueryError: There is no such table.
    """
    chosen = tuple(names) or NAMES
    for name in chosen:
        if name not in _TABLES:
            raise QueryError(f"{name}: no table has this name, one of {', '.join(NAMES)} was expected")
    return tuple(Table(name, title, columns, tuple(rows(found))) for name in chosen for title, columns, rows in [_TABLES[name]])


def comparison(rows: Sequence[SourcePair], found: Iterable[Disagreement]) -> tuple[Table, Table]:
    """Sources against each other: what each says of the same pair, and where they contradict each other.

    Args:
        rows: What each says.
        found: Where they contradict.

    Returns:
        A table of each.
    """
    columns = ("actor", "with", "source", "claims", "cooperation", "conflict", "rejected", "balance")
    said = tuple(
        (one.first.label, one.second.label, one.label, one.claims, one.cooperation, one.conflict, one.rejected, one.balance)
        for one in rows
    )
    title, headings, _ = _TABLES["disagreements"]
    contradictions = Table("disagreements", title, headings, tuple(map(_disagreement, found)))
    return Table("compare", "What sources say of the same pairs", columns, said), contradictions


def tables_text(chosen: Iterable[Table], *, most: int, width: int | None = None) -> str:
    """Tables for a terminal, with a line between them.

    Args:
        chosen: The tables.
        most: How many rows of each are shown.
        width: Columns of the terminal.

    Returns:
        The text.
    """
    return "\n".join(table(one.columns, map(_shown, one.rows[:most]), width=width) for one in chosen)


def one_of(chosen: Sequence[Table]) -> Table:
    """The only one of several tables, for a form that can hold no more.

    Args:
        chosen: The tables.

    Returns:
        The table.

    Raises:
        QueryError: There are several.
    """
    if len(chosen) != 1:
        raise QueryError(f"{len(chosen)} tables do not go into one CSV; --table with one of {', '.join(NAMES)} was expected")
    return chosen[0]


def csv_text(one: Table) -> str:
    """A table as CSV (RFC 4180), with all its rows."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(one.columns)
    writer.writerows(one.rows)
    return file.getvalue()


def _shown(row: _Row) -> list[str]:
    return [f"{cell:.3f}" if isinstance(cell, float) else printable(str(cell)) for cell in row]


def _actors(found: Analysis) -> Iterator[_Row]:
    for one in found.actors:
        place = (one.degree, one.pagerank, one.betweenness, one.core, one.community)
        yield (one.actor.label, one.actor.kind.value, one.claims, *place)


def _communities(found: Analysis) -> Iterator[_Row]:
    return ((one.number, one.name, len(one.members), one.claims) for one in found.communities)


def _pairs(found: Analysis) -> Iterator[_Row]:
    return ((*_ends(one), *_signs(one)) for one in found.pairs)


def _timeline(found: Analysis) -> Iterator[_Row]:
    return ((*_ends(one), one.month, *_signs(one)) for one in found.timeline)


def _blocs(found: Analysis) -> Iterator[_Row]:
    named = [(_ALL, found.blocs), *((one.issue.label, one.blocs) for one in found.issue_blocs)]
    for issue, blocs in named:
        yield from ((issue, bloc.number, bloc.name, len(bloc.members), blocs.share) for bloc in blocs.blocs)


def _balance(found: Analysis) -> Iterator[_Row]:
    named = [(_ALL, found.blocs), *((one.issue.label, one.blocs) for one in found.issue_blocs)]
    for issue, blocs in named:
        yield (issue, *blocs.balance.triads, blocs.balance.share, blocs.weight, blocs.frustration)


def _brokers(found: Analysis) -> Iterator[_Row]:
    return ((one.actor.label, one.bloc, " ".join(map(str, one.blocs)), one.pairs) for one in found.brokers)


def _issues(found: Analysis) -> Iterator[_Row]:
    for one in found.issues:
        yield one.issue.label, one.actors, one.pairs, one.claims, one.cooperation, one.conflict, one.balance


def _pair_issues(found: Analysis) -> Iterator[_Row]:
    for one in found.pair_issues:
        yield one.issue.label, one.first.label, one.second.label, one.claims, one.cooperation, one.conflict, one.balance


def _sources(found: Analysis) -> Iterator[_Row]:
    for one in found.sources:
        signs = (one.claims, one.cooperation, one.conflict, one.rejected)
        yield (one.label, one.kind.value, *signs, ", ".join(one.about))


def _disagreements(found: Analysis) -> Iterator[_Row]:
    return map(_disagreement, found.disagreements)


def _disagreement(one: Disagreement) -> _Row:
    sides = zip((one.first, one.second), one.voices, strict=True)
    return (one.kind.value, *(cell for claim, voice in sides for cell in (str(claim), voice.label, claim.evidence.quote)))


def _forecasts(found: Analysis) -> Iterator[_Row]:
    return map(_forecast, found.forecasts)


def _forecast(one: Forecast) -> _Row:
    claim = one.claim
    band = "" if one.low is None or one.high is None else f"{one.low:g}-{one.high:g}"
    words = claim.likelihood.label if claim.likelihood else ""
    return (*_about(claim), claim.factuality.value, words, band, one.voice.label, claim.evidence.quote)


def _about(claim: Claim) -> tuple[str, str, str]:
    negation = "not: " if claim.polarity.value == "negated" else ""
    return claim.subject.entity.label, negation + claim.relation.label, claim.object.entity.label


def _ends(one: PairBalance | PairMonth) -> tuple[str, str]:
    ends: tuple[Actor, Actor] = (one.first, one.second)
    return ends[0].label, ends[1].label


def _signs(one: PairBalance | PairMonth) -> tuple[int, int, int, float]:
    return one.claims, one.cooperation, one.conflict, one.balance


_SIDES = ("claim", "according to", "sentence", "other claim", "according to", "sentence")
_TRIADS = ("triads +++", "++-", "+--", "---", "balanced", "weight", "frustration")
_TABLES: dict[str, tuple[str, tuple[str, ...], Callable[[Analysis], Iterator[_Row]]]] = {
    "actors": (
        "Actors",
        ("actor", "kind", "claims", "degree", "PageRank", "betweenness", "core", "community"),
        _actors,
    ),
    "communities": ("Communities", ("number", "community", "actors", "claims"), _communities),
    "blocs": ("Blocs", ("issue", "number", "bloc", "actors", "frustration"), _blocs),
    "balance": ("Structural balance", ("issue", *_TRIADS), _balance),
    "brokers": ("Brokers between blocs", ("actor", "bloc", "friends in", "pairs"), _brokers),
    "pairs": ("Pairs", ("actor", "actor", *_SIGNS), _pairs),
    "timeline": ("Pairs over time", ("actor", "actor", "when", *_SIGNS), _timeline),
    "issues": ("Issues", ("issue", "actors", "pairs", *_SIGNS), _issues),
    "pair-issues": ("Issues of pairs", ("issue", "actor", "actor", *_SIGNS), _pair_issues),
    "sources": (
        "Who says what",
        ("source", "kind", "claims", "cooperation", "conflict", "rejected", "speaks most of"),
        _sources,
    ),
    "disagreements": ("Where sources disagree", ("about", *_SIDES), _disagreements),
    "forecasts": (
        "Forecasts",
        ("actor", "relation", "actor", "factuality", "likelihood", "probability", "according to", "sentence"),
        _forecasts,
    ),
}
NAMES = tuple(_TABLES)
