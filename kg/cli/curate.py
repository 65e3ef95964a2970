"""The verb `kg curate`: what is doubtful, and decisions about it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from kg.cli.terminal import MODEL, OUTPUT, AsJson, Model, OntologyFolder, note
from kg.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyoxigraph

    from kg.graph.curation import Decision
    from kg.ontology import Ontology

__all__ = ["curate"]

_UNDO = "undo"
_CLAIMS = frozenset({"confirm", "reject"})
_LABELLED = "rename"

Words = Annotated[
    Optional[list[str]],
    typer.Argument(
        metavar="[DECISION]",
        help="merge A B, split A [B], rename A LABEL, hide A, confirm CLAIM, reject CLAIM, undo [N]; without one, list doubts.",
    ),
]


def curate(
    words: Words = None,
    graph: Annotated[Path, typer.Option("--graph", "-g", help="The output folder of kg build.")] = OUTPUT,
    listing: Annotated[bool, typer.Option("--list", help="List what was decided, with numbers for undo.")] = False,
    apply: Annotated[
        Optional[Path], typer.Option("--apply", metavar="FILE", help="Take decisions that were made elsewhere, one a line.")
    ] = None,
    curation: Annotated[
        Optional[Path], typer.Option("--curation", help="The file of decisions; else curation.jsonl in the output folder.")
    ] = None,
    who: Annotated[Optional[str], typer.Option("--who", help="Who decides; else the name you are logged in by.")] = None,
    why: Annotated[str, typer.Option("--why", help="Why.")] = "",
    when: Annotated[Optional[str], typer.Option("--when", help="On which day, such as 2026-11-28; else today.")] = None,
    top: Annotated[int, typer.Option(min=1, help="How many proposals to show.")] = 20,
    json: AsJson = False,
    model: Model = MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """List what is doubtful, or decide it: decisions win over the program, are kept in a readable file, and can be undone."""
    from kg.graph import curation as curating
    from kg.pipeline import Options, open_graph, rebuild

    file = curation or graph / curating.FILE
    if not words and apply is None:
        _show(open_graph(graph), curating.decisions(file), listing=listing, most=0 if json else top)
        return
    open_graph(graph)  # a graph that decisions can be taken on is one that can be made again

    def decide() -> None:
        before = curating.decisions(file)
        after = _after((graph, ontology), before, words or [], apply)
        if words and words[0] != _UNDO:
            after = [*after[:-1], _signed(after[-1], who, when, why)]
        curating.save(file, after)

    rebuild(graph, Options(model, ontology, note=note, curation=curation), first=decide)
    count = len(curating.decisions(file))
    note(f"{'1 decision' if count == 1 else f'{count} decisions'} in {file}; the graph is built with them")


def _after(
    about: tuple[Path, Path | None], before: "Sequence[Decision]", words: "Sequence[str]", file: Path | None
) -> "list[Decision]":
    """The decisions after those of a command about a graph, with the names of an ontology."""
    return _undone(before, words) if words and words[0] == _UNDO else _taken(about, before, words, file)


def _show(store: "pyoxigraph.Store", decided: "Sequence[Decision]", *, listing: bool, most: int) -> None:
    from json import dumps

    from kg.explore.curate import decisions_text, proposals, proposals_text, to_records

    if listing:
        print(decisions_text(store, decided), end="")
        return
    found = proposals(store, decided)
    print(proposals_text(found, most=most) if most else dumps(to_records(found), ensure_ascii=False, indent=1) + "\n", end="")


def _undone(before: "Sequence[Decision]", words: "Sequence[str]") -> "list[Decision]":
    """The decisions without one: the last, or that of a number."""
    number = words[1] if len(words) > 1 else str(len(before))
    if len(words) > 2 or not number.isdecimal() or not 1 <= int(number) <= len(before):
        raise GraphError(f"{' '.join(words)}: no such decision, a number up to {len(before)} was expected")
    return [decision for place, decision in enumerate(before, start=1) if place != int(number)]


def _taken(
    about: tuple[Path, Path | None], before: "Sequence[Decision]", words: "Sequence[str]", file: Path | None
) -> "list[Decision]":
    """The decisions with those that are added."""
    from kg.explore.curate import checked
    from kg.graph.curation import decisions
    from kg.ontology import load
    from kg.pipeline import open_graph

    store = open_graph(about[0])
    if file is None:
        return [*before, _decision(store, words, load(about[1]))]
    if words or not file.is_file():
        raise GraphError(f"{file}: a file of decisions was expected, and no other decision beside it")
    added = [decision for decision in decisions(file) if decision not in before]
    checked(store, added, before)
    return [*before, *added]


def _decision(store: "pyoxigraph.Store", words: "Sequence[str]", ontology: "Ontology") -> "Decision":
    """What the words of a command decide."""
    from kg.explore.curate import iri_of
    from kg.graph.curation import read_line

    verdict, *names = words
    label = names.pop() if verdict == _LABELLED and len(names) > 1 else ""
    of = [iri_of(store, name, ontology, claim=verdict in _CLAIMS) for name in names]
    return read_line(_json({"decision": verdict, "of": of, "label": label}), f"kg curate {verdict}")


def _signed(decision: "Decision", who: str | None, when: str | None, why: str) -> "Decision":
    """A decision with who takes it, when and why; the clock is asked for the day, since it is a person who acts."""
    from dataclasses import replace

    from kg.graph.curation import read_line, written

    day = datetime.now().astimezone().date().isoformat() if when is None else when
    signed = replace(decision, who=_user() if who is None else who, when=day, why=why)
    return read_line(written(signed), "kg curate")


def _user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):  # nobody is logged in, as in a container
        return ""


def _json(value: dict[str, object]) -> str:
    from json import dumps

    return dumps(value)
