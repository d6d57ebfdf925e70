"""Searches of the small archive: words and choices -> hits, facets, what to try instead."""

from pathlib import Path

import pytest

from indexer.archive.answers import SearchAnswer
from indexer.archive.finding import FacetListing, facet_page, search, suggestions
from indexer.archive.generation import Generation
from indexer.model.identifiers import Language
from indexer.model.querytree import Everything, ExactField, Facet, Filters, SearchQuery, Sort, Value
from indexer.model.results import Matches, NoteKind, TotalRelation
from tests.corpora import ENGLISH, SmallArchive, symbol


def a_query(**fields: object) -> SearchQuery:
    """Return a query without a limit of time."""
    return SearchQuery(**{"tree": Everything(), "seconds": None, **fields})  # type: ignore[arg-type]  # as given


def asked(generation: Generation, text: str, **fields: object) -> SearchAnswer:
    """Return the answer to a text and choices."""
    return search(generation, text, a_query(**fields), ENGLISH)


def test_a_hit_has_its_record_and_passages(generation: Generation) -> None:
    """The words are marked where they stand."""
    (hit,) = asked(generation, "unicum2").hits
    marked = [text for passage in hit.passages for text, is_match in passage.parts if is_match]

    assert (symbol(2), ["Economic Commission for Europe"], ["unicum2"]) == (
        hit.symbol,
        [one.label for one in hit.organizations],
        marked,
    )


def test_a_lost_text_costs_its_passages_alone(archive: SmallArchive, generation: Generation) -> None:
    """The hit stays."""
    for text in (archive.state / "texts").rglob("*.text"):
        text.unlink()
    (hit,) = asked(generation, "unicum2").hits

    assert (symbol(2), ()) == (hit.work, hit.passages)


