"""Which language a document is in: what its text is written in, held against what masthead and name say."""

from collections.abc import Sequence
from typing import Final

from indexer.mastheads.filenames import read_name
from indexer.mastheads.front import Line
from indexer.mastheads.proposal import Proposed
from indexer.mastheads.wording import JOB_NUMBER, LANGUAGE, LANGUAGE_WORDS, ONLY, ORIGINAL
from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language

_TOP: Final = 14
_LETTERS: Final = {"A": "ar", "C": "zh", "E": "en", "F": "fr", "R": "ru", "S": "es"}


def _word(text: str) -> Language | None:
    found = LANGUAGE.search(text)
    return LANGUAGE_WORDS[found[0].lower()] if found else None


def printed_language(lines: Sequence[Line]) -> Language | None:
    """Return the language that a masthead names: not that of the original, unless it is the only one."""
    originals = []
    for line in lines[:_TOP]:
        if only := ONLY.search(line.text):
            return _word(only[0])
        original = ORIGINAL.search(line.text)
        own = ORIGINAL.sub(" ", line.text)
        if line.stands_alone and (language := _word(own)):
            return language
        originals += [original[0]] if original else []
    for line in lines:
        job = JOB_NUMBER.search(line.text)
        if job and job["letter"]:
            return Language(_LETTERS[job["letter"]])
    return _word(originals[0]) if originals and "/" not in originals[0] else None


def propose_language(lines: Sequence[Line], file_name: str, detected: Language) -> Proposed[Language] | None:
    """Return the language of the text where it is told, else what masthead or name say."""
    printed, named = printed_language(lines), read_name(file_name).language
    said = printed or named
    if detected == UNDETERMINED:
        return Proposed(said, 0.7, "Masthead or file name say it; the text is too short to tell.") if said else None
    if said is None:
        sure = 0.9 if detected in OFFICIAL_LANGUAGES else 0.5
        return Proposed(detected, sure, "The text is written in it.")
    if detected in {printed, named}:
        return Proposed(detected, 1.0, "The text is written in it, and masthead or file name say so.")
    return Proposed(detected, 0.6, f"The text is written in it, but masthead or file name say {said}.")
