"""kg: a knowledge graph of international affairs, every edge with its quote.

Nothing heavy is imported until a name is used.

    graph = kg.build("seeds/")                        read, extract, merge
    for claim in kg.extract("seeds/"):                the stream of claims, lazily
        print(claim, "<-", claim.evidence.quote)
    kg.query(graph, "SELECT ?who WHERE { ?who rel:sanctions actor:russia }")
    kg.view(graph, "output/graph.html")
    kg.save(graph, "output/graph.ttl")
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.errors import KGError
    from kg.model import Claim, Document
    from kg.pipeline import Options, build, extract, load, query, save, view

__all__ = ["Claim", "Document", "KGError", "Options", "__version__", "build", "extract", "load", "query", "save", "view"]

__version__ = "0.1.0"

_HOMES = {
    "Claim": "kg.model",
    "Document": "kg.model",
    "KGError": "kg.errors",
    "Options": "kg.pipeline",
    "build": "kg.pipeline",
    "extract": "kg.pipeline",
    "load": "kg.pipeline",
    "query": "kg.pipeline",
    "save": "kg.pipeline",
    "view": "kg.pipeline",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


class _Surface(ModuleType):
    """This package: importing a part of it binds the part here, but `kg.extract` is the function, not the part of that name."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Surface
