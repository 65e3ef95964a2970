"""What the analysis finds -> plots: a matrix of tones, a timeline, and issues; the same bytes every time."""

import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from kg.explore.analysis import Analysis, Direction, PairMonth
from kg.explore.names import printable
from kg.explore.view.style import SIGNS
from kg.graph.output import whole_file
from kg.model import Actor

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

__all__ = ["MOST", "PLOTS", "drawn_actors", "svg", "undated", "write_plots"]

_MINUS = "\N{MINUS SIGN}"  # as wide as a plus
MOST = 16  # actors of the matrix, issues of the bars: more are not legible on a page
_LONGEST = 32  # characters of a label
_YEAR = len("2017")
_MONTHS = 60  # beyond so many a timeline counts years
_COOPERATION, _CONFLICT, _NEITHER = SIGNS[1].light, SIGNS[-1].light, SIGNS[0].light
_MIXED = "#8e6bb0"  # as much cooperation as conflict: between the two, and neither white nor grey
_METADATA: dict[str, dict[str, None]] = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}
_STYLE: "dict[RcKeyType, object]" = {
    "svg.hashsalt": "kg",  # without it, ids are drawn at random
    "svg.fonttype": "none",  # words stay words, to be searched and read aloud
    "text.parse_math": False,  # a name with two dollar signs is no formula
    "font.family": "DejaVu Sans",  # comes with the library
    "font.size": 9,
}


def svg(found: Analysis) -> dict[str, str]:
    """Every plot as SVG.

    Args:
        found: The analysis.

    Returns:
        A document by the name of each plot.
    """
    return {name: _bytes(draw, found, "svg").decode() for name, draw in PLOTS.items()}


def write_plots(found: Analysis, folder: Path) -> list[Path]:
    """Write every plot as PNG and as SVG.

    Args:
        found: The analysis.
        folder: Where to write.

    Returns:
        The files.

    Raises:
        OutputError: A file cannot be written.
    """
    paths = [folder / f"{name}.{form}" for name in PLOTS for form in ("png", "svg")]
    for path in paths:
        with whole_file(path) as file:
            file.write(_bytes(PLOTS[path.stem], found, path.suffix.lstrip(".")))
    return paths


def _bytes(draw: Callable[[Axes, Analysis], None], found: Analysis, form: str) -> bytes:
    file = BytesIO()
    with _settled():
        figure = Figure(figsize=(8, 7 if draw is _matrix else 4), dpi=150, layout="constrained")
        draw(figure.add_subplot(), found)
        figure.savefig(file, format=form, metadata=_METADATA[form])
    return file.getvalue()


@contextmanager
def _settled() -> Iterator[None]:
    """The settings of every plot; a name in letters that the font lacks is drawn as boxes, and that is no reason to warn."""
    with mpl.rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph", UserWarning)
        yield


def _matrix(axes: Axes, found: Analysis) -> None:
    """What the most important actors do to each other, rows to columns: the claims of each tone, in the hue of their balance."""
    actors = drawn_actors(found)[:MOST]
    place = {actor.iri: number for number, actor in enumerate(actors)}
    _bare(axes, len(actors))
    for way in found.directions:
        if way.subject.iri in place and way.object.iri in place:
            _cell(axes, way, place[way.object.iri], place[way.subject.iri])
    _named_places(axes, [_short(actor.label) for actor in actors])
    axes.set_ylabel("actor")
    axes.set_xlabel("target")


def drawn_actors(found: Analysis) -> list[Actor]:
    """The actors that claims count for, in their order.

    Args:
        found: The analysis.

    Returns:
        Who does something to another or is its target; the matrix shows the first of them.
    """
    there = {actor.iri for way in found.directions for actor in (way.subject, way.object)}
    return [one.actor for one in found.actors if one.actor.iri in there]


def _bare(axes: Axes, size: int) -> None:
    axes.set_xlim(0, max(size, 1))
    axes.set_ylim(0, max(size, 1))
    for line in range(size + 1):
        axes.axhline(line, color="#d5d9df", linewidth=0.5)
        axes.axvline(line, color="#d5d9df", linewidth=0.5)


def _cell(axes: Axes, way: Direction, x: int, y: int) -> None:
    """The more claims of cooperation and conflict, the stronger the colour; what is neutral alone is grey."""
    weighed = way.cooperation + way.conflict
    hues = LinearSegmentedColormap.from_list("balance", [_CONFLICT, _MIXED, _COOPERATION])
    hue = hues((way.balance + 1) / 2) if weighed else _NEITHER
    strength = min(1.0, 0.2 + 0.2 * log2(weighed or way.neutral))
    axes.add_patch(Rectangle((x, y), 1, 1, facecolor=hue, alpha=strength, edgecolor="#d5d9df", linewidth=0.5))
    words = f"{way.cooperation}+\n{way.conflict}{_MINUS}" if weighed else f"{way.neutral}\nneutral"
    size = 7 if weighed else 5
    axes.text(x + 0.5, y + 0.5, words, ha="center", va="center", fontsize=size, linespacing=0.95, color="black")


