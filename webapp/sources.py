"""Where the facts of a record were read, as readers are told."""

from collections.abc import Iterator

from indexer.model.document import Source
from indexer.representations.dates import day_label
from webapp.links import Fact, Words, fact, outside


def source_facts(source: Source | None) -> Iterator[Fact]:
    """Yield the lines on a source; none where none is recorded."""
    if source is None:
        return
    if source.address:
        note = f"read on {day_label(source.retrieved)}" if source.retrieved else ""
        yield fact("Source", outside(source.address, source.address, note))
    if source.as_printed:
        note = f"mended by {source.mended_by}" if source.mended_by else ""
        yield fact("As printed there", Words(source.as_printed, note=note))
