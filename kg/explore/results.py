"""An answer -> a table, JSON, CSV or Turtle."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from io import StringIO

import pyoxigraph
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.errors import QueryError
from kg.explore.names import Term, shown
from kg.explore.query import QueryForm, QueryResult
from kg.graph.serialise import turtle_text
from kg.graph.store import from_quads
from kg.ontology import PREFIXES

__all__ = ["ResultFormat", "render", "table"]

_WIDE = 10_000  # where no width is given, no cell is broken
_TRIPLE = ("subject", "predicate", "object")


class ResultFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TURTLE = "turtle"


def render(result: QueryResult, form: ResultFormat = ResultFormat.TABLE, *, width: int | None = None) -> str:
    """Write an answer as text.

    JSON is the format of SPARQL 1.1 Query Results (JSON-LD for triples), CSV that of SPARQL 1.1 Query Results CSV.

    Args:
        result: What a query answered.
        form: The format.
        width: Columns of the terminal, for a table; without it every cell stays on one line.

    Returns:
        The text, ending in a line break.

    Raises:
        QueryError: The answer has no such form: rows have no Turtle.

    >>> print(render(QueryResult(QueryForm.ANSWER, answer=True)), end="")
    yes
    """
    writers: dict[ResultFormat, Callable[[QueryResult], str]] = {
        ResultFormat.TABLE: lambda answer: _table(answer, width),
        ResultFormat.JSON: _json,
        ResultFormat.CSV: _csv,
        ResultFormat.TURTLE: _turtle,
    }
    return writers[form](result)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int | None = None) -> str:
    """Lay out rows under their headings, as plain text.

    >>> print(table(["actor", "claims"], [["Russia", "3"]]), end="")
     actor  │ claims
    ────────┼────────
     Russia │ 3
    """
    layout = Table(box=box.SQUARE, show_edge=False, header_style="")
    for column in columns:
        layout.add_column(Text(column), overflow="fold")
    for row in rows:
        layout.add_row(*(Text(cell) for cell in row))
    file = StringIO()
    Console(file=file, width=width or _WIDE, color_system=None, legacy_windows=False, force_terminal=False).print(layout)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def _table(result: QueryResult, width: int | None) -> str:
    if result.form is QueryForm.ANSWER:
        return "yes\n" if result.answer else "no\n"
    columns, rows = _cells(result)
    return table(columns, ([shown(term) for term in row] for row in rows), width=width)


def _cells(result: QueryResult) -> tuple[tuple[str, ...], Iterable[tuple[Term | None, ...]]]:
    if result.form is QueryForm.TRIPLES:
        return _TRIPLE, ((triple.subject, triple.predicate, triple.object) for triple in result.triples)
    return result.variables, result.rows


def _json(result: QueryResult) -> str:
    if result.form is QueryForm.TRIPLES:
        return (pyoxigraph.serialize(result.triples, format=pyoxigraph.RdfFormat.JSON_LD) or b"").decode() + "\n"
    if result.form is QueryForm.ANSWER:
        return json.dumps({"head": {}, "boolean": result.answer}) + "\n"
    bindings = [
        {name: _binding(term) for name, term in zip(result.variables, row, strict=True) if term is not None} for row in result.rows
    ]
    return json.dumps({"head": {"vars": result.variables}, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, str]:
    """SPARQL 1.1 Query Results JSON Format, section 3.2.2."""
    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if not isinstance(term, pyoxigraph.Literal):
        return {"type": "bnode", "value": str(term).removeprefix("_:")}
    literal = {"type": "literal", "value": term.value}
    if term.language:
        return {**literal, "xml:lang": term.language}
    plain = term.datatype.value == PREFIXES["xsd"] + "string"
    return literal if plain else {**literal, "datatype": term.datatype.value}


def _csv(result: QueryResult) -> str:
    file = StringIO()
    writer = csv.writer(file)
    if result.form is QueryForm.ANSWER:
        writer.writerows([["answer"], [str(result.answer).lower()]])
        return file.getvalue()
    columns, rows = _cells(result)
    writer.writerow(columns)
    writer.writerows([_plain(term) for term in row] for row in rows)
    return file.getvalue()


def _plain(term: Term | None) -> str:
    """SPARQL 1.1 Query Results CSV, section 3.2: the value alone, IRIs without angle brackets."""
    return "" if term is None else term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)


def _turtle(result: QueryResult) -> str:
    if result.form is not QueryForm.TRIPLES:
        raise QueryError("Turtle was asked of a query that answers with no triples: CONSTRUCT or DESCRIBE was expected")
    return turtle_text(from_quads(pyoxigraph.Quad(triple.subject, triple.predicate, triple.object) for triple in result.triples))
