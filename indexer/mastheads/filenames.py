"""What the name of a file says: symbol, language, words."""

import re
from dataclasses import dataclass
from typing import Final

from indexer.model.identifiers import Language
from indexer.symbols import parse

_LANGUAGES: Final = {
    "e": "en",
    "f": "fr",
    "s": "es",
    "r": "ru",
    "a": "ar",
    "c": "zh",
    "en": "en",
    "fr": "fr",
    "es": "es",
    "ru": "ru",
    "ar": "ar",
    "zh": "zh",
    "sp": "es",
    "ch": "zh",
    "cn": "zh",
    "eng": "en",
    "fre": "fr",
    "fra": "fr",
    "spa": "es",
    "rus": "ru",
    "ara": "ar",
    "chi": "zh",
    "zho": "zh",
    "english": "en",
    "french": "fr",
    "spanish": "es",
    "russian": "ru",
    "arabic": "ar",
    "chinese": "zh",
    "francais": "fr",
    "français": "fr",
    "espanol": "es",
    "español": "es",
}
_LETTER: Final = 1
_SEPARATOR: Final = re.compile(r"[\s_\-.,()\[\]]+")
_STATE_CODE_AND_NAME: Final = re.compile(r"[A-Z]{3}_(?P<name>[A-Z][A-Za-z'’-]+)_")
_ADDED: Final = re.compile(r"(?:/(?:Add|Rev|Corr|Amend)\.\d+)+")
_MADE_BY_A_PROGRAM: Final = re.compile(r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint)\s*-\s*)")


@dataclass(frozen=True, slots=True)
class FileName:
    """A file's name, taken apart.

    Attributes:
        words: The name without its ending, made readable.
        state: A state named after its three-letter code, such as AFG_Afghanistan.
    """

    symbol: str | None
    language: Language | None
    words: str
    state: str | None


def symbol_opening(text: str) -> str | None:
    """Return the symbol that a name begins with, such as A/RES/73/3 in A_RES_73_3-EN, with what is added to it."""
    found: str | None = None
    for end in (*(mark.start() for mark in _SEPARATOR.finditer(text)), len(text)):
        symbol = parse(text[:end]) or parse(_SEPARATOR.sub("_", text[:end]))
        if symbol and symbol.is_complete and (found is None or _ADDED.fullmatch(symbol.canonical.removeprefix(found))):
            found = symbol.canonical
    return found


def _language(stem: str) -> Language | None:
    """Return the language that a name ends in; one letter counts only after a number, as in 68_370_F."""
    words = [word for word in _SEPARATOR.split(stem) if word]
    for at in range(len(words) - 1, max(len(words) - 4, 0), -1):
        code = _LANGUAGES.get(words[at].lower())
        if code and (len(words[at]) > _LETTER or (words[at - 1].isdigit() and at == len(words) - 1)):
            return Language(code)
    return None


def read_name(file_name: str) -> FileName:
    """Return what a file's name, or the title that a program gave the file, says."""
    base = _MADE_BY_A_PROGRAM.sub("", file_name.replace("\\", "/").rpartition("/")[2])
    stem = re.sub(r"\.[A-Za-z][A-Za-z0-9]{1,4}$", "", base)
    state = _STATE_CODE_AND_NAME.match(stem)
    return FileName(
        symbol=symbol_opening(stem),
        language=_language(stem),
        words=" ".join(word for word in re.split(r"[\s_]+|(?<=[^\W\d])-(?=[^\W\d])", stem) if word),
        state=state["name"].replace("-", " ") if state else None,
    )
