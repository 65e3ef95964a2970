"""Files -> claims -> graph -> outputs: the one place that knows the order of the rooms.

Nothing is imported until a name is used: whoever only asks a graph needs no language model.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.pipeline.answers import compare, load, open_graph, query, save, view
    from kg.pipeline.building import build, rebuild, write_graph
    from kg.pipeline.options import Built, Options
    from kg.pipeline.reading import attributions, documents, extract, extractor

__all__ = [
    "Built",
    "Options",
    "attributions",
    "build",
    "compare",
    "documents",
    "extract",
    "extractor",
    "load",
    "open_graph",
    "query",
    "rebuild",
    "save",
    "view",
    "write_graph",
]

_HOMES = {
    "answers": ("compare", "load", "open_graph", "query", "save", "view"),
    "building": ("build", "rebuild", "write_graph"),
    "options": ("Built", "Options"),
    "reading": ("attributions", "documents", "extract", "extractor"),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    home = next((home for home, names in _HOMES.items() if name in names), "")
    if not home:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
