"""Texts and queries become terms by the same rules."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.identifiers import OFFICIAL_LANGUAGES, UNDETERMINED, Language
from indexer.search.terms import stem_term, stem_terms, words_of


@given(
    st.text("abcdefghijklmnoéüأهجرةжмиг移民", min_size=1, max_size=12),
    st.sampled_from((*OFFICIAL_LANGUAGES, UNDETERMINED)),
)
def test_a_word_typed_meets_itself_in_a_text(word: str, language: Language) -> None:
    """In a language that its script can be, or in none, a word's stem is among those looked for."""
    for folded in words_of((word,)):
        wanted = stem_terms(folded)
        assert stem_term(folded, UNDETERMINED) in wanted
        assert stem_term(folded, language) in wanted or all(not term.startswith(f"{language}:") for term in wanted)
