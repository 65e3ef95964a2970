"""Cues and word lists of the ontology -> the words that introduce what somebody says or holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.ontology import Cue

__all__ = ["ReportingWords", "reporting_words"]

_Lists = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The words that introduce what somebody says or holds.

    `verbs`, `nouns` and `phrases` report; of the verbs, `finite` report no infinitive ("continued to stay"), and the participle
    of `asides` goes on with a speech (", adding that"). `stances` are verbs, alone or with their preposition ("call for"), whose
    object is what somebody says of it; `topics` are prepositions that go on with it ("as", "for"). `intentions` are verbs whose
    infinitive is what somebody promises or refuses. `selves` are pronouns for those who speak and are spoken to.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    finite: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    intentions: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    selves: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()


def reporting_words(cues: Iterable[Cue], words: _Lists = lambda _: frozenset()) -> ReportingWords:
    """The words that report among the cues of the ontology, with those of its lists.

    Args:
        cues: The cues.
        words: Gives a word list by its name.
    """
    found = [cue.words for cue in cues if cue.reports]
    phrases = sorted(phrase for some in found for phrase in some.get("phrase", ()))
    return ReportingWords(
        frozenset().union(*(some.get("verb", frozenset()) for some in found)),
        frozenset().union(*(some.get("noun", frozenset()) for some in found)),
        tuple(tuple(phrase.split()) for phrase in phrases),
        words("finite-reporting-verb"),
        words("stance-verb"),
        words("intention-verb"),
        words("stance-preposition"),
        words("quoted-self"),
        words("speech-participle"),
    )
