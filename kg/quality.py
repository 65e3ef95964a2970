"""Gold documents -> scores and mistakes; a frame and a sentence -> what it finds: how people see what kg would do, and how well."""

from dataclasses import replace

from kg import pipeline
from kg.errors import OntologyError, ReadError
from kg.explore import evaluate as scoring
from kg.explore.gold import read_gold
from kg.extract.trial import Trial
from kg.model import Document, Relation, RelationGroup
from kg.ontology import Ontology, RelationEntry, load, term
from kg.read import load as loading
from kg.read.decode import printable
from kg.read.source import Origin, Source
from kg.read.words import PrintWords

__all__ = ["evaluate", "try_frame"]

_ANY = RelationEntry(Relation("", "any", RelationGroup.ACT, 0), frames=(), takes_issue=True)


def evaluate(gold: str, options: pipeline.Options | None = None) -> scoring.Evaluation:
    """Score what is extracted against what readers found.

    Args:
        gold: A file of gold documents, or "-" for standard input.
        options: The model and the ontology.

    Returns:
        The scores and the mistakes.

    Raises:
        ReadError: The file cannot be read, or a line of it has not the form of a gold document.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    chosen = options or pipeline.Options()
    ontology = load(chosen.ontology)
    labelled = [
        (one, _document(Source(one.text, stated=Origin(published=one.published)), one.id, one.where, ontology))
        for one in read_gold(gold, ontology)
    ]
    reader = pipeline.extractor(ontology, chosen)
    return scoring.evaluate((one, reader.claims(document)) for one, document in labelled)


def try_frame(frame: str, sentence: str, options: pipeline.Options | None = None, *, relation: str = "") -> Trial:
    """Show what a frame would find in a sentence.

    Args:
        frame: The phrase, in the form that the ontology has them.
        sentence: One sentence or several.
        options: The model and the ontology.
        relation: The relation type that the frame is meant for, such as "rel:sanctions"; without one it may be about anybody.

    Returns:
        What fills its places, or why it finds nothing.

    Raises:
        ReadError: The sentence is empty or not in English.
        ModelError: The model cannot be loaded.
        OntologyError: The frame cannot be read, there is no such relation type, or the ontology is malformed.
    """
    chosen = options or pipeline.Options()
    ontology = load(chosen.ontology)
    entry = ontology.relations.get(term(f"rel:{relation.removeprefix('rel:')}")) if relation else _ANY
    if entry is None:
        raise OntologyError(f"{relation}: no such relation type, one such as rel:sanctions was expected")
    document = _document(Source(printable(sentence)), "sentence", "the sentence", ontology)
    return pipeline.extractor(ontology, chosen).trial(printable(frame), entry, document)


def _document(source: Source, name: str, where: str, ontology: Ontology) -> Document:
    """A text that is no file of its own, as a document of this name."""
    try:
        return replace(loading.document(source, name, PrintWords.of(ontology.word_lists)), id=name)
    except ReadError as error:
        raise ReadError(f"{where}: {error}, a text in English was expected") from error
