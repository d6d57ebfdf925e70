"""Search parameters: their canonical address, the links made from them, and what they ask of an engine."""

from indexer.model.querytree import Everything, Facet, Filters, SearchQuery, Sort, YearRange
from indexer.representations.cursors import Cursor
from indexer.representations.search_parameters import SearchParameters

_ASKED = SearchParameters(q="water", choices={"topic": ("cost",), "year": ("2014",)}, sort=Sort.OLDEST, page=4)


def test_the_address_has_a_fixed_order_and_leaves_out_what_is_usual() -> None:
    """Whatever the order of choosing, the address is the same."""
    first = SearchParameters(q="fees & costs").with_value("year", "2010..2015").with_value("organization", "who")
    second = SearchParameters(q="fees & costs").with_value("organization", "who").with_value("year", "2010..2015")

    assert "q=fees+%26+costs&organization=who&year=2010..2015" == first.query_string() == second.query_string()


def test_a_choice_leads_back_to_the_first_page() -> None:
    """Page four of other results means nothing."""
    changed = (
        _ASKED.with_value("topic", "jobs"),
        _ASKED.without_value("topic", "cost"),
        _ASKED.with_words("air"),
        _ASKED.with_sort(Sort.TITLE),
        _ASKED.cleared(),
    )

    assert {1} == {parameters.page for parameters in changed}


def test_choosing_and_taking_back_changes_nothing() -> None:
    """Parameters are equal whatever was chosen on the way."""
    once = _ASKED.with_value("organization", "who")

    assert ("who",) == once.values("organization")
    assert _ASKED.with_page(1) == once.without_value("organization", "who")


def test_clearing_keeps_words_and_order() -> None:
    """Only the choices go."""
    assert SearchParameters(q="water", sort=Sort.OLDEST) == _ASKED.cleared()


def test_other_words_keep_the_order_that_was_chosen_in_one_form() -> None:
    """Newest first is worth saying beside words alone."""
    newest = SearchParameters(q="water").with_sort(Sort.NEWEST)

    assert Sort.NEWEST == newest.sort
    assert newest.with_words("").sort is None
    assert Sort.NEWEST == newest.with_words("").order


def test_a_page_and_a_cursor_replace_each_other() -> None:
    """One of the two says where to go on."""
    cursor = Cursor("3", Sort.OLDEST, 20140220, "A/RES/68/4")

    assert (1, cursor) == (_ASKED.after(cursor).page, _ASKED.after(cursor).cursor)
    assert (2, None) == (_ASKED.after(cursor).with_page(2).page, _ASKED.after(cursor).with_page(2).cursor)


def test_each_choice_is_named_for_the_list_of_active_filters() -> None:
    """Choices come in the order of the address, exclusions last."""
    parameters = SearchParameters(choices={"exclude.topic": ("cost",), "year": ("2014",), "person": ("b", "c")})

    assert [("person", "b"), ("person", "c"), ("year", "2014"), ("exclude.topic", "cost")] == list(
        parameters.each_choice()
    )


def test_parameters_become_a_question_to_an_engine() -> None:
    """Page, choices and order arrive where the engine looks for them."""
    parameters = SearchParameters(
        choices={"topic": ("cost",), "year": ("2010..2012", "2014"), "exclude.year": ("1990..1991",)},
        page=3,
        size=20,
        facets=(Facet.YEAR,),
    )
    expected = SearchQuery(
        tree=Everything(),
        filters=Filters({"topic": ("cost",), "year": ("2014",)}, {"year": ("1990", "1991")}, YearRange(2010, 2012)),
        sort=Sort.NEWEST,
        offset=40,
        size=20,
        facets=(Facet.YEAR,),
        facet_size=8,
    )

    assert expected == parameters.to_query(Everything())


def test_a_cursor_becomes_the_last_hit_seen() -> None:
    """The engine goes on after it."""
    query = SearchParameters().after(Cursor("3", Sort.NEWEST, 20140220.0, "A/RES/68/4")).to_query(Everything())

    assert ((20140220.0, "A/RES/68/4"), 0) == (query.after, query.offset)


def test_nothing_asked_is_empty() -> None:
    """The start page shows where there are neither words nor choices."""
    assert [True, False, False] == [SearchParameters(page=2).is_empty, _ASKED.is_empty, _ASKED.with_words("").is_empty]
