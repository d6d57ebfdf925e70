"""In which order works come, and how a page of them is asked for, whichever engine is asked."""

import pytest

from indexer.model.querytree import Boosted, Everything, ExactField, Or, Phrase, Sort, Value, Word
from indexer.model.results import Match
from tests.contract.builders import Commit, EngineOf, a_query, an_entry, works

DATED = (
    an_entry("a", title="Éclair", sort_date=20140220),
    an_entry("b", title="Zebra", sort_date=20100000),
    an_entry("c", title="alpha"),
    an_entry("d", title="Éclair", sort_date=20140220),
    an_entry("e", title="beta", sort_date=20150101),
)

ORDERS = {
    Sort.NEWEST: ["e", "a", "d", "b", "c"],
    Sort.OLDEST: ["b", "a", "d", "e", "c"],
    Sort.TITLE: ["c", "e", "a", "d", "b"],
    Sort.RELEVANCE: ["e", "a", "d", "b", "c"],
}


@pytest.mark.parametrize("sort", Sort)
def test_works_come_in_the_order_asked_for(engine_of: EngineOf, sort: Sort) -> None:
    """Undated works come last by date either way; titles are compared without case and accents; ids settle ties."""
    assert ORDERS[sort] == works(engine_of([Commit(DATED)]).search(a_query(sort=sort)))


@pytest.mark.parametrize("sort", Sort)
def test_pages_follow_each_other(engine_of: EngineOf, sort: Sort) -> None:
    """Offsets cut the order into pages; beyond its end there is nothing, and the total stays."""
    engine = engine_of([Commit(DATED)])
    found = [engine.search(a_query(sort=sort, offset=offset, size=2)) for offset in (0, 2, 4, 6)]

    assert [ORDERS[sort][:2], ORDERS[sort][2:4], ORDERS[sort][4:], []] == [works(page) for page in found]
    assert {5} == {page.total for page in found}
    assert [] == works(engine.search(a_query(sort=sort, size=0)))


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("tree", [Everything(), Or((Everything(), Word("eclair"), Boosted(Word("beta"), 0.5)))])
def test_a_cursor_goes_on_after_the_last_hit(engine_of: EngineOf, sort: Sort, tree: Everything | Or) -> None:
    """Hit after hit by cursor gives the same as all at once; the total counts all."""
    engine = engine_of([Commit(DATED)])
    every = engine.search(a_query(tree, sort=sort)).matches
    after: tuple[float | str, str] | None = None
    seen: list[Match] = []
    while page := engine.search(a_query(tree, sort=sort, size=1, after=after)).matches:
        seen.extend(page)
        after = (page[-1].sort_key, str(page[-1].work))

    assert list(every) == seen
    assert 5 == engine.search(a_query(tree, sort=sort, after=after)).total


@pytest.mark.parametrize(("sort", "key"), [(Sort.NEWEST, 20140220.0), (Sort.TITLE, "eclair")])
def test_a_cursor_needs_no_hit_of_its_own(engine_of: EngineOf, sort: Sort, key: float | str) -> None:
    """A cursor is a place in the order, whether a work stands there or not."""
    found = engine_of([Commit(DATED)]).search(a_query(sort=sort, after=(key, "b")))

    assert ORDERS[sort][ORDERS[sort].index("d") :] == works(found)


def test_a_pasted_title_comes_first(engine_of: EngineOf) -> None:
    """The work of that title stands before works that have its words all over their texts."""
    words = "migration", "and", "development"
    engine = engine_of(
        [
            Commit(
                (
                    an_entry("a", title="Report of the meeting", body="migration and development " * 40),
                    an_entry(
                        "b", title="Development of ports", body="migration and development " * 9, sort_date=20200101
                    ),
                    an_entry("c", title="Migration and development", body="A short text."),
                    *(an_entry(f"x{n}", body="other words and more") for n in range(9)),
                )
            )
        ]
    )
    tree = Or((Boosted(Phrase(words, Word("x").field.TITLE), 2.0), Or(tuple(Word(word) for word in words))))

    assert "c" == works(engine.search(a_query(tree)))[0]


def test_a_symbol_names_its_own_document_first(engine_of: EngineOf) -> None:
    """The document itself stands before its parts, and they before those that only mention it."""
    entries = (
        an_entry("a", body="See A/RES/68/4 of 2013. " * 9),
        an_entry("b", symbols=("A/RES/68/4/ADD.1", "A/RES/68/4", "A/RES/68", "A/RES", "A")),
        an_entry("c", symbols=("A/RES/68/4", "A/RES/68", "A/RES", "A")),
    )
    symbol = Or((Boosted(Value(ExactField.SYMBOL, "A/RES/68/4"), 8.0), Phrase(("A", "RES", "68", "4"))))

    assert ["c", "b", "a"] == works(engine_of([Commit(entries)]).search(a_query(symbol)))


def test_a_name_finds_what_bears_it(engine_of: EngineOf) -> None:
    """Typed without diacritics, a speaker's name finds the talk first."""
    entries = (
        an_entry("12cm/talk-1", names=("Csaba Kőrösi", "Hungary", "Hongrie"), title="Opening"),
        an_entry("x", body="Mr. Kőrösi opened the meeting, and said a few words on what was to come."),
    )

    assert ["12cm/talk-1", "x"] == works(engine_of([Commit(entries)]).search(a_query("Korosi")))


def test_the_word_as_typed_weighs_a_little_more(engine_of: EngineOf) -> None:
    """Of two texts with forms of a word, the one with the form that was typed comes first."""
    entries = (
        an_entry("a", body="many migrants came"),
        an_entry("b", body="one migrant came"),
        an_entry("c", body="x y z"),
    )

    assert ["b", "a"] == works(engine_of([Commit(entries)]).search(a_query("migrant")))


def test_languages_do_not_outvote_each_other(engine_of: EngineOf) -> None:
    """A word weighs the same in a language with few documents as in one with many."""
    english = tuple(an_entry(f"e{n}", body="the communication of one day") for n in range(8))
    french = (an_entry("f", "fr", body="la communication du jour un"),)
    scores = {
        str(m.work): m.score for m in engine_of([Commit(english + french)]).search(a_query("communication")).matches
    }

    assert scores["e0"] == pytest.approx(scores["f"], rel=0.05)
