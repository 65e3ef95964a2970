"""Sentences with two marked entities -> who likes or dislikes whom.

0 is nobody, 1 p likes q, 2 q likes p, 3 p dislikes q, 4 q dislikes p.
"""

from benchmarks.rows import Reader, Row, run
from kg.errors import ReadError
from kg.model import Argument, Span

__all__ = ["sign"]


def sign(reader: Reader, row: Row) -> Row:
    """The label of a row, by the first claim between the two that has a sign."""
    try:
        document = reader.document(row["sentence"])
    except ReadError:
        return {"label": 0}
    p, q = Span(*row["p"]), Span(*row["q"])
    for claim in reader.extractor.claims(document):
        for source, target, step in ((claim.subject, claim.object, 0), (claim.object, claim.subject, 1)):
            if claim.relation.sign and _at(source, p) and _at(target, q):
                return {"label": (1 if claim.relation.sign > 0 else 3) + step}
    return {"label": 0}


def _at(argument: Argument, span: Span) -> bool:
    return argument.span.overlaps(span)


if __name__ == "__main__":
    run(sign)
