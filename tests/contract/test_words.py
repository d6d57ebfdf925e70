"""What words, phrases and beginnings of words find, whichever engine is asked."""

import pytest

from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    TextField,
    Wildcard,
    Word,
)
from indexer.model.results import IndexEntry
from indexer.search.ranking import GAP
from tests.contract.builders import Commit, EngineOf, a_query, an_entry, works


def found(engine_of: EngineOf, tree: Node, *entries: IndexEntry) -> list[str]:
    """Return the works that a tree finds among entries."""
    return works(engine_of([Commit(entries)]).search(a_query(tree)))


@pytest.mark.parametrize(
    ("language", "typed", "text"),
    [
        ("en", "migrations", "Migration of labour"),
        ("en", "MIGRATION", "migration"),
        ("fr", "etrangers", "Les étrangers"),
        ("fr", "l'accord", "Les accords"),
        ("es", "migraciones", "La migración"),
        ("ru", "миграции", "миграция"),
        ("ar", "الهجرة", "هجرة"),
        ("zh", "移民", "国际移民问题"),
        ("zh", "国际移民", "国际移民问题"),
        ("und", "Kőrösi", "Csaba Korosi"),
        ("de", "straße", "STRASSE"),
    ],
)
def test_a_word_is_found_in_its_other_forms(engine_of: EngineOf, language: str, typed: str, text: str) -> None:
    """A word meets its other forms, spellings and cases in its language, and itself in every other."""
    assert ["a"] == found(engine_of, Word(typed), an_entry("a", language, body=text), an_entry("b", language, body="x"))


def test_stems_do_not_cross_languages(engine_of: EngineOf) -> None:
    """A French text is not found by what only an English stem would join."""
    assert ["b"] == found(
        engine_of, Word("organize"), an_entry("a", "fr", body="organs"), an_entry("b", body="organizes")
    )


def test_words_are_found_in_title_other_titles_names_symbol_and_body(engine_of: EngineOf) -> None:
    """A word without a field is looked for wherever words are."""
    entries = (
        an_entry("a", title="Remittances"),
        an_entry("b", other_titles=("Remittances",)),
        an_entry("c", names=("Remittances Unit",)),
        an_entry("d", body="Remittances"),
        an_entry("e", symbols=("REMITTANCES/4", "REMITTANCES")),
        an_entry("f", title="Other"),
    )

    assert ["a", "b", "c", "d", "e"] == sorted(found(engine_of, Word("remittances"), *entries))


@pytest.mark.parametrize(("field", "work"), [(TextField.TITLE, "a"), (TextField.BODY, "b")])
@pytest.mark.parametrize(
    "leaf",
    [Word, Prefix, Wildcard, lambda text, field: Fuzzy(text, 1, field), lambda text, field: Phrase((text,), field)],
)
def test_a_field_narrows_to_itself(engine_of: EngineOf, field: TextField, work: str, leaf: type[Word]) -> None:
    """title: finds titles alone, body: bodies alone; names belong to neither."""
    entries = an_entry("a", title="water"), an_entry("b", body="water"), an_entry("c", names=("water",))

    assert [work] == found(engine_of, leaf("water", field), *entries)


def test_a_phrase_finds_its_words_in_order(engine_of: EngineOf) -> None:
    """The words stand next to each other, as typed and in this order."""
    phrase = Phrase(("cost", "of", "remittances"))

    assert ["a"] == found(
        engine_of,
        phrase,
        an_entry("a", body="The cost of remittances"),
        an_entry("b", body="remittances of cost"),
        an_entry("c", body="the cost of all remittances"),
        an_entry("d", body="costs of remittances"),
    )


def test_a_phrase_runs_over_the_end_of_a_page(engine_of: EngineOf) -> None:
    """A sentence that a page break cuts is found whole."""
    assert ["a"] == found(
        engine_of, Phrase(("of", "all", "migrants")), an_entry("a", body=("the rights of", "all migrants"))
    )


@pytest.mark.parametrize("distance", [None, 5, GAP * 10])
def test_no_phrase_crosses_titles_or_names(engine_of: EngineOf, distance: int | None) -> None:
    """The end of one title or name and the beginning of the next are not near each other, however far is asked for."""
    entry = an_entry("a", title="Water quality", other_titles=("Report one",), names=("Ana Lee", "Bo Chan"))

    assert [] == found(engine_of, Phrase(("quality", "report"), distance=distance), entry)
    assert [] == found(engine_of, Phrase(("lee", "bo"), distance=distance), entry)


