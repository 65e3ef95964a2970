"""What is kept between runs is made once, belongs to its key, and is never trusted when it is not whole."""

import ast
from pathlib import Path

import pytest

from kg import cache

ROOT = Path(cache.__file__).parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


class _Maker:
    """Makes a new value each time and counts."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> list[int]:
        self.made += 1
        return [self.made]


@pytest.mark.usefixtures("folder")
def test_a_value_is_made_once_for_each_key() -> None:
    maker = _Maker()
    assert [cache.kept("name", key, maker) for key in (("a",), ("a",), ("b",), ("a",), ("a", "b"))] == [[1], [1], [2], [1], [3]]


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 400], ids=["empty", "short", "other"])
def test_a_file_that_is_not_whole_is_made_anew(folder: Path, content: bytes) -> None:
    maker = _Maker()
    cache.kept("name", ("a",), maker)
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1] if content == b"short" else content)
    assert cache.kept("name", ("a",), maker) == [2]
    assert cache.kept("name", ("a",), maker) == [2]


def test_a_folder_that_cannot_be_made_costs_only_time(folder: Path) -> None:
    folder.write_text("a file stands where the folder should be")
    maker = _Maker()
    assert [cache.kept("name", ("a",), maker) for _ in range(2)] == [[1], [2]]


def test_old_values_of_a_name_are_removed_and_those_of_others_stay(folder: Path) -> None:
    cache.kept("other", ("a",), _Maker())
    for number in range(10):
        cache.kept("name", (str(number),), _Maker())
    assert sum(path.name.startswith("name-") for path in folder.iterdir()) == 6
    assert sum(path.name.startswith("other-") for path in folder.iterdir()) == 1


def test_what_fails_is_not_kept(folder: Path) -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        cache.kept("name", ("a",), fail)
    assert not folder.exists()


def test_without_the_variable_values_are_kept_with_the_users_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_CACHE")
    assert cache.folder().name == "kg-affairs"


def test_the_code_has_a_digest_and_that_which_reads_another() -> None:
    assert len(cache.code_digest()) == len(cache.code_digest(cache.READING)) == 12
    assert cache.code_digest() != cache.code_digest(cache.READING)


def test_what_reads_uses_no_code_that_its_digest_leaves_out() -> None:
    """Else a change of that code would leave stale documents."""
    pending = [ROOT / "read/load.py", ROOT / "extract/extractor.py", ROOT / "graph/triples.py", ROOT / "graph/provenance.py"]
    seen: set[Path] = set()
    while pending:
        path = pending.pop()
        if path not in seen:
            seen.add(path)
            pending += _imported(path)
    reading = {path for room in cache.READING for path in (ROOT / room, *(ROOT / room).rglob("*.py"))}
    assert {path.relative_to(ROOT).as_posix() for path in seen - reading} <= {"__init__.py", "graph/__init__.py"}


def _imported(path: Path) -> list[Path]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    places = [ROOT.joinpath(*name.split(".")[1:]) for name in names if name.partition(".")[0] == "kg"]
    return [found for place in places for found in (place.with_suffix(".py"), place / "__init__.py") if found.is_file()]
