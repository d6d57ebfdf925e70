"""Word families, in each language that a word can be."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.language import fold, query_stems, stem, stems
from indexer.model.identifiers import UNDETERMINED, Language

FAMILIAR = ("migrants", "emigres", "données", "2014", "12cms", "миграции", "مهاجرون", "移徙", "l'eau", "")
LANGUAGES = [Language(code) for code in ("en", "fr", "es", "ru", "ar", "zh", "und", "pt")]


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("en", ("migrant", "migrants")),
        ("fr", ("émigré", "emigre", "émigrés")),
        ("fr", ("développement", "developpement", "développements")),
        ("fr", ("donné", "données", "donnees", "donner")),
        ("fr", ("première", "premiere", "premier")),
        ("fr", ("efficacité", "efficacite", "efficace")),
        ("es", ("migración", "migracion", "migraciones")),
        ("es", ("género", "genero", "géneros")),
        ("ru", ("миграция", "миграции", "миграцию")),
        ("ar", ("الْفَضَاء", "فضاء", "والفضاء")),
        ("ar", ("مهاجرون", "المهاجرين", "مهاجرة")),
    ],
)
def test_a_family_of_words_has_one_stem(language: str, family: tuple[str, ...]) -> None:
    """Forms of a word meet, with and without their accents."""
    assert 1 == len({stem(fold(word), Language(language)) for word in family})


@pytest.mark.parametrize("language", ["zh", "und", "pt"])
def test_other_languages_keep_the_word(language: str) -> None:
    """Where there is no stemmer the word is its own stem."""
    assert "migrations" == stem("migrations", Language(language))


def test_words_with_digits_keep_their_letters() -> None:
    """Symbols and years are no words to be stemmed."""
    assert "12cms" == stem("12cms", Language("en"))


@given(st.lists(st.sampled_from(FAMILIAR) | st.text(max_size=9).map(fold)), st.sampled_from(LANGUAGES))
def test_several_words_have_the_stems_of_each(words: list[str], language: Language) -> None:
    """Those that have no stem among them."""
    assert [stem(word, language) for word in words] == stems(words, language)


@pytest.mark.parametrize(
    ("word", "languages"),
    [
        ("Migration", ["und", "en", "fr", "es"]),
        ("миграция", ["und", "ru"]),
        ("الفضاء", ["und", "ar"]),
        ("移徙", ["und", "zh"]),
        ("2014", ["und"]),
        ("ไท", ["und"]),
    ],
)
def test_a_query_word_is_stemmed_in_each_language_of_its_script(word: str, languages: list[str]) -> None:
    """The script says which languages a word can be; as it stands it is always among its forms."""
    assert languages == [language for language, _ in query_stems(word)]


@given(st.text(min_size=1), st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", "pt"]))
def test_a_query_word_meets_the_same_word_in_a_document(word: str, language: str) -> None:
    """What a document's word becomes in its language is among what the query's word becomes."""
    of_document = stem(fold(word), Language(language))
    stems = dict(query_stems(word))

    assert stems.get(Language(language), stems[UNDETERMINED]) == of_document or language not in stems


def test_threads_do_not_mix_their_words() -> None:
    """A stemmer keeps its word in itself, yet many threads get each their own stem."""
    words = [f"{'abcdefghij'[number % 10] * 3}{'klmnopqrst'[number // 10 % 10]}ations" for number in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda word: stem(word, Language("en")), words))
    stem.cache_clear()

    assert [stem(word, Language("en")) for word in words] == together
