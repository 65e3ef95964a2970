"""A readable file of decisions -> what people decided of actors and claims, which wins over the machine; and back."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode

from kg.errors import GraphError, OutputError
from kg.graph.notation import notation
from kg.graph.output import whole_file
from kg.ontology import PREFIXES
from kg.ontology.literals import unwritable

__all__ = ["FILE", "Decision", "Verdict", "decisions", "digest", "read_line", "save", "settled", "written"]

FILE = "curation.jsonl"
"""The name of the file in an output folder."""

_PREFIXED = re.compile(r"(\w+):([^\s:/<>\"]+)")
_WORDS = ("who", "when", "why", "label")


class Verdict(StrEnum):
    """What is decided: of two actors, of one, or of a claim."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    HIDE = "hide"
    CONFIRM = "confirm"
    REJECT = "reject"


# How many actors or claims each is about.
_TAKES = {
    Verdict.MERGE: ("actor", (2,), "two actors"),
    Verdict.SPLIT: ("actor", (1, 2), "one actor or two"),
    Verdict.RENAME: ("actor", (1,), "one actor"),
    Verdict.HIDE: ("actor", (1,), "one actor"),
    Verdict.CONFIRM: ("claim", (1,), "one claim"),
    Verdict.REJECT: ("claim", (1,), "one claim"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a person.

    Attributes:
        verdict: What is decided.
        of: The IRIs of the actors or of the claim.
        who: By whom; may be empty.
        when: On which day (ISO 8601); may be empty.
        why: The reason in words; may be empty.
        label: The new name of an actor that is renamed, otherwise empty.
        place: File and line, for errors; no part of the decision.
    """

    verdict: Verdict
    of: tuple[str, ...]
    who: str = ""
    when: str = ""
    why: str = ""
    label: str = ""
    place: str = field(default="", compare=False)

    def __str__(self) -> str:
        """The decision as it would be taken on the command line, and who took it, when and why."""
        named = " ".join([self.verdict.value, *(notation(NamedNode(iri)) for iri in self.of)])
        label = f' "{self.label}"' if self.label else ""
        about = ", ".join(part for part in (self.who, self.when, self.why) if part)
        return f"{named}{label}" + (f" ({about})" if about else "")


def decisions(path: Path) -> tuple[Decision, ...]:
    """Read decisions.

    Args:
        path: A file of JSON lines, one decision a line, the oldest first.

    Returns:
        The decisions, in the order of the file; none where there is no file.

    Raises:
        GraphError: The file cannot be read, or a line is no decision; the message says file, line and what was expected.

    >>> decisions(Path("nowhere.jsonl"))
    ()
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise GraphError(f"{path}: {reason}, a readable file of decisions was expected") from error
    return tuple(read_line(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip())


def read_line(line: str, place: str) -> Decision:
    """Read one decision.

    Args:
        line: A JSON object.
        place: File and line, for errors.

    Returns:
        The decision.

    Raises:
        GraphError: The line is no decision.

    >>> str(read_line('{"decision": "hide", "of": ["actor:chad"], "who": "Anna"}', "a.jsonl:1"))
    'hide actor:chad (Anna)'
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GraphError(f"{place}: no JSON, a decision on one line was expected") from error
    if not isinstance(found, dict):
        raise GraphError(f"{place}: no JSON object, a decision such as {_EXAMPLE} was expected")
    verdict = found.get("decision")
    if verdict not in list(Verdict):
        raise GraphError(f"{place}: the decision is {json.dumps(verdict)}, one of {', '.join(Verdict)} was expected")
    words = {name: _text(found.get(name, ""), name, place) for name in _WORDS}
    decided = Decision(Verdict(verdict), _of(found.get("of"), Verdict(verdict), place), **words, place=place)
    _check(decided, found.keys() - {"decision", "of", *_WORDS}, place)
    return decided


def written(decision: Decision) -> str:
    """A decision as one line of JSON, without its end; what `read_line` reads.

    >>> written(Decision(Verdict.HIDE, ("https://w3id.org/kg-affairs/actor/chad",), who="Anna", when="2026-11-28"))
    '{"decision": "hide", "of": ["actor:chad"], "who": "Anna", "when": "2026-11-28"}'
    """
    words = {name: value for name in ("label", *_WORDS) if (value := getattr(decision, name))}
    of = [notation(NamedNode(iri)).strip("<>") for iri in decision.of]
    return json.dumps({"decision": decision.verdict.value, "of": of, **words}, ensure_ascii=False)


def save(path: Path, chosen: Sequence[Decision]) -> None:
    """Write decisions, all or none; without any there is no file.

    Args:
        path: Where to.
        chosen: The decisions, the oldest first.

    Raises:
        OutputError: The file cannot be written.
    """
    if not chosen:
        _remove(path)
        return
    with whole_file(path) as file:
        file.writelines(f"{written(decision)}\n".encode() for decision in chosen)


def digest(chosen: Iterable[Decision]) -> str:
    """A hash of decisions in their order, for what depends on them; empty where there are none.

    >>> digest(())
    ''
    """
    lines = "\n".join(map(written, chosen))
    return sha256(lines.encode()).hexdigest()[:16] if lines else ""


def settled(chosen: Iterable[Decision]) -> tuple[Decision, ...]:
    """Leave out decisions that a later one contradicts or repeats.

    Args:
        chosen: The decisions, the oldest first.

    Returns:
        Those that count, in their order.

    >>> claim = ("https://w3id.org/kg-affairs/claim/5f2c",)
    >>> [str(decision) for decision in settled([Decision(Verdict.CONFIRM, claim), Decision(Verdict.REJECT, claim)])]
    ['reject claim:5f2c']
    """
    kept: dict[tuple[str, ...], Decision] = {}
    for decision in chosen:
        for key in _overruled(decision, kept):
            del kept[key]
        kept[_subject(decision)] = decision
    return tuple(kept.values())


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}, a file that can be removed was expected") from error


_EXAMPLE = '{"decision": "hide", "of": ["actor:chad"]}'


def _text(value: object, name: str, place: str) -> str:
    if not isinstance(value, str):
        raise GraphError(f"{place}: {name} is {json.dumps(value)}, words were expected")
    if character := unwritable(value):
        raise GraphError(f"{place}: {name} is {json.dumps(value)}, words without {character} were expected")
    return " ".join(value.split())


def _of(value: object, verdict: Verdict, place: str) -> tuple[str, ...]:
    prefix, numbers, expected = _TAKES[verdict]
    names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    iris = tuple(_iri(name) if isinstance(name, str) else "" for name in names)
    right = len(set(iris)) == len(iris) in numbers and all(iris)
    if not right or any(iri.startswith(base) for name, base in PREFIXES.items() if name != prefix for iri in iris if iri):
        raise GraphError(
            f"{place}: {verdict} is of {json.dumps(value, ensure_ascii=False)}, {expected} such as {prefix}:… was expected"
        )
    return tuple(sorted(iris)) if verdict is Verdict.MERGE else iris


def _iri(name: str) -> str:
    """The IRI that a prefixed name or an IRI stands for; empty where it is neither."""
    match = _PREFIXED.fullmatch(name)
    if match:
        return PREFIXES[match[1]] + match[2] if match[1] in PREFIXES else ""
    try:
        return NamedNode(name).value
    except ValueError:
        return ""


def _check(decision: Decision, unknown: Iterable[str], place: str) -> None:
    if bool(decision.label) != (decision.verdict is Verdict.RENAME):
        raise GraphError(
            f"{place}: {decision.verdict} has label {json.dumps(decision.label)}, a name was expected for rename alone"
        )
    if decision.when and not _is_day(decision.when):
        raise GraphError(f"{place}: when is {json.dumps(decision.when)}, a day such as 2026-11-28 was expected")
    for name in sorted(unknown):
        raise GraphError(f"{place}: has {json.dumps(name)}, only decision, of, label, who, when and why were expected")


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _subject(decision: Decision) -> tuple[str, ...]:
    """What a later decision must be about to contradict this one."""
    if decision.verdict in {Verdict.MERGE, Verdict.SPLIT}:
        return ("pair", *sorted(decision.of))
    claim = decision.verdict in {Verdict.CONFIRM, Verdict.REJECT}
    return ("claim" if claim else decision.verdict.value, *decision.of)


def _overruled(decision: Decision, kept: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What is no longer so: a split of one actor from everybody undoes every merge with it."""
    if decision.verdict is Verdict.SPLIT and len(decision.of) == 1:
        return [key for key in kept if key[0] == "pair" and decision.of[0] in key]
    return [key for key in kept if key == _subject(decision)]
