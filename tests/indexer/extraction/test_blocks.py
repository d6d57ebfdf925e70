"""Blocks grouped into places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.blocks import TITLE, Block, BlockKind, places_of
from indexer.extraction.limits import Budget, Limits

LONG = "words " * 60
BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), st.text("ab 1.", max_size=400)), max_size=30)


def labels(*blocks: Block) -> list[str]:
    """Return the labels of the places that blocks make."""
    return [place.place.label for place in places_of(blocks, Budget(Limits()))]


def test_long_paragraphs_are_places_and_short_ones_are_put_together() -> None:
    """A place holds enough to be worth a link."""
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in ("short", "short too", LONG, LONG)]

    assert ["para. 1", "para. 2"] == labels(*blocks)


def test_a_heading_opens_a_place_and_names_those_after_it() -> None:
    """Every place says under which heading it stands."""
    blocks = [
        Block(BlockKind.PARAGRAPH, LONG),
        Block(BlockKind.HEADING, "Flows"),
        Block(BlockKind.PARAGRAPH, LONG),
        Block(BlockKind.PARAGRAPH, LONG),
    ]

    assert ["para. 1", "para. 2, under Flows", "para. 3, under Flows"] == labels(*blocks)


def test_no_number_is_made_up_beside_the_documents_own() -> None:
    """A paragraph without a number is called by its neighbour, so that no two are called para. 2."""
    numbered = [Block(BlockKind.PARAGRAPH, f"{number}. {LONG}") for number in (1, 2, 3)]
    plain = Block(BlockKind.PARAGRAPH, LONG)

    assert ["before para. 1", "para. 1", "para. 2", "after para. 2", "para. 3"] == labels(
        plain, *numbered[:2], plain, numbered[2]
    )


def test_a_list_of_short_numbered_items_is_one_place() -> None:
    """An agenda's items are too short to lead to one by one."""
    blocks = [Block(BlockKind.PARAGRAPH, f"{number}. Item") for number in range(1, 6)]

    assert ["para. 1"] == labels(*blocks)


def test_a_note_stays_with_its_paragraph() -> None:
    """A footnote never stands alone, however long it is."""
    assert ["para. 1"] == labels(Block(BlockKind.PARAGRAPH, LONG), Block(BlockKind.NOTE, LONG))


def test_a_long_heading_is_shortened_in_labels() -> None:
    """A label stays short, and no word in it is divided."""
    heading = Block(BlockKind.HEADING, "Remittances between countries of the South, and what they cost", level=1)

    assert ["para. 1, under Remittances between countries of the South, and what they…"] == labels(
        heading, Block(BlockKind.PARAGRAPH, "x")
    )


@pytest.mark.parametrize(
    "headings",
    [
        (("UNITED NATIONS A/68/370", None), ("Report", TITLE), ("Flows", 1)),
        (("Report", 1), ("Flows", 2), ("Stocks", 2)),
        (("UNITED NATIONS", None), ("Report", None), ("Flows", 1)),
    ],
)
def test_masthead_and_title_name_no_places(headings: tuple[tuple[str, int | None], ...]) -> None:
    """Labels name sections; a title is the one heading above all others, or has the style of titles."""
    blocks = [
        block
        for text, level in headings
        for block in (Block(BlockKind.HEADING, text, level=level), Block(BlockKind.PARAGRAPH, LONG))
    ]
    named = [label.partition(", under ")[2] for label in labels(*blocks)]

    assert [
        "" if text in {"UNITED NATIONS A/68/370", "UNITED NATIONS", "Report"} else text for text, _ in headings
    ] == named


def test_what_only_looks_like_a_heading_names_places_after_the_first_text() -> None:
    """Before it stand masthead and title."""
    bold = [Block(BlockKind.HEADING, text) for text in ("UNITED NATIONS", "Flows")]
    text = Block(BlockKind.PARAGRAPH, LONG)

    assert ["para. 1", "para. 2, under Flows"] == labels(bold[0], text, bold[1], text)


def test_a_long_paragraph_is_divided_after_sentences() -> None:
    """A link leads near the words, and the pieces together are the paragraph."""
    text = "One sentence of a long text. " * 400
    places = places_of([Block(BlockKind.PARAGRAPH, text.strip())], Budget(Limits()))

    assert 3 == len(places)
    assert all(place.text.endswith("long text.") for place in places)
    assert text.strip() == " ".join(place.text for place in places)


def test_a_long_table_is_divided_between_rows() -> None:
    """Its pieces bear one label, and the next table has the next number."""
    rows = "\n".join(f"row {number} | cell" for number in range(600))

    assert ["table 1", "table 1", "table 1", "table 2"] == labels(
        Block(BlockKind.TABLE, rows), Block(BlockKind.TABLE, "a | b")
    )


def test_text_without_any_break_is_divided_all_the_same() -> None:
    """No place is longer than the longest."""
    places = places_of([Block(BlockKind.PARAGRAPH, "字" * 9_000)], Budget(Limits()))

    assert [4_000, 4_000, 1_000] == [len(place.text) for place in places]


@given(BLOCKS)
def test_no_text_is_lost_or_doubled(blocks: list[Block]) -> None:
    """The places hold the blocks' text in order, numbered from 1."""
    places = places_of(blocks, Budget(Limits()))

    assert "\n\n".join(block.text for block in blocks if block.text) == "\n\n".join(place.text for place in places)
    assert list(range(1, len(places) + 1)) == [place.place.number for place in places]
