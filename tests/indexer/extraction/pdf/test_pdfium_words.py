"""Pages that pdfium reads give what pdfminer's glyphs give, and pages that it is not sure of are told."""

from collections.abc import Sequence

import pytest

from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget, Limits
from indexer.extraction.pdf.frames import Frame
from indexer.extraction.pdf.pdfium_document import PdfiumDocument
from indexer.extraction.pdf.reader import PdfReader
from tests.indexer.extraction.pdf_writer import PdfFile, Show, column

PARAGRAPH = [
    "The Meeting took note of the report of the group and asked that it be",
    "issued as a document, with the inter-agency com-",
    "ments that had been made on it by 12 of its members in 2013.",
]


def readings(content: bytes) -> tuple[Reading, Reading]:
    """Return what both ways of reading give."""
    quick, careful = (PdfReader(with_pdfium=way).read(content, Budget(Limits())) for way in (True, False))
    return quick, careful


def frames_of(*shows: Show, **fields: object) -> tuple[Sequence[Frame], bool]:
    """Return what pdfium gives for a page, and whether it is sure."""
    document = PdfiumDocument.opened(PdfFile([list(shows)], **fields).content())  # type: ignore[arg-type]
    assert document is not None
    return document.frames(0)


@pytest.mark.parametrize(
    "page",
    [
        column(PARAGRAPH),
        [*column(PARAGRAPH), *column(["A second column of the same page is read", "after the first one."], x=400)],
        [
            *column(["A statement with the mark of a note"]),
            Show(50 + 35 * 5, 703, "12", size=6),
            *column(PARAGRAPH, top=600),
        ],
        column(["REPORT OF THE EXPERT GROUP ON MIGRATION", *PARAGRAPH]),
        column(["大会回顾其2013年10月3日第68/4号决议，其中通过了宣言，重申国际移徙的重要性，并请秘书长提出报告"]),
        column(["Генеральная Ассамблея, ссылаясь на свою резолюцию, вновь под-", "тверждает значение миграции."]),
    ],
)
@pytest.mark.parametrize("keys", ["/MediaBox [0 0 600 800]", "/MediaBox [20 30 620 830] /Rotate 90"])
def test_both_ways_of_reading_give_the_same_places(page: list[Show], keys: str) -> None:
    """Which engine reads a page is nobody's concern."""
    quick, careful = readings(PdfFile([page], page_keys=keys).content())

    assert careful == quick


def test_both_ways_give_the_same_labels_properties_and_running_lines() -> None:
    """The document's own words about itself come the same way too."""
    pages = [[Show(50, 770, f"A/68/370 page {n}"), *column(PARAGRAPH), Show(50, 30, "GE.14-1234")] for n in range(1, 7)]
    file = PdfFile(pages, labels="0 << /S /r >> 2 << /S /D >>", info="/Title (Summary) /CreationDate (D:20130715)")
    quick, careful = readings(file.content())

    assert careful == quick
    assert ["i", "ii", "1"] == [place.place.label for place in quick.places[:3]]
    assert (("title", "Summary"), ("created", "2013-07-15")) == quick.properties


@pytest.mark.parametrize("turn", range(4))
def test_words_stand_where_their_glyphs_do(turn: int) -> None:
    """Both engines place a turned line at the same points of the same frame."""
    show = Show(300, 400, "migration indicators", turn=turn)
    content = PdfFile([[show]]).content()
    document = PdfiumDocument.opened(content)
    assert document is not None
    ((frame,), _) = document.frames(0)

    assert ["migration", "indicators"] == [glyph.text for glyph in frame.glyphs]
    start, base = ((300, 400), (400, -300), (-300, -400), (-400, 300))[turn]
    first = frame.glyphs[0]
    assert (start, start + 9 * 5, base) == pytest.approx((first.x0, first.x1, first.base), abs=0.5)
    assert [10, 10] == pytest.approx([glyph.size for glyph in frame.glyphs])


def test_pages_with_too_little_text_or_other_scripts_are_not_relied_on() -> None:
    """They are read from glyphs."""
    assert frames_of(*column(PARAGRAPH))[1]
    assert not frames_of(Show(50, 700, "Annex"))[1]
    assert not frames_of(*column([*PARAGRAPH, "ماعلا"]))[1]
    assert not frames_of(*column(PARAGRAPH), unmapped=frozenset("eia"))[1]


def test_a_page_without_any_text_needs_no_second_reading() -> None:
    """A scan is known by what is drawn on it."""
    assert ([], True) == frames_of()


def test_what_is_no_pdf_is_not_opened() -> None:
    """The reader then says what is wrong with it."""
    assert PdfiumDocument.opened(b"%PDF-1.7\nnothing") is None
