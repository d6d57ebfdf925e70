"""Numbers for distinct strings."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count, islice

import numpy as np
import numpy.typing as npt


class Numbering:
    """Numbers distinct strings from 0, in the order in which they come."""

    def __init__(self) -> None:
        """Begin without any."""
        self.strings: list[str] = []
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)

    def of(self, strings: Sequence[str]) -> npt.NDArray[np.int32]:
        """Return the number of each string; one that comes for the first time gets the next."""
        numbers = np.fromiter(map(self._numbers.__getitem__, strings), np.int32, len(strings))
        new = [*islice(reversed(self._numbers), len(self._numbers) - len(self.strings))]
        self.strings.extend(reversed(new))
        return numbers
