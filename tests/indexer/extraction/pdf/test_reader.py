"""The text of PDF pages, from files that say exactly where each glyph stands."""

import pytest

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget, Limits
from indexer.extraction.pdf.reader import PdfReader
from indexer.model.place import QualityFault
from tests.indexer.extraction.pdf_writer import PdfFile, Show, column, page_with


def read(*pages: list[Show], limits: Limits | None = None, **fields: object) -> Reading:
    """Return what the reader finds in a file of these pages."""
    content = PdfFile(list(pages), **fields).content()  # type: ignore[arg-type]
    return PdfReader().read(content, Budget(limits or Limits()))


def text_of(*shows: Show) -> str:
    """Return the text of a page that shows these glyphs."""
    return read(list(shows)).places[0].text


def test_lines_that_flow_are_joined_and_paragraphs_stand_apart() -> None:
    """A paragraph comes as one line, and an empty line divides it from the next."""
    lines = ["The meeting discussed the rights of all", "migrants and their families in a long", "sentence."]
    shows = [*column(lines), *column(["Then the next item was called up again", "and adopted."], top=640)]

    assert (
        "The meeting discussed the rights of all migrants and their families in a long sentence."
        "\n\nThen the next item was called up again and adopted."
    ) == text_of(*shows)


def test_words_are_divided_where_glyphs_stand_apart() -> None:
    """Files that draw no spaces still give words."""
    assert "one two" == text_of(Show(50, 700, "one"), Show(50 + 15 + 2.5, 700, "two"))


def test_kerning_divides_no_word() -> None:
    """A gap narrower than a space stays inside the word."""
    assert "AVA" == text_of(Show(50, 700, "A"), Show(55.5, 700, "V"), Show(61, 700, "A"))


def test_letters_spaced_out_stay_one_word() -> None:
    """A heading in spaced letters is found by its words."""
    assert "REPORT OF" == text_of(Show(50, 700, "REPORT OF", spacing=3))


def test_a_word_divided_at_the_line_end_is_joined() -> None:
    """A hyphen at a line's end is taken out before a small letter."""
    assert "All participants of the inter-agency group on migration and health agreed to it." == text_of(
        *column(["All participants of the inter-agency group on migra-", "tion and health agreed to it."])
    )


def test_a_hyphen_stays_where_the_document_writes_it_within_lines() -> None:
    """A compound that the document hyphenates elsewhere keeps its hyphen at a line's end."""
    lines = ["The low-carbon path is a path that needs low-", "carbon energy."]

    assert "The low-carbon path is a path that needs low-carbon energy." == text_of(*column(lines))


def test_arabic_comes_in_reading_order() -> None:
    """Glyphs drawn from left to right come out in the order in which they are read, ligatures whole."""
    assert "السلام لا 2014" == text_of(Show(50, 700, [*"4102"[::-1], " ", "لا", " ", "م", "لا", "س", "ل", "ا"]))


def test_arabic_presentation_forms_become_letters() -> None:
    """A font that names positional forms gives the same letters as one that names letters."""
    assert "بيت" == text_of(Show(50, 700, "\ufe96\ufef4\ufe91"))


@pytest.mark.parametrize("symbol", ["(A/RES/68/4)", ")A/RES/68/4("], ids=["as seen", "as meant"])
def test_a_symbol_within_arabic_keeps_its_order(symbol: str) -> None:
    """A document symbol and its brackets read as in any text, whether the file holds the brackets seen or meant."""
    assert "قرار (A/RES/68/4)" == text_of(Show(50, 700, [*symbol, " ", *"رارق"]))


def test_vowel_marks_stay_with_their_letter() -> None:
    """A mark drawn apart, and a little higher, parts no word."""
    shows = [Show(50, 700, ["ا", "ر", "ظ", "ن"]), Show(52.5, 701.5, ["\u064b"])]

    assert "نظرا\u064b" == text_of(*shows)


def test_chinese_has_no_spaces_between_its_characters() -> None:
    """Lines are joined and spread characters drawn together without spaces."""
    assert "大会回顾其决议和宣言" == text_of(
        Show(50, 700, "大会回顾其", spacing=7), Show(50, 686, "决议和宣言", spacing=7)
    )


def test_ligatures_become_letters() -> None:
    """The words of a file with ligatures are found as they are typed."""
    assert "efficient first office" == text_of(Show(50, 700, ["e", "ﬃ", *"cient ", "ﬁ", *"rst o", "ﬃ", *"ce"]))


def test_columns_are_read_one_after_the_other() -> None:
    """The left column is read to its end before the right one begins; a title above stays above."""
    left = [f"left {word} of the text runs here" for word in ("one", "two", "three", "four", "five")]
    right = [line.replace("left", "right") for line in left]
    text = text_of(
        Show(150, 760, "A title that stands across both columns", 12),
        *column(left, x=50),
        *column(right, x=320, top=697),
    )

    assert "A title that stands across both columns" == text.split("\n\n")[0]
    assert text.rindex("left five") < text.index("right one")


