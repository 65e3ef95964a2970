"""The answers in `docs/queries.md` are those of the graph of `seeds/`."""

import runpy
from pathlib import Path

import pytest

from kg import pipeline

ROOT = Path(__file__).parents[1]
GALLERY = runpy.run_path(str(ROOT / "docs" / "make_queries.py"))
PAGE = GALLERY["PAGE"].read_text("utf-8")
BLOCKS = [block.groupdict() for block in GALLERY["BLOCKS"].finditer(PAGE)]


@pytest.fixture(scope="module")
def ask(one_extractor):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)  # so that sources are seeds/...
        return GALLERY["asking"](pipeline.build("seeds").store._inner)


def test_there_are_twenty_and_each_has_an_answer():
    assert len(BLOCKS) == PAGE.count("\n### ") == 20
    assert all(len(block["answer"].splitlines()) > 2 for block in BLOCKS)


@pytest.mark.parametrize("number", range(1, len(BLOCKS) + 1))
def test_the_answer_is_what_the_graph_answers(number, ask):
    block = BLOCKS[number - 1]
    assert ask(block["query"]) == block["answer"], "run kg build seeds/ -o output/ and python docs/make_queries.py output/"


def test_answers_can_be_written_anew():
    assert GALLERY["answered"](PAGE, lambda query: next(b["answer"] for b in BLOCKS if b["query"] == query)) == PAGE
    bare = GALLERY["BLOCKS"].sub(lambda block: f"```sparql\n{block['query']}```\n", PAGE)
    assert GALLERY["answered"](bare, lambda _: "yes\n").count("```text\nyes\n```\n") == 20
