"""Sentences with two marked entities -> who likes or dislikes whom.

0 is nobody, 1 p likes q, 2 q likes p, 3 p dislikes q, 4 q dislikes p.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from benchmarks.rows import Reader, Row, run
from kg.errors import ReadError
from kg.extract.reading import Reading
from kg.model import Actor, Argument, Claim, Document, Factuality, Polarity, RelationGroup, Span

__all__ = ["attitude", "sign"]

_UNSURE = frozenset({Factuality.POSSIBLE, Factuality.PREDICTED, Factuality.HYPOTHETICAL})
_SUPPORT = "SUPPORT"
_SAID = frozenset({"ACCUSE", "REJECT", _SUPPORT})


@dataclass(frozen=True, slots=True)
class _End:
    """A marked entity: where it stands, which actors its words name, and the phrases that it opens ("Labour MP Ann Jones")."""

    span: Span
    actors: frozenset[str]
    phrases: tuple[Span, ...]

    def is_in(self, argument: Argument) -> bool:
        """Whether an end of a claim is the entity, points to it ("him"), or is somebody of its own."""
        if argument.span.overlaps(self.span) or argument.entity.iri in self.actors:
            return True
        return any(argument.span.overlaps(phrase) for phrase in self.phrases)


def sign(reader: Reader, row: Row) -> Row:
    """The label of a row: that of the surest claim between the two that has a sign."""
    try:
        document = reader.document(row["sentence"])
    except ReadError:
        return {"label": 0}
    readings = reader.extractor.readings(document)
    p, q = (_end(document, readings, Span(*row[name])) for name in ("p", "q"))
    for claim in sorted(reader.extractor.claims(document, candidates=reader.candidates), key=_doubt):
        for source, target, step in ((claim.subject, claim.object, 0), (claim.object, claim.subject, 1)):
            held = attitude(claim) if not claim.candidate or _is_said(claim) else 0
            if held and p.is_in(source) and q.is_in(target):
                return {"label": (1 if held > 0 else 3) + step * (not claim.relation.symmetric)}
    return {"label": 0}


def attitude(claim: Claim) -> int:
    """What a claim says of its subject's attitude: who plans an attack is hostile, and so is who refuses to support or trust."""
    held, relation = claim.relation.sign, claim.relation
    if claim.factuality is Factuality.HYPOTHETICAL:
        return 0
    if _is_denied(claim):
        return -1 if held > 0 and (relation.plover == _SUPPORT or relation.group is RelationGroup.STANCE) else 0
    return held


def _is_said(claim: Claim) -> bool:
    """Whether it expresses an attitude itself; a deed shows one only where it is certain to whom it is done."""
    return claim.relation.plover in _SAID or claim.relation.group is RelationGroup.STANCE


def _is_denied(claim: Claim) -> bool:
    return claim.polarity is Polarity.NEGATED or claim.factuality is Factuality.DENIED


def _doubt(claim: Claim) -> tuple[bool, bool, bool, bool, float]:
    """Claims before candidates, what is asserted before what is denied or only possible, what two do before what they are."""
    tie = claim.relation.group is RelationGroup.TIE
    return claim.candidate, _is_denied(claim), claim.factuality in _UNSURE, tie, -claim.confidence


def _end(document: Document, readings: Sequence[Reading], span: Span) -> _End:
    actors: set[str] = set()
    phrases: list[Span] = []
    for reading in readings:
        lead = document.alignment.span
        for token in reading.sentence.words:
            if lead(reading.span(token)).overlaps(span):
                mention = reading.mentions.actors.get(token.i)
                actors |= {mention.entity.iri} if mention is not None else set()
                actors |= {
                    argument.entity.iri for argument in reading.anaphors.get(token.i, ()) if isinstance(argument.entity, Actor)
                }
                phrases += [lead(reading.span(head)) for head in _opened(reading, token)]
    return _End(span, frozenset(actors), tuple(phrases))


def _opened(reading: Reading, token: Token) -> Iterator[Token]:
    """The heads of the noun phrases in which a name stands before them, but for those of its rivals ("Trump critics")."""
    while token.dep_ in {"compound", "amod", "nmod"} and not reading.prefix(token):
        token = token.head
        if token.lemma_.lower() in reading.lexicon.counterparts:
            return
        yield token


if __name__ == "__main__":
    run(sign)
