"""Readings and their attributions -> sentences without a cue that go on, between two that report a speaker, in that voice.

"Falk said that the fleet was gone. The port should be closed. It was a trap, she added." Only what is no mere event is read so: a
sentence whose main verb has a modal, or, right between the two in one paragraph, stands in the present. Background that a reporter
puts in between is mostly told in the past.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.attribute.quotes import joined
from kg.extract.attribute.words import ReportingWords
from kg.extract.dependency import is_verbal
from kg.extract.reading import Reading
from kg.model import Attribution, BlockKind, Span, overlapping

__all__ = ["continuations"]

# So many sentences in a row, and no more, may go on without a cue.
_LONGEST = 2
_PRESENT = frozenset({"VBZ", "VBP"})


def continuations(
    readings: Sequence[Reading], said: Sequence[Attribution], quotes: Sequence[Span], words: ReportingWords
) -> list[Attribution]:
    """Find the sentences that go on with what somebody says.

    Args:
        readings: The sentences of a document, in order.
        said: Its attributions, in the order of their cues.
        quotes: Its quotations, sorted.
        words: The words that report, with the modals of opinions.

    Returns:
        Attributions that are inferred, in the order of their sentences; source and cue are those of the sentence before.
    """
    found: list[Attribution] = []
    last: tuple[Reading, Attribution] | None = None
    between: list[Reading] = []
    taken = joined([*quotes, *(span for one in said for span in (*one.content_spans, *one.cue_spans))])
    own = _by_sentence(readings, said)
    for reading, some in zip(readings, own, strict=True):
        if not some and not overlapping(taken, reading.sentence.extent):
            between.append(reading)
            continue
        first = last
        last = next(((reading, one) for one in some if _is_whole(one, reading, quotes)), None)
        if first is not None and last is not None and _is_one_voice(first, last):
            found += _inferred(first, between, last, words)
        between = []
    return found


def _by_sentence(readings: Sequence[Reading], said: Sequence[Attribution]) -> list[list[Attribution]]:
    """The attributions of each sentence, by where their cues stand."""
    starts = [reading.sentence.extent.start for reading in readings]
    own: list[list[Attribution]] = [[] for _ in readings]
    for one in said:
        own[max(bisect_right(starts, one.cue_spans[0].start) - 1, 0)].append(one)
    return own


def _is_whole(one: Attribution, reading: Reading, quotes: Sequence[Span]) -> bool:
    """Whether a sentence as a whole is what somebody says, in nobody else's words."""
    extent = reading.sentence.extent
    inside = sum(min(span.end, extent.end) - max(span.start, extent.start) for span in one.content_spans if span.overlaps(extent))
    return 2 * inside > extent.end - extent.start and not overlapping(quotes, one.cue_spans[0])


def _is_one_voice(first: tuple[Reading, Attribution], second: tuple[Reading, Attribution]) -> bool:
    one, other = first[1].speaker, second[1].speaker
    return one is not None and other is not None and one.entity == other.entity


def _inferred(
    first: tuple[Reading, Attribution], between: Sequence[Reading], second: tuple[Reading, Attribution], words: ReportingWords
) -> Iterator[Attribution]:
    chain = [first[0], *between, second[0]]
    blocks = [reading.sentence.block for reading in chain]
    near = all(after - before <= 1 for before, after in pairwise(blocks))
    prose = all(reading.sentence.kind is BlockKind.PARAGRAPH for reading in chain)
    if not (near and prose and 0 < len(between) <= _LONGEST):
        return
    enclosed = len(between) == 1 and blocks[0] == blocks[-1]
    if all(_goes_on(reading, first[1], words, enclosed=enclosed) for reading in between):
        for reading in between:
            yield replace(first[1], content_spans=(reading.sentence.extent,), inferred=True)


def _goes_on(reading: Reading, said: Attribution, words: ReportingWords, *, enclosed: bool) -> bool:
    """Whether a sentence is an opinion and not the background of a reporter, or what the speaker does."""
    root = reading.sentence.tokens.root
    subjects = [argument.entity for noun in reading.structure.surface_subject(root) for argument in reading.actors(noun)]
    if not is_verbal(root) or (said.speaker is not None and said.speaker.entity in subjects):
        return False
    auxiliaries = [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in words.opinions for child in auxiliaries):
        return True
    return enclosed and (auxiliaries[0] if auxiliaries else root).tag_ in _PRESENT
