"""Subject, relation, object -> the claims behind them, each with its words."""

from collections.abc import Iterable

from kg.explore.names import called, inference, printable
from kg.model import Argument, Attribution, Claim

__all__ = ["explain", "explanation"]

_ANY = "*"


def explain(claims: Iterable[Claim], subject: str | None, relation: str | None, other: str | None) -> list[Claim]:
    """Find the claims that state a relation.

    Each of the three is a label ("United States"), a prefixed name, an IRI or its last part ("united-states"), regardless of case;
    an actor or issue is found, too, by the words that name it in the sentence ("US"). `None`, an empty word and `*` stand for
    anything. Symmetric relations are found in both directions.

    Args:
        claims: Where to look.
        subject: Who does it.
        relation: What is done.
        other: To whom, or about what.

    Returns:
        The claims, in their order.

    >>> explain([], "Russia", "*", None)
    []
    """
    wanted = (_folded(subject), _folded(relation), _folded(other))
    return [claim for claim in claims if _states(claim, wanted)]


def explanation(claim: Claim) -> str:
    """The claim, its quote with the words that express it marked, and where it comes from: lines of text for a terminal."""
    speakers = [_speaker(attribution) for attribution in claim.attribution]
    lines = [
        str(claim),
        f'  "{_marked(claim)}"',
        f"  {claim.source}, characters {claim.evidence.sentence.start}-{claim.evidence.sentence.end}",
        *(f"  also in {copy.source}, characters {copy.sentence.start}-{copy.sentence.end}" for copy in claim.copies),
    ]
    lines += [f"  confirmed by {claim.confirmed}"] if claim.confirmed else []
    lines += [f"  according to {' < '.join(reversed(speakers))}"] if speakers else []
    lines += [f"  issues: {', '.join(_issues(claim))}"] if claim.issues else []
    lines += (
        [f"  likelihood: {claim.likelihood.label} ({claim.likelihood.low:.0%}-{claim.likelihood.high:.0%})"]
        if claim.likelihood
        else []
    )
    lines += [f"  time: {claim.time.text}"] if claim.time else []
    return "".join(f"{printable(line)}\n" for line in lines)


def _issues(claim: Claim) -> list[str]:
    """The issues that the clause names, then those that are only inferred, with what from."""
    ordered = sorted(claim.issues, key=lambda issue: bool(issue.reason))
    return [f"{issue.entity.label} ({inference(issue)})" if issue.reason else issue.entity.label for issue in ordered]


def _folded(word: str | None) -> str:
    folded = (word or "").strip().casefold()
    return "" if folded == _ANY else folded


def _states(claim: Claim, wanted: tuple[str, str, str]) -> bool:
    subject, relation, other = wanted
    if relation and relation not in called(claim.relation.iri, claim.relation.label):
        return False
    ends = [(claim.subject, claim.object)]
    if claim.relation.symmetric:
        ends.append((claim.object, claim.subject))
    return any(_is(first, subject, claim) and _is(second, other, claim) for first, second in ends)


def _is(argument: Argument, word: str, claim: Claim) -> bool:
    entity = argument.entity
    return not word or word in called(entity.iri, entity.label) or word == _surface(argument, claim)


def _surface(argument: Argument, claim: Claim) -> str:
    """The words that name an argument in its sentence; empty for a pronoun or an argument from elsewhere."""
    sentence = claim.evidence.sentence
    if argument.reason or not sentence.covers(argument.span):
        return ""
    return claim.evidence.quote[argument.span.start - sentence.start : argument.span.end - sentence.start].casefold()


def _marked(claim: Claim) -> str:
    """The quote with its trigger between guillemets."""
    evidence = claim.evidence
    start, end = evidence.trigger.start - evidence.sentence.start, evidence.trigger.end - evidence.sentence.start
    quote = evidence.quote
    if not 0 <= start < end <= len(quote):
        return quote
    return f"{quote[:start]}«{quote[start:end]}»{quote[end:]}"


def _speaker(attribution: Attribution) -> str:
    label = attribution.speaker.entity.label if attribution.speaker else "an unnamed source"
    return f"{label} (inferred: nobody else speaks in between)" if attribution.inferred else label
