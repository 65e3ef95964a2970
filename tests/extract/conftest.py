import pytest

from kg.extract.extractor import Extractor
from kg.ontology import load


@pytest.fixture(scope="session")
def shipped():
    return load()


@pytest.fixture(scope="session")
def extractor(shipped):
    return Extractor(shipped)
