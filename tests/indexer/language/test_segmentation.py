"""Word boundaries, and the promise that a word is the same token wherever it stands."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language import fold, token_texts, tokens
from indexer.language.segmentation import EUROPEAN, _mark_ranges, pairing_characters

_SCRIPTS = "aeéßİøĳ½²ﬁ 'ʼ’-/.,_\u00ad\u200d\u0301\u0308чйё١٢أةىُـ国际移徙日かガｶﾞー한글\u1112\u1161ไทย์ำ๒हिन्दी㎏㍿ﷺ𠀀A1\n"
_TEXTS = st.one_of(st.text(), st.text(alphabet=_SCRIPTS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/RES/68/4", ["a", "res", "68", "4"]),
        ("UN/POP/MIG-12CM/2014/05", ["un", "pop", "mig", "12cm", "2014", "05"]),
        ("the post-2015 agenda", ["the", "post", "2015", "agenda"]),
        ("2013-2014", ["2013", "2014"]),
        ("6.2.1 Findings", ["6", "2", "1", "findings"]),
        ("migration@un.org", ["migration", "un", "org"]),
        ("snake_case", ["snake", "case"]),
        ("migration³ and CO₂", ["migration", "and", "co2"]),
        ("½", ["1", "2"]),
        ("«Миграция»", ["миграция"]),
        ("وﺍﻟﻤﻬﺎﺟﺮﻳﻦ، ٢٠١٤", ["والمهاجرين", "2014"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("", []),
        (" \u0301 ـ — ", []),
    ],
)
def test_words_end_where_readers_see_them_end(text: str, expected: list[str]) -> None:
    """Punctuation divides words; marks of any script do not."""
    assert expected == token_texts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'émigration", ["emigration"]),
        ("L’Organisation", ["organisation"]),
        ("qu'il", ["il"]),
        ("d'aujourd'hui", ["aujourd", "hui"]),
        ("lʼhomme", ["homme"]),
        ("women's rights", ["women", "rights"]),
        ("States' views", ["states", "views"]),
        ("O'Brien", ["o", "brien"]),
        ("'quoted'", ["quoted"]),
        ("l' d", ["l", "d"]),
    ],
)
def test_elisions_and_possessives_are_not_words(text: str, expected: list[str]) -> None:
    """French l' and English 's are found with or without; other apostrophes divide."""
    assert expected == token_texts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国际移徙", ["国际", "际移", "移徙"]),
        ("移", ["移"]),
        ("第12次会议", ["第", "12", "次会", "会议"]),
        ("2014年IOM报告", ["2014", "年", "iom", "报告"]),
        ("⼈口", ["人口"]),
        ("ｶﾞｲﾄﾞ", ["ガイ", "イド"]),
        ("한국어", ["한국", "국어"]),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", ["한국"]),
        ("ไทย", ["ไท", "ทย"]),
        ("๒๕๕๗", ["2557"]),
    ],
)
def test_scripts_without_spaces_give_pairs(text: str, expected: list[str]) -> None:
    """Pairs of characters overlap, and a character alone stands for itself."""
    assert expected == token_texts(text)


def test_offsets_point_into_the_text_as_it_stands() -> None:
    """What a token was made of can be marked in the original, invisible characters and accents included."""
    text = "L’É\u00admigré « Ménage » 国际移"

    assert ["É\u00admigré", "Ménage", "国际", "际移"] == [text[word.start : word.end] for word in tokens(text)]


def test_a_long_run_is_known_by_its_beginning() -> None:
    """A key of a thousand letters is one token of a bounded length."""
    assert [100] == [len(word) for word in token_texts("é" * 1000)]


@given(_TEXTS)
def test_the_same_word_gives_the_same_token_anywhere(text: str) -> None:
    """Taken out of its text, the span of a token gives what it gave within."""
    found = list(tokens(text))
    spans = dict.fromkeys((word.start, word.end) for word in found)

    within = {span: [word.text for word in found if (word.start, word.end) == span] for span in spans}
    alone = {(start, end): token_texts(text[start:end]) for start, end in spans}

    assert within == alone


@given(_TEXTS)
def test_tokens_are_folded_and_in_order(text: str) -> None:
    """Tokens are never empty, are their own folded form, and never go back."""
    found = list(tokens(text))

    assert all(word.text and fold(word.text) == word.text for word in found)
    assert all(word.start < word.end <= len(text) for word in found)
    assert sorted(word.start for word in found) == [word.start for word in found]


@given(_TEXTS)
def test_texts_of_tokens_are_the_tokens(text: str) -> None:
    """The quick way for indexing gives what the way with offsets gives."""
    assert [word.text for word in tokens(text)] == token_texts(text)


def test_all_marks_are_known() -> None:
    """None stands outside of the blocks that are looked through."""
    marks = {code for first, last in _mark_ranges() for code in range(first, last + 1)}

    assert marks == {code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M"}


def test_european_texts_have_no_other_marks_and_no_script_without_spaces() -> None:
    """Their patterns know of accents alone."""
    accents = range(0x300, 0x370)
    others = [*_mark_ranges(), *pairing_characters()]
    reached = [
        code
        for first, last in EUROPEAN
        for code in range(first, last + 1)
        if code not in accents and any(start <= code <= end for start, end in others)
    ]

    assert [] == reached


@given(st.text(st.characters(max_codepoint=0x52F) | st.characters(min_codepoint=0x1E00, max_codepoint=0x2BFF)))
def test_words_of_european_texts_are_those_of_any_text(text: str) -> None:
    """A character of another script beside changes nothing."""
    assert [*tokens(text)] == [*tokens(f"{text} \u0905")][:-1]
