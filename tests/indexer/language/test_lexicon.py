"""Words of many texts at once are the words that `tokens` finds in each."""

import random
import sys
import unicodedata
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.language import lexicon as lexicon_module
from indexer.language import tokens
from indexer.language.lexicon import Lexicon, _batches, _Hashing
from indexer.language.scanning import _IN_RUN, _character_classes

Words = list[tuple[str, int]]

TELLING = (
    "aZ9é٣\u0131İß½ŉﬁνΣς\u00b2\u00b3\u2079 _.-\n\t\0\r\x1c\u2028"  # what folds to several, what parts words
    "'’‘ʼ＇lsqu"  # apostrophes, and what is elided before them
    "\u0301\u0308\u0327\u0653\u0654ًّ\u20dd\U000e0100"  # marks
    "\u00ad\u200b\u200d\u200e\u2060\ufeff\ufe0f\U000e0041"  # invisible
    "移民年国々〆〇\u3400\u9fff\u4dbf豈\U00020000\U0002a6df\U00030000\U000323af"  # Han
    "⼈⺟⻳⽣\u2e80"  # radicals
    "のけガがゝー゛ｶﾞﾟ\U0001b000ㄅㄆ"  # kana, bopomofo
    "한국ᄒ\u1160\u1161\u11abㅏ\uffa1\ud7b0"  # hangul, jamo
    "ไทยุ์ກ່ខ្ក\u1000\u103a"  # Thai, Lao, Khmer, Burmese
    "جأﻼابиёл٪שּ\u05d0न\u094d"  # Arabic, Cyrillic, Hebrew, Devanagari
    "𝐀𝟙🄰😀\U0001d165\U0010fffd\ue000\ud800\udc00\udfff"  # astral, private, surrogates
)

texts = st.text(st.sampled_from(TELLING), max_size=16)
any_texts = st.text(st.characters(exclude_categories=()), max_size=12)


def expected(texts_: Sequence[str]) -> list[Words]:
    """Return the words of texts by themselves."""
    return [[(token.text, token.start) for token in tokens(text)] for text in texts_]


