"""What the tables of README are made from: `python -m tests.quality.tables` prints them."""

from indexer.extraction.limits import MEGABYTE, Limits
from indexer.querylanguage import QUERY_HELP
from indexer.settings import Settings


def query_rows() -> list[tuple[str, ...]]:
    """Return a row for each example of the search help."""
    return [(f"`{query}`", finds) for query, finds in QUERY_HELP]


def setting_rows() -> list[tuple[str, ...]]:
    """Return a row for each setting."""
    return [
        (f"`MASTHEAD_{name.upper()}`", f"`{field.default}`" if str(field.default) else "empty", field.description or "")
        for name, field in Settings.model_fields.items()
    ]


def limit_rows() -> list[tuple[str, ...]]:
    """Return what a file may cost."""
    limits = Limits()
    whole, unpacked, memory = (
        f"{size // MEGABYTE:,} MB" for size in (limits.file_bytes, limits.unpacked_bytes, limits.memory_bytes)
    )
    own = "in a process of its own: a file that takes more is reported and stops nothing"
    return [
        ("a file", f"{whole}; unzipped, where it is a zipped format, {unpacked}"),
        (
            "the text of a file",
            f"{limits.places:,} pages or paragraphs; the rest is left out, and `masthead status` says so",
        ),
        ("reading a file", f"{limits.cpu_seconds} s of a processor, {memory} of memory, {own}"),
    ]


if __name__ == "__main__":
    for rows in (query_rows(), setting_rows(), limit_rows()):
        print("\n".join(f"| {' | '.join(row)} |" for row in rows), end="\n\n")
