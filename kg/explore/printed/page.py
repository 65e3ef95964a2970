"""What the analysis finds -> `report.html`: one page that people print and cite, and that asks nobody for anything."""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree
from markupsafe import Markup

from kg.explore.analysis import SourceKind
from kg.explore.analysis.graphs import meetings, pair_of
from kg.explore.analysis.tables import Table, tables
from kg.explore.analysis.tone import tone
from kg.explore.analysis.whole import Whole
from kg.explore.digest import digest
from kg.explore.names import printable
from kg.explore.printed.plots import MOST, drawn_actors, svg, undated
from kg.explore.ways import ways
from kg.graph.output import whole_file
from kg.model import Claim, Document

__all__ = ["report", "write_report"]

_HERE = Path(__file__).resolve().parent
_TITLE = "Who stands with whom"
_MOST = 20  # rows of a table
_LONG = 200  # disagreements, forecasts
_TABLES = ("actors", "communities", "blocs", "balance", "brokers", "pairs", "issues", "stances", "actor-issues", "pair-issues")
_ALT = {
    "signs": "What the most important actors do to each other; kg analyse --table directions has the numbers as a table.",
    "timeline": "Claims of cooperation and of conflict over time.",
    "issues": "The issues that most claims are about; the numbers are in the table of issues.",
}


def write_report(found: Whole, path: Path, *, version: str) -> None:
    """Write the report of a graph.

    Args:
        found: What the graph says.
        path: The file to write, whole or not at all.
        version: That of the program, for those who cite.

    Raises:
        OutputError: The file cannot be written.
    """
    with whole_file(path) as file:
        file.write(report(found, version=version).encode("utf-8", "replace"))


def report(found: Whole, *, version: str) -> str:
    """The report of a graph as HTML, the same for the same graph.

    Args:
        found: What the graph says.
        version: That of the program, for those who cite.

    Returns:
        A whole HTML document without scripts, which refers to nothing outside itself.
    """
    environment = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["plain"] = printable
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {_hash(style)}"
    own = Markup(style)  # noqa: S704 - a file of our own
    page = environment.get_template("report.html")
    return page.render(title=_TITLE, style=own, policy=policy, version=version, **_content(found))


def _content(found: Whole) -> dict[str, object]:
    """What the template shows, by the names that it has there."""
    analysis = found.analysis
    chosen = [*(_groups(_worded(one, found)) for one in tables(analysis, _TABLES)), *_by_kind(*tables(analysis, ["sources"]))]
    return {
        "digest": digest(found.claims),
        "figures": _figures(found),
        "period": _period(found.documents.values()),
        "tables": {one.name: replace(one, rows=one.rows[:_MOST]) for one in chosen},
        "left": {one.name: max(0, len(one.rows) - _MOST) for one in chosen},
        "plots": {name: _inline(name, text) for name, text in svg(analysis).items()},
        "drawn": {"signs": (MOST, len(drawn_actors(analysis))), "issues": (MOST, len(analysis.issues))},
        "undated": undated(analysis),
        "kinds": [kind.value for kind in SourceKind],
        "disagreements": analysis.disagreements[:_LONG],
        "forecasts": analysis.forecasts[:_LONG],
        "documents": found.documents,
    }


def _figures(found: Whole) -> list[tuple[str, int]]:
    analysis = found.analysis
    return [
        ("documents", len(found.documents)),
        ("claims", len(found.claims)),
        ("actors", len(analysis.actors)),
        ("pairs", len(analysis.pairs)),
        ("issues", len(analysis.issues)),
        ("communities", sum(len(one.members) > 1 for one in analysis.communities)),
        ("disagreements", len(analysis.disagreements)),
        ("forecasts", len(analysis.forecasts)),
    ]


def _period(documents: Iterable[Document]) -> tuple[str, str]:
    """The first and the last day on which a document was published; empty where no document says."""
    days = sorted(document.published for document in documents if document.published)
    return (days[0], days[-1]) if days else ("", "")


def _worded(one: Table, found: Whole) -> Table:
    """Pairs with what each does to the other: of the claims that count."""
    if one.name != "pairs":
        return one
    said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for meeting in meetings(found.claims):
        if tone(meeting.claim) is not None:
            said[meeting.pair].append(meeting.claim)
    words = [ways(said[pair_of(pair.first.iri, pair.second.iri)]) for pair in found.analysis.pairs]
    rows = tuple((*row, told) for row, told in zip(one.rows, words, strict=True))
    return replace(one, columns=(*one.columns, "who does what"), rows=rows)


def _groups(one: Table) -> Table:
    """Of communities and blocs those that have more than one member."""
    if one.name not in ("communities", "blocs"):
        return one
    place = one.columns.index("actors")
    return replace(one, rows=tuple(row for row in one.rows if row[place] != 1))


def _by_kind(sources: Table) -> Iterator[Table]:
    """A table of each kind of source."""
    place = sources.columns.index("kind")
    for kind in SourceKind:
        yield replace(sources, name=kind.value, rows=tuple(row for row in sources.rows if row[place] == kind.value))


def _inline(name: str, text: str) -> Markup:
    """A plot as a part of the page: its styles as attributes, since the policy allows no others, and ids of its own."""
    root = etree.fromstring(text.encode())
    for unwanted in root.xpath("//*[local-name()='metadata' or local-name()='style']"):
        unwanted.getparent().remove(unwanted)
    for node in root.iter(etree.Element):
        for part in filter(None, node.attrib.pop("style", "").split(";")):
            key, _, value = part.partition(":")
            node.set(key.strip(), value.strip())
        for key, value in node.attrib.items():
            node.set(key, _own(name, key, value))
    for key, value in (("role", "img"), ("aria-label", _ALT[name]), ("class", "plot")):
        root.set(key, value)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - lxml escapes what it writes


def _own(name: str, key: str, value: str) -> str:
    if key == "id":
        return f"{name}-{value}"
    return re.sub(r"^#|(?<=url\(#)", lambda hit: f"{hit[0]}{name}-", value) if "#" in value and not _is_colour(value) else value


def _is_colour(value: str) -> bool:
    return bool(re.fullmatch("#[0-9a-f]{3,8}", value))


def _hash(text: str) -> str:
    """The source expression of Content Security Policy Level 3 for an inline element with this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
