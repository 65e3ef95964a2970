"""The verbs that compare graphs, take them in and hand them on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from kg.cli.terminal import OUTPUT, AsJson, Graph, note

if TYPE_CHECKING:
    from kg.pipeline.options import Built

__all__ = ["exchange"]

exchange = typer.Typer(rich_markup_mode=None)

Output = Annotated[Path, typer.Option("--output", "-o", help="The folder to add to.")]
Url = Annotated[str, typer.Argument(help="The address of a SPARQL 1.1 Graph Store, such as http://localhost:7878/store.")]
Timeout = Annotated[float, typer.Option(min=0.001, help="How many seconds the server may be silent.")]


@exchange.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="The output folder of kg build, or a graph file.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="Another one.")],
    json: AsJson = False,
    page: Annotated[Optional[Path], typer.Option("--page", metavar="FILE", help="Show the changes on a page, too.")] = None,
) -> None:
    """Show what changed from one graph to another, as claims."""
    from kg.explore.diff import diff_json, diff_text
    from kg.pipeline import compare

    found = compare(before, after, page)
    if page:
        note(f"wrote {page}")
    print(diff_json(found) if json else diff_text(found), end="")
    raise typer.Exit(1 if found else 0)


@exchange.command()
def load(
    files: Annotated[list[Path], typer.Argument(help="Graph files (ttl, trig, nt, nq, jsonld, rdf), or output folders.")],
    output: Output = OUTPUT,
) -> None:
    """Add graphs that others made to an output folder, when they are valid; what is there stays."""
    from kg.pipeline.exchanging import load_graphs

    _tell(load_graphs(files, output))


@exchange.command()
def push(url: Url, graph: Graph = OUTPUT, timeout: Timeout = 60) -> None:
    """Put a graph on a server with the Graph Store protocol, each document a graph."""
    from kg.graph.remote import shown
    from kg.pipeline import exchanging

    number = exchanging.push(graph, url, timeout=timeout)
    note(f"put {number} graphs at {shown(url)}")


@exchange.command()
def pull(
    url: Url,
    output: Output = OUTPUT,
    name: Annotated[
        Optional[list[str]], typer.Option(help="The IRI of a graph; may be repeated. Without it all are asked for.")
    ] = None,
    timeout: Timeout = 60,
) -> None:
    """Add the graphs of a server to an output folder, when they are valid; what is there stays."""
    from kg.pipeline import exchanging

    _tell(exchanging.pull(url, output, name or (), timeout=timeout))


def _tell(built: "Built") -> None:
    note(f"{built.documents} documents, {built.claims} claims, {built.actors} actors, {built.issues} issues")
    for file in built.files:
        note(f"wrote {file}")
