"""Which language a text is in: by its script where that settles it, else by its letters' company."""

from collections import Counter
from functools import cache
from math import inf
from threading import Lock
from typing import TYPE_CHECKING, Final

from indexer.language.scripts import Script, script_of
from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_FEWEST_LETTERS: Final = 20
_SAMPLE: Final = 3_000
"""Characters looked at in each of three places: a long text costs no more than a page."""

_WEIGHT: Final = {Script.HAN: 2.5, Script.KANA: 2.5, Script.HANGUL: 2.5}
"""One such character stands for about so many letters."""

_KANA_OF_JAPANESE: Final = 0.05
_OFFICIAL_LEAD: Final = 4.0
"""What another language must be likelier by, in logarithms: short lines of names look Romanian or Dutch."""

_TIE: Final = 2.0
"""Within this, two languages are equally likely; whole sentences are ten times as far apart."""

_CANDIDATES: Final = {
    Script.LATIN: ("en", "fr", "es", "pt", "de", "it", "nl", "sv", "pl", "tr", "ro", "hu", "cs", "id", "sw", "vi"),
    Script.CYRILLIC: ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"),
    Script.ARABIC: ("ar", "fa", "ur", "ps"),
    Script.HANGUL: ("ko",),
    Script.SOUTH_EAST_ASIAN: ("th", "lo", "my", "km"),
    Script.OTHER: ("el", "he", "hi", "ne", "mr", "bn", "ta", "te", "am", "hy", "ka", "si", "gu", "pa", "dz"),
}
_LOADING: Final = Lock()


def detect(text: str, hint: Language | None = None) -> Language:
    """Return the language that most of the text is in, `und` where there is too little of it to tell.

    Args:
        hint: What the document's record says; it decides where two languages are equally likely.
    """
    sample = _sample(text)
    weights = _weights(sample)
    if sum(weights.values()) < _FEWEST_LETTERS:
        return UNDETERMINED
    script = max(weights, key=lambda script: weights[script])
    if script in (Script.HAN, Script.KANA):
        kana = weights[Script.KANA] / (weights[Script.KANA] + weights[Script.HAN])
        return Language("ja") if kana > _KANA_OF_JAPANESE else Language("zh")
    return _most_likely(sample, _CANDIDATES[script], hint)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _weights(text: str) -> dict[Script, float]:
    """Return how many letters of each script the text has."""
    weights = dict.fromkeys(Script, 0.0)
    for letter, count in Counter(text).items():
        if letter.isalpha():
            script = script_of(letter)
            weights[script] += count * _WEIGHT.get(script, 1)
    return weights


def _most_likely(text: str, candidates: tuple[str, ...], hint: Language | None) -> Language:
    if len(candidates) == 1:
        return Language(candidates[0])
    scores = {Language(code): score for code, score in _identifier().rank(text) if code in candidates}
    if hint is not None and max(scores.values()) - scores.get(hint, -inf) <= _TIE:
        return hint
    return max(scores, key=lambda code: scores[code] + (_OFFICIAL_LEAD if code in OFFICIAL_LANGUAGES else 0))


def _identifier() -> "LanguageIdentifier":
    with _LOADING:
        return _load_identifier()


@cache
def _load_identifier() -> "LanguageIdentifier":
    """Load the model when first needed: it takes most of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
