"""Two graphs -> what changed between them, as claims: new ones, those that are gone, and those that say it differently now."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kg.explore.names import printable
from kg.explore.record import claim_record, claim_records
from kg.model import Argument, Claim
from kg.ontology import local_name

__all__ = ["Changed", "Difference", "diff", "diff_json", "diff_text"]

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One statement of one sentence, in both graphs, of which something else is said.

    Attributes:
        before: The claim of the first graph.
        after: The claim of the second.
        aspects: What differs, with the old and the new value: polarity, factuality, likelihood, attribution, issues, time,
            confidence, the words that express the relation, and the rule, in this order.
    """

    before: Claim
    after: Claim
    aspects: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the second graph has, what only the first has, and what changed; each in the order of its documents."""

    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[Changed, ...]

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.added or self.removed or self.changed)


def diff(before: Iterable[Claim], after: Iterable[Claim]) -> Difference:
    """Compare the claims of two graphs.

    A claim is the same if the same words of a document state the same relation between the same two. A document is the same by
    its text, wherever it lies now, and one whose text changed by the path that it was read from.

    Args:
        before: The claims of the first graph.
        after: The claims of the second.

    Returns:
        The differences; nothing for graphs with the same claims, in whatever order.

    >>> bool(diff([], []))
    False
    """
    left, right = list(before), list(after)
    stayed = {claim.evidence.document for claim in left} & {claim.evidence.document for claim in right}
    old, new = _by_statement(left, stayed), _by_statement(right, stayed)
    pairs = [pair for key in {*old, *new} for pair in _paired(old.get(key, []), new.get(key, []))]
    both = [(left, right) for left, right in pairs if left and right]
    changed = [Changed(left, right, aspects) for left, right in both if (aspects := tuple(_aspects(left, right)))]
    return Difference(
        added=tuple(sorted((right for left, right in pairs if left is None and right), key=_order)),
        removed=tuple(sorted((left for left, right in pairs if right is None and left), key=_order)),
        changed=tuple(sorted(changed, key=lambda one: _order(one.after))),
    )


def diff_text(found: Difference) -> str:
    """The differences for a terminal: `-` is gone, `+` is new, `~` changed, each with its sentence."""
    lines = [line for claim in found.removed for line in _shown("-", claim)]
    lines += [line for claim in found.added for line in _shown("+", claim)]
    for one in found.changed:
        lines += [*_shown("~", one.after), *(f"    {name}: {old or 'none'} -> {new or 'none'}" for name, old, new in one.aspects)]
    return "".join(f"{printable(line)}\n" for line in lines)


def diff_json(found: Difference) -> str:
    """The differences as one JSON object; claims have the form of `docs/claims.md`."""
    changed = [
        {
            "before": claim_record(one.before),
            "after": claim_record(one.after),
            "changes": {name: [old or None, new or None] for name, old, new in one.aspects},
        }
        for one in found.changed
    ]
    record = {"removed": claim_records(found.removed), "added": claim_records(found.added), "changed": changed}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _by_statement(claims: Iterable[Claim], stayed: Collection[str]) -> dict[Key, list[Claim]]:
    """Claims by what they state, in the order of their places."""
    found: dict[Key, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=_order):
        document = claim.evidence.document
        found[(document if document in stayed else claim.source, *_statement(claim))].append(claim)
    return found


def _paired(old: list[Claim], new: list[Claim]) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Where a sentence states the same twice, claims of the same id belong together, and the others by their order."""
    shared = {claim.id for claim in old} & {claim.id for claim in new}
    rest = [[claim for claim in claims if claim.id not in shared] for claims in (old, new)]
    same = [[claim for claim in claims if claim.id in shared] for claims in (old, new)]
    yield from zip(*(sorted(claims, key=lambda claim: claim.id) for claims in same), strict=True)
    yield from zip_longest(*rest)


def _statement(claim: Claim) -> Key:
    return (claim.evidence.quote, _who(claim.subject), claim.relation.iri, _who(claim.object))


def _who(argument: Argument) -> str:
    """Who is meant; who is known by a role within a document, "police", keeps it when the document gets another id."""
    base, dot, _ = local_name(argument.entity.iri).partition(".")
    return base if dot else argument.entity.iri


def _order(claim: Claim) -> tuple[str, int, int, int, str]:
    return (claim.source, claim.evidence.sentence.start, claim.evidence.trigger.start, claim.evidence.trigger.end, claim.id)


def _aspects(before: Claim, after: Claim) -> Iterator[tuple[str, str, str]]:
    for (name, old), (_, new) in zip(_said(before), _said(after), strict=True):
        if old != new:
            yield name, old, new


def _said(claim: Claim) -> list[tuple[str, str]]:
    """Everything that is said of a statement, in words."""
    speakers = [said.speaker.entity.label if said.speaker else "an unnamed source" for said in reversed(claim.attribution)]
    time = claim.time
    return [
        ("polarity", claim.polarity.value),
        ("factuality", claim.factuality.value),
        ("likelihood", claim.likelihood.label if claim.likelihood else ""),
        ("attribution", " < ".join(speakers)),
        ("issues", ", ".join(issue.entity.label for issue in claim.issues)),
        ("time", f"{time.start} to {time.end} ({time.text})" if time else ""),
        ("confidence", f"{claim.confidence:g}"),
        ("words", _trigger(claim)),
        ("rule", claim.rule),
    ]


def _trigger(claim: Claim) -> str:
    """The words that express the relation, not where they stand: that changes with every word before them."""
    evidence = claim.evidence
    return evidence.quote[evidence.trigger.start - evidence.sentence.start : evidence.trigger.end - evidence.sentence.start]


def _shown(sign: str, claim: Claim) -> Iterator[str]:
    yield f"{sign} {claim}"
    yield f'    "{claim.evidence.quote}"'
    yield f"    {claim.source}, characters {claim.evidence.sentence.start}-{claim.evidence.sentence.end}"
