"""An extractor that needs no language model: `Norway sanctions Chad.` is a claim, and nothing else is."""

import re
from collections.abc import Iterator
from hashlib import sha256

from kg.model import Actor, ActorKind, Argument, Claim, Document, Evidence, Relation, RelationGroup, Span
from kg.ontology import term

SANCTIONS = Relation(term("rel:sanctions"), "sanctions", RelationGroup.ACT, -1, "COERCE")
SENTENCE = re.compile(r"\b([A-Z]\w+) (sanctions) ([A-Z]\w+)\.")


class Stub:
    """Reads claims without knowing English."""

    model = "stub-1.0"

    def claims(self, document: Document, *, candidates: bool = False) -> Iterator[Claim]:
        """The claims of a document, in the order of its sentences."""
        for match in SENTENCE.finditer(document.text):
            who, words, whom = (Span(*match.span(number)) for number in (1, 2, 3))
            sentence = Span(*match.span())
            quote = sentence.of(document.text)
            yield Claim(
                id=sha256(f"{document.id} {sentence}".encode()).hexdigest()[:16],
                source=document.source,
                subject=Argument(_actor(who.of(document.text)), who),
                relation=SANCTIONS,
                object=Argument(_actor(whom.of(document.text)), whom),
                evidence=Evidence(document.id, sentence, quote, quote, words),
                confidence=0.5,
                rule="X sanctions Y",
            )


def _actor(name: str) -> Actor:
    return Actor(term(f"actor:{name.lower()}"), name, ActorKind.STATE)