def _named_places(axes: Axes, labels: Sequence[str]) -> None:
    places = [number + 0.5 for number in range(len(labels))]
    axes.set_xticks(places, labels, rotation=60, ha="right", rotation_mode="anchor")
    axes.set_yticks(places, labels)
    axes.invert_yaxis()
    axes.tick_params(length=0)
    axes.set_frame_on(False)


def _timeline(axes: Axes, found: Analysis) -> None:
    """How many claims of cooperation and of conflict there are over time: by month, or by year where that is too long."""
    step = _step(found)
    up, down = Counter[int](), Counter[int]()
    for row in _placed(found, step):
        up[step(row.month)] += row.cooperation
        down[step(row.month)] += row.conflict
    times = sorted(up)
    if not times:
        axes.set_axis_off()
        axes.text(0.5, 0.5, "no claim of cooperation or conflict is dated", ha="center", va="center", transform=axes.transAxes)
        return
    axes.bar(times, [up[time] for time in times], color=_COOPERATION, label="cooperation", hatch="//", edgecolor="white")
    axes.bar(times, [-down[time] for time in times], color=_CONFLICT, label="conflict", edgecolor="white")
    axes.axhline(0, color="#444444", linewidth=0.8)
    _legend(axes)
    axes.xaxis.set_major_locator(MaxNLocator(12, integer=True))
    axes.xaxis.set_major_formatter(lambda time, _: f"{time:.0f}" if step is _year else f"{time // 12:.0f}-{time % 12 + 1:02.0f}")
    axes.set_ylabel("claims")
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")


def undated(found: Analysis) -> int:
    """How many claims of cooperation and of conflict have no place in the timeline, since no time so precise is known.

    Args:
        found: The analysis.

    Returns:
        The number of claims.
    """
    shown = sum(row.cooperation + row.conflict for row in _placed(found, _step(found)))
    return sum(row.cooperation + row.conflict for row in found.timeline) - shown


def _step(found: Analysis) -> Callable[[str], int]:
    """Months where most is known to the month and there are not too many of them, else years."""
    dated = [row for row in found.timeline if row.month and row.cooperation + row.conflict]
    times = sorted(_month(row.month) for row in dated)
    exact = sum(row.cooperation + row.conflict for row in dated if len(row.month) > _YEAR)
    known = sum(row.cooperation + row.conflict for row in dated)
    return _month if times and times[-1] - times[0] <= _MONTHS and 2 * exact >= known else _year


def _placed(found: Analysis, step: Callable[[str], int]) -> Iterator[PairMonth]:
    """The rows that have a place on an axis of months or years."""
    for row in found.timeline:
        if row.month and row.cooperation + row.conflict and (step is _year or len(row.month) > _YEAR):
            yield row


def _month(time: str) -> int:
    year, _, month = time.partition("-")
    return int(year) * 12 + int(month or 1) - 1


def _year(time: str) -> int:
    return int(time[:4])


def _issues(axes: Axes, found: Analysis) -> None:
    """The issues that most claims are about, and how many of them, between two actors, are of cooperation and of conflict."""
    chosen = found.issues[:MOST][::-1]
    labels = [_short(one.issue.label) for one in chosen]
    left = [0] * len(chosen)
    parts = (
        ("cooperation", _COOPERATION, "//", [one.cooperation for one in chosen]),
        ("conflict", _CONFLICT, "", [one.conflict for one in chosen]),
        ("other", _NEITHER, "..", [one.claims - one.cooperation - one.conflict for one in chosen]),
    )
    for name, colour, hatch, widths in parts:
        axes.barh(range(len(chosen)), widths, left=left, color=colour, label=name, hatch=hatch, edgecolor="white")
        left = [start + width for start, width in zip(left, widths, strict=True)]
    axes.set_yticks(range(len(chosen)), labels)
    axes.set_xlabel("claims")
    _legend(axes)


def _legend(axes: Axes) -> None:
    axes.legend(frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(0, 1))
    axes.spines[["top", "right"]].set_visible(False)


def _short(label: str) -> str:
    words = printable(label)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


PLOTS: Mapping[str, Callable[[Axes, Analysis], None]] = {"signs": _matrix, "timeline": _timeline, "issues": _issues}
