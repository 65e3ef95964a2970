"""Counts, scores and trials -> text for a terminal, and JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from kg.explore.evaluate import Aspect, Evaluation, Judgement, MistakenDocument, Score
from kg.explore.info import Info
from kg.explore.names import printable
from kg.explore.results import table
from kg.extract.trial import Filler, Trial, TrialMatch
from kg.model import Factuality

__all__ = [
    "evaluation_json",
    "evaluation_text",
    "info_json",
    "info_text",
    "mistakes_text",
    "trial_text",
]

_DIGITS = 6  # what lies beyond them says nothing


def info_text(info: Info, *, width: int | None = None) -> str:
    """The counts of a graph as a table.

    >>> print(info_text(Info(documents=2, claims=7, quotes=5, issues=3, statements=190)).splitlines()[2])
     documents  │ 2
    """
    rows = [("documents", info.documents), ("claims", info.claims), *_indented(info.by_factuality), *_indented(info.by_polarity)]
    rows += [*_indented(info.by_group), ("quotes", info.quotes), ("actors", sum(count for _, count in info.actors))]
    rows += [*_indented(info.actors), ("issues", info.issues), ("statements", info.statements)]
    counts = table(["what", "how many"], ([name, str(count)] for name, count in rows), width=width)
    if not info.leading:
        return counts
    leading = ([printable(one.label), str(one.claims), str(one.documents)] for one in info.leading)
    return counts + "\n" + table([f"actor, the first {len(info.leading)}", "claims", "documents"], leading, width=width)


def info_json(info: Info) -> str:
    """The counts of a graph as one JSON object.

    >>> info_json(Info(documents=2, claims=7, quotes=5, issues=3, statements=190))[:32]
    '{"documents": 2, "claims": 7, "q'
    """
    record = asdict(info)
    leading = record.pop("leading")
    counts = {name: dict(value) if isinstance(value, tuple) else value for name, value in record.items()}
    return json.dumps({**counts, "leading": leading}, ensure_ascii=False) + "\n"


def evaluation_text(evaluation: Evaluation, *, width: int | None = None) -> str:
    """Scores as a table, and how factualities were confused as another: a line for each that was expected.

    Args:
        evaluation: The scores.
        width: Columns of the terminal.

    Returns:
        The tables, with a line between them.
    """
    rows = [row for part in evaluation.parts for row in (_score_row(part.whole), *(_score_row(kind, "  ") for kind in part.kinds))]
    first = table(["what", "precision", "recall", "F1", "right", "found", "expected"], rows, width=width)
    if not evaluation.confusions:
        return first
    counts = {(one.expected, one.found): one.count for one in evaluation.confusions}
    seen = [one for one in Factuality if any(one is found for _, found in counts)]
    expected = [one for one in Factuality if any(one is other for other, _ in counts)]
    crossed = [[one.value, *(str(counts.get((one, found), "")) for found in seen)] for one in expected]
    return first + "\n" + table(["expected, found as", *(found.value for found in seen)], crossed, width=width)


def mistakes_text(evaluation: Evaluation) -> str:
    """What is wrong, document by document, the worst first, under the sentences that it is wrong in."""
    return "\n".join(_mistakes(document) for document in evaluation.mistaken)


def evaluation_json(evaluation: Evaluation, *, errors: bool = False) -> str:
    """Scores as one JSON object, with the mistakes where errors are asked for; what is not defined is null."""
    scores = {
        part.aspect.value: {**_score_record(part.whole), "kinds": {kind.name: _score_record(kind) for kind in part.kinds}}
        for part in evaluation.parts
    }
    record: dict[str, object] = {"documents": evaluation.documents, "scores": scores}
    record["confusions"] = [asdict(one) for one in evaluation.confusions]
    if errors:
        record["errors"] = [asdict(document) for document in evaluation.mistaken]
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def trial_text(trial: Trial) -> str:
    """What a frame found, match by match, or why it found nothing, and then who is named."""
    if trial.matches:
        return "\n".join(map(_trial_match, trial.matches))
    lines = [f"no match: {reason}" for reason in trial.reasons]
    lines += [f"named: {one.label}, {one.sense}" + _said(one.words, one.label) for one in trial.named] or ["named: nobody"]
    return "".join(f"{printable(line)}\n" for line in lines)


def _trial_match(match: TrialMatch) -> str:
    lines = [*map(_filler, match.fillers), f"words: {' '.join(match.words)}"]
    return "".join(f"{printable(line)}\n" for line in lines)


def _filler(filler: Filler) -> str:
    reason = f", {filler.reason}" if filler.reason else ""
    return f"{filler.place} = {filler.label}" + _said(filler.words, filler.label) + reason


def _said(words: str, label: str) -> str:
    return "" if words == label else f' ("{words}")'


def _score_row(score: Score, indent: str = "") -> list[str]:
    shares = ["" if share is None else f"{share:.3f}" for share in (score.precision, score.recall, score.f1)]
    return [indent + printable(score.name), *shares, *map(str, (score.right, score.found, score.expected))]


def _score_record(score: Score) -> dict[str, float | int | None]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    rounded = {name: None if share is None else round(share, _DIGITS) for name, share in shares.items()}
    return {**rounded, "right": score.right, "found": score.found, "expected": score.expected}


def _mistakes(document: MistakenDocument) -> str:
    lines = [f"{document.id}: {len(document.mistakes)} wrong"]
    for quote, mistakes in groupby(document.mistakes, key=lambda mistake: mistake.quote):
        lines += [f'  "{quote}"' if quote else "  no sentence is given", *map(_mistake, mistakes)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _mistake(mistake: Judgement) -> str:
    if mistake.aspect is Aspect.CLAIMS:
        return f"    {'missed' if mistake.expected else 'too much'}: {mistake.claim}"
    return f"    {mistake.claim}: {mistake.aspect} {mistake.found or 'none'}, expected {mistake.expected or 'none'}"


def _indented(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(f"  {name}", count) for name, count in counts]
