"""What is said not to be in a text is not in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.language import stem, token_texts
from indexer.model.identifiers import Language
from indexer.model.querytree import Fuzzy, Phrase, Prefix, Wildcard, Word
from indexer.search.matching import TextMatcher

_ENDINGS = (
    "", "s", "es", "ed", "ing", "ies", "ied", "y", "ly", "ation", "ational", "ization", "ibility", "ness", "fulness",
    "ful", "ment", "ance", "ancy", "ency", "ic", "ical", "icate", "ive", "iveness", "ous", "ously", "ism", "ist", "er",
    "e", "al", "ally", "able", "ably", "ion", "logy", "logist", "'s", "\u2019s",
)  # fmt: skip
_BEGINNINGS = (
    "migr", "hop", "hopp", "fil", "conflat", "sens", "relat", "dy", "di", "sk", "happ", "ti", "agre", "organ", "gener",
    "commun", "univers", "news", "hesit", "radic", "nation", "cit", "countr", "polic", "ap", "the", "id", "earl", "bio",
)  # fmt: skip
_words = st.builds(str.__add__, st.sampled_from(_BEGINNINGS), st.sampled_from(_ENDINGS))
_texts = st.lists(_words | st.sampled_from(("\u00e9migr\u00e9", "\u2013", "\u00ad", "co\u00adoperate")), max_size=4)


@given(_words, _texts)
@example("die", ["dying"])
@example("sky", ["skies"])
def test_what_cannot_match_does_not(word: str, texts: list[str]) -> None:
    """A text that is passed over has no match, for words, phrases, beginnings, wildcards and near spellings."""
    text = " ".join(texts)
    for leaf in (Word(word), Phrase((word,)), Prefix(word[:4]), Wildcard(f"{word[:2]}*{word[-1]}"), Fuzzy(word[1:])):
        matcher = TextMatcher(leaf, Language("en"))
        assert matcher.may_match(text) or not matcher.matches(token_texts(text))


@given(_words)
def test_english_words_begin_as_their_stems(word: str) -> None:
    """All but the last letter of a stem of four letters or more begins each of its words."""
    for token in token_texts(word):
        stemmed = stem(token, Language("en"))
        assert len(stemmed) < 4 or token.startswith(stemmed[:-1])


@pytest.mark.parametrize("text", ["On air and land.", "\u201cAir\u201d \u2013 and land\u2026"])
def test_most_texts_are_passed_over(text: str) -> None:
    """A plain text without the letters of a word is not cut into words."""
    assert not TextMatcher(Word("migration"), Language("en")).may_match(text)
    assert TextMatcher(Word("lands"), Language("en")).may_match(text)
    assert TextMatcher(Word("migration"), Language("fr")).may_match(text)
