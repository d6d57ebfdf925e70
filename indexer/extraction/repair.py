"""Mends text as readers find it: presentation forms, hyphens at line ends, characters that are no text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

SOFT_HYPHEN = "\u00ad"
# Compatibility characters that stand for letters: Latin and Armenian ligatures, Hebrew and Arabic presentation
# forms, radicals and compatibility ideographs. The rest (½, №, …) is kept as the document has it.
PRESENTATION = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\u0132\u0133\u01c4-\u01cc]+"
)
NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")
DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
REVERSED_LIGATURES = {"ال": "لا", "أل": "لأ", "إل": "لإ", "آل": "لآ", "هللا": "الله"}
LINE_BREAKS = re.compile("\r\n|[\r\v\u0085\u2028]")
PARAGRAPH_BREAKS = re.compile("(?:[ \t]*\n){2,}|\u2029")
HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
WORD = re.compile(r"[^\W\d_]+")
HYPHENS = ("-", "\u2010")
LINE_END_MARKS = (*HYPHENS, "/", "–")


def fold_presentation_forms(text: str) -> str:
    """Return the text with ligatures and positional letter forms as the letters that they stand for."""
    if text.isascii():
        return text
    return PRESENTATION.sub(lambda found: _folded(found[0]), text)


def _folded(forms: str) -> str:
    # The isolated form of a vowel mark folds to a space and the mark; the space would part a word.
    return "".join(unicodedata.normalize("NFKC", form).lstrip(" ") for form in forms)


def right_ligature(glyph: str) -> str:
    """Return the letters of one Arabic ligature glyph in reading order; some fonts name them backwards."""
    return REVERSED_LIGATURES.get(glyph, glyph)


def clean_text(text: str) -> str:
    """Return text without controls, soft hyphens and needless spaces; paragraphs divided by one empty line."""
    text = NO_TEXT.sub("", LINE_BREAKS.sub("\n", text).replace(SOFT_HYPHEN, ""))
    text = unicodedata.normalize("NFC", fold_presentation_forms(DIRECTION_MARKS.sub("", text)))
    lines = (SPACES.sub(" ", line).strip() for line in PARAGRAPH_BREAKS.sub("\n\n", text).split("\n"))
    return "\n".join(lines).strip()


def clean_line(text: str) -> str:
    """Return text on one line, mended like clean_text."""
    return " ".join(clean_text(text).split())


class Hyphens:
    """Decides whether a hyphen at a line's end belongs to the word, from how the document writes it elsewhere."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._hyphenated: Counter[str] = Counter()
        self._plain: Counter[str] = Counter()
        for line in lines:
            if "-" in line:
                self._hyphenated.update(word.lower() for word in HYPHENATED.findall(line))
            self._plain.update(word.lower() for word in WORD.findall(line))

    def join(self, before: str, after: str) -> str | None:
        """Return two lines joined where a word, a symbol or a range is divided between them; None where none is."""
        if before.endswith(SOFT_HYPHEN):
            return before[:-1] + after
        if before[-1:].isalnum() and after.startswith("/") and after[1:2].isalnum():
            return before + after
        if not before.endswith(LINE_END_MARKS) or not before[-2:-1].isalnum() or not after[:1].isalnum():
            return None
        is_word = before.endswith(HYPHENS) and before[-2].isalpha() and after[0].islower()
        if not is_word:
            return before + after if before[-1] != "–" or before[-2].isdigit() else None
        return before + after if self._is_compound(before[:-1], after) else before[:-1] + after

    def _is_compound(self, before: str, after: str) -> bool:
        first, second = WORD.findall(before[-40:])[-1].lower(), WORD.findall(after[:40])[0].lower()
        return self._hyphenated[f"{first}-{second}"] > self._plain[first + second]