def test_columns_of_arabic_are_read_from_the_right() -> None:
    """The right column comes first where the text reads from the right."""
    word = "كلمات كثيرة في عمود طويل هنا"
    shows = [
        Show(x, 700 - 14 * row, [*reversed(f"{name} {word}")])
        for x, name in ((50, "ثان"), (320, "أول"))
        for row in range(5)
    ]
    text = text_of(*shows)

    assert text.rindex("أول") < text.index("ثان")


def test_rows_of_a_table_stay_rows() -> None:
    """Cells of one row stand on one line, rows on lines of their own."""
    rows = [("State", "Year", "Count"), ("Hungary", "2013", "12"), ("Sweden", "2014", "7")]
    shows = [
        Show(50 + 120 * cell, 700 - 14 * row, text) for row, cells in enumerate(rows) for cell, text in enumerate(cells)
    ]

    assert "State Year Count\nHungary 2013 12\nSweden 2014 7" == text_of(*shows)


def test_a_note_mark_is_no_part_of_its_word() -> None:
    """A raised number stands apart from the word it follows; the exponent of a unit does not."""
    assert "flows 3 of 12 m2" == text_of(
        Show(50, 700, "flows"), Show(75.2, 704, "3", 6), Show(81, 700, "of 12 m"), Show(116, 704, "2", 6)
    )


def test_bold_drawn_twice_is_read_once() -> None:
    """Text that is drawn again with a small shift counts once."""
    assert "Bold" == text_of(Show(50, 700, "Bold"), Show(50.4, 700, "Bold"))


def test_leader_dots_of_a_table_of_contents_are_left_out() -> None:
    """An entry of a table of contents stands on its own line, without its dots."""
    lines = ["Introduction" + "." * 60 + "3", "Summary of the review" + "." * 51 + "14"]

    assert "Introduction … 3\nSummary of the review … 14" == text_of(*column(lines))


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_turned_text_is_read_along_its_own_direction(turn: int) -> None:
    """A table set sideways gives its words."""
    assert "sideways words" == text_of(Show(300, 400, "sideways words", turn=turn))


def test_a_span_says_what_its_glyphs_stand_for() -> None:
    """The text that a file gives for a span replaces what its glyphs would give."""
    assert "fi ne" == text_of(Show(50, 700, "x", actual="fi"), Show(60, 700, "ne"))


def test_glyphs_without_letters_are_told() -> None:
    """A font that does not say which letters it shows leaves marks of it, and the reader goes on."""
    assert "a\ufffdb" == read([Show(50, 700, "aqb")], unmapped=frozenset("q")).places[0].text


def test_header_and_footer_leave_the_body_and_are_kept() -> None:
    """What stands on most pages is no text of any of them; the first page keeps its masthead."""
    pages = [
        [Show(50, 770, f"A/68/370 page {n}"), Show(50, 400, f"Body {word}"), Show(50, 30, "GE.14-1234")]
        for n, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)
    ]
    reading = read(*pages)

    assert ["Body two", "Body three"] == [place.text for place in reading.places[1:3]]
    assert "A/68/370 page 1" in reading.places[0].text
    assert {"A/68/370 page 2", "GE.14-1234"} == set(reading.running_lines)


def test_a_short_document_loses_only_what_its_first_page_shows() -> None:
    """Two pages show no pattern to go by, but the symbol above the second is that of the masthead."""
    pages = [
        [Show(50, 770, "United Nations A/68/370"), Show(50, 400, "Body"), Show(50, 30, "New York 2013")],
        [Show(50, 770, "A/68/370"), Show(50, 400, "Body"), Show(50, 30, "New York 2014")],
    ]
    reading = read(*pages)

    assert "United Nations A/68/370\n\nBody\n\nNew York 2013" == reading.places[0].text
    assert "Body\n\nNew York 2014" == reading.places[1].text
    assert ("A/68/370",) == reading.running_lines


@pytest.mark.parametrize("header", ["A/68/370", "A/68/370 2", "2 A/68/370", "A/68/370 Summary of the hearings"])
def test_a_symbol_alone_at_the_edge_of_a_later_page_is_no_text(header: str) -> None:
    """A short document's header is known by what it says, though its masthead is not at the edge."""
    pages = [
        [Show(50, 600, "A/68/370"), Show(50, 400, "Summary of the hearings")],
        [Show(50, 770, header), Show(50, 400, "Body")],
    ]
    reading = read(*pages)

    assert ["A/68/370\n\nSummary of the hearings", "Body"] == [place.text for place in reading.places]
    assert (header,) == reading.running_lines


def test_what_all_pages_but_the_first_bear_is_no_text_of_a_short_document() -> None:
    """A running title with its page number repeats but for its digits."""
    pages = [
        [Show(50, 500, "Title")],
        *([Show(50, 770, f"Initiatives, page {n}"), Show(50, 400, f"Body {n}")] for n in (2, 3)),
    ]

    assert ["Title", "Body 2", "Body 3"] == [place.text for place in read(*pages).places]


