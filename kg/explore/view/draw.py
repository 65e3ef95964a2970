"""Entities and bundles -> a pyvis network with fixed places, sizes and curves."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pyvis.network import Network

from kg.explore.view.bundle import Bundle
from kg.explore.view.entity import Entity
from kg.explore.view.layout import positions
from kg.explore.view.style import KINDS, SIGNS, STATUSES

__all__ = ["network"]

_GAP = 34.0  # pixels between neighbouring lines of one pair, at their middle
_ISSUE_LENGTH = 1.15  # issues stand a little off the actors that they are about

Place = tuple[int, int]


def network(entities: Sequence[Entity], bundles: Sequence[Bundle]) -> Network:
    """A drawing that needs no physics: every entity has its place, every line its curve.

    Args:
        entities: The actors and issues, most important first.
        bundles: The lines between them, by positions in `entities`.

    Returns:
        A directed network; nodes and edges are numbered like the entities and bundles.
    """
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.options = {"physics": {"enabled": False}}
    places = positions(len(entities), _lengths(bundles))
    for number, (entity, (x, y)) in enumerate(zip(entities, places, strict=True)):
        colour = KINDS[entity.kind].light
        drawing.add_node(number, label=entity.label or "?", shape="custom", color=colour, x=x, y=y, size=_size(entity))
    for number, (bundle, offset) in enumerate(zip(bundles, _offsets(bundles), strict=True)):
        looks = {**_line(bundle), "smooth": _curve(bundle, offset, places)}
        drawing.add_edge(bundle.source, bundle.target, id=number, color=SIGNS[bundle.sign].light, **looks)
    return drawing


def _size(entity: Entity) -> int:
    return min(26, round(9 + 2.6 * math.sqrt(entity.weight)))


def _lengths(bundles: Sequence[Bundle]) -> dict[tuple[int, int], float]:
    """Pairs with many lines stand further apart, so that their lines and labels have room."""
    lines = Counter(_pair(bundle) for bundle in bundles if bundle.source != bundle.target)
    stated = {_pair(bundle) for bundle in bundles if bundle.status}
    return {pair: min(2.8, 1 + 0.2 * (count - 1)) if pair in stated else _ISSUE_LENGTH for pair, count in lines.items()}


def _pair(bundle: Bundle) -> tuple[int, int]:
    return min(bundle.source, bundle.target), max(bundle.source, bundle.target)


def _offsets(bundles: Sequence[Bundle]) -> list[float]:
    """How many gaps each line lies beside the straight line of its pair, so that no two of a pair coincide."""
    pairs: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, bundle in enumerate(bundles):
        pairs[_pair(bundle)].append(number)
    offsets = [0.0] * len(bundles)
    for numbers in pairs.values():
        for rank, number in enumerate(numbers):
            offsets[number] = rank - (len(numbers) - 1) / 2
    return offsets


def _curve(bundle: Bundle, offset: float, places: Sequence[Place]) -> Mapping[str, bool | str | float]:
    """The curve of vis-network whose middle lies `offset` gaps beside the straight line.

    For a roundness r over a distance d its middle lies about 0.39 r (1 + r) d aside; r follows from the quadratic equation.
    """
    (x, y), (to_x, to_y) = places[bundle.source], places[bundle.target]
    distance = math.sqrt((x - to_x) ** 2 + (y - to_y) ** 2)
    if not offset or not distance:
        return {"enabled": False, "type": "continuous", "roundness": 0}
    aside = abs(offset) * _GAP / (0.39 * distance)
    roundness = min(0.9, (math.sqrt(1 + 4 * aside) - 1) / 2)
    clockwise = (offset > 0) == (bundle.source <= bundle.target)
    return {"enabled": True, "type": "curvedCW" if clockwise else "curvedCCW", "roundness": round(roundness, 4)}


def _line(bundle: Bundle) -> dict[str, object]:
    if bundle.status is None:
        return {"arrows": "", "dashes": False, "width": 1}
    head = {"enabled": True, "type": SIGNS[bundle.sign].arrow, "scaleFactor": 0.6}
    arrows = {"to": head, "from": head} if bundle.mutual else {"to": head}
    dashes = STATUSES[bundle.status].dashes
    return {"arrows": arrows, "dashes": list(dashes) or False, "width": round(min(6.0, 1.5 + math.log2(len(bundle.claims))), 2)}
