"""Claims -> `graph.html`: data, script and style in one file that asks nobody for anything."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import pyvis

from kg.explore.view.bundle import bundles, links
from kg.explore.view.draw import network
from kg.explore.view.entity import entities
from kg.explore.view.layout import CORE
from kg.explore.view.payload import JSON, looks, payload
from kg.graph.output import whole_file
from kg.model import Claim, Document

__all__ = ["page", "view"]

_HERE = Path(__file__).resolve().parent
_VIS = Path(pyvis.__file__).resolve().parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_SCRIPTS = ("dom", "state", "evidence", "labels", "graph", "legend", "filters", "search", "cards", "main")
_OVERVIEW = 40  # of more than CORE actors and issues, the most important that a page opens with


def view(claims: Sequence[Claim], documents: Mapping[str, Document], path: Path, *, title: str = "Knowledge graph") -> None:
    """Write the page of a graph.

    Args:
        claims: What the page shows; it may be nothing.
        documents: Documents by their id, for titles, publishers and dates.
        path: The file to write; it is written beside and renamed, so that it is never seen half-written.
        title: The heading of the page.

    Raises:
        OutputError: The file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     view([], {}, Path(folder) / "graph.html")
    """
    html = page(claims, documents, title=title)
    with whole_file(path) as file:
        file.write(html.encode())


def page(claims: Sequence[Claim], documents: Mapping[str, Document], *, title: str = "Knowledge graph") -> str:
    """The page of a graph as HTML, the same for the same input.

    Args:
        claims: What the page shows; it may be nothing.
        documents: Documents by their id, for titles, publishers and dates.
        title: The heading of the page.

    Returns:
        A whole HTML document that refers to nothing outside itself.

    >>> page([], {}).startswith("<!doctype html>")
    True
    """
    found = entities(claims)
    index = {entity.iri: number for number, entity in enumerate(found)}
    lines = bundles(claims, index) + links(claims, index)
    drawing = network(found, lines)
    data: dict[str, JSON] = {
        "title": title,
        "limit": len(found) if len(found) <= CORE else _OVERVIEW,
        "looks": looks(),
        **payload(claims, documents, found, lines),
    }
    drawing.set_template((_HERE / "page.html").as_posix())
    environment = drawing.templateEnv
    environment.filters["embedded"] = _embedded
    environment.globals.update(_parts(), title=title, data=data)
    return str(drawing.generate_html())


def _parts() -> dict[str, str]:
    """The scripts, the style and the policy that lets exactly these run."""
    library = _library()
    script = "\n".join((_HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    style = (_HERE / "page.css").read_text(encoding="utf-8")
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
