"""Word boundaries for every script: texts to folded tokens that know where they stand."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from indexer.language.folding import APOSTROPHES, INVISIBLE, INVISIBLE_RANGES, fold
from indexer.language.ranges import Ranges, class_of
from indexer.language.scripts import RANGES_WITHOUT_SPACES

_LONGEST_TOKEN: Final = 100
"""A longer word is known by its beginning: what is this long is no word, but a key or noise."""

LETTER: Final = r"[^\W_\u00b2\u00b3\u00b9\u2070\u2074-\u2079]"
"""Letters and digits; raised digits end a word, because they are marks of notes."""

_ELIDED: Final = frozenset(("l", "d", "m", "t", "s", "j", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"))
PLAIN_HAN: Final = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))
"""The first and the last of each range of most of Chinese: nothing in it to fold."""

_PLAIN_HAN: Final = re.compile(f"[{class_of(PLAIN_HAN)}]+")

_APOSTROPHE: Final = "'"
_QUOTES: Final = "’‘"
"""Apostrophes as most texts have them; to words they are the same as that of ASCII."""

_PLAIN_WORD: Final = re.compile("[A-Za-z0-9]+")
"""All there is to words of letters without accents, but for apostrophes."""

_PLAIN_RUN: Final = re.compile(f"[A-Za-z0-9]+(?:{_APOSTROPHE}+[A-Za-z0-9]+)*")
"""The same with apostrophes among them."""

_TRAILING_JAMO: Final = ((0x1160, 0x11FF), (0xD7B0, 0xD7FB), (0xFF9E, 0xFF9F))
"""Parts of a Korean syllable and voicing marks of narrow kana, which stand as characters of their own."""


_RADICAL_RANGES: Final = ((0x2E9F, 0x2E9F), (0x2EF3, 0x2EF3), (0x2F00, 0x2FD5))
_RADICALS: Final = re.compile(f"[{class_of(_RADICAL_RANGES)}]")

_MARKS: Final = frozenset(("Mn", "Mc", "Me"))
_BLOCKS_WITH_MARKS: Final = (
    range(0x300, 0x3400),
    range(0xA000, 0xAC00),
    range(0xFB00, 0xFF00),
    range(0x10000, 0x12000),
    range(0x13000, 0x14000),
    range(0x16000, 0x17000),
    range(0x1B000, 0x1F000),
    range(0xE0100, 0xE01F0),
)
"""Others are for Chinese, Korean and cuneiform characters, and for private use."""


class Token(NamedTuple):
    """One folded word, or one pair of characters where words are not set apart.

    Attributes:
        start, end: Which characters of the text it was made of, as it stands there.
    """

    text: str
    start: int
    end: int


class _Patterns:
    """What words are made of, compiled when first needed."""

    def __init__(self, marks: Callable[[], Ranges], without_spaces: Ranges) -> None:
        """Begin.

        Args:
            marks: Gives the first and the last of each range of combining marks.
            without_spaces: The same of characters of scripts without spaces.
        """
        self._mark_ranges = marks
        self._without_spaces = without_spaces

    @cached_property
    def run(self) -> re.Pattern[str]:
        """Letters with apostrophes among them: one word mostly."""
        return re.compile(f"{LETTER}+(?:[{APOSTROPHES}{self._extending}]+{LETTER}+)*{self._ending}")

    @cached_property
    def part(self) -> re.Pattern[str]:
        """The same without apostrophes."""
        return re.compile(f"{LETTER}+(?:[{self._extending}]+{LETTER}+)*{self._ending}")

    @cached_property
    def unspaced(self) -> re.Pattern[str]:
        """One character of a script without spaces."""
        return re.compile(self._unspaced)

    @cached_property
    def segment(self) -> re.Pattern[str]:
        """Either all without spaces or all with."""
        return re.compile(f"(?:{self._unit})+|(?:(?!{self._unspaced}).)+")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """One character of a script without spaces, with its marks."""
        return re.compile(self._unit)

    @cached_property
    def _marks(self) -> str:
        return class_of(self._mark_ranges())

    @cached_property
    def _extending(self) -> str:
        return self._marks + INVISIBLE

    @property
    def _ending(self) -> str:
        return f"(?:[{self._extending}]*[{self._marks}])?"

    @property
    def _unspaced(self) -> str:
        return f"(?![{self._marks}])[{class_of(self._without_spaces)}]"

    @property
    def _unit(self) -> str:
        return f"{self._unspaced}[{self._extending}{class_of(_TRAILING_JAMO)}]*"


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order; the same word gives the same token wherever it stands.

    Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese runs give overlapping pairs of characters, and the
    character itself where a run has only one. French elisions (l', qu') and the English possessive are dropped.
    """
    for match in _runs(text):
        run = match[0]
        whole = _whole(run)
        if whole:
            yield Token(whole, match.start(), match.end())
        else:
            start = match.start()
            yield from (Token(piece, start + begin, start + end) for piece, begin, end in _pieces(run))


