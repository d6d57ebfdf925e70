"""The reader of plain text, whatever its encoding."""

import re
from collections.abc import Iterator

from indexer.extraction.blocks import Block, BlockKind, places_of
from indexer.extraction.encodings import decoded
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.quality import truncated
from indexer.extraction.repair import clean_text
from indexer.model.place import Place, PlaceKind, PlaceText

HEADING = re.compile(r"(#{1,6})\s+(\S[^\n]*)")


class PlainReader:
    """Reads text files: form feeds divide pages, else empty lines divide paragraphs."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text by page where it has pages, else by paragraph."""
        text = decoded(content)[: budget.limits.characters]
        pages = text.rstrip("\f\n \x1a").split("\f")
        kind = PlaceKind.PAGE if len(pages) > 1 else PlaceKind.PARAGRAPH
        places = _pages(pages, budget) if kind is PlaceKind.PAGE else places_of(_blocks(text), budget)
        notes = (truncated(len(places), kind.value),) if budget.is_spent() else ()
        return Reading(places, notes=notes)


def _pages(pages: list[str], budget: Budget) -> tuple[PlaceText, ...]:
    read = pages[: budget.limits.places]
    for page in read:
        budget.spend(page)
    return tuple(
        PlaceText(Place(PlaceKind.PAGE, number, str(number)), clean_text(page)) for number, page in enumerate(read, 1)
    )


def _blocks(text: str) -> Iterator[Block]:
    for paragraph in clean_text(text).split("\n\n"):
        heading = HEADING.match(paragraph)
        if heading and heading.end() == len(paragraph):
            yield Block(BlockKind.HEADING, heading[2], level=len(heading[1]))
        else:
            yield Block(BlockKind.PARAGRAPH, paragraph)
