"""One spelling for all that people take for the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language import fold, folds


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Migration", "migration"),
        ("ÉMIGRÉ", "emigre"),
        ("e\u0301migre\u0301", "emigre"),
        ("Kőrösi", "korosi"),
        ("Åkerman", "akerman"),
        ("Altuğ", "altug"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ısı", "isi"),
        ("Søren", "soren"),
        ("Łódź", "lodz"),
        ("Đorđe", "dorde"),
        ("Æsop", "aesop"),
        ("cœur", "coeur"),
        ("ﬁnal", "final"),
        ("ＡＢＣ１２", "abc12"),
        ("ΜΕΤΑΝΆΣΤΕΥΣΗΣ", "μεταναστευσησ"),
    ],
)
def test_case_accents_and_forms_of_letters_go(word: str, folded: str) -> None:
    """Latin and Greek letters lose their case, their accents and their ligatures."""
    assert folded == fold(word)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Мой", "мой"),
        ("мои\u0306", "мой"),
        ("мои", "мои"),
        ("ёлка", "елка"),
        ("вы\u0301ход", "выход"),
        ("Київ", "київ"),
    ],
)
def test_cyrillic_letters_stay_what_they_are(word: str, folded: str) -> None:
    """Only ё and marks of stress are folded: й is not и, and ї is not і."""
    assert folded == fold(word)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("مُحَمَّد", "محمد"),
        ("الإحصـــاءات", "الاحصاءات"),
        ("أسرة", "اسره"),
        ("آسيا", "اسيا"),
        ("ٱلقمر", "القمر"),
        ("مستشفى", "مستشفي"),
        ("ﺍﻟﻤﻬﺎﺟﺮﻳﻦ", "المهاجرين"),
        ("مسؤول", "مسؤول"),
        ("مهاجرین", "مهاجرين"),
        ("٢٠١٤", "2014"),
    ],
)
def test_arabic_spellings_meet(word: str, folded: str) -> None:
    """Harakat, tatweel, hamza on alef and forms of letters do not divide a word from itself."""
    assert folded == fold(word)


@pytest.mark.parametrize("word", ["हिन्दी", "ประเทศ", "移徙", "ガイド", "தமிழ்"])
def test_marks_of_other_scripts_stay(word: str) -> None:
    """Where marks are vowels, a word without them would be another word."""
    assert word == fold(word)


@pytest.mark.parametrize("word", ["mi\u00adgration", "mi\u200bgration", "mi\u200dgration", "\u202bmigration\u202c"])
def test_invisible_characters_go(word: str) -> None:
    """Soft hyphens, joiners and marks of direction inside a word are not part of it."""
    assert "migration" == fold(word)


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    """A folded word is the word's final spelling."""
    assert fold(word) == fold(fold(word))


def test_several_words_are_folded_as_each_is() -> None:
    """Whether they are of ASCII or not."""
    words = ["Migration", "ÉMIGRÉ", "", "Åkerman 2", "حُقُوق"]

    assert [fold(word) for word in words] == folds(words)
