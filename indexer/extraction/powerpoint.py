"""The reader of PowerPoint files (.pptx)."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from indexer.extraction.errors import damaged
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.packages import open_package
from indexer.extraction.quality import truncated
from indexer.extraction.repair import clean_line, clean_text
from indexer.model.place import Place, PlaceKind, PlaceText

# python-pptx carries no types.
Shape = Any
Slide = Any
Deck = Any
DEEPEST = 20
PROPERTIES = ("title", "author", "created", "modified", "language")


class PowerPointReader:
    """Reads slides: their shapes, groups, tables and speaker's notes."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text of each slide, its title first."""
        open_package(content, budget.limits)
        try:
            presentation = Presentation(io.BytesIO(content))
            slides = list(presentation.slides)
        except MemoryError:
            raise
        except Exception as error:  # it lets lxml, zipfile and its own errors through
            raise damaged("its slides cannot be found") from error
        places: list[PlaceText] = []
        for number, slide in enumerate(slides, 1):
            text = clean_text("\n\n".join(piece for piece in _pieces(slide) if piece.strip()))
            places.append(PlaceText(Place(PlaceKind.SLIDE, number, str(number)), text))
            budget.spend(text)
            if budget.is_spent():
                break
        notes = (truncated(len(places), "slide", len(slides)),) if budget.is_spent() else ()
        return Reading(tuple(places), properties=_properties(presentation), notes=notes)


def _pieces(slide: Slide) -> Iterator[str]:
    title = slide.shapes.title
    if title is not None:
        yield title.text_frame.text
    for shape in _flat(slide.shapes):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        yield from _texts(shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield slide.notes_slide.notes_text_frame.text


def _flat(shapes: Iterable[Shape], depth: int = 0) -> Iterator[Shape]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP and depth < DEEPEST:
            yield from _flat(shape.shapes, depth + 1)
        else:
            yield shape


def _texts(shape: Shape) -> Iterator[str]:
    if shape.has_text_frame:
        yield shape.text_frame.text
    if getattr(shape, "has_table", False):
        rows = (" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in shape.table.rows)
        yield "\n".join(rows)


def _properties(presentation: Deck) -> tuple[tuple[str, str], ...]:
    core = presentation.core_properties
    found = {}
    for name in PROPERTIES:
        value = getattr(core, name)
        if value:
            found[name] = clean_line(value.isoformat() if hasattr(value, "isoformat") else str(value))
    return tuple(found.items())
