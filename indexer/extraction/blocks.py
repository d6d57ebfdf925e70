"""Paragraphs, headings and tables as a document has them, grouped into places that a link can lead to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from indexer.extraction.limits import Budget
from indexer.model.place import Place, PlaceKind, PlaceText

LONGEST_PLACE = 4_000  # a full page; longer paragraphs and tables are divided, so that a link leads near the words
SENTENCE_END = re.compile(r"[.!?؟۔]['\")\]»”]*\s|[。！？]”?")
FEWEST_NUMBERED = 3
SHORT_PLACE = 240
SHORT_ITEM = 60  # of a numbered list: too little to lead to by itself
LONGEST_HEADING = 60
TITLE = 0
OWN_NUMBER = re.compile(r"(\d{1,4})\s*[.)]\s")


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    NOTE = "note"  # a footnote: it stays with the paragraph before it


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table.

    Attributes:
        number: The paragraph's own number, where the document has one that is not in the text.
        continues: Whether it is a further piece of the block before it.
        level: How deep a heading is by its style: 1 the outermost, TITLE that of the document; None where it only
            looks like one.
    """

    kind: BlockKind
    text: str
    number: int | None = None
    continues: bool = False
    level: int | None = None


@dataclass(slots=True)
class _Outline:
    """The headings of a document in order, with those among them that come after its first text."""

    headings: list[Block] = field(default_factory=list)
    after_text: list[Block] = field(default_factory=list)
    has_text: bool = False

    def add(self, block: Block, own: int | None) -> None:
        if block.kind is BlockKind.HEADING:
            self.headings.append(block)
            if self.has_text:
                self.after_text.append(block)
        elif block.kind is BlockKind.PARAGRAPH:
            self.has_text = self.has_text or own is not None or len(block.text) > SHORT_PLACE

    def sections(self) -> set[int]:
        """Return the ids of the headings that name sections: not those of a masthead, nor the document's title.

        Where styles mark headings, sections begin with the first marked one, but a single one above all others is the
        title. Else they begin after the first text.
        """
        marked = [heading for heading in self.headings if heading.level]
        if not marked:
            return {id(heading) for heading in self.after_text if heading.level != TITLE}
        levels = [heading.level or TITLE for heading in marked]
        has_title = len(marked) > 1 and levels[0] < min(levels[1:])
        first = self.headings.index(marked[1 if has_title else 0])
        return {id(heading) for heading in self.headings[first:] if heading.level != TITLE}


@dataclass(slots=True)
class _OpenPlace:
    """A place that still takes blocks."""

    heading: Block | None = None
    texts: list[str] = field(default_factory=list)
    own_number: int | None = None
    table: int | None = None
    has_body: bool = False

    def takes(self, block: Block, own: int | None) -> bool:
        if not self.texts or block.kind is BlockKind.NOTE:
            return True
        if block.kind is BlockKind.HEADING:
            return not self.has_body
        if not self.has_body:
            return True
        is_apart = block.kind is BlockKind.TABLE or self.table is not None
        is_numbered = own is not None and (self.own_number is None or len(block.text) > SHORT_ITEM)
        return not (is_apart or is_numbered) and sum(map(len, self.texts)) < SHORT_PLACE

    def finished(self, number: int, name: str, sections: set[int]) -> PlaceText:
        heading = self.heading if id(self.heading) in sections else None
        label = f"{name}, under {_shortened(heading.text)}" if heading else name
        return PlaceText(Place(PlaceKind.PARAGRAPH, number, label), "\n\n".join(self.texts))


def places_of(blocks: Iterable[Block], budget: Budget) -> tuple[PlaceText, ...]:
    """Group blocks into numbered places: one for each paragraph, short ones together, a heading with what follows.

    A paragraph that the document itself numbers begins a place and gives it its label.
    """
    places: list[_OpenPlace] = []
    outline = _Outline()
    for place in _grouped(blocks, outline):
        places.append(place)
        budget.spend("".join(place.texts))
        if budget.is_spent():
            break
    sections = outline.sections()
    return tuple(
        place.finished(number, name, sections)
        for number, (place, name) in enumerate(zip(places, _names(places), strict=True), 1)
    )


def _names(places: Sequence[_OpenPlace]) -> Iterator[str]:
    """Yield what each place is called: where the document numbers its paragraphs no other number is made up."""
    own = [place.own_number for place in places if place.own_number is not None]
    is_numbered = len(own) >= FEWEST_NUMBERED
    last: int | None = None
    for number, place in enumerate(places, 1):
        if place.table is not None:
            yield f"table {place.table}"
        elif place.own_number is not None:
            last = place.own_number
            yield f"para. {last}"
        elif is_numbered:
            yield f"before para. {own[0]}" if last is None else f"after para. {last}"
        else:
            yield f"para. {number}"


def _grouped(blocks: Iterable[Block], outline: _Outline) -> Iterator[_OpenPlace]:
    place = _OpenPlace()
    tables = 0
    for block in (piece for whole in blocks for piece in _divided(whole)):
        own = _own_number(block)
        outline.add(block, own)
        if not place.takes(block, own):
            yield place
            place = _OpenPlace(heading=place.heading)
        if block.kind is BlockKind.HEADING:
            place.heading = block
        elif block.kind is not BlockKind.NOTE:
            if block.kind is BlockKind.TABLE:
                tables += not block.continues
                place.table = tables
            place.own_number = place.own_number or own
            place.has_body = True
        place.texts.append(block.text)
    if place.texts:
        yield place


def _divided(block: Block) -> Iterator[Block]:
    """Yield a block in pieces of at most one place; nothing for a block without text."""
    text, continues = block.text, False
    while len(text) > LONGEST_PLACE:
        end = _piece_end(text)
        yield replace(block, text=text[:end].rstrip(), continues=continues)
        text, continues = text[end:].lstrip(), True
    if text:
        yield replace(block, text=text, continues=continues)


def _piece_end(text: str) -> int:
    """Return where to divide: after a line, else after a sentence, else after a word, the last one that fits."""
    least = LONGEST_PLACE // 4
    line = text.rfind("\n", least, LONGEST_PLACE)
    if line > 0:
        return line
    sentences = [found.end() for found in SENTENCE_END.finditer(text, least, LONGEST_PLACE)]
    return sentences[-1] if sentences else max(text.rfind(" ", least, LONGEST_PLACE), 0) or LONGEST_PLACE


def _own_number(block: Block) -> int | None:
    if block.kind is not BlockKind.PARAGRAPH or block.continues:
        return None
    if block.number is not None:
        return block.number
    found = OWN_NUMBER.match(block.text)
    return int(found[1]) if found else None


def _shortened(heading: str) -> str:
    words = " ".join(heading.split())
    return words if len(words) <= LONGEST_HEADING else words[: LONGEST_HEADING - 1].rsplit(" ", 1)[0] + "…"
