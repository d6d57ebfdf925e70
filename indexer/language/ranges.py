"""Ranges of characters, each told by its first and its last code point."""

Ranges = tuple[tuple[int, int], ...]


def class_of(ranges: Ranges) -> str:
    """Return the inside of a regular expression's class of such characters."""
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in ranges)
