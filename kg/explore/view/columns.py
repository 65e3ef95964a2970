"""Whole numbers -> compact columns, which the page reads as typed arrays."""

import sys
from array import array
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["column", "ragged"]

_WIDTHS = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))  # the codes of `array`, and what each is too narrow for


def column(values: Iterable[int]) -> dict[str, str]:
    """Numbers that are not negative as little-endian bytes, each as narrow as the largest of them allows.

    Args:
        values: The numbers.

    Returns:
        The code of their width and the bytes in base64.

    >>> column([1, 2, 300])
    {'as': 'H', 'of': 'AQACACwB'}
    """
    found = list(values)
    code = next(code for code, limit in _WIDTHS if max(found, default=0) < limit)
    packed = array(code, found)
    if sys.byteorder == "big":  # pragma: no cover - what is written is the same on every machine
        packed.byteswap()
    return {"as": code, "of": b64encode(packed.tobytes()).decode()}


def ragged(lists: Iterable[Sequence[int]]) -> Mapping[str, Mapping[str, str]]:
    """Lists of numbers as two columns: how many each has, and all of them in a row.

    >>> ragged([[7], [], [8, 9]])["counts"] == column([1, 0, 2])
    True
    """
    found = list(lists)
    return {"counts": column(map(len, found)), "values": column(value for values in found for value in values)}