def test_facets_are_counted_once_for_all_pages_and_orders(
    generation: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other choices, facets and sizes have counts of their own, and so has a search that was cut short."""
    searched: list[tuple[Facet, ...]] = []
    answer = generation.engine.search

    def search_noted(query: SearchQuery) -> Matches:
        searched.append(query.facets)
        return answer(query)

    who, kind = (Facet.ORGANIZATION,), (Facet.KIND,)
    late = asked(generation, "remittances", facets=who, seconds=0)
    monkeypatch.setattr(generation.engine, "search", search_noted)
    first = asked(generation, "remittances", facets=who)
    same = [
        asked(generation, "remittances", facets=who, **further)
        for further in ({"offset": 2}, {"sort": Sort.NEWEST}, {"size": 1})
    ]
    chosen = asked(generation, "remittances", facets=who, filters=Filters({"organization": ("unfpa",)}))
    others = [asked(generation, "remittances", facets=kind), asked(generation, "unicum2", facets=who)]
    fewer = asked(generation, "remittances", facets=who, facet_size=1)

    assert [who, (), (), (), who, kind, who, who] == searched
    assert [first.facets] * 3 == [answer.facets for answer in same]
    assert first.facets not in [late.facets, chosen.facets, *(answer.facets for answer in others), fewer.facets]


def test_passages_are_made_once_for_each_query(archive: SmallArchive, generation: Generation) -> None:
    """With another choice or order the same ones are shown, also of a text that is gone; other words want it."""
    (first,) = asked(generation, "unicum2").hits
    for text in (archive.state / "texts").rglob("*.text"):
        text.unlink()
    again = asked(generation, "unicum2", sort=Sort.NEWEST, filters=Filters({"organization": ("unece",)})).hits

    assert [first.passages] == [hit.passages for hit in again]
    assert first.passages
    assert () in {hit.passages for hit in asked(generation, "remittances").hits}


def test_passages_of_a_text_that_was_lost_are_looked_for_again(
    archive: SmallArchive, generation: Generation, tmp_path: Path
) -> None:
    """When it is back, so are they."""
    texts, elsewhere = archive.state / "texts", tmp_path / "elsewhere"
    texts.rename(elsewhere)
    (without,) = asked(generation, "unicum2").hits
    elsewhere.rename(texts)
    (found,) = asked(generation, "unicum2").hits

    assert (0, 1) == (len(without.passages), len(found.passages))


def test_the_tree_of_a_query_narrows_the_text(generation: Generation) -> None:
    """Both must match."""
    found = asked(generation, "remittances", tree=Value(ExactField.ORGANIZATION, "unece"))

    assert {symbol(2), symbol(4)} == {hit.work for hit in found.hits}


def test_choices_are_marked_and_counts_roll_up(generation: Generation) -> None:
    """A parent counts the works of its bodies, and values have labels."""
    chosen = Filters({"organization": ("unfpa",)})
    facet = asked(generation, "remittances", filters=chosen, facets=(Facet.ORGANIZATION,)).facets["organization"]

    assert {("un", 4, False), ("unfpa", 2, True), ("unece", 2, False)} == {
        (value.value, value.count, value.selected) for value in facet.values
    }
    assert "United Nations Population Fund" in {value.label for value in facet.values}


@pytest.mark.parametrize(("size", "values", "more"), [(3, 3, False), (1, 2, True), (2, 3, False)])
def test_the_values_listed_are_the_first_and_those_chosen(
    generation: Generation, size: int, values: int, *, more: bool
) -> None:
    """Of three bodies, each with its count; the years are all there, since every one of them is wanted."""
    query = a_query(
        filters=Filters({"organization": ("unfpa",)}),
        facets=(Facet.ORGANIZATION, Facet.YEAR),
        facet_size=size,
        whole_facets=frozenset((Facet.YEAR,)),
    )
    facets = search(generation, "remittances", query, ENGLISH).facets

    assert (values, more) == (len(facets["organization"].values), facets["organization"].more)
    assert ("unfpa", 2) in {(value.value, value.count) for value in facets["organization"].values}
    assert (2, False) == (len(facets["year"].values), facets["year"].more)


@pytest.mark.parametrize(("prefix", "expected"), [("", 3), ("pop", 1), ("UNECE", 1), ("nations", 2), ("x", 0)])
def test_values_are_listed_by_the_beginning_of_their_words(generation: Generation, prefix: str, expected: int) -> None:
    """Of their labels or ids, whatever the case."""
    listing = FacetListing(Facet.ORGANIZATION, prefix)

    assert expected == facet_page(generation, "", a_query(), listing, language=ENGLISH).total


def test_values_come_in_pages_and_in_the_order_of_labels(generation: Generation) -> None:
    """In the language asked for."""
    french = Language("fr")
    listings = (FacetListing(Facet.ORGANIZATION, by_label=True, page=page, size=1) for page in (1, 2, 3, 4))
    pages = [facet_page(generation, "", a_query(), listing, language=french).values for listing in listings]

    expected = [["Economic Commission for Europe"], ["Nations Unies"], ["United Nations Population Fund"], []]
    assert expected == [[value.label for value in page] for page in pages]


def test_there_is_a_last_hit_only_where_more_follow(generation: Generation) -> None:
    """A cursor leads nowhere from the end."""
    sizes = (1, 3, 4, 5, 100)

    assert [True, True, False, False, False] == [
        asked(generation, "remittances", size=size).last is not None for size in sizes
    ]


def test_time_that_ran_out_is_said(generation: Generation) -> None:
    """With what was found so far."""
    found = asked(generation, "remittances unicum1", seconds=1e-9)

    assert (TotalRelation.AT_LEAST, NoteKind.PARTIAL) == (found.relation, found.notes[-1].kind)


def test_another_spelling_is_offered_where_nothing_is_found(generation: Generation) -> None:
    """And only there."""
    assert ("remittances", None) == (
        asked(generation, "remitances").suggestion,
        asked(generation, "remittances").suggestion,
    )


def test_suggestions_are_of_what_works_name(generation: Generation) -> None:
    """By any of its names."""
    assert [("Money sent home", "topic", "remittances")] == [
        (one.text, one.kind, one.value) for one in suggestions(generation, "money se", 5)
    ]
