"""The rules of the house, measured over `kg/`: what the linters cannot say."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "kg").rglob("*.py"))
SCRIPTS = sorted((ROOT / "kg").rglob("*.js"))
TREES = {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in FILES}
MOST_WORDS = 12
# A list that is not of words of English, but of names that a standard fixes; each with the reason why it is no data of the ontology.
FIXED_BY_A_STANDARD = {
    ("kg/read/web.py", "_HTML_BLOCKS"),  # elements of HTML
    ("kg/read/stated.py", "_PUBLISHED"),  # names of entries: Open Graph, Dublin Core, schema.org, Highwire
}
BOUNDARY = "kg/pipeline/boundary.py"
NO_ROOM = {"utils", "helpers", "common", "manager", "misc"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    for path, tree in TREES.items():
        yield from ((f"{path}:{node.lineno} {node.name}", node) for node in ast.walk(tree) if isinstance(node, Function))


def public_functions() -> Iterator[tuple[str, Function]]:
    """Functions of modules, and methods of their classes, whose names have no underscore."""
    for path, tree in TREES.items():
        if path.startswith("kg/cli/"):
            continue  # its docstrings are the help, and what it raises are exit statuses
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
        for node in (node for place in (tree, *classes) for node in place.body):
            if isinstance(node, Function) and not node.name.startswith("_"):
                yield f"{path}:{node.lineno} {node.name}", node


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lists_of_words(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Lists, tuples and sets with more strings than is seemly, by the name that they are assigned to."""
    for statement in ast.walk(tree):
        if not isinstance(statement, ast.Assign | ast.AnnAssign | ast.Return | ast.Expr | ast.If | ast.For):
            continue
        target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
        name = target.id if isinstance(target, ast.Name) else ""
        for node in ast.walk(statement):
            words = [one for one in getattr(node, "elts", []) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if len(words) > MOST_WORDS and name != "__all__":
                yield name, node.lineno


@pytest.mark.parametrize("path", FILES + SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_350_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 350


def test_no_function_is_longer_than_40_lines():
    assert {name: length(node) for name, node in functions() if length(node) > 40} == {}


def test_half_of_the_functions_have_at_most_9_lines():
    assert median(length(node) for _, node in functions()) <= 9  # 7 is the aim, docstrings not counted


def caught(node: ast.ExceptHandler) -> set[str]:
    return set(ast.unparse(node.type).replace("(", " ").replace(",", " ").split()) if node.type else {"BaseException"}


def test_the_boundary_of_a_document_is_the_one_broad_guard_of_the_house():
    handlers = [
        (path, caught(node)) for path, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)
    ]
    broad = [(path, names) for path, names in handlers if names & {"Exception", "BaseException"}]
    assert broad == [(BOUNDARY, {"Exception"})]


@pytest.mark.parametrize("path", TREES)
def test_word_lists_live_in_the_ontology(path):
    assert [(name, line) for name, line in lists_of_words(TREES[path]) if (path, name) not in FIXED_BY_A_STANDARD] == []


@pytest.mark.parametrize("path", TREES)
def test_no_word_list_hides_in_a_string(path):
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            whole = node.func.value
            assert not (isinstance(whole, ast.Constant) and len(str(whole.value).split()) > MOST_WORDS), f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", TREES)
def test_modules_say_what_they_turn_into_what(path):
    assert ast.get_docstring(TREES[path])
    assert not NO_ROOM & set(Path(path).with_suffix("").parts)


@pytest.mark.parametrize("path", TREES)
def test_imports_are_absolute(path):
    assert [node.lineno for node in ast.walk(TREES[path]) if isinstance(node, ast.ImportFrom) and node.level] == []


def test_what_is_public_and_raises_says_so():
    silent = []
    for name, node in public_functions():
        raised = [part for part in ast.walk(node) if isinstance(part, ast.Raise) and part.exc]
        if raised and "Raises:" not in (ast.get_docstring(node) or ""):
            silent.append(name)
    assert silent == []


def test_the_layers_hold(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0, capsys.readouterr().out
