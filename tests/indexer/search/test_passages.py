"""Passages show the best of what a query matches, cut between words."""

import time

import pytest

from indexer.model.identifiers import Language
from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    TextField,
    Value,
    Wildcard,
    Word,
)
from indexer.search.passages import count, mark, passages
from tests.contract.builders import pages

ENGLISH = Language("en")
FILLER = "Nothing of note is said in these words at all. " * 12


def marked(tree: Node, text: str, language: str = "en") -> list[str]:
    """Return what is marked in a text."""
    return [run for run, is_match in mark(tree, Language(language), text) if is_match]


@pytest.mark.parametrize(
    ("tree", "text", "expected"),
    [
        (Word("migrations"), "Migration, migrants; (MIGRATION)", ["Migration", "MIGRATION"]),
        (Word("Korosi"), "Mr. Kőrösi said", ["Kőrösi"]),
        (Prefix("migr"), "Migrants and emigrants", ["Migrants"]),
        (Wildcard("mi*GRÁ*s"), "Migrants, mi-grants and migrant", ["Migrants"]),
        (Fuzzy("migraton"), "Migration, migrations", ["Migration"]),
        (Fuzzy("migraton", 2), "Migration, migrations", ["Migration", "migrations"]),
        (Wildcard("wa*r", TextField.TITLE), "water", []),
        (Phrase(("cost", "of", "water")), "The cost of water, cost, water", ["cost of water"]),
        (Phrase(("water", "cost"), distance=1), "cost of water. water", ["cost", "water"]),
        (Phrase(("water", "water"), distance=1), "water of water", ["water", "water"]),
        (Word("post-2015"), "post 2015 and post-2015 post", ["post 2015", "post-2015"]),
        (And((Word("water"), Not(Word("air")))), "water and air", ["water"]),
        (Or((Boosted(Word("water"), 2.0), Word("air"))), "water and air", ["water", "air"]),
        (Word("water", TextField.TITLE), "water", []),
        (Word("water", TextField.BODY), "water", ["water"]),
        (Value(ExactField.TOPIC, "water"), "water", []),
        (Everything(), "water", []),
    ],
)
def test_what_is_looked_for_is_marked(tree: Node, text: str, expected: list[str]) -> None:
    """Words are marked by stem, phrases whole, beginnings by their words; what is excluded or elsewhere is not."""
    assert expected == marked(tree, text)


@pytest.mark.parametrize(
    ("language", "typed", "text", "expected"),
    [
        ("fr", "accords", "Il signe l'accord.", ["accord"]),
        ("ru", "миграции", "О миграция", ["миграция"]),
        ("ar", "الهجرة", "عن هجرة", ["هجرة"]),
        ("zh", "国际移民", "关于国际移民问题", ["国际移民"]),
    ],
)
def test_words_are_marked_in_every_script(language: str, typed: str, text: str, expected: list[str]) -> None:
    """What the index finds is what is marked; pairs of characters make one mark."""
    assert expected == marked(Word(typed), text, language)


def test_runs_make_up_the_whole_text() -> None:
    """Marking loses and adds nothing."""
    text = "\n water —\n\nwater! "

    assert text == "".join(run for run, _ in mark(Word("water"), ENGLISH, text))
    assert 2 == count(Word("water"), ENGLISH, text)


def test_a_passage_begins_with_its_sentence_and_is_cut_between_words() -> None:
    """What stands before the sentence is left out; signs say where the text goes on; white space is even."""
    (found,) = passages(Word("remittances"), ENGLISH, pages(f"{FILLER}The cost\n\nof remittances is high. {FILLER}"))
    text = "".join(run for run, _ in found.parts)

    assert text.startswith("…of remittances is high. Nothing")
    assert text.endswith("…")
    assert len(text) <= 242
    assert set(text[1:-1].split()) <= set(f"of remittances is high. {FILLER}".split())


def test_a_short_text_is_shown_whole() -> None:
    """Nothing is cut where nothing is left out."""
    (found,) = passages(Word("water"), ENGLISH, pages("Clean water for all."))

    assert (("Clean ", False), ("water", True), (" for all.", False)) == found.parts


def test_the_best_places_come_first() -> None:
    """A place with the phrase stands before one with all words, and that before one with some."""
    texts = f"water {FILLER}", f"{FILLER} cost is of water", f"{FILLER} the cost of water", FILLER
    tree = And((Word("cost"), Word("water"), Phrase(("cost", "of", "water"))))

    assert [3, 2, 1] == [found.place.number for found in passages(tree, ENGLISH, pages(*texts))]
    assert [3] == [found.place.number for found in passages(tree, ENGLISH, pages(*texts), 1)]


def test_one_place_can_give_several_passages() -> None:
    """Where few places match, more is shown of them; passages do not overlap."""
    found = passages(Word("water"), ENGLISH, pages(f"First water. {FILLER} Second water. {FILLER} Third water."))

    assert 3 == len(found)
    assert [1, 1, 1] == [sum(is_match for _, is_match in passage.parts) for passage in found]


def test_nothing_is_cut_where_nothing_is_looked_for() -> None:
    """Everything, filters and fields of titles give no passages."""
    for tree in (Everything(), Value(ExactField.TOPIC, "water"), Word("water", TextField.TITLE), Not(Word("water"))):
        assert () == passages(tree, ENGLISH, pages("water"))
    assert () == passages(Word("water"), ENGLISH, pages("air"))


def test_a_passage_of_chinese_is_shorter() -> None:
    """Characters that say more are shown in lesser number, cut anywhere."""
    (found,) = passages(Word("移民"), Language("zh"), pages("其他文字" * 80 + "移民" + "更多文字" * 80))

    assert len("".join(run for run, _ in found.parts)) <= 122
    assert [("移民", True)] == [part for part in found.parts if part[1]]


def test_a_long_word_alone_is_no_obstacle() -> None:
    """A text without a space, such as an address, is shown from the match on."""
    (found,) = passages(Word("water"), ENGLISH, pages("x" * 400 + " water " + "y" * 400))

    assert (("…", False), ("water", True), ("…", False)) == found.parts


def test_cutting_is_quick() -> None:
    """Ten hits of ten pages each are cut within what a page of results may take."""
    book = pages(*(f"{FILLER * 5} Page {n} on water and the migration of people. {FILLER}" for n in range(10)))
    tree = And((Word("water"), Word("migration"), Phrase(("migration", "of", "people"))))
    passages(tree, ENGLISH, book)
    start = time.process_time()
    for _ in range(10):
        passages(tree, ENGLISH, book)

    assert time.process_time() - start < 0.5
