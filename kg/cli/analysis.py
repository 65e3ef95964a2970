"""The verbs `kg analyse` and `kg compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from kg import __version__
from kg.cli.terminal import OUTPUT, AsCsv, AsJson, Graph, OntologyFolder, note, width

if TYPE_CHECKING:
    from kg.explore.analysis.whole import Whole

__all__ = ["analysing"]

Top = Annotated[int, typer.Option(min=1, help="How many rows of each table.")]

analysing = typer.Typer()


@analysing.command()
def analyse(
    graph: Graph = OUTPUT,
    table: Annotated[
        Optional[list[str]], typer.Option("--table", "-t", help="Which table, by its name or all; more than once for several.")
    ] = None,
    json: AsJson = False,
    csv: AsCsv = False,
    top: Top = 20,
    plots: Annotated[Optional[Path], typer.Option(help="A folder to write plots into, as PNG and SVG.")] = None,
    report: Annotated[Optional[Path], typer.Option(help="An HTML file to write the whole analysis into, for printing.")] = None,
) -> None:
    """Measure the graph: importance, communities, blocs and balance; pairs over time, issues, sources, disagreements, forecasts."""
    from kg.explore.analysis.record import analysis_json
    from kg.explore.analysis.tables import csv_text, one_of, tables, tables_text
    from kg.explore.analysis.whole import whole
    from kg.pipeline import open_graph

    found = whole(open_graph(graph))
    names = table or ["actors", "pairs"]
    chosen = tables(found.analysis, () if names == ["all"] else names)
    _write(found, plots, report)
    if csv:
        print(csv_text(one_of(chosen)), end="")
    elif json or table or not (plots or report):
        print(analysis_json(found.analysis) if json else tables_text(chosen, most=top, width=width()), end="")


@analysing.command()
def compare(
    sources: Annotated[Optional[list[str]], typer.Argument(help="Names of sources; without any, all.")] = None,
    by: Annotated[str, typer.Option(help="Compare by speaker, outlet or country.")] = "speaker",
    graph: Graph = OUTPUT,
    json: AsJson = False,
    csv: AsCsv = False,
    top: Top = 20,
    ontology: OntologyFolder = None,
) -> None:
    """Hold sources against each other: what each says of the same pairs, and where they contradict each other."""
    from kg.explore.analysis.compare import compare
    from kg.explore.analysis.record import comparison_json
    from kg.explore.analysis.tables import comparison, csv_text, tables_text
    from kg.explore.lookup import Names
    from kg.graph.claims import claims, documents
    from kg.ontology import load
    from kg.pipeline import open_graph

    store = open_graph(graph)
    called = Names(store, load(ontology)).find
    found = compare(list(claims(store)), documents(store), by=by, names=sources or [], called=called)
    shown = comparison(found.pairs, found.disagreements)
    if json:
        print(comparison_json(found), end="")
    else:
        print(csv_text(shown[0]) if csv else tables_text(shown, most=top, width=width()), end="")
    raise typer.Exit(0 if found.pairs or found.disagreements else 1)


def _write(found: "Whole", plots: Path | None, report: Path | None) -> None:
    from kg.explore.printed import write_plots, write_report

    for file in write_plots(found.analysis, plots) if plots else ():
        note(f"wrote {file}")
    if report:
        write_report(found, report, version=__version__)
        note(f"wrote {report}")
