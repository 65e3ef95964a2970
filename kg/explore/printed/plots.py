"""What the analysis finds -> plots: a matrix of signs, a timeline, and issues; the same bytes every time."""

import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from kg.explore.analysis import Analysis
from kg.explore.names import printable
from kg.explore.view.style import SIGNS
from kg.graph.output import whole_file

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

__all__ = ["PLOTS", "svg", "write_plots"]

_MINUS = "\N{MINUS SIGN}"  # as wide as a plus
_MOST = 16  # actors of the matrix, issues of the bars: more are not legible on a page
_LONGEST = 32  # characters of a label
_MONTHS = 60  # beyond so many a timeline counts years
_DARK = 0.6  # a balance beyond this is drawn so dark that words on it are white
_COOPERATION, _CONFLICT, _NEITHER = SIGNS[1].light, SIGNS[-1].light, SIGNS[0].light
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
    """How the most important actors stand to each other: colour and sign of the balance, and the number of claims."""
    actors = [one.actor for one in found.actors[:_MOST]]
    place = {actor.iri: number for number, actor in enumerate(actors)}
    values = [[0.0] * len(actors) for _ in actors]
    for pair in found.pairs:
        if pair.first.iri in place and pair.second.iri in place:
            ends = place[pair.first.iri], place[pair.second.iri]
            sign = "+" if pair.balance > 0 else _MINUS if pair.balance < 0 else "±"
            for x, y in (ends, ends[::-1]):
                values[y][x] = pair.balance
                ink = "white" if abs(pair.balance) > _DARK else "black"
                axes.text(x + 0.5, y + 0.5, f"{sign}{pair.claims}", ha="center", va="center", fontsize=7, color=ink)
    if actors:
        colours = LinearSegmentedColormap.from_list("signs", [_CONFLICT, "#ffffff", _COOPERATION])
        axes.pcolormesh(values, cmap=colours, vmin=-1, vmax=1, edgecolors="#d5d9df", linewidth=0.5)
    _named_places(axes, [_short(actor.label) for actor in actors])


def _named_places(axes: Axes, labels: Sequence[str]) -> None:
    places = [number + 0.5 for number in range(len(labels))]
    axes.set_xticks(places, labels, rotation=60, ha="right", rotation_mode="anchor")
    axes.set_yticks(places, labels)
    axes.invert_yaxis()
    axes.tick_params(length=0)
    axes.set_frame_on(False)


def _timeline(axes: Axes, found: Analysis) -> None:
    """How many claims of cooperation and of conflict there are over time: by month, or by year where that is too long."""
    step = _month if _spread(map(_month, _months(found))) <= _MONTHS else _year
    up, down = Counter[int](), Counter[int]()
    for row in found.timeline:
        if row.month and not (step is _month and row.month == row.month[:4]):
            up[step(row.month)] += row.cooperation
            down[step(row.month)] += row.conflict
    times = sorted(up)
    axes.bar(times, [up[time] for time in times], color=_COOPERATION, label="cooperation", hatch="//", edgecolor="white")
    axes.bar(times, [-down[time] for time in times], color=_CONFLICT, label="conflict", edgecolor="white")
    axes.axhline(0, color="#444444", linewidth=0.8)
    _legend(axes)
    axes.xaxis.set_major_locator(MaxNLocator(12, integer=True))
    axes.xaxis.set_major_formatter(lambda time, _: f"{time:.0f}" if step is _year else f"{time // 12:.0f}-{time % 12 + 1:02.0f}")
    axes.set_ylabel("claims")
    axes.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")


def _months(found: Analysis) -> Iterator[str]:
    return (row.month for row in found.timeline if row.month)


def _spread(times: Iterable[int]) -> int:
    known = sorted(times)
    return known[-1] - known[0] if known else 0


def _month(time: str) -> int:
    year, _, month = time.partition("-")
    return int(year) * 12 + int(month or 1) - 1


def _year(time: str) -> int:
    return int(time[:4])


def _issues(axes: Axes, found: Analysis) -> None:
    """The issues that most claims are about, and how many of them are of cooperation and of conflict."""
    chosen = found.issues[:_MOST][::-1]
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
