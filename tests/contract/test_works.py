"""How versions become works, and works are filtered and counted, whichever engine is asked."""

from typing import Any

import pytest

from indexer.model.querytree import And, ExactField, Facet, Not, SearchQuery, Value, Word, YearRange
from indexer.model.results import FacetCount, FacetCounts, TotalRelation
from tests.contract.builders import Commit, EngineOf, a_key, a_query, an_entry, counts, works

ENTRIES = (
    an_entry("a", "en", body="water", organizations=("who",), topics=("health", "water"), year=2010, kind="report"),
    an_entry("a", "fr", body="eau water", organizations=("who",), topics=("health", "water"), year=2010, kind="report"),
    an_entry(
        "b", "en", body="water", organizations=("who", "ilo"), year=2012, meetings=("12cm",), agenda_items=("12cm/iv",)
    ),
    an_entry("c", "en", body="water", organizations=("ilo",), topics=("water",), people=("lee-ana",)),
    an_entry("d", "es", body="agua", organizations=("iom",), year=2010, cites=("A/68/190",)),
)


def test_versions_collapse_to_one_work(engine_of: EngineOf) -> None:
    """A work in two languages is one match that lists both, the better first."""
    found = engine_of([Commit(ENTRIES)]).search(a_query("water", facets=(Facet.LANGUAGE,)))

    assert 3 == found.total
    assert TotalRelation.EXACT is found.relation
    assert {("en", "fr")} == {match.languages for match in found.matches if match.work == "a"}


def test_the_best_version_gives_the_score(engine_of: EngineOf) -> None:
    """A work is as good as its best version, which is named first."""
    entries = an_entry("a", "en", body="water and many other words"), an_entry("a", "fr", title="Water", body="water")
    engine = engine_of([Commit(entries)])
    (match,) = engine.search(a_query("water")).matches
    (alone,) = engine.search(a_query("water", language=("fr",))).matches

    assert ("fr", "en") == match.languages
    assert match.score == alone.score


def test_not_applies_to_a_version(engine_of: EngineOf) -> None:
    """A work stays when one of its versions does not have the word, with that version alone."""
    found = engine_of([Commit(ENTRIES)]).search(a_query(And((Word("water"), Not(Word("eau"))))))

    assert {"a": ("en",), "b": ("en",), "c": ("en",)} == {match.work: match.languages for match in found.matches}


def test_language_narrows_to_versions(engine_of: EngineOf) -> None:
    """The language filter is met by a version, and only matching versions are listed."""
    found = engine_of([Commit(ENTRIES)]).search(a_query("water", language=("fr",)))

    assert {"a": ("fr",)} == {match.work: match.languages for match in found.matches}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"organization": ("who",)}, ["a", "b"]),
        ({"organization": ("who", "iom")}, ["a", "b", "d"]),
        ({"organization": ("who",), "topic": ("health",)}, ["a"]),
        ({"organization": ()}, ["a", "b", "c", "d"]),
        ({"organization": ("nosuch",)}, []),
        ({"exclude_organization": ("who",)}, ["c", "d"]),
        ({"organization": ("ilo",), "exclude_organization": ("who",)}, ["c"]),
        ({"exclude_year": ("undated",)}, ["a", "b", "d"]),
        ({"year": ("2010",)}, ["a", "d"]),
        ({"year": ("undated",)}, ["c"]),
        ({"year": ("undated",), "years": YearRange(2011, 2013)}, ["b", "c"]),
        ({"years": YearRange(2011)}, ["b"]),
        ({"years": YearRange(None, 2010)}, ["a", "d"]),
        ({"years": YearRange()}, ["a", "b", "d"]),
        ({"kind": ("report",)}, ["a"]),
        ({"person": ("lee-ana",)}, ["c"]),
        ({"meeting": ("12cm",)}, ["b"]),
        ({"agenda_item": ("12cm/iv",)}, ["b"]),
        ({"language": ("es", "fr")}, ["a", "d"]),
    ],
)
def test_filters_are_or_within_and_and_between(
    engine_of: EngineOf, choice: dict[str, Any], expected: list[str]
) -> None:
    """Values of one name widen, names narrow, exclusions take away; bounds and chosen years widen each other."""
    assert expected == sorted(works(engine_of([Commit(ENTRIES)]).search(a_query(**choice))))


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (Value(ExactField.ORGANIZATION, "who"), ["a", "b"]),
        (Value(ExactField.CITES, "A/68/190"), ["d"]),
        (Value(ExactField.LANGUAGE, "fr"), ["a"]),
        (Value(ExactField.TOPIC, "nosuch"), []),
        (YearRange(2012, 2012), ["b"]),
        (Not(YearRange()), ["c"]),
    ],
)
def test_values_and_years_stand_in_trees(
    engine_of: EngineOf, tree: Value | YearRange | Not, expected: list[str]
) -> None:
    """An id or a range of years is a leaf like any other; undated works are in no range."""
    assert expected == sorted(works(engine_of([Commit(ENTRIES)]).search(a_query(tree))))


def test_facets_count_works(engine_of: EngineOf) -> None:
    """A work in two languages counts once for each value, and once for each language."""
    found = engine_of([Commit(ENTRIES)]).search(a_query(facets=tuple(Facet)))

    assert {"who": 2, "ilo": 2, "iom": 1} == counts(found, Facet.ORGANIZATION)
    assert {"en": 3, "es": 1, "fr": 1} == counts(found, Facet.LANGUAGE)
    assert {"2010": 2, "2012": 1, "undated": 1} == counts(found, Facet.YEAR)
    assert {"water": 2, "health": 1} == counts(found, Facet.TOPIC)
    assert {"note": 3, "report": 1} == counts(found, Facet.KIND)


