"""Reads what documents, versions and meetings say of their source."""

from indexer.corpus.tables import Table
from indexer.model.document import Source


def source_of(table: Table) -> Source | None:
    """Return what the table [source] within a record says; None where there is none."""
    source = table.table("source")
    if source is None:
        return None
    found = Source(
        address=source.address("address"),
        retrieved=source.day("retrieved"),
        as_printed=source.text("as_printed"),
        mended_by=source.text("mended_by"),
    )
    source.close()
    return found