def words_of(lexicon: Lexicon, texts_: Sequence[str]) -> list[Words]:
    """Return the words of texts as a lexicon finds them."""
    cut = lexicon.cut(texts_)
    words = [lexicon.words[number] for number in cut.words]
    assert (len(words), len(texts_)) == (int(cut.counts.sum()), len(cut.counts))
    ends = np.cumsum(cut.counts).tolist()
    pairs = list(zip(words, cut.starts.tolist(), strict=True))
    return [pairs[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@given(st.lists(texts, max_size=4))
@settings(deadline=None, max_examples=500)
def test_words_are_those_of_each_text(several: list[str]) -> None:
    """Whatever may join, part or double words stands beside whatever else."""
    assert expected(several) == words_of(Lexicon(), several)


@given(st.lists(any_texts | texts, max_size=3))
@settings(deadline=None)
def test_any_character_is_cut_as_in_a_text_alone(several: list[str]) -> None:
    """Characters of all of Unicode, halves of pairs among them."""
    assert expected(several) == words_of(Lexicon(), several)


@given(st.lists(st.lists(texts, max_size=3), min_size=2, max_size=4))
@settings(deadline=None)
def test_a_lexicon_is_used_again(rounds: list[list[str]]) -> None:
    """What was met before gives the same words, and has the same number."""
    lexicon = Lexicon()
    for several in [*rounds, *rounds]:
        assert expected(several) == words_of(lexicon, several)
    assert len(set(lexicon.words)) == len(lexicon.words)


@given(st.lists(st.lists(texts | st.text("ab' ", max_size=12), max_size=9), max_size=3), st.integers(1, 6))
@settings(deadline=None)
def test_batches_wait_for_new_runs(rounds: list[list[str]], new_at_once: int) -> None:
    """However many they wait for, whichever batch a run is met in first, and if it is a word of a long run, too."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lexicon_module, "_CHARACTERS_AT_ONCE", 12)
        patched.setattr(lexicon_module, "_NEW_AT_ONCE", new_at_once)
        patched.setattr(lexicon_module, "_LONGEST_HASHED", 3)
        lexicon = Lexicon()
        for several in rounds:
            assert expected(several) == words_of(lexicon, several)
    assert len(set(lexicon.words)) == len(lexicon.words)


def test_a_word_keeps_its_number() -> None:
    """One number for each word, from 0, also where it comes again in another text, spelled otherwise."""
    lexicon = Lexicon()
    one, two, again, three = lexicon.cut(("one two", "one 3")).words.tolist()

    assert ({0, 1, 2}, one) == ({one, two, three}, again)
    assert [two, 3] == lexicon.cut(("TWO l'eau",)).words.tolist()


@pytest.mark.parametrize("nothing", [(), ("",), ("", "", ""), ("...", "\n\n"), ("\ud800",), ("'’\u0301\u200b",)])
def test_texts_without_words_have_none(nothing: Sequence[str]) -> None:
    """No text, empty ones, and such without a letter."""
    assert [[] for _ in nothing] == words_of(Lexicon(), nothing)


def test_every_pair_of_telling_characters() -> None:
    """Two characters, alone and between letters, with all others."""
    several = [f"{one}{other} a{one}{other}b 国{one}{other}民" for one, other in product(TELLING, TELLING)]

    assert expected(several) == words_of(Lexicon(), several)


def test_some_characters_are_in_a_run_where_a_word_reaches() -> None:
    """One character in a hundred between letters, of Latin and of Han, and after a letter."""
    several = [f"a{chr(code)}b {chr(code)} 国{chr(code)}民" for code in range(0, sys.maxunicode + 1, 97)]

    assert expected(several) == words_of(Lexicon(), several)


@pytest.mark.slow
def test_many_a_character_is_in_a_run_where_a_word_reaches() -> None:
    """The same with every seventh of the planes that have any."""
    lexicon = Lexicon()
    for first in (*range(0, 0x34000, 1 << 14), 0xE0000):
        several = [f"a{chr(code)}b {chr(code)} 国{chr(code)}民" for code in range(first, first + (1 << 14), 7)]
        assert expected(several) == words_of(lexicon, several)


def test_no_letter_or_mark_is_in_an_unassigned_plane() -> None:
    """The planes that are passed over have no letter and no mark."""
    passed_over = (*range(0x34000, 0xE0000), *range(0xE0200, sys.maxunicode + 1))

    assert [] == [code for code in passed_over if unicodedata.category(chr(code))[0] in "LMN"]
    assert not (_character_classes(16)[list(passed_over)] & _IN_RUN).any()


@pytest.mark.parametrize("length", [63, 64, 65, 99, 100, 101, 5_000])
@pytest.mark.parametrize(
    "letters", ["a", "移", "の", "한", "é", "e\u0301", "ab'", "移a", "ไ", "\U00020000", "移\u0301", "⼈"]
)
def test_long_runs_are_cut_as_short_ones(letters: str, length: int) -> None:
    """Around the length from which runs are told apart by themselves, and that of the longest word."""
    run = (letters * length)[:length]
    several = (run, f"x {run}", run, f"{run}y", run[:-1], run)

    assert expected(several) == words_of(Lexicon(), several)


@pytest.mark.parametrize(
    "sizes", [(1 << 18,), ((1 << 18) - 1, 1, 1), ((1 << 18) - 2, 1, 5), (200_000, 200_000, 0, 3), (300_000, 2)]
)
def test_texts_meet_at_the_borders_of_batches(sizes: Sequence[int]) -> None:
    """Texts that fill a batch, or run over it, begin and end as any other."""
    several = [("water and 国际移民 l'eau " * (size // 22 + 1))[:size] for size in sizes]

    assert expected(several) == words_of(Lexicon(), several)


@given(st.lists(st.integers(0, 1 << 18), max_size=8))
@settings(deadline=None)
def test_batches_are_all_texts_in_their_order(sizes: list[int]) -> None:
    """No text is lost or doubled, and only one that is longer than a batch makes one that is."""
    batches = [sizes[batch] for batch in _batches(np.array(sizes, np.int64))]

    assert sizes == [size for batch in batches for size in batch]
    assert all(len(batch) == 1 or sum(batch) <= 1 << 18 for batch in batches)


def test_many_words_are_told_apart() -> None:
    """Tens of thousands of words, in an order of their own the second time."""
    chance = random.Random(5)
    words = list({"".join(chance.choices("abcdefghij", k=chance.randint(1, 9))) for _ in range(40_000)})
    lexicon = Lexicon()
    for _ in range(2):
        chance.shuffle(words)
        assert words == [lexicon.words[number] for number in lexicon.cut((" ".join(words),)).words]
    assert len(words) == len(lexicon.words)


def test_no_base_of_hashes_has_words_that_share_one() -> None:
    """The longest runs that are hashed, made so that their hashes differ as little as any can, have different ones.

    Where the base is such that the powers of it, less one, end in many zeros, these runs would have the same.
    """
    turns = [number.bit_count() & 1 for number in range(64)]
    one, other = ("".join("\u03b1\U000203b1"[turn ^ first] for turn in turns) for first in (0, 1))
    codes = np.frombuffer((one + other).encode("utf-32-le"), np.uint32)
    starts, ends = np.array([0, 64]), np.array([64, 128])
    hashes = [_Hashing().hashes(codes, starts, ends) for _ in range(300)]

    assert 0 == sum(bool(mine == its) for mine, its in hashes)
