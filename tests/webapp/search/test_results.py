"""The results page."""

from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from lxml import html

from indexer.settings import Settings
from webapp.application import create_app


def page(client: FlaskClient, **parameters: str) -> html.HtmlElement:
    """Return the results page for a search."""
    return html.fromstring(client.get(f"/search?{urlencode(parameters)}").data)


def words(elements: list[html.HtmlElement]) -> list[str]:
    """Return the words of elements, without the space around them."""
    return [" ".join(element.text_content().split()) for element in elements]


def test_a_pasted_title_finds_its_talk_first(client: FlaskClient) -> None:
    """Whatever its punctuation."""
    found = page(client, q="Migration and post-2015: Making the case")

    assert "Migration and post-2015: Making the case" == words(found.cssselect(".result h3 a"))[0]


def test_a_pasted_symbol_finds_its_document_first(client: FlaskClient) -> None:
    """In parentheses and with spaces, too."""
    found = page(client, q="(A / RES / 68 / 4)")

    assert "/documents/A/RES/68/4" == found.cssselect(".result h3 a")[0].get("href")


def test_diacritics_do_not_matter(client: FlaskClient) -> None:
    """Korosi finds the talk of Csaba Kőrösi."""
    found = page(client, q="Korosi")

    assert ["Preparing the Sustainable Development Goals"] == words(found.cssselect(".result h3 a"))


def test_a_work_in_six_languages_is_one_result(client: FlaskClient) -> None:
    """It lists them all."""
    found = page(client, q="symbol:A/RES/68/4")

    assert [6] == [len(card.cssselect("a[hreflang]")) for card in found.cssselect(".result")]


def test_matches_are_marked_and_lead_to_their_place(client: FlaskClient) -> None:
    """A passage is a link into the text with the same words."""
    found = page(client, q="remittances", kind="contributed_paper")
    place = found.cssselect(".passage-place a")[0].get("href")

    assert (True, True) == ("q=remittances#match-1" in place, bool(found.cssselect(".passage-text mark")))


def test_the_title_says_how_many_and_which_page(client: FlaskClient) -> None:
    """A screen reader hears it first."""
    title = page(client, q="migration", page="2").cssselect("title")[0].text

    assert ("works for migration" in title, "page 2 of" in title) == (True, True)


def test_choices_stand_above_the_results_and_can_be_taken_away(client: FlaskClient) -> None:
    """Each is a link to the search without it."""
    found = page(client, q="migration", topic="remittances", kind="contributed_paper")
    active = found.cssselect(".active-filter")

    assert [
        ("Remove filter Topic: Remittances", "/search?q=migration&kind=contributed_paper"),
        ("Remove filter Kind: Contributed paper", "/search?q=migration&topic=remittances"),
    ] == [(text, link.get("href")) for text, link in zip(words(active), active, strict=True)]


def test_counts_of_a_facet_ignore_its_own_choice(client: FlaskClient) -> None:
    """One can widen a choice as well as narrow it."""
    free = words(page(client).cssselect('[value="talk"] ~ .choice-count'))
    chosen = words(page(client, kind="contributed_paper").cssselect('[value="talk"] ~ .choice-count'))

    assert free == chosen


def test_a_fault_in_the_address_is_said_and_the_rest_counts(client: FlaskClient) -> None:
    """The page shows what was wrong and the results of what was right."""
    found = page(client, q="remittances", topic="nosuch")

    assert ("Error: " in found.cssselect("title")[0].text, bool(found.cssselect(".result"))) == (True, True)


def test_nothing_found_says_which_choice_empties_it(client: FlaskClient) -> None:
    """With the number of works without it."""
    found = page(client, q="remittances", year="1999")

    assert [True] == ["works without it" in text for text in words(found.cssselect(".nothing .list li"))[:1]]


def test_nothing_found_offers_another_spelling(client: FlaskClient) -> None:
    """A word that is nearly one of the archive's."""
    found = page(client, q="traffikcing")

    assert "trafficking" in " ".join(words(found.cssselect("main a[href*='q=trafficking']")))


def test_a_page_beyond_the_end_leads_to_the_first(client: FlaskClient) -> None:
    """Old links stay useful."""
    answer = client.get("/search?q=migration&page=99")

    assert (302, "/search?q=migration") == (answer.status_code, answer.headers["Location"])


def test_filter_combinations_are_not_for_crawlers(client: FlaskClient) -> None:
    """They have no end."""
    found = page(client, q="migration", topic="remittances")

    assert ["noindex, nofollow"] == [meta.get("content") for meta in found.cssselect("meta[name=robots]")]


@pytest.mark.parametrize(
    "q", ['"', "(", "a:b:c", "*", "-", "AND OR NOT", "\N{SNOWMAN}", "x" * 600, "((((((" * 30, "' OR 1=1"]
)
def test_no_query_is_an_error(client: FlaskClient, q: str) -> None:
    """Whatever is typed, there is a page."""
    assert 200 == client.get(f"/search?{urlencode({'q': q})}").status_code


def test_what_was_typed_is_never_markup(client: FlaskClient) -> None:
    """It stands in the field and the heading as text."""
    assert b"<img src=x" not in client.get(f"/search?{urlencode({'q': '<img src=x onerror=alert(1)>'})}").data


def test_years_are_bars_that_can_be_clicked(client: FlaskClient) -> None:
    """Each names its year and number, and leads to the search with it."""
    bars = page(client).cssselect(".histogram-bar a")

    assert ("2014, " in bars[-1].get("aria-label"), bars[-1].get("href")) == (True, "/search?year=2014")


def test_eight_values_are_listed_and_the_others_are_a_link_away(client: FlaskClient) -> None:
    """A chosen value is always among those listed."""
    found = page(client, organization="simn")

    assert (9, ["/facets/organization?organization=simn"]) == (
        len(found.cssselect("input[name=organization]")),
        [link.get("href") for link in found.cssselect("a.more-link[href^='/facets/organization']")],
    )


def test_an_answer_that_time_cut_short_is_not_kept(archive_settings: Settings) -> None:
    """Asked again, it may be whole."""
    hasty = create_app(archive_settings.model_copy(update={"search_seconds": 1e-9})).test_client()
    answer = hasty.get("/search?q=migration+development")

    assert ("no-store", False) == (answer.headers["Cache-Control"], "ETag" in answer.headers)


def test_a_choice_without_a_field_is_kept(client: FlaskClient) -> None:
    """Excluded values and the page size survive the next press of Apply."""
    found = page(client, q="migration", **{"exclude.topic": "remittances", "size": "20"})

    assert {("exclude.topic", "remittances"), ("size", "20")} == {
        (field.get("name"), field.get("value")) for field in found.cssselect("form#search input[type=hidden]")
    }


def test_all_values_of_a_facet_are_a_page(client: FlaskClient) -> None:
    """With a search by the beginning of a word."""
    body = html.fromstring(client.get("/facets/organization?prefix=arab").data)

    assert ["League of Arab States"] == words(body.cssselect(".tally a"))


def test_there_are_no_other_facets(client: FlaskClient) -> None:
    """A name that is none is not found."""
    assert 404 == client.get("/facets/colour").status_code
