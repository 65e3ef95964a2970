"""Articles -> who says what: spans of source, cue and content."""

from collections.abc import Sequence

from benchmarks.rows import Reader, Row, run
from kg.model import Span

__all__ = ["attributions"]


def attributions(reader: Reader, row: Row) -> Row:
    """The attributions of an article."""
    found = reader.extractor.attributions(reader.document(row["text"]))
    return {
        "attributions": [
            {"source": _pairs(a.source_spans), "cue": _pairs(a.cue_spans), "content": _pairs(a.content_spans)} for a in found
        ]
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    run(attributions)
