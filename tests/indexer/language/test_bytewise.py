"""Words of texts of ASCII with few other characters are the words that `tokens` finds in each."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.language import tokens
from indexer.language.bytewise import (
    FOLDED,
    are_for_bytes,
    beyond_ascii,
    counted_up_to,
    further_bytes,
    pieces_by_byte,
    without_punctuation,
)
from indexer.language.lexicon import Lexicon
from indexer.language.scanning import _IN_RUN, _character_classes
from tests.indexer.language.test_lexicon import TELLING, expected, words_of

PADDING = " and plain words so that these are few "

ascii_texts = st.text(st.characters(max_codepoint=0x7F), max_size=40)
others = st.text(st.sampled_from(f"{TELLING}“”–—…\u2000\u200a\u200b\u2010\u202f\u203f\u2040"), min_size=1, max_size=4)


def padded(parts: Sequence[str]) -> str:
    """Return a text of these parts with so much of ASCII that it is cut by its bytes."""
    text = "".join(parts)
    return text + PADDING * (1 + len(text))


@given(st.lists(st.lists(ascii_texts | others, max_size=6), min_size=1, max_size=3))
@settings(deadline=None, max_examples=300)
def test_words_are_those_of_each_text(several: list[list[str]]) -> None:
    """Whatever stands between letters of ASCII; where words begin is counted in characters."""
    texts = [padded(parts) for parts in several]

    sizes = np.array([(len(text), len(text.encode("utf-8", "surrogatepass"))) for text in texts])
    assert are_for_bytes(*sizes.T).all()
    assert expected(texts) == words_of(Lexicon(), texts)


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=4), max_size=4))
@settings(deadline=None)
def test_any_character_may_be_among_them(parts: list[str]) -> None:
    """Characters of all of Unicode, halves of pairs among them, between words."""
    text = padded([f"a{part}b {part} " for part in parts])

    assert expected([text]) == words_of(Lexicon(), [text])


def test_a_word_has_one_number_however_it_is_cut() -> None:
    """The same word in a text of another script, which is cut by its characters, and in one of ASCII."""
    lexicon = Lexicon()
    by_character = lexicon.cut(["café вода вода вода"]).words[0]
    by_byte = lexicon.cut([padded(["Café "])]).words[0]

    assert by_character == by_byte


@given(st.lists(st.lists(ascii_texts | others, max_size=4).map(padded) | others | st.just("国际移民 вода")))
@settings(deadline=None)
def test_texts_cut_in_either_way_stand_in_their_order(texts: list[str]) -> None:
    """However they take turns."""
    assert expected(texts) == words_of(Lexicon(), texts)


def test_a_text_without_spaces_beside_others_is_cut_by_its_characters() -> None:
    """Or each of its paragraphs would be a run that is kept."""
    lexicon = Lexicon()
    lexicon.cut([PADDING * 100, "国际移民，" * 30, "国际移民"])

    assert not lexicon._by_byte._long_runs


@pytest.mark.parametrize("length", [63, 64, 65, 99, 100, 101, 5_000])
@pytest.mark.parametrize("letters", ["a", "é", "ab'", "’s"])
def test_long_runs_are_cut_as_short_ones(letters: str, length: int) -> None:
    """Around the length from which runs are told apart by themselves, and that of the longest word."""
    run = (letters * length)[:length]
    several = [padded([f"x {run} {run} {run}y {run[:-1]}"])]

    assert expected(several) == words_of(Lexicon(), several)


def test_bytes_of_ascii_are_in_a_run_where_characters_are() -> None:
    """The same of them as of the characters; large letters are small ones."""
    inside = (_character_classes(0)[:128] & _IN_RUN).astype(np.bool_).tolist()

    assert inside == [byte != 0 for byte in FOLDED[:128]]
    assert bytes(range(128, 256)) == FOLDED[128:]
    assert [chr(byte).lower() for byte in range(128) if FOLDED[byte]] == [chr(byte) for byte in FOLDED[:128] if byte]


def test_punctuation_parts_words_where_it_is_in_no_run() -> None:
    """Of the block that holds it, and of those beside, as the classes of characters have it."""
    known = _character_classes(0)
    for code in (*range(0x1F80, 0x20C0), *range(0xFF00, 0xFF40)):
        codes = np.frombuffer(f"a{chr(code)}b".encode().translate(FOLDED), np.uint8)
        is_parted = not without_punctuation(codes, beyond_ascii(codes))[1:4].any()
        assert is_parted == (0x2000 <= code <= 0x203F and not known[code] & _IN_RUN)


def test_further_bytes_are_counted_up_to_each_place() -> None:
    """Those of characters of two, three and four bytes."""
    codes, plain = (np.frombuffer(text.encode(), np.uint8) for text in ("aé—b\U00020000c", "plain"))
    places = np.array([0, 1, 3, 6, 7, 11])

    counted = np.broadcast_to(counted_up_to(places, further_bytes(codes, beyond_ascii(codes))), len(places))

    assert [0, 0, 1, 3, 3, 6] == counted.tolist()
    assert counted_up_to(places, further_bytes(plain, beyond_ascii(plain))) == 0


@given(others | st.text(st.sampled_from("'’‘ʼasdl19é"), min_size=1, max_size=9))
def test_pieces_begin_at_bytes(run: str) -> None:
    """A run is given with a character for each byte of it."""
    encoded = run.encode("utf-8", "surrogatepass")
    pieces = [*pieces_by_byte(encoded.decode("latin-1"))]
    starts = [len(encoded[:start].decode("utf-8", "surrogatepass")) for _, start in pieces]

    found = zip([word for word, _ in pieces], starts, strict=True)
    assert [(token.text, token.start) for token in tokens(run)] == [*found]


def test_many_runs_are_told_apart() -> None:
    """Tens of thousands of words with a letter beyond ASCII here and there."""
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghijkl", k=chance.randint(1, 9))) for _ in range(20_000)]
    words[::50] = [f"{word}é" for word in words[::50]]
    text = " ".join(words)

    assert expected([text, text]) == words_of(Lexicon(), [text, text])
