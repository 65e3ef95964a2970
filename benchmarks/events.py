"""Sentences -> triples of source, target and PLOVER class, as political event coders give them."""

from collections.abc import Iterator

from benchmarks.rows import Reader, Row, run
from kg.errors import ReadError
from kg.model import Claim, RelationGroup
from kg.ontology import Ontology

__all__ = ["triples"]


def triples(reader: Reader, row: Row) -> Row:
    """The triples of a sentence; both directions of what is mutual. Ties are no events."""
    try:
        document = reader.document(row["sentence"])
    except ReadError:
        return {"triples": []}
    claims = [claim for claim in reader.extractor.claims(document) if claim.relation.group is not RelationGroup.TIE]
    return {"triples": [triple for claim in claims for triple in _of(claim, reader.ontology)]}


def _of(claim: Claim, ontology: Ontology) -> Iterator[Row]:
    root = _root(claim.relation.iri, ontology)
    ends = [(claim.subject, claim.object)] + ([(claim.object, claim.subject)] if claim.relation.symmetric else [])
    for source, target in ends if root else ():
        yield {"s": [source.span.start, source.span.end], "t": [target.span.start, target.span.end], "root": root}


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