def token_texts(text: str) -> list[str]:
    """Return the folded words of a text in order, as `tokens` gives them, without where they stand."""
    found: list[str] = []
    add = found.append
    for match in _runs(text):
        run = match[0]
        whole = _whole(run)
        if whole:
            add(whole)
        else:
            found.extend(piece.text for piece in _pieces(run))
    return found


def token_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text start and end, in order, as `tokens` finds them."""
    if text.isascii() and _APOSTROPHE not in text:
        return [match.span() for match in _PLAIN_WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    add = found.append
    for match in _runs(text):
        run = match[0]
        if _whole(run):
            add(match.span())
        else:
            start = match.start()
            found.extend((start + begin, start + end) for _, begin, end in _pieces(run))
    return found


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Yield all runs of letters, with apostrophes and marks among them."""
    for quote in _QUOTES:
        text = text.replace(quote, _APOSTROPHE)
    if text.isascii():
        return _PLAIN_RUN.finditer(text)
    return _patterns(text).run.finditer(_with_letters_for_radicals(text))


def _with_letters_for_radicals(text: str) -> str:
    """Put characters for the Kangxi radicals that fonts of PDF files name instead: they are symbols, not letters."""
    if not _RADICALS.search(text):
        return text
    return _RADICALS.sub(lambda radical: unicodedata.normalize("NFKC", radical[0]), text)


def joining_characters() -> Ranges:
    """Return the first and the last of each range of what may stand in a word without being a letter of it."""
    apostrophes = ((ord(mark), ord(mark)) for mark in APOSTROPHES)
    return (*apostrophes, *_mark_ranges(), *INVISIBLE_RANGES, *_RADICAL_RANGES)


def pairing_characters() -> Ranges:
    """Return the first and the last of each range of characters searched as pairs, and of parts of such."""
    return (*RANGES_WITHOUT_SPACES, *_TRAILING_JAMO)


@cache
def _mark_ranges() -> Ranges:
    """Return the first and the last of each range of combining marks."""
    ranges: list[list[int]] = []
    codes = [*chain(*_BLOCKS_WITH_MARKS)]
    categories = map(unicodedata.category, map(chr, codes))
    for code in [code for code, category in zip(codes, categories, strict=True) if category in _MARKS]:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return tuple((start, end) for start, end in ranges)


_OF_ALL_SCRIPTS: Final = _Patterns(_mark_ranges, RANGES_WITHOUT_SPACES)
"""Compiled in a twentieth of a second: the marks are gathered from the Unicode database."""

