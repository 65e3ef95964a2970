"""What is asked of a run -> how it reads; and what a build did."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.extract.language_model import DEFAULT_MODEL
from kg.model import Skipped

__all__ = ["Built", "Options", "Paths"]

Paths = Iterable[str | Path] | str | Path


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: the language model, a folder that adds to the ontology, and what to call for each document that is done."""

    model: str = DEFAULT_MODEL
    ontology: Path | None = None
    progress: Callable[[str], None] = field(default=lambda _source: None)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: counts, what was left out, and the files that it wrote."""

    documents: int
    claims: int
    actors: int
    issues: int
    skipped: tuple[Skipped, ...]
    files: tuple[Path, ...]
