"""The public surface: what `import kg` offers, and what it costs."""

import inspect
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pkgutil import walk_packages

import pytest

import kg

HEAVY = {"spacy", "rdflib", "pyoxigraph", "networkx", "numpy", "pyvis", "trafilatura", "typer", "rich"}
MODULES = sorted(module.name for module in walk_packages(kg.__path__, "kg."))


def test_the_public_names():
    assert kg.__all__ == [
        "Claim",
        "Document",
        "KGError",
        "Options",
        "__version__",
        "build",
        "extract",
        "load",
        "query",
        "save",
        "view",
    ]
    assert kg.__all__ == sorted(kg.__all__)


@pytest.mark.parametrize("name", [name for name in kg.__all__ if name != "__version__"])
def test_every_public_name_is_there_and_says_what_it_means(name):
    line = inspect.getdoc(getattr(kg, name)).splitlines()[0]
    assert line.endswith(".")
    assert not line.startswith(name)


@pytest.mark.parametrize("name", ["build", "extract", "load", "query", "save", "view"])
def test_every_public_function_is_typed_and_says_what_it_raises(name):
    function = getattr(kg, name)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(parameter.annotation is not parameter.empty for parameter in signature.parameters.values())
    assert "Raises:" in inspect.getdoc(function)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_lists_its_names_and_they_are_there(name):
    module = import_module(name)
    assert inspect.getdoc(module)
    for one in getattr(module, "__all__", []):
        if inspect.isfunction(value := getattr(module, one)) or inspect.isclass(value):
            assert value.__doc__, f"{name}.{one} has no docstring"


def test_a_part_of_the_package_never_hides_a_public_function():
    code = "import kg; kg.extract; import kg.extract.parse; kg.extract.__call__; print(kg.extract.__module__)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "kg.pipeline.reading\n"


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'sanction'"):
        kg.sanction  # noqa: B018


def test_the_version_is_that_of_the_package():
    assert kg.__version__ == version("kg-affairs")


def test_import_kg_imports_nothing_heavy():
    code = "import sys, kg; print(' '.join(sorted(name for name in sys.modules if '.' not in name)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()


def test_a_light_name_stays_light():
    code = "import sys; from kg import Claim, KGError; print(' '.join(sorted(name for name in sys.modules if '.' not in name)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()
