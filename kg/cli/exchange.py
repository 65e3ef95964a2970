"""The verbs that compare graphs, take them in and hand them on."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import AsJson

__all__ = ["exchange"]

exchange = typer.Typer(rich_markup_mode=None)


@exchange.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="A", help="The output folder of kg build, or a graph file.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="Another one.")],
    json: AsJson = False,
) -> None:
    """Show what changed from one graph to another, as claims."""
    from kg.explore.diff import diff as compare
    from kg.explore.diff import diff_json, diff_text
    from kg.graph.claims import claims
    from kg.pipeline import open_graph

    found = compare(claims(open_graph(before)), claims(open_graph(after)))
    print(diff_json(found) if json else diff_text(found), end="")
    raise typer.Exit(1 if found else 0)
