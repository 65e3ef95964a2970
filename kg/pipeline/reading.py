"""Files -> documents -> claims: the one place that loads the language model."""

import gc
from collections.abc import Iterator
from pathlib import Path

from kg.errors import ReadError
from kg.extract.extractor import Extractor
from kg.model import Attribution, Claim, Document, Skipped, Warned
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline.options import Options, Paths, reasons
from kg.read import load as loading
from kg.read.words import PrintWords

__all__ = ["attributions", "documents", "extract", "extracted", "extractor"]


def extract(
    paths: Paths,
    options: Options | None = None,
    *,
    candidates: bool = False,
    skipped: list[Skipped] | None = None,
    warned: list[Warned] | None = None,
) -> Iterator[Claim]:
    """Read the claims of documents, one after the other.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.
        candidates: Whether to add candidates: claims of which only the words are certain, not who does it to whom.
        skipped: Takes the documents that were left out.
        warned: Takes those that were read, but not as they were meant.

    Yields:
        Claims, in the order of documents and sentences.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    for document, reader, _ in extracted(paths, options or Options(), skipped, warned):
        yield from reader.claims(document, candidates=candidates)


def documents(
    paths: Paths, options: Options | None = None, *, skipped: list[Skipped] | None = None, warned: list[Warned] | None = None
) -> Iterator[tuple[Document, Iterator[Claim]]]:
    """Read documents, each with its claims.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.
        skipped: Takes the documents that were left out.
        warned: Takes those that were read, but not as they were meant.

    Yields:
        Documents in their order, with claims in the order of their sentences.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    for document, _, claims in extracted(paths, options or Options(), skipped, warned):
        yield document, claims


def attributions(
    paths: Paths, options: Options | None = None, *, skipped: list[Skipped] | None = None, warned: list[Warned] | None = None
) -> Iterator[tuple[Document, Attribution]]:
    """Read who says what, with a claim inside or not.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model and the ontology.
        skipped: Takes the documents that were left out.
        warned: Takes those that were read, but not as they were meant.

    Yields:
        Attributions with their documents, in the order of documents and cues.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    for document, reader, _ in extracted(paths, options or Options(), skipped, warned):
        for attribution in reader.attributions(document):
            yield document, attribution


def extractor(ontology: Ontology, options: Options) -> Extractor:
    """Load the language model.

    Args:
        ontology: What is known.
        options: Which model.

    Returns:
        What reads claims.

    Raises:
        ModelError: The model cannot be loaded.
        OntologyError: A frame or an entry cannot be read.
    """
    loaded = Extractor(ontology, options.model)
    gc.freeze()  # names and model stay for good: the collector need not go through them again and again
    return loaded


def extracted(
    paths: Paths,
    options: Options,
    skipped: list[Skipped] | None,
    warned: list[Warned] | None,
    ontology: Ontology | None = None,
) -> Iterator[tuple[Document, Extractor, Iterator[Claim]]]:
    """Read documents, each with what reads it and with its claims.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model, the ontology, and what to call for each document.
        skipped: Takes the documents that were left out.
        warned: Takes those that were read, but not as they were meant.
        ontology: What is known, where it is loaded already.

    Yields:
        Documents in their order, the loaded model, and claims in the order of their sentences.

    Raises:
        ReadError: A path does not exist, or none of the documents can be read.
        ModelError: The model cannot be loaded.
        OntologyError: The ontology is malformed.
    """
    left, odd = [] if skipped is None else skipped, [] if warned is None else warned
    reader: Extractor | None = None
    known = ontology or load_ontology(options.ontology)
    named = [paths] if isinstance(paths, str | Path) else paths
    for item in loading.documents(map(str, named), words=PrintWords.of(known.word_lists)):
        if isinstance(item, Skipped):
            left.append(item)
            continue
        if reader is None:
            reader = extractor(known, options)
        odd += [Warned(item.source, reason) for reason in item.warnings]
        yield item, reader, reader.claims(item)
        options.progress(item.source)
    if reader is None:
        raise ReadError(f"no document could be read: {reasons(left)}")
