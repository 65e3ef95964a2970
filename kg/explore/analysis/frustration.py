"""The signed graph -> the partition of its actors with the least frustration, by moving actors until no move helps.

Frustration is what a partition cannot explain: friendship between groups, hostility within one (Davis 1967, Doreian & Mrvar 1996).
To minimise it is NP-hard; this is their relocation, with groups merged as if they were actors in between (Blondel et al. 2008).
"""

from collections.abc import Mapping, Sequence

__all__ = ["frustration", "partition"]

Weights = Mapping[tuple[str, str], int]
_Ties = list[dict[int, int]]  # of each node, the weights of its ties
_MANY = 5_000  # ties up to which the search starts from several orders


def frustration(weights: Weights, group: Mapping[str, int]) -> int:
    """What a partition cannot explain.

    Args:
        weights: The weight of each pair.
        group: The number of the group of each actor.

    Returns:
        The sum of positive weights between groups, and of negative ones within, without their signs.

    >>> frustration({("a", "b"): 2, ("a", "c"): -1}, {"a": 1, "b": 2, "c": 1})
    3
    """
    return sum(abs(weight) for (one, other), weight in weights.items() if (weight > 0) is not (group[one] == group[other]))


def partition(weights: Weights) -> dict[str, int]:
    """Divide actors so that as little as possible is frustrated.

    Args:
        weights: The weight of each pair.

    Returns:
        The number of the group of each actor, by any numbers. The same weights give the same groups. The search may end in a
        minimum that is not the least, so it starts from several orders, where there are not too many ties.

    >>> partition({("a", "b"): 1, ("b", "c"): -1})
    {'a': 0, 'b': 0, 'c': 1}
    """
    iris = sorted({iri for pair in weights for iri in pair})
    number = {iri: index for index, iri in enumerate(iris)}
    ties: _Ties = [{} for _ in iris]
    for (one, other), weight in sorted(weights.items()):
        ties[number[one]][number[other]] = ties[number[other]][number[one]] = weight
    found = [dict(zip(iris, _search(ties, order), strict=True)) for order in _orders(ties)]
    return min(found, key=lambda group: (frustration(weights, group), len(set(group.values()))), default={})


def _orders(ties: _Ties) -> list[list[int]]:
    """The orders in which the search tries nodes: those with most weight first or last, and each of the ten heaviest before all."""
    strength = [sum(map(abs, some.values())) for some in ties]
    heavy = sorted(range(len(ties)), key=lambda node: (-strength[node], node))
    if sum(map(len, ties)) > 2 * _MANY:
        return [heavy]
    firsts = [[node, *(other for other in range(len(ties)) if other != node)] for node in heavy[:10]]
    return [heavy, heavy[::-1], *firsts] if ties else []


def _search(ties: _Ties, order: Sequence[int]) -> list[int]:
    """Move nodes, then whole groups, then nodes again, until nothing helps."""
    group = _moved(ties, list(range(len(ties))), order)
    while True:
        whole, joined = _joined(ties, group)
        merged = _moved(joined, list(range(len(joined))), range(len(joined)))
        after = _moved(ties, _numbered([merged[number] for number in whole]), order)
        if after == _numbered(group):
            return after
        group = after


def _moved(ties: _Ties, group: list[int], order: Sequence[int]) -> list[int]:
    """Move each node to the group that its ties speak for most; each move lessens the frustration, so this ends."""
    fresh, moving = len(ties), True
    while moving:
        moving = False
        for node in order:
            pull = {group[node]: 0, fresh: 0}
            for other, weight in ties[node].items():
                pull[group[other]] = pull.get(group[other], 0) + weight
            best = max(pull, key=lambda number: (pull[number], -number))
            if pull[best] > pull[group[node]]:
                group[node] = best
                fresh += best == fresh
                moving = True
    return _numbered(group)


def _joined(ties: _Ties, group: Sequence[int]) -> tuple[list[int], _Ties]:
    """Groups as nodes: the number of each node's, and the sums of ties between them."""
    numbers = _numbered(group)
    joined: _Ties = [{} for _ in range(max(numbers) + 1)]
    for node, some in enumerate(ties):
        for other, weight in some.items():
            start, end = numbers[node], numbers[other]
            if start != end:
                joined[start][end] = joined[start].get(end, 0) + weight
    return numbers, joined


def _numbered(group: Sequence[int]) -> list[int]:
    """The same groups with numbers from 0, in the order of their first nodes."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(one, len(numbers)) for one in group]
