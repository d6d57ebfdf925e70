"""How much a file is, in words."""

from typing import Final

_UNITS: Final = ("kB", "MB", "GB")
_STEP: Final = 1000
_PRECISE_BELOW: Final = 100


def size_label(size: int) -> str:
    """Return a number of bytes as people read it, in decimal units: `812 bytes`, `1.2 MB`."""
    if size < _STEP:
        return f"{size} byte{'' if size == 1 else 's'}"
    power = 1
    while size >= _STEP ** (power + 1) and power < len(_UNITS):
        power += 1
    amount = size / _STEP**power
    return f"{amount:.1f} {_UNITS[power - 1]}" if amount < _PRECISE_BELOW else f"{amount:.0f} {_UNITS[power - 1]}"
