"""What is asked of a run -> how it reads; and what a build did."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.extract.language_model import DEFAULT_MODEL
from kg.model import Skipped

__all__ = ["Built", "Options", "Paths", "Remarks", "Warned", "reasons"]

Paths = Iterable[str | Path] | str | Path

_REASONS = 3  # of documents that were left out, in one line


@dataclass(frozen=True, slots=True)
class Options:
    """How to read, and how to build.

    Attributes:
        model: An installed spaCy model, or a folder with one.
        ontology: A folder of Turtle that adds to the ontology.
        progress: Is called with the source of each document that is done.
        prune: Whether a build drops documents that are no longer among its inputs.
        stamp: Whether a build writes into the graph when it ended; without, the same documents always give the same bytes.
        wait: For how many seconds a build waits for another one in the same folder.
        note: Is called with what a build has to say while it runs.
        curation: The file with the decisions of people; without one, `curation.jsonl` in the output folder.
        logs: A folder for the tracebacks of internal errors where there is no output folder; without one they are only named.
    """

    model: str = DEFAULT_MODEL
    ontology: Path | None = None
    progress: Callable[[str], None] = field(default=lambda _source: None)
    prune: bool = False
    stamp: bool = False
    wait: float = 60.0
    note: Callable[[str], None] = field(default=lambda _text: None)
    curation: Path | None = None
    logs: Path | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """A document that was read, but not as it was meant, and what is wrong with it, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """What there is to say of documents beside their claims.

    Attributes:
        skipped: Takes what was left out, and why.
        warned: Takes what was read, but not as it was meant.
    """

    skipped: list[Skipped] = field(default_factory=list)
    warned: list[Warned] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        documents: How many documents the graph has.
        claims: How many claims.
        actors: How many actors they are about.
        issues: How many issues.
        skipped: What was left out, and why.
        files: The files that people open.
        gone: How many documents were no longer among the inputs: they were dropped, or kept, as the options say.
        changed: Whether anything was written; after no change nothing is.
        warned: The documents among the inputs that were read, but not as they were meant, and why.
    """

    documents: int
    claims: int
    actors: int
    issues: int
    skipped: tuple[Skipped, ...]
    files: tuple[Path, ...]
    gone: int = 0
    changed: bool = True
    warned: tuple[Warned, ...] = ()


def reasons(skipped: Sequence[Skipped]) -> str:
    """Why documents were left out: the first of them in words, the others as a number.

    >>> reasons([Skipped("a.txt", "empty file")])
    'a.txt: empty file'
    """
    others = [f"and {len(skipped) - _REASONS} more"] if len(skipped) > _REASONS else []
    return "; ".join([f"{item.source}: {item.reason}" for item in skipped[:_REASONS]] + others)
