"""Sorting numbers by their digits, in a fifth of the time of comparing them, and strings by their first bytes.

Few words begin with the same eight bytes as another: two thirds of the time are left, measured with an archive's words.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from indexer.search.whoosh_engine.arrays import Integers, Numbers
from indexer.stretches import sums_before

_DIGIT: Final = 16
_BYTES_AT_ONCE: Final = 8


def stable_order(*columns: Integers) -> Numbers:
    """Return the order of rows by columns of numbers from 0 upwards, the last column first; equals stay in order."""
    order: Numbers | None = None
    for column in columns:
        most = int(column.max()) if len(column) else 0
        for shift in range(0, max(most.bit_length(), 1), _DIGIT):
            digits = (column >> shift).astype(np.uint16) if shift else column.astype(np.uint16)  # sorted by radix
            step = np.argsort(digits if order is None else digits.take(order), kind="stable")
            order = step if order is None else order.take(step)
    assert order is not None
    return order


def order_of_strings(strings: Sequence[str]) -> Numbers:
    """Return the order of distinct strings by their bytes in UTF-8."""
    if not strings:
        return np.zeros(0, np.int64)
    beginnings = _beginnings(strings)
    order = np.argsort(beginnings)
    beginnings = beginnings[order]
    are_same = beginnings[1:] == beginnings[:-1]
    are_tied = np.zeros(len(order), np.bool_)
    are_tied[1:] |= are_same
    are_tied[:-1] |= are_same
    order[are_tied] = sorted(order[are_tied].tolist(), key=strings.__getitem__)  # groups stay in the order they are in
    return order


def _beginnings(strings: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Return the first bytes of each string as the digits of a number, with zeros behind its end."""
    encoded = [*map(str.encode, strings)]
    sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
    text = np.frombuffer(b"".join((*encoded, bytes(_BYTES_AT_ONCE))), np.uint8)
    windows = np.lib.stride_tricks.sliding_window_view(text, _BYTES_AT_ONCE)[sums_before(sizes)]
    digits = np.where(np.arange(_BYTES_AT_ONCE) < sizes[:, None], windows, np.uint8(0))
    return digits.view(">u8").ravel().astype(np.uint64)