def test_the_last_words_of_a_paragraph_stay_at_the_foot_of_a_short_document() -> None:
    """That the first page has them too within a line makes them no footer."""
    pages = [
        [Show(50, 400, "The rights of migrants")],
        [Show(50, 400, "All workers have"), Show(50, 40, "rights of migrants")],
    ]

    assert "All workers have\n\nrights of migrants" == read(*pages).places[1].text


@pytest.mark.parametrize("seen", [".(A/68/190)", ".)A/68/190("])
def test_a_symbol_in_brackets_alone_on_a_line_of_arabic(seen: str) -> None:
    """Whether the file holds the brackets' shapes or their meaning, they open before the symbol."""
    shows = column(["ريرقت نم ةرقف يف درو امك ماعلا", seen])

    assert text_of(*shows).endswith("(A/68/190).")


def test_a_slash_divides_no_word_where_a_line_ends_before_it() -> None:
    """Months have two names in Arabic, with a slash between them."""
    assert "on 3 October/November and after that day, which many of us remember" == text_of(
        *column(["on 3 October", "/November and after that day, which many of us remember"])
    )


def test_printed_page_numbers_become_labels() -> None:
    """The number printed on a page is its label and no text of it."""
    pages = [
        [Show(50, 400, "Title page")],
        *[[Show(50, 400, f"Body {n}"), Show(300, 30, f"- {n} -")] for n in range(1, 5)],
    ]
    reading = read(*pages)

    assert ["1", "1", "2", "3", "4"] == [place.place.label for place in reading.places]
    assert "Body 3" == reading.places[3].text
    assert () == reading.running_lines


def test_a_lone_number_is_no_page_number() -> None:
    """A year at the foot of a single sheet stays; its 1 goes."""
    assert "Flyer\n\n2014" == text_of(Show(50, 400, "Flyer"), Show(300, 30, "2014"))
    assert "Flyer" == text_of(Show(50, 400, "Flyer"), Show(300, 30, "1"))


def test_labels_of_the_file_come_before_printed_numbers() -> None:
    """A file that labels its pages is believed."""
    reading = read(*[[Show(50, 400, "x")]] * 3, labels="0 << /S /r >> 2 << /S /D >>")

    assert ["i", "ii", "1"] == [place.place.label for place in reading.places]


def test_the_files_own_words_are_given_as_properties() -> None:
    """Title and author of the file are told, for whoever wants to believe them."""
    reading = read([Show(50, 400, "x")], info="/Title (A title) /Author (A body) /CreationDate (D:20140220120000Z)")

    assert (("title", "A title"), ("author", "A body"), ("created", "2014-02-20")) == reading.properties


@pytest.mark.parametrize(
    ("written", "given"),
    [("D:20140220153000+01'00'", "2014-02-20"), ("20140220", "2014-02-20"), ("D:20149920", "D:20149920")],
)
def test_dates_are_given_as_days(written: str, given: str) -> None:
    """The form that PDF writes is not shown to people."""
    assert (("created", given),) == read([Show(50, 700, "x")], info=f"/CreationDate ({written})").properties


def test_reading_stops_at_the_limit_and_says_so() -> None:
    """A file with too many pages gives the first ones, with a note."""
    reading = read(*[[Show(50, 400, "x")]] * 5, limits=Limits(places=3))

    assert 3 == len(reading.places)
    assert "Only the first 3 of 5 pages were read: divide the file to have the rest found." == reading.notes[0].detail
    assert QualityFault.TRUNCATED == reading.notes[0].fault


def test_a_table_of_objects_that_leads_nowhere_is_done_without() -> None:
    """The objects are looked for where the file's own table is wrong."""
    content = (
        PdfFile([[Show(50, 400, "found")]])
        .content()
        .replace(b"0 10\n", b"3 10\n")
        .replace(b"0000000009", b"0000000123")
    )

    assert "found" == PdfReader().read(content, Budget(Limits())).places[0].text


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", b"%PDF-" + b"\x00\xff" * 500]
)
def test_a_broken_file_is_said_to_be_damaged(content: bytes) -> None:
    """A file that breaks off gives the reason, not an error of the parser."""
    with pytest.raises(ExtractionError) as caught:
        PdfReader().read(content, Budget(Limits()))

    assert FailureCode.DAMAGED == caught.value.code


def test_a_form_that_draws_itself_ends() -> None:
    """A drawing that contains itself is drawn once."""
    keys = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    form = b"<< %b /Length 5 >>\nstream\n/X Do\nendstream" % keys
    content = page_with(b"/X Do", objects=[form], resources="/XObject << /X 5 0 R >>")

    assert "" == PdfReader().read(content, Budget(Limits())).places[0].text


def test_thousands_of_scattered_words_are_read_in_time() -> None:
    """Layout costs no more than a few times the number of glyphs."""
    shows = [Show((7919 * n) % 560, (104729 * n) % 760, "word") for n in range(3000)]
    reading = read(shows, limits=Limits(reading_seconds=15))

    assert 3000 == reading.places[0].text.count("w")
