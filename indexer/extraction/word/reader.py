"""The reader of Word files."""

from indexer.extraction.blocks import places_of
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.quality import truncated
from indexer.extraction.word.parts import open_parts
from indexer.extraction.word.walk import WordWalk


class WordReader:
    """Reads .docx files, also with macros, which are not run."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text in places under its headings; headers and footers are running lines."""
        parts = open_parts(content, budget.limits)
        walk = WordWalk(parts)
        places = places_of(walk.blocks(), budget)
        notes = (truncated(len(places), "paragraph"),) if budget.is_spent() else ()
        return Reading(places, walk.running_lines(), tuple(parts.properties.items()), notes)