def test_a_facet_counts_values_of_matching_versions_alone(engine_of: EngineOf) -> None:
    """What only another version of a work has does not count; what two matching versions share counts once."""
    entries = (
        an_entry("a", "en", body="water", topics=("x", "y")),
        an_entry("a", "fr", body="water", topics=("x",)),
        an_entry("a", "es", body="agua", topics=("z",)),
    )
    found = engine_of([Commit(entries)]).search(a_query("water", facets=(Facet.TOPIC,)))

    assert {"x": 1, "y": 1} == counts(found, Facet.TOPIC)


def test_a_facet_is_counted_without_its_own_choice(engine_of: EngineOf) -> None:
    """Choosing WHO still shows how many works ILO has, so that a reader can widen the choice."""
    query = a_query(facets=(Facet.ORGANIZATION, Facet.YEAR), organization=("who",), year=("2010",))
    found = engine_of([Commit(ENTRIES)]).search(query)

    assert ["a"] == works(found)
    assert {"who": 1, "iom": 1} == counts(found, Facet.ORGANIZATION)
    assert {"2010": 1, "2012": 1} == counts(found, Facet.YEAR)


def test_a_facet_of_years_is_counted_without_bounds(engine_of: EngineOf) -> None:
    """Bounds of the year are its own choice as much as chosen years are."""
    found = engine_of([Commit(ENTRIES)]).search(a_query(facets=(Facet.YEAR,), years=YearRange(2012, 2012)))

    assert {"2010": 2, "2012": 1, "undated": 1} == counts(found, Facet.YEAR)


def test_chosen_values_are_always_among_the_counts(engine_of: EngineOf) -> None:
    """A chosen value is shown even where few works have it, or none; whether there are more is said."""
    query = a_query(facets=(Facet.ORGANIZATION,), facet_size=1, organization=("iom", "nosuch"))
    found = engine_of([Commit(ENTRIES)]).search(query)

    expected = FacetCount("ilo", 2), FacetCount("iom", 1), FacetCount("nosuch", 0)
    assert FacetCounts(expected, more=True) == found.facets[Facet.ORGANIZATION]


def test_all_values_of_a_facet_can_be_had(engine_of: EngineOf) -> None:
    """The page of one facet lists all its values, those of most works first, then by value, without its choice."""
    values = engine_of([Commit(ENTRIES)]).facet_values(a_query(organization=("iom",)), Facet.ORGANIZATION)

    assert (FacetCount("ilo", 2), FacetCount("who", 2), FacetCount("iom", 1)) == values


def test_an_entry_replaces_one_with_the_same_key(engine_of: EngineOf) -> None:
    """Of what is added twice, in one commit or two, the last is found and nothing else."""
    engine = engine_of(
        [Commit((an_entry("a", body="one"), an_entry("a", body="two"))), Commit((an_entry("a", body="three"),))]
    )

    assert [] == works(engine.search(a_query("one")))
    assert [] == works(engine.search(a_query("two")))
    assert ["a"] == works(engine.search(a_query("three")))
    assert [a_key("a")] == list(engine.keys())


def test_a_removed_entry_is_gone(engine_of: EngineOf) -> None:
    """What was taken out is in no answer, count or suggestion; taking out what is not there does nothing."""
    engine = engine_of([Commit(ENTRIES), Commit(remove=(a_key("a", "fr"), a_key("d", "es"), a_key("nosuch")))])
    found = engine.search(a_query(facets=(Facet.LANGUAGE, Facet.ORGANIZATION)))

    assert ["a", "b", "c"] == sorted(works(found))
    assert {"en": 3} == counts(found, Facet.LANGUAGE)
    assert {"who": 2, "ilo": 2} == counts(found, Facet.ORGANIZATION)
    assert [a_key("a"), a_key("b"), a_key("c")] == sorted(engine.keys())


def test_scores_do_not_depend_on_what_is_gone(engine_of: EngineOf) -> None:
    """An index that has had other entries answers as one that never had them."""
    gone = tuple(an_entry(f"x{n}", body="water " * n) for n in range(9))
    engine = engine_of([Commit(ENTRIES + gone), Commit(remove=tuple(entry.key for entry in gone))])
    fresh = engine_of([Commit(ENTRIES)])

    assert fresh.search(a_query("water")) == engine.search(a_query("water"))


def test_an_empty_archive_answers(engine_of: EngineOf) -> None:
    """Nothing in the index is nothing found, not an error."""
    engine = engine_of([])
    found = engine.search(a_query("water", facets=tuple(Facet), organization=("who",)))

    assert 0 == found.total
    assert (FacetCount("who", 0),) == found.facets[Facet.ORGANIZATION].counts
    assert [] == list(engine.keys())
    assert () == engine.terms_near("water")


def test_time_that_has_run_out_is_said(engine_of: EngineOf) -> None:
    """When there is no time, the answer is what was found so far, and says that there may be more."""
    found = engine_of([Commit(ENTRIES)]).search(a_query(Not(Word("eau")), seconds=0.0))

    assert TotalRelation.AT_LEAST is found.relation
    assert 0 == found.total


def test_a_query_has_time_by_default(engine_of: EngineOf) -> None:
    """A small archive is answered long before time runs out."""
    assert TotalRelation.EXACT is engine_of([Commit(ENTRIES)]).search(SearchQuery(Word("water"))).relation


def test_close_words_are_known(engine_of: EngineOf) -> None:
    """A word that is mistyped has near words in the index; a word without near ones has none."""
    engine = engine_of([Commit((an_entry("a", body="migration and remittances"),))])

    assert ("migration",) == engine.terms_near("migratoin")
    assert () == engine.terms_near("xylophone")
