"""Entities and the lines between them -> positions, the same on every machine.

The most important entities are placed by stress majorisation (Gansner, Koren and North, "Graph drawing by stress majorization",
2004): distances on paper follow distances in the graph. It is written out here with nothing but additions, products, quotients and
square roots, which IEEE 754 rounds alike everywhere; an optimiser of a numeric library gives other pictures on other processors.
Whatever else a reader asks for, the page itself places around them.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

import networkx as nx

__all__ = ["CORE", "positions"]

CORE = 40  # entities that have a place of their own, which are the most that a page opens with
_UNIT = 175.0  # pixels for a link of length 1
_STRETCH = 1.3  # screens are wider than high
_WIDTH, _HEIGHT = 136.0, 76.0  # the room that a symbol with its label takes
_ROUNDS = 120
_APART = 1.8  # length of the unseen link that holds a separate part of the graph near the middle
_SHRINK = 0.75  # long ways are shortened, so that a graph fills a disc and does not trail off into arms
_WIDE = 1.6  # links at least this long stand for many lines, which want free space between their ends
_ASIDE = 85.0  # how far others stay from the middle of such a link, for each length beyond 1; its lines bulge as it grows longer

Point = tuple[float, float]


def positions(count: int, lengths: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Places for entities.

    Args:
        count: The number of entities, most important first, `CORE` at most: time grows with its square.
        lengths: The wanted length of each link, 1 being usual, by the positions of its ends, the lower first.

    Returns:
        Whole pixel coordinates around the origin, no two closer than a symbol with its label needs; the two most important
        entities lie side by side, as labels between them read best so.

    >>> positions(2, {(0, 1): 1.0})
    [(-114, 0), (114, 0)]
    """
    level = _levelled(_stressed([_spiral(number) for number in range(count)], _distances(count, lengths)))
    placed = [(x * _UNIT * _STRETCH, y * _UNIT) for x, y in level]
    wide = {pair: _ASIDE * (length - 1) + 40 for pair, length in sorted(lengths.items()) if length >= _WIDE and pair[1] < count}
    for _ in range(6):
        placed = _parted(_cleared(placed, wide))
    placed = _centred(placed)
    return [(round(x), round(y)) for x, y in placed]


def _spiral(number: int) -> Point:
    """Points of a sunflower, rounded, as the sine of one machine may differ from another's in its last digit."""
    radius, angle = 0.6 * math.sqrt(number), number * 2.399963
    return round(radius * math.cos(angle), 6), round(radius * math.sin(angle), 6)


def _distances(core: int, lengths: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """Lengths of shortest ways between all core entities."""
    graph = nx.Graph()
    graph.add_nodes_from(range(core))
    graph.add_weighted_edges_from((a, b, length) for (a, b), length in sorted(lengths.items()) if b < core)
    heads = sorted(min(part) for part in nx.connected_components(graph))
    graph.add_weighted_edges_from((heads[0], head, _APART) for head in heads[1:])
    ways = dict(nx.all_pairs_dijkstra_path_length(graph))
    return [[float(ways[a][b]) ** _SHRINK for b in range(core)] for a in range(core)]


def _stressed(points: list[Point], distances: list[list[float]]) -> list[Point]:
    for _ in range(_ROUNDS):
        for number in range(len(points)):
            points[number] = _better(number, points, distances[number])
    return points


def _better(number: int, points: Sequence[Point], distances: Sequence[float]) -> Point:
    """The place of one entity that serves its distances to all others best while those stay where they are."""
    x, y = points[number]
    total_x = total_y = total = 0.0
    for (other_x, other_y), distance in zip(points, distances, strict=True):
        if distance > 0:
            dx, dy = x - other_x, y - other_y
            weight = 1 / (distance * distance)
            ratio = distance / max(math.sqrt(dx * dx + dy * dy), 1e-6)
            total_x += weight * (other_x + ratio * dx)
            total_y += weight * (other_y + ratio * dy)
            total += weight
    return (total_x / total, total_y / total) if total else (x, y)


def _levelled(points: list[Point]) -> list[Point]:
    """Turn everything so that the second point lies to the right of the first."""
    if len(points) < 2:
        return points
    dx, dy = points[1][0] - points[0][0], points[1][1] - points[0][1]
    length = math.sqrt(dx * dx + dy * dy)
    return [((x * dx + y * dy) / length, (y * dx - x * dy) / length) for x, y in points]


def _cleared(points: list[Point], wide: Mapping[tuple[int, int], float]) -> list[Point]:
    """Move aside what lies among the lines of a pair that has many."""
    for (a, b), room in wide.items():
        start, end = points[a], points[b]
        points = [point if number in {a, b} else _aside(point, start, end, room) for number, point in enumerate(points)]
    return points


def _aside(point: Point, start: Point, end: Point, room: float) -> Point:
    """A point outside the bulge between two ends, which is a parabola as high as the room."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    square = along_x * along_x + along_y * along_y
    dx, dy = point[0] - start[0], point[1] - start[1]
    share = (dx * along_x + dy * along_y) / square
    missing = 4 * share * (1 - share) * room - abs(dy * along_x - dx * along_y) / math.sqrt(square)
    if missing <= 0:
        return point
    side = missing / math.sqrt(square) * (1 if dy * along_x >= dx * along_y else -1)
    return point[0] - along_y * side, point[1] + along_x * side


def _parted(points: list[Point]) -> list[Point]:
    """Push apart what overlaps, along the direction in which less is missing, until nothing does."""
    for _ in range(400):
        clear = True
        for a, b in combinations(range(len(points)), 2):
            push = _push(points[a], points[b])
            if push:
                points[a], points[b] = _moved(points[a], push, -0.5), _moved(points[b], push, 0.5)
                clear = False
        if clear:
            break
    return points


def _push(a: Point, b: Point) -> Point | None:
    dx, dy = b[0] - a[0], b[1] - a[1]
    missing_x, missing_y = _WIDTH - abs(dx), _HEIGHT - abs(dy)
    if min(missing_x, missing_y) <= 1e-3:
        return None
    if missing_x < missing_y:
        return (missing_x if dx >= 0 else -missing_x), 0.0
    return 0.0, (missing_y if dy >= 0 else -missing_y)


def _moved(point: Point, by: Point, share: float) -> Point:
    return point[0] + by[0] * share, point[1] + by[1] * share


def _centred(points: list[Point]) -> list[Point]:
    if not points:
        return points
    middle_x, middle_y = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return [(x - middle_x, y - middle_y) for x, y in points]
