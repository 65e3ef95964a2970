"""Claims -> `graph.html`: data, script and style in one file that asks nobody for anything."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyvis

from kg.explore.diff import Difference
from kg.explore.view.changes import changes, with_removed
from kg.explore.view.draw import network
from kg.explore.view.entity import entities
from kg.explore.view.findings import findings
from kg.explore.view.layout import CORE
from kg.explore.view.payload import JSON, looks, payload, quotes, texts
from kg.graph.about import About
from kg.graph.output import whole_file
from kg.model import Claim, Document

__all__ = ["Heading", "page", "view"]

_HERE = Path(__file__).resolve().parent
_VIS = Path(pyvis.__file__).resolve().parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
# In the order in which they run: what is shown, the drawing, what stands around it, the other views, and what starts them.
_SCRIPTS = (
    ("dom", "data", "changes", "wording", "facets", "focus", "lines", "places", "state", "hash"),
    ("evidence", "labels", "pen", "graph", "legend"),
    ("filters", "timeline", "search", "decide", "lists", "cards", "panel"),
    ("turtle", "table", "matrix", "sides", "save", "main"),
)
_STYLES = ("page", "views")
_OVERVIEW = 26  # of more than `CORE` actors and issues, the most important that a page opens with


_TITLE = "Knowledge graph"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a page: its title, and in words the part of a graph that it shows; empty for all of it.

    With a `difference` the page shows what changed from another graph to this one.
    """

    title: str = _TITLE
    part: str = ""
    difference: Difference | None = None


def view(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    path: Path,
    *,
    heading: Heading | None = None,
    about: Mapping[str, About] | None = None,
) -> None:
    """Write the page of a graph.

    Args:
        claims: What the page shows; it may be nothing.
        documents: Documents by their id, for titles, publishers and dates.
        path: The file to write; it is written beside and renamed, so that it is never seen half-written.
        heading: The title of the page, and what part of a graph it shows.
        about: What is known of actors besides, by IRI.

    Raises:
        OutputError: The file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     view([], {}, Path(folder) / "graph.html")
    """
    html = page(claims, documents, heading=heading, about=about)
    with whole_file(path) as file:
        file.write(html.encode())


def page(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    *,
    heading: Heading | None = None,
    about: Mapping[str, About] | None = None,
) -> str:
    """The page of a graph as HTML, the same for the same input.

    Args:
        claims: What the page shows; it may be nothing.
        documents: Documents by their id, for titles, publishers and dates.
        heading: The title of the page, and what part of a graph it shows.
        about: What is known of actors besides, by IRI.

    Returns:
        A whole HTML document that refers to nothing outside itself.

    >>> page([], {}).startswith("<!doctype html>")
    True
    """
    above = heading or Heading()
    every = with_removed(claims, above.difference)
    found = entities(every)
    limit = len(found) if len(found) <= CORE else _OVERVIEW
    data: dict[str, JSON] = {
        "title": above.title,
        "part": above.part,
        "limit": limit,
        "looks": looks(),
        "changes": changes(every, above.difference),
        **findings(claims, documents, found),
        **payload(every, documents, found, about or {}, counted=len(claims)),
    }
    drawing = network(found[:limit], every)
    drawing.set_template((_HERE / "page.html").as_posix())
    environment = drawing.templateEnv
    environment.filters["embedded"] = _embedded
    environment.globals.update(_parts(), title=above.title, data=data, quotes=quotes(every), texts=texts(every, documents))
    return str(drawing.generate_html())


def _parts() -> dict[str, str]:
    """The scripts, the style and the policy that lets exactly these run."""
    library = _library()
    script = "\n".join((_HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for room in _SCRIPTS for name in room)
    style = "\n".join((_HERE / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; "
        f"script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}"
    )
    return {"library": library, "script": script, "style": style, "policy": policy}


def _library() -> str:
    """vis-network as pyvis ships it, read with the line ends that a browser hashes, without its pointer to a source map."""
    return _VIS.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]


def _hash(text: str) -> str:
    """The source expression of Content Security Policy Level 3 for an inline element with this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _embedded(value: JSON) -> str:
    """JSON that cannot end the script element that it stands in, whatever strings it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
