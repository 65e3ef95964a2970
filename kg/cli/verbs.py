"""The verbs of `kg`, and how it starts."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from kg import __version__
from kg.cli.analysis import analysing
from kg.cli.curate import curate
from kg.cli.exchange import exchange
from kg.cli.ontology import knowledge
from kg.cli.terminal import (
    MODEL,
    OUTPUT,
    AsCsv,
    AsJson,
    Graph,
    Model,
    OntologyFolder,
    Paths,
    note,
    progress,
    report,
    report_gone,
    text_of,
    width,
)
from kg.errors import KGError, QueryError, UnknownNameError

if TYPE_CHECKING:
    from kg.model import Skipped
    from kg.pipeline.options import Warned

__all__ = ["app", "main"]

app = typer.Typer(
    name="kg",
    help="Builds a knowledge graph of who does what to whom from documents about international affairs, every edge with its quote.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(analysing)
app.add_typer(exchange)
app.add_typer(knowledge)


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
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write.")] = OUTPUT,
    prune: Annotated[bool, typer.Option("--prune", help="Drop documents that are no longer among the paths.")] = False,
    stamp: Annotated[bool, typer.Option("--stamp", help="Write into the graph when it was built.")] = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another build in the same folder.")] = 60,
    curation: Annotated[Optional[Path], typer.Option(help="Decisions of people; else curation.jsonl in the output folder.")] = None,
    model: Model = MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """Read documents and write the graph (TriG, Turtle), its store and its page; only what is new or changed is read."""
    from kg.pipeline import Options, write_graph

    with progress() as tick:
        built = write_graph(paths, output, Options(model, ontology, tick, prune, stamp, wait, note, curation))
    note(f"{built.documents} documents, {built.claims} claims, {built.actors} actors, {built.issues} issues")
    report(built.skipped, built.warned)
    report_gone(built.gone, pruned=prune)
    for file in built.files if built.changed else ():
        note(f"wrote {file}")
    if not built.changed:
        note("nothing changed, nothing written")


@app.command()
def extract(
    paths: Paths,
    attributions: Annotated[bool, typer.Option("--attributions", help="Write who says what instead of claims.")] = False,
    gold: Annotated[
        bool, typer.Option("--gold", help="Write documents with their claims, to be corrected for kg evaluate.")
    ] = False,
    candidates: Annotated[
        bool, typer.Option("--candidates", help="Add what may be claimed, where it is uncertain who does it to whom.")
    ] = False,
    tracebacks: Annotated[Optional[Path], typer.Option(help="A folder for tracebacks of internal errors.")] = None,
    model: Model = MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """Write the claims of documents as JSON lines."""
    from kg import pipeline
    from kg.explore import gold as correcting
    from kg.explore.record import attribution_line, claim_line

    skipped: list[Skipped] = []
    warned: list[Warned] = []
    options = pipeline.Options(model, ontology, logs=tracebacks)
    lines: Iterable[str] = map(claim_line, pipeline.extract(paths, options, candidates=candidates, skipped=skipped, warned=warned))
    if attributions:
        lines = (attribution_line(*found) for found in pipeline.attributions(paths, options, skipped=skipped, warned=warned))
    elif gold:
        lines = (correcting.gold_line(*found) for found in pipeline.documents(paths, options, skipped=skipped, warned=warned))
    for line in lines:
        print(line)
    report(skipped, warned)


@app.command()
def evaluate(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD.jsonl", help="Documents with their claims, one a line; - is standard input.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Show the sentences of what is wrong, the worst documents first.")
    ] = False,
    json: AsJson = False,
    model: Model = MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """Score what is extracted against claims that people have checked: precision, recall, F1."""
    from kg.explore.report import evaluation_json, evaluation_text, mistakes_text
    from kg.pipeline import Options
    from kg.quality import evaluate

    found = evaluate(gold, Options(model, ontology))
    print(evaluation_json(found, errors=errors) if json else evaluation_text(found, width=width()), end="")
    if errors and not json and found.mistaken:
        print("\n" + mistakes_text(found), end="")


@app.command()
def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL query, a file with one, or - for standard input.")],
    graph: Graph = OUTPUT,
    json: AsJson = False,
    csv: AsCsv = False,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds that the query may take; 0 is without limit.")] = 60,
    memory: Annotated[int, typer.Option(min=0, help="Megabytes of memory that the query may take; 0 is without limit.")] = 1024,
) -> None:
    """Ask the graph in SPARQL; the common prefixes need no declaration."""
    from kg.explore.notes import notes, terms
    from kg.explore.query import Limits, QueryForm, query
    from kg.explore.results import ResultFormat, render
    from kg.pipeline import open_graph

    store, text = open_graph(graph), text_of(sparql)
    try:
        result = query(store, text, Limits(timeout, memory))
    except KeyboardInterrupt as error:
        raise QueryError("interrupted") from error
    for line in notes(store, terms(text)):
        note(line)
    form = ResultFormat.JSON if json else ResultFormat.CSV if csv else ResultFormat.TABLE
    if form is ResultFormat.TABLE and result.form is QueryForm.TRIPLES:
        form = ResultFormat.TURTLE
    print(render(result, form, width=width()), end="")
    raise typer.Exit(1 if result.form is QueryForm.ANSWER and not result.answer else 0)


@app.command()
def view(
    path: Annotated[Path, typer.Argument(help="The HTML file to write.")] = OUTPUT / "graph.html",
    graph: Graph = OUTPUT,
    sparql: Annotated[
        str, typer.Option("--query", help="Only claims, or claims of actors and issues, that this SPARQL query (or file) selects.")
    ] = "",
    actor: Annotated[str, typer.Option(help="Only claims of an actor.")] = "",
    issue: Annotated[str, typer.Option(help="Only claims about an issue.")] = "",
    since: Annotated[str, typer.Option(help="Only of documents published from this day, month or year on.")] = "",
    until: Annotated[str, typer.Option(help="Only of documents published up to this day, month or year.")] = "",
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Only claims of this confidence and more.")] = 0.0,
    top: Annotated[int, typer.Option(min=0, help="Only claims between so many actors and issues, the most important.")] = 0,
    ontology: OntologyFolder = None,
) -> None:
    """Write the interactive page of a graph, or of a part of it."""
    from kg import pipeline
    from kg.explore.part import Part

    opened = pipeline.load(graph)
    found = pipeline.query(opened, text_of(sparql)) if sparql else None
    part = Part(found, actor, issue, since, until, min_confidence, top)
    pipeline.view(opened, path, part, ontology=ontology)
    note(f"wrote {path}")


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="The file to write: .ttl .trig .nq .jsonld .rdf .graphml .gexf .csv")],
    graph: Graph = OUTPUT,
    evidence: Annotated[str, typer.Option(help="In RDF: quotes, or oa for Web Annotations beside them.")] = "quotes",
) -> None:
    """Write a graph for another tool, in the format that the name of the file asks for."""
    from kg import pipeline

    for file in pipeline.save(pipeline.load(graph), path, evidence=evidence):
        note(f"wrote {file}")


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(help='A name, or "*" for anybody.')],
    relation: Annotated[str, typer.Argument(help='A relation type, or "*".')] = "*",
    other: Annotated[str, typer.Argument(metavar="OBJECT", help='A name, or "*".')] = "*",
    graph: Graph = OUTPUT,
    json: AsJson = False,
    ontology: OntologyFolder = None,
) -> None:
    """Show the sentences that state a relation."""
    from kg.explore.explain import explain, explanation
    from kg.explore.record import claim_line
    from kg.ontology import load
    from kg.pipeline import open_graph

    try:
        found = explain(open_graph(graph), subject, relation, other, load(ontology))
    except UnknownNameError as error:
        note(f"kg: {error}")
        raise typer.Exit(1) from error
    print("".join(claim_line(claim) + "\n" for claim in found) if json else "\n".join(map(explanation, found)), end="")
    raise typer.Exit(0 if found else 1)


@app.command()
def info(graph: Graph = OUTPUT, json: AsJson = False) -> None:
    """Count what is in a graph."""
    from kg.explore.info import info
    from kg.explore.report import info_json, info_text
    from kg.pipeline import open_graph

    found = info(open_graph(graph))
    print(info_json(found) if json else info_text(found, width=width()), end="")


@app.command()
def validate(
    graph: Annotated[Path, typer.Argument(help="The output folder of kg build, or a graph file.")] = OUTPUT,
    shapes: Annotated[Optional[Path], typer.Option(help="Other SHACL shapes.")] = None,
) -> None:
    """Check a graph against its shapes, and every quote against its source text."""
    from kg.graph.validate import quotes, validate
    from kg.ontology import shipped
    from kg.pipeline import open_graph

    store = open_graph(graph)
    found = validate(store, shapes or shipped() / "shapes.ttl")
    for violation in found:
        print(violation)
    note(f"{len(found)} violations" if found else f"valid: every quote stands in its source text ({quotes(store)} quotes)")
    raise typer.Exit(1 if found else 0)


app.command()(curate)
