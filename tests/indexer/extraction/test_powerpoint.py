"""PowerPoint files."""

import io

import pytest
from pptx import Presentation
from pptx.util import Inches

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.limits import Budget, Limits
from indexer.extraction.powerpoint import PowerPointReader
from indexer.model.place import PlaceKind
from tests.indexer.extraction.word_files import paragraph, word_file


def a_presentation() -> bytes:
    """Return two slides: title, text box, group, table, notes; then an empty one."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    where = (Inches(1),) * 4
    slide.shapes.add_textbox(*where).text_frame.text = "in a box"
    slide.shapes.title.text = "Remittances"
    slide.shapes.add_group_shape().shapes.add_textbox(*where).text_frame.text = "in a group"
    table = slide.shapes.add_table(1, 2, *where).table
    table.cell(0, 0).text, table.cell(0, 1).text = "a", "b"
    slide.notes_slide.notes_text_frame.text = "said aloud"
    deck.slides.add_slide(deck.slide_layouts[6])
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def test_slides_are_read_with_all_their_text() -> None:
    """The title comes first, then what stands on the slide, then what the speaker says."""
    places = PowerPointReader().read(a_presentation(), Budget(Limits())).places

    assert "Remittances\n\nin a box\n\nin a group\n\na | b\n\nsaid aloud" == places[0].text
    assert [(PlaceKind.SLIDE, 1), (PlaceKind.SLIDE, 2)] == [(p.place.kind, p.place.number) for p in places]


def test_a_file_without_slides_is_said_to_be_damaged() -> None:
    """A package that is something else gives the reason."""
    with pytest.raises(ExtractionError) as caught:
        PowerPointReader().read(word_file(paragraph("x")), Budget(Limits()))

    assert FailureCode.DAMAGED == caught.value.code
