"""The verbs of `kg ontology`: what is known, what words stand for, whether an addition is sound, what a frame would find."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from kg.cli.terminal import MODEL, AsJson, Model, OntologyFolder, note, width

__all__ = ["knowledge"]

knowledge = typer.Typer(
    name="ontology", help="Look at what kg knows, and check what you add.", no_args_is_help=True, rich_markup_mode=None
)


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
        print(to_json(found) if json else known_text(found, width=width()), end="")
    else:
        print(counts_json(loaded) if json else counts_text(loaded, width=width()), end="")


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
        print(to_json(found) if json else found_text(found, width=width()), end="")
    raise typer.Exit(0 if found else 1)


@knowledge.command()
def check(
    folder: Annotated[Optional[Path], typer.Argument(metavar="DIR", help="A folder of Turtle that adds to the ontology.")] = None,
    model: Model = MODEL,
) -> None:
    """Check the ontology, with a folder of your own, as a build would, and that every term is defined and has its place."""
    from kg.explore.knowledge import summary
    from kg.extract.extractor import Extractor
    from kg.ontology import load
    from kg.ontology.check import faults

    loaded = load(folder)
    Extractor(loaded, model)  # compiles the frames, and looks for what extraction needs
    if found := faults(folder):
        print("\n".join(found))
        note(f"{len(found)} faults")
        raise typer.Exit(1)
    note(f"valid: {summary(loaded)}")


@knowledge.command("try")
def try_phrase(
    frame: Annotated[str, typer.Argument(help='A phrase that states a relation, such as "X slams Y".')],
    sentence: Annotated[str, typer.Argument(help='A sentence, such as "Beijing was slammed by Tokyo".')],
    relation: Annotated[str, typer.Option(help="The relation type that it is meant for, such as rel:sanctions.")] = "",
    model: Model = MODEL,
    ontology: OntologyFolder = None,
) -> None:
    """Show what a frame would find in a sentence, or why it finds nothing."""
    from kg.explore.report import trial_text
    from kg.pipeline import Options
    from kg.quality import try_frame

    found = try_frame(frame, sentence, Options(model, ontology), relation=relation)
    print(trial_text(found), end="")
    raise typer.Exit(0 if found.matches else 1)


@knowledge.command()
def export(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write: .ttl .trig .nq .jsonld .rdf")],
    ontology: OntologyFolder = None,
) -> None:
    """Write everything that kg knows as one file, for Protege, GraphDB and other tools."""
    from kg.explore.vocabulary import export_ontology

    export_ontology(path, ontology)
    note(f"wrote {path}")
