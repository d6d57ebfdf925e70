"""The reader of rich text (.rtf)."""

from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from indexer.extraction.blocks import Block, BlockKind, places_of
from indexer.extraction.errors import damaged
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.quality import truncated
from indexer.extraction.repair import clean_text


class RichTextReader:
    """Reads .rtf files."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text by paragraph."""
        try:
            text = str(rtf_to_text(content.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]  # has no types
        except MemoryError:
            raise
        except Exception as error:  # its errors are whatever its loop meets
            raise damaged("its control words contradict each other") from error
        places = places_of(_blocks(text), budget)
        notes = (truncated(len(places), "paragraph"),) if budget.is_spent() else ()
        return Reading(places, notes=notes)


def _blocks(text: str) -> Iterator[Block]:
    """Yield one block for each line: rich text breaks no lines within a paragraph."""
    for line in clean_text(text).split("\n"):
        yield Block(BlockKind.PARAGRAPH, line.strip("| "))
