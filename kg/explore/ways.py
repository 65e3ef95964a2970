"""Claims of a pair -> what each does to the other, in words: a direction is never lost, and what is no fact is marked as none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.model import Claim, Factuality, Polarity

__all__ = ["ways"]

_MOST = 3  # different words of one direction that are written out

_Way = tuple[str, str, bool]  # from whom, to whom, and whether the relations have no direction
_Phrase = tuple[str, str]  # what keeps a claim from being a fact, and its relation


def ways(claims: Iterable[Claim], *, most: int = _MOST) -> str:
    """What claims say, direction by direction, as the page says it.

    Args:
        claims: Claims, as a rule of one pair.
        most: How many different relations of one direction are written out; how many more there are is said.

    Returns:
        The directions, that of most claims first and relations without direction last, with a bar between them: facts first, then
        what is said most often.

    >>> ways([])
    ''
    """
    found: dict[_Way, Counter[_Phrase]] = {}
    for claim in claims:
        found.setdefault(_way(claim), Counter())[_marks(claim), claim.relation.label] += 1
    ordered = sorted(found.items(), key=lambda item: (item[0][2], -item[1].total(), item[0]))
    return " | ".join(
        f"{subject} {'↔' if mutual else '→'} {target}: {_said(said, most)}" for (subject, target, mutual), said in ordered
    )


def _way(claim: Claim) -> _Way:
    ends = claim.subject.entity.label, claim.object.entity.label
    first, second = sorted(ends) if claim.relation.symmetric else ends
    return first, second, claim.relation.symmetric


def _marks(claim: Claim) -> str:
    marks = [claim.factuality.value] if claim.factuality is not Factuality.ACTUAL else []
    marks += [claim.likelihood.label] if claim.likelihood else []
    marks += ["not"] if claim.polarity is Polarity.NEGATED else []
    return f"{', '.join(marks)}: " if marks else ""


def _said(said: Mapping[_Phrase, int], most: int) -> str:
    marks = Counter[str]()
    for (mark, _), count in said.items():
        marks[mark] += count
    phrases = sorted(said, key=lambda one: (one[0] != "", -marks[one[0]], one[0], -said[one], one[1]))
    groups: dict[str, list[str]] = {}
    for phrase in phrases[:most]:
        mark, label = phrase
        groups.setdefault(mark, []).append(f"{label} ({said[phrase]:,})" if said[phrase] > 1 else label)
    return "; ".join(mark + ", ".join(labels) for mark, labels in groups.items()) + _rest(phrases, most)


def _rest(phrases: Sequence[_Phrase], most: int) -> str:
    return f" and {len(phrases) - most} more" if len(phrases) > most else ""
