"""What the analysis finds -> tables: for the terminal, as CSV, and for the report."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from kg.errors import QueryError
from kg.explore.analysis.disagreements import Disagreement
from kg.explore.analysis.forecasts import Forecast
from kg.explore.analysis.issues import ActorIssue, PairIssue, Stance
from kg.explore.analysis.measure import Analysis
from kg.explore.analysis.signed import Direction, PairBalance, PairMonth
from kg.explore.analysis.sources import SourcePair
from kg.explore.names import printable
from kg.explore.results import table
from kg.model import Claim

__all__ = ["NAMES", "Cell", "Table", "comparison", "csv_text", "one_of", "tables", "tables_text"]

Cell = str | int | float
_Row = tuple[Cell, ...]
_ALL = "all"  # in place of an issue
_TONES = ("cooperation", "conflict", "neutral", "balance")
_Toned = PairBalance | PairMonth | Direction | PairIssue | ActorIssue


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
    columns = ("actor", "with", "source", "claims", "cooperation", "conflict", "neutral", "rejected", "balance")
    said = tuple(
        (one.first.label, one.second.label, one.label, one.claims, *tones, one.rejected, one.balance)
        for one in rows
        for tones in [(one.cooperation, one.conflict, one.neutral)]
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
        The text; under a table that is cut, of how many rows the first are shown.
    """
    return "\n".join(_table_text(one, most, width) for one in chosen)


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


def _table_text(one: Table, most: int, width: int | None) -> str:
    left = f" the first {most} of {len(one.rows):,}\n" if len(one.rows) > most else ""
    return table(one.columns, map(_shown, one.rows[:most]), width=width) + left


def _shown(row: _Row) -> list[str]:
    return [f"{cell:.3f}" if isinstance(cell, float) else printable(str(cell)) for cell in row]


def _actors(found: Analysis) -> Iterator[_Row]:
    for one in found.actors:
        place = (one.claims, one.documents, one.degree, one.pagerank, one.betweenness, one.core, one.community)
        yield (one.actor.label, one.actor.kind.value, *place)


def _communities(found: Analysis) -> Iterator[_Row]:
    return ((one.number, one.name, len(one.members), one.claims) for one in found.communities)


def _pairs(found: Analysis) -> Iterator[_Row]:
    return ((one.first.label, one.second.label, *_tones(one)) for one in found.pairs)


def _timeline(found: Analysis) -> Iterator[_Row]:
    return ((one.first.label, one.second.label, one.month, *_tones(one)) for one in found.timeline)


def _directions(found: Analysis) -> Iterator[_Row]:
    return ((one.subject.label, one.object.label, *_tones(one)) for one in found.directions)


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
        tones = (one.cooperation, one.conflict, one.neutral, one.balance)
        yield (one.issue.label, one.claims, one.actors, one.pairs, *tones, one.supporting, one.opposing)


def _pair_issues(found: Analysis) -> Iterator[_Row]:
    return ((one.issue.label, one.first.label, one.second.label, *_tones(one)) for one in found.pair_issues)


def _actor_issues(found: Analysis) -> Iterator[_Row]:
    return ((one.actor.label, one.issue.label, *_tones(one)) for one in found.actor_issues)


def _stances(found: Analysis) -> Iterator[_Row]:
    return map(_stance, found.stances)


def _stance(one: Stance) -> _Row:
    return one.actor.label, one.issue.label, one.supporting, one.opposing, one.neutral, one.balance


def _sources(found: Analysis) -> Iterator[_Row]:
    for one in found.sources:
        signs = (one.claims, one.cooperation, one.conflict, one.neutral, one.rejected)
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


def _tones(one: _Toned) -> tuple[int, int, int, float]:
    return one.cooperation, one.conflict, one.neutral, one.balance


_SIDES = ("claim", "according to", "sentence", "other claim", "according to", "sentence")
_TRIADS = ("triads +++", "++-", "+--", "---", "balanced", "weight", "frustration")
_TABLES: dict[str, tuple[str, tuple[str, ...], Callable[[Analysis], Iterator[_Row]]]] = {
    "actors": (
        "Actors",
        ("actor", "kind", "claims", "documents", "degree", "PageRank", "betweenness", "core", "community"),
        _actors,
    ),
    "communities": ("Communities", ("number", "community", "actors", "claims"), _communities),
    "blocs": ("Blocs", ("issue", "number", "bloc", "actors", "frustration"), _blocs),
    "balance": ("Structural balance", ("issue", *_TRIADS), _balance),
    "brokers": ("Brokers between blocs", ("actor", "bloc", "friends in", "pairs"), _brokers),
    "pairs": ("Pairs", ("actor", "actor", *_TONES), _pairs),
    "directions": ("Who does what to whom", ("from", "to", *_TONES), _directions),
    "timeline": ("Pairs over time", ("actor", "actor", "when", *_TONES), _timeline),
    "issues": ("Issues", ("issue", "claims", "actors", "pairs", *_TONES, "for it", "against it"), _issues),
    "stances": ("Stances on issues", ("actor", "issue", "for it", "against it", "neutral", "balance"), _stances),
    "actor-issues": ("Tone of what is said around issues, by actor", ("actor", "issue", *_TONES), _actor_issues),
    "pair-issues": ("Tone of what is said around issues, by pair", ("issue", "actor", "actor", *_TONES), _pair_issues),
    "sources": (
        "Who says what",
        ("source", "kind", "claims", "cooperation", "conflict", "neutral", "rejected", "speaks most of"),
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