_ACCENTS: Final = ((0x300, 0x36F),)
EUROPEAN: Final = (
    (0, 0x482),
    (0x48A, 0x52F),
    (0x1E00, 0x20CF),
    (0x2100, 0x2BFF),
    (0xE000, 0xF8FF),
    (0xFB00, 0xFB06),
    (0xFF01, 0xFF5E),
    (0xFFFC, 0xFFFD),
    (0x1D400, 0x1D7FF),
    (0x1F000, 0x1FAFF),
)
"""Latin, Greek and Cyrillic letters, accents, punctuation, symbols, characters that fonts make: no other marks."""

_EUROPEAN_TEXT: Final = re.compile(f"[{class_of(EUROPEAN)}]*")
_OF_EUROPE: Final = _Patterns(lambda: _ACCENTS, PLAIN_HAN[:1])
"""The same for such texts, compiled at once; a class must not be empty, and Chinese does not occur."""


def _patterns(text: str) -> _Patterns:
    return _OF_EUROPE if _EUROPEAN_TEXT.fullmatch(text) else _OF_ALL_SCRIPTS


def plain_word(run: str) -> str:
    """Return the one word, folded, that letters and digits without accents are; nothing if there is anything else."""
    return run.lower()[:_LONGEST_TOKEN] if run.isascii() and run.isalnum() else ""


@lru_cache(maxsize=1 << 16)
def _whole(run: str) -> str:
    """Return the folded run where it is one word from end to end, else nothing."""
    plain = plain_word(run)
    if plain:
        return plain
    if any(mark in run for mark in APOSTROPHES) or _patterns(run).unspaced.search(run):
        return ""
    folded = fold(run)[:_LONGEST_TOKEN]
    return folded if _is_one_word(folded) else ""


def _is_one_word(folded: str) -> bool:
    if plain_word(folded):
        return True
    patterns = _patterns(folded)
    return bool(patterns.part.fullmatch(folded)) and not patterns.unspaced.search(folded)


def _pieces(run: str) -> Iterator[Token]:
    if run.isascii():
        yield from (Token(plain_word(run[start:end]), start, end) for start, end in _parts(run))
        return
    patterns = _patterns(run)
    for start, end in _parts(run):
        if run[start:end].isascii():
            yield from _folded(run[start:end], start)
            continue
        for segment in patterns.segment.finditer(run, start, end):
            if patterns.unspaced.match(segment[0]):
                yield from _pairs(segment[0], segment.start())
            else:
                yield from _folded(segment[0], segment.start())


def _parts(run: str) -> list[tuple[int, int]]:
    """Return the spans between apostrophes, without what is elided before one or possessive after one."""
    pattern = _PLAIN_WORD if run.isascii() else _patterns(run).part
    spans = [part.span() for part in pattern.finditer(run)]
    if len(spans) > 1 and fold(run[slice(*spans[-1])]) == "s":
        spans.pop()
    if len(spans) > 1 and fold(run[slice(*spans[0])]) in _ELIDED:
        spans.pop(0)
    return spans


def _pairs(segment: str, offset: int) -> Iterator[Token]:
    if _PLAIN_HAN.fullmatch(segment):
        return _plain_pairs(segment, offset)
    return _folded_pairs(segment, offset)


def _plain_pairs(segment: str, offset: int) -> Iterator[Token]:
    if len(segment) == 1:
        yield Token(segment, offset, offset + 1)
    for start in range(len(segment) - 1):
        yield Token(segment[start : start + 2], offset + start, offset + start + 2)


def _folded_pairs(segment: str, offset: int) -> Iterator[Token]:
    spans = [unit.span() for unit in _patterns(segment).unit.finditer(segment)]
    for (start, _), (_, end) in zip(spans, spans[1:] or spans, strict=False):
        yield Token(fold(segment[start:end]), offset + start, offset + end)


def _folded(segment: str, offset: int) -> Iterator[Token]:
    """Yield the word; several where folding takes one character apart, such as ½."""
    folded = fold(segment)[:_LONGEST_TOKEN]
    words = [folded] if _is_one_word(folded) else token_texts(folded)
    yield from (Token(word, offset, offset + len(segment)) for word in words)
