"""The press review for the tests of the page."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    spec = importlib.util.spec_from_file_location("view_sample", Path(__file__).with_name("sample.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def review(sample):
    return sample.press_review()


@pytest.fixture
def read(sample):
    """Claims of a small document in the notation of the press review."""
    return lambda *lines: sample.press_review("\n".join(["# Title | Paper | Writer | 2020-01-02 | a.txt", *lines]))[0]
