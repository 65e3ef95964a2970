"""Files -> documents -> claims: the one place that loads the language model."""

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg.errors import ReadError
from kg.extract.extractor import Extractor
from kg.model import Attribution, Claim, Document, Skipped
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline.boundary import guarded
from kg.pipeline.options import Options, Paths, Remarks, Warned, reasons
from kg.read import load as loading
from kg.read.words import PrintWords

__all__ = ["attributions", "documents", "extract", "extracted", "extractor"]

Found = TypeVar("Found")


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

    def read(reader: Extractor, document: Document) -> Iterator[Claim]:
        return reader.claims(document, candidates=candidates)

    for _, claims in extracted(paths, options or Options(), read, _remarks(skipped, warned)):
        yield from claims


def documents(
    paths: Paths, options: Options | None = None, *, skipped: list[Skipped] | None = None, warned: list[Warned] | None = None
) -> Iterator[tuple[Document, list[Claim]]]:
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

    def read(reader: Extractor, document: Document) -> Iterator[Claim]:
        return reader.claims(document)

    yield from extracted(paths, options or Options(), read, _remarks(skipped, warned))


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

    def read(reader: Extractor, document: Document) -> Iterator[Attribution]:
        return reader.attributions(document)

    for document, found in extracted(paths, options or Options(), read, _remarks(skipped, warned)):
        for attribution in found:
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
    read: Callable[[Extractor, Document], Iterable[Found]],
    remarks: Remarks,
    ontology: Ontology | None = None,
) -> Iterator[tuple[Document, list[Found]]]:
    """Read documents, each with what is found in it; one that cannot be read keeps none of the others from it.

    Args:
        paths: Files and folders; "-" is standard input.
        options: The model, the ontology, and what to call for each document.
        read: Finds something in a document.
        remarks: Takes what was left out, and what was odd.
        ontology: What is known, where it is loaded already.

    Yields:
        Documents in their order, with what was found.

    Raises:
        KGError: A path does not exist, none of the documents can be read, or model or ontology cannot be loaded.
    """
    known = ontology or load_ontology(options.ontology)
    reader: Extractor | None = None
    done = False
    for item in _documents(paths, options, known):
        if isinstance(item, Skipped):
            remarks.skipped.append(item)
            continue
        reader = reader or extractor(known, options)
        found = guarded(item.source, partial(_found, read, reader, item), options.logs)
        if isinstance(found, Skipped):
            remarks.skipped.append(found)
            continue
        remarks.warned.extend(Warned(item.source, reason) for reason in item.warnings)
        yield item, found
        options.progress(item.source)
        done = True
    if not done:
        raise ReadError(f"no document could be read: {reasons(remarks.skipped)}")


def _found(read: Callable[[Extractor, Document], Iterable[Found]], reader: Extractor, document: Document) -> list[Found]:
    return list(read(reader, document))


def _documents(paths: Paths, options: Options, known: Ontology) -> Iterator[Document | Skipped]:
    def guard(file: str, work: Callable[[], Document]) -> Document | Skipped:
        return guarded(file, work, options.logs)

    named = [paths] if isinstance(paths, str | Path) else paths
    return loading.documents(map(str, named), words=PrintWords.of(known.word_lists), guard=guard)


def _remarks(skipped: list[Skipped] | None, warned: list[Warned] | None) -> Remarks:
    return Remarks([] if skipped is None else skipped, [] if warned is None else warned)
