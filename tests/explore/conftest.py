"""A small graph of eight claims in seven documents."""

import pytest
from pyoxigraph import Store

from tests.explore.builder import SOME, graph


@pytest.fixture(scope="session")
def store() -> Store:
    return graph(*SOME)
