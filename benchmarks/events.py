"""Sentences -> triples of source, target and PLOVER class, as political event coders give them."""

from collections.abc import Iterator

from benchmarks.rows import Reader, Row, run
from kg.errors import ReadError
from kg.model import Argument, Claim, Document, Factuality, Polarity, RelationGroup, Span
from kg.ontology import Ontology

__all__ = ["events", "triples"]


# What PLOVER codes an intention as, by the sign of what is intended.
_INTENDED = {1: "AGREE", -1: "THREATEN"}
_DEEDS = frozenset({"AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_REFUSED = frozenset({"AGREE", "CONSULT", "AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT"})
_SURE = (Factuality.ACTUAL, Factuality.REPORTED, Factuality.ALLEGED, Factuality.PLANNED)


def triples(reader: Reader, row: Row) -> Row:
    """The triples of a sentence, the surest first."""
    try:
        return {"triples": [triple for _, triple in events(reader, row["sentence"])]}
    except ReadError:
        return {"triples": []}


def events(reader: Reader, text: str) -> Iterator[tuple[Claim, Row]]:
    """The claims of a text that are events, each with its triple, the surest first; both directions of what is mutual.

    Raises:
        ReadError: The text cannot be read.
    """
    document = reader.document(text)
    found = reader.extractor.claims(document, candidates=reader.candidates)
    claims = [claim for claim in found if claim.relation.group is not RelationGroup.TIE]
    ranked = sorted(claims, key=lambda claim: (claim.candidate, claim.factuality not in _SURE))
    names = _names(reader, document)
    for claim in ranked:
        yield from ((claim, triple) for triple in _of(claim, reader.ontology, names))


def _names(reader: Reader, document: Document) -> dict[str, list[Span]]:
    """Where each actor is named; the data knows no pronouns, so that "it" stands for the name before it."""
    found: dict[str, list[Span]] = {}
    for reading in reader.extractor.readings(document):
        for mention in reading.mentions.actors.values():
            found.setdefault(mention.entity.iri, []).append(document.alignment.span(mention.span))
    return found


def _of(claim: Claim, ontology: Ontology, names: dict[str, list[Span]]) -> Iterator[Row]:
    root = _in_mode(claim, _root(claim.relation.iri, ontology))
    ends = [(claim.subject, claim.object)] + ([(claim.object, claim.subject)] if claim.relation.symmetric else [])
    for source, target in ends if root else ():
        yield {"s": _named(source, names), "t": _named(target, names), "root": root}


def _named(argument: Argument, names: dict[str, list[Span]]) -> list[int]:
    spans = names.get(argument.entity.iri, [])
    before = [span for span in spans if span.end <= argument.span.start]
    own = any(span.overlaps(argument.span) for span in spans)
    span = argument.span if own or not before else before[-1]
    return [span.start, span.end]


def _in_mode(claim: Claim, root: str) -> str:
    """PLOVER has classes for intending and for refusing a deed, where kg keeps the deed with its factuality and polarity."""
    if claim.polarity is Polarity.NEGATED:
        return "REJECT" if root in _REFUSED else root
    if claim.factuality is Factuality.PLANNED and root == "CONSULT":
        return "AGREE"
    if claim.factuality is Factuality.PLANNED and root in _DEEDS:
        return _INTENDED.get(claim.relation.sign, root)
    return root


def _root(iri: str, ontology: Ontology) -> str:
    """The PLOVER class of a relation type, or of the next broader one that has any."""
    while iri in ontology.relations:
        entry = ontology.relations[iri]
        if entry.relation.plover:
            return entry.relation.plover
        iri = entry.broader
    return ""


if __name__ == "__main__":
    run(triples)
