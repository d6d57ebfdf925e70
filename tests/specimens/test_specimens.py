"""The committed originals are what their texts say, and say themselves that they are specimens."""

import re
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from indexer.extraction import extract
from tests.specimens import masthead
from tests.specimens.__main__ import original_of
from tests.specimens.specimen import Paragraph, Table, all_specimens, runs
from tests.specimens.word import write_word

MEETING = Path(__file__).parents[2] / "corpus" / "12cm-2014"
SPECIMENS = {original_of(specimen, MEETING).name: specimen for specimen in all_specimens()}
PAPERS = [name for name, specimen in SPECIMENS.items() if specimen.symbol.startswith("UN/POP")]
WORD_FILES = [name for name in SPECIMENS if name.endswith(".docx")]
SCRIPTS = {"ar": "ARABIC", "zh": "CJK", "en": "LATIN", "fr": "LATIN", "ru": "CYRILLIC", "es": "LATIN"}
SMALLEST_TEXT, LARGEST_FILE = 600, 200_000

originals = pytest.mark.parametrize("name", SPECIMENS)
papers = pytest.mark.parametrize("name", PAPERS)


def path_of(name: str) -> Path:
    """Where the committed original of that name lies."""
    return original_of(SPECIMENS[name], MEETING)


@cache
def pages_of(name: str) -> tuple[str, ...]:
    """The text of an original, place by place, as the archive reads it."""
    return tuple(place.text for place in extract(path_of(name)).places)


def letters(text: str) -> str:
    """A text without spaces, punctuation and marks, so that line breaks make no difference."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


def said(name: str) -> list[str]:
    """Every paragraph that a text holds; in a PDF the key of a note is part of the line."""
    texts = [block.text for block in SPECIMENS[name].blocks if isinstance(block, Paragraph)]
    silent = "note" if name.endswith(".docx") else None
    return ["".join(words for kind, words in runs(text) if kind != silent) for text in texts]


def read(name: str) -> str:
    """The letters of an original, without the line that runs along the heads of its pages."""
    running = letters(SPECIMENS[name].symbol or SPECIMENS[name].title)
    first, *others = (letters(page) for page in pages_of(name))
    return first + "".join(page.removeprefix(running) for page in others)


def test_each_original_has_a_text() -> None:
    """No original lies in the archive that cannot be made again."""
    held = {path.name for path in MEETING.rglob("*") if path.suffix in {".docx", ".pdf"}}

    assert set(SPECIMENS) == held


@originals
def test_first_page_says_it_is_a_specimen(name: str) -> None:
    """Nobody who opens the file takes it for the organization's own text."""
    words = masthead.WORDINGS[SPECIMENS[name].language]

    assert letters(words.specimen + masthead.notice(SPECIMENS[name])) in letters(pages_of(name)[0])


@originals
def test_first_page_has_the_symbol_and_the_official_address(name: str) -> None:
    """The masthead names the document, and the notice leads to the official copy."""
    specimen = SPECIMENS[name]

    assert specimen.symbol in pages_of(name)[0]
    assert specimen.address in pages_of(name)[0]


@originals
def test_original_holds_what_its_text_says(name: str) -> None:
    """A sentence changed in the text and not in the original, or lost on the way, is found."""
    assert [] == [text for text in said(name) if letters(text) not in read(name)]


@originals
def test_text_is_worth_searching(name: str) -> None:
    """An English original has some hundreds of words, and each original is a small file."""
    words = sum(len(page.split()) for page in pages_of(name))

    assert SPECIMENS[name].language != "en" or words >= SMALLEST_TEXT
    assert path_of(name).stat().st_size < LARGEST_FILE


@papers
def test_paper_has_two_real_footnotes(name: str) -> None:
    """Notes lie in the file's own part for footnotes, and the text refers to each."""
    with zipfile.ZipFile(path_of(name)) as parts:
        notes, text = (parts.read(f"word/{part}.xml").decode() for part in ("footnotes", "document"))

    assert re.findall(r'<w:footnote w:id="(\d+)"', notes) == re.findall(r'<w:footnoteReference w:id="(\d+)"', text)
    assert len(SPECIMENS[name].notes) >= 2


@papers
def test_paper_has_a_table_with_a_caption(name: str) -> None:
    """Each table is introduced by a caption with its number."""
    tables = [block for block in SPECIMENS[name].blocks if isinstance(block, Table)]

    assert tables
    assert [f"Table {number}." for number in range(1, len(tables) + 1)] == [table.caption[:8] for table in tables]


@pytest.mark.parametrize("name", WORD_FILES)
def test_word_file_comes_out_the_same(name: str, tmp_path: Path) -> None:
    """Making a Word file again gives the parts that are committed."""
    write_word(SPECIMENS[name], tmp_path / name)

    with zipfile.ZipFile(tmp_path / name) as again, zipfile.ZipFile(path_of(name)) as committed:
        assert committed.namelist() == again.namelist()
        assert [] == [part for part in again.namelist() if again.read(part) != committed.read(part)]


@originals
def test_text_is_in_the_script_of_its_language(name: str) -> None:
    """Most letters are of the script in which the language is written."""
    scripts = Counter(unicodedata.name(letter, "").split()[0] for letter in "".join(pages_of(name)) if letter.isalpha())

    assert SCRIPTS[SPECIMENS[name].language] == scripts.most_common(1)[0][0]


@pytest.mark.parametrize("document", ["a-res-68-4", "a-68-370"])
def test_six_languages_have_the_same_paragraphs(document: str) -> None:
    """Paragraph 9 is the same paragraph in every language."""
    labels = {
        specimen.language: [block.label for block in specimen.blocks if isinstance(block, Paragraph)]
        for name, specimen in SPECIMENS.items()
        if name.startswith(f"{document}.")
    }

    assert set(SCRIPTS) == set(labels)
    assert all(labels["en"] == numbers for numbers in labels.values())
