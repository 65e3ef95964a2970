"""Cues and word lists of the ontology -> the words that introduce what somebody says or holds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.model import Factuality
from kg.ontology import Cue

__all__ = ["ReportingWords", "reporting_words"]

_HELD = frozenset({Factuality.DEMANDED, Factuality.ALLEGED})
_OPINED = frozenset({Factuality.DEMANDED, Factuality.HYPOTHETICAL, Factuality.POSSIBLE})
_Lists = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """The words that introduce what somebody says or holds.

    `verbs`, `nouns` and `phrases` report; of the verbs, `finite` report no infinitive ("continued to stay"), and the participle
    of `asides` goes on with a speech (", adding that"). `stances` are verbs, alone or with their preposition ("call for"), whose
    object is what somebody says of it; `topics` are prepositions that go on with it ("as", "for"). `intentions` are verbs whose
    infinitive is what somebody promises or refuses. `selves` are pronouns for those who speak and are spoken to. `holding`
    and `holding_nouns` say what others are to do, or what they are blamed for. `opinions` are modals of what is
    no event: "should", "would", "may".
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
    holding: frozenset[str] = frozenset()
    holding_nouns: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()


def reporting_words(cues: Iterable[Cue], words: _Lists = lambda _: frozenset()) -> ReportingWords:
    """The words that report among the cues of the ontology, with those of its lists.

    Args:
        cues: The cues.
        words: Gives a word list by its name.
    """
    cues = list(cues)
    found = [cue.words for cue in cues if cue.reports]
    holding = [cue.words for cue in cues if cue.factuality in _HELD]
    phrases = sorted(phrase for some in found for phrase in some.get("phrase", ()))
    return ReportingWords(
        _words(found, "verb"),
        _words(found, "noun"),
        tuple(tuple(phrase.split()) for phrase in phrases),
        words("finite-reporting-verb"),
        words("stance-verb"),
        words("intention-verb"),
        words("stance-preposition"),
        words("quoted-self"),
        words("speech-participle"),
        _words(holding, "verb") | _words(holding, "infinitive") | words("wish-verb"),
        _words(holding, "noun"),
        _words([cue.words for cue in cues if cue.factuality in _OPINED], "modal"),
    )


def _words(cues: Iterable[Mapping[str, frozenset[str]]], word_class: str) -> frozenset[str]:
    return frozenset().union(*(words.get(word_class, frozenset()) for words in cues))