@pytest.mark.parametrize(
    ("words", "distance", "text", "is_near"),
    [
        (("cost", "remittances"), 2, "cost of all remittances", True),
        (("cost", "remittances"), 1, "cost of all remittances", False),
        (("remittances", "cost"), 2, "cost of all remittances", True),
        (("cost", "remittances"), 0, "cost remittances", True),
        (("a", "b", "c"), 1, "c x a b", True),
        (("a", "b", "c"), 1, "c x a x b", False),
        (("a", "a"), 1, "a b", False),
        (("a", "a"), 1, "a b a", True),
    ],
)
def test_proximity_is_in_any_order(
    engine_of: EngineOf, words: tuple[str, ...], distance: int, text: str, *, is_near: bool
) -> None:
    """All words stand within so many further words, in any order, each as often as typed."""
    assert (["z"] if is_near else []) == found(engine_of, Phrase(words, distance=distance), an_entry("z", body=text))


def test_a_beginning_finds_all_that_begins_so(engine_of: EngineOf) -> None:
    """migr* finds words by how they are spelt, without case and accents."""
    entries = an_entry("a", body="Migrants"), an_entry("b", title="émigré"), an_entry("c", names=("Migration Agency",))

    assert ["a", "c"] == sorted(found(engine_of, Prefix("MIGR"), *entries))
    assert ["b"] == found(engine_of, Prefix("émi"), *entries)


def test_a_beginning_after_whole_words_is_the_last_of_a_phrase(engine_of: EngineOf) -> None:
    """post-20* finds post-2015."""
    entries = an_entry("a", body="the post-2015 agenda"), an_entry("b", body="post 1995 and 2015")

    assert ["a"] == found(engine_of, Prefix("post-20"), *entries)


@pytest.mark.parametrize(
    ("typed", "text", "is_found"),
    [
        ("migra*n", "Migration", True),
        ("migra*n", "migran", True),
        ("migra*n", "migrations", False),
        ("migra*n", "emigration", False),
        ("mi*ra*on", "migration", True),
        ("mi*ion*ion", "migration", False),
        ("aba*aba", "aba", False),
        ("ÉMI*é", "emigre", True),
        ("ми*я", "Миграция", True),
        ("هج*ه", "هجرة", True),
        ("*water", "water", False),
    ],
)
def test_a_wildcard_finds_what_is_spelled_so(engine_of: EngineOf, typed: str, text: str, *, is_found: bool) -> None:
    """An asterisk stands for any letters or none, in every alphabet, without case and accents."""
    assert (["a"] if is_found else []) == found(engine_of, Wildcard(typed), an_entry("a", body=text))


@pytest.mark.parametrize(
    ("typed", "distance", "text", "is_found"),
    [
        ("migration", 0, "Migration", True),
        ("migraton", 1, "migration", True),
        ("migraiton", 1, "migration", True),
        ("migratiom", 1, "migration", True),
        ("migraton", 1, "migrations", False),
        ("migraton", 2, "migrations", True),
        ("igration", 1, "migration", True),
        ("ca", 2, "abc", False),
        ("Krosi", 1, "Kőrösi", True),
        ("миграця", 1, "Миграция", True),
        ("هجر", 1, "هجرة", True),
        ("post-2016", 1, "the post-2015 agenda", True),
        ("past-2015", 1, "the post-2015 agenda", False),
    ],
)
def test_a_fuzzy_word_finds_what_is_nearly_spelled_so(
    engine_of: EngineOf, typed: str, distance: int, text: str, *, is_found: bool
) -> None:
    """Letters may be left out, put in, changed or swapped, none of them twice; of several words, those of the last."""
    assert (["a"] if is_found else []) == found(engine_of, Fuzzy(typed, distance), an_entry("a", body=text))


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (Everything(), ["a", "b", "c"]),
        (Nothing(), []),
        (Word("--"), []),
        (Phrase(()), []),
        (Prefix("…"), []),
        (Wildcard("*"), []),
        (Fuzzy("…"), []),
        (And((Word("water"), Word("air"))), ["c"]),
        (Or((Word("water"), Word("air"))), ["a", "b", "c"]),
        (And((Word("water"), Not(Word("air")))), ["a"]),
        (Not(Word("nothing")), ["a", "b", "c"]),
        (And(()), ["a", "b", "c"]),
        (Or(()), []),
        (Boosted(Word("air"), 3.0), ["b", "c"]),
    ],
)
def test_trees_join_what_their_leaves_find(engine_of: EngineOf, tree: Node, expected: list[str]) -> None:
    """AND, OR and NOT are those of logic; nothing typed finds nothing."""
    entries = an_entry("a", body="water"), an_entry("b", body="air"), an_entry("c", body="air and water")

    assert expected == sorted(found(engine_of, tree, *entries))
