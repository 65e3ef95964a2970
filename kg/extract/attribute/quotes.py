"""Quotations -> what they add to attributions: several sentences, both halves of one that is broken, the speaker of the next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.reading import Reading
from kg.model import Attribution, Document, Span, overlapping

__all__ = ["continued", "joined", "quotations", "with_whole_quotes"]

# Two single marks are what some print for a double one.
_MARKS = re.compile("\"|''")


def quotations(document: Document) -> list[Span]:
    """The quotations of a document with their marks, block by block; one that is left open ends with its block."""
    found = []
    for block in document.blocks:
        marks = [match.span() for match in _MARKS.finditer(document.clean, block.span.start, block.span.end)]
        closings = [*(end for _, end in marks[1::2]), block.span.end]
        found += [Span(start, end) for (start, _), end in zip(marks[::2], closings, strict=False)]
    return found


def with_whole_quotes(attribution: Attribution, quotes: Sequence[Span]) -> Attribution:
    """A quotation over several sentences, of which the content is only a part, is all said by the speaker of that part."""
    cue = attribution.cue_spans[0]
    near = ((quote, span) for span in attribution.content_spans for quote in overlapping(quotes, span))
    whole = [quote for quote, span in near if not quote.overlaps(cue) and not span.covers(quote)]
    return replace(attribution, content_spans=joined((*whole, *attribution.content_spans))) if whole else attribution


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and found[-1].overlaps(span):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def continued(readings: Sequence[Reading], own: Sequence[Sequence[Attribution]], quotes: Sequence[Span]) -> list[Attribution]:
    """Attributions with the quotations that go on with their speaker in the next sentences.

    Args:
        readings: The sentences.
        own: What each of them attributes.
        quotes: The quotations, sorted.

    Returns:
        All attributions; a quotation that nobody else says is said by whoever spoke in the sentence right before.
    """
    found: list[Attribution] = []
    taken = {span for some in own for attribution in some for span in attribution.content_spans}
    last, end, is_open = -1, -1, False
    for reading, some in zip(readings, own, strict=True):
        extent = reading.sentence.extent
        inside = overlapping(quotes, extent)
        quote = next((quote for quote in inside if _fills(quote, extent) and quote not in taken), None)
        follows = last >= 0 and 0 <= extent.start - end <= (3 if is_open else 1)
        found += some
        outer = [at for at in range(len(found) - len(some), len(found)) if not _is_within(found[at], inside)]
        if outer:
            last = max(outer, key=lambda at: sum(span.end - span.start for span in found[at].content_spans))
        elif quote is not None and follows:
            found[last] = replace(found[last], content_spans=tuple(sorted({*found[last].content_spans, quote})))
            taken.add(quote)
        elif not (follows and any(quote in found[last].content_spans for quote in inside)):
            last = -1
        end = extent.end
        is_open = bool(inside) and inside[-1].end == end and not reading.sentence.text.endswith(('"', "''"))
    return found


def _fills(quote: Span, extent: Span) -> bool:
    """Whether a sentence is quoted as a whole, or nearly."""
    return quote.covers(extent) or min(quote.end, extent.end) - max(quote.start, extent.start) > 0.8 * (extent.end - extent.start)


def _is_within(attribution: Attribution, quotes: Sequence[Span]) -> bool:
    return any(quote.covers(attribution.cue_spans[0]) for quote in quotes)
