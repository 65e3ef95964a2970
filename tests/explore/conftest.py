"""A small graph of eight claims in seven documents."""

import pytest
from pyoxigraph import Store

from kg.graph.store import from_quads
from kg.graph.triples import quads
from tests.explore.builder import SOME, document


@pytest.fixture(scope="session")
def store() -> Store:
    return from_quads(quad for claim in SOME for quad in quads(document(claim.evidence.quote, claim.source), [claim]))
