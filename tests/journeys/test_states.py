"""A researcher meets what can go wrong, and a way out of it."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.browsers import Complaints

pytestmark = pytest.mark.journey


def test_nothing_found_says_which_filter_empties_the_results(page: Page) -> None:
    """Each filter can be removed, and says how many works that would give."""
    page.goto("/search?q=remittances&organization=fao&topic=children-and-migration")
    expect(page.get_by_role("heading", level=1)).to_have_text("No works for remittances")
    way_out = page.locator(".nothing li", has_text="without it").first
    promised = re.search(r"(\d+) works? without it", way_out.inner_text())
    assert promised
    way_out.get_by_role("link").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{promised[1]} works? for remittances$"))


def test_a_misspelt_word_is_asked_back(page: Page) -> None:
    """The word is searched as typed, and another one offered."""
    page.goto("/search?q=remittanzes")
    expect(page.get_by_role("heading", level=1)).to_have_text("No works for remittanzes")
    page.locator(".did-you-mean a").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^\d+ works for remittances$"))


def test_a_broken_query_is_repaired_and_said(page: Page) -> None:
    """An open quotation mark finds works and leaves a note."""
    page.goto("/search?q=%22global+partnership")

    expect(page.get_by_label("Notes on your search")).to_contain_text("quotation mark")
    expect(page.locator(".result").first).to_be_visible()


def test_a_wrong_value_is_named_and_the_rest_counts(page: Page) -> None:
    """A year that is none is a problem with a heading, named in the title, above results."""
    page.goto("/search?q=migration&year_from=banana")

    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_role("region", name="There is a problem")).to_contain_text("banana")
    expect(page.locator(".result").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "There is nothing at this address."),
        ("/documents/no-such-document", 404, "no document"),
        ("/documents/A/RES/68/4/en/pages/99", 404, "99"),
        ("/documents/A/70/1", 410, "withdrawn by its author"),
    ],
)
def test_an_address_that_leads_nowhere_says_why(
    page: Page, complaints: Complaints, *, path: str, status: int, words: str
) -> None:
    """The page has the status for programs, a sentence for people, and a search."""
    complaints.expect_status()
    response = page.goto(path)

    assert response
    assert status == response.status
    expect(page.get_by_role("main")).to_contain_text(words)
    expect(page.get_by_role("search").get_by_role("combobox")).to_be_visible()


def test_a_wrong_value_of_the_api_is_a_problem_for_programs(context: BrowserContext) -> None:
    """The API answers 400 and names the parameter."""
    response = context.request.get("/api/v1/search?size=banana")

    assert 400 == response.status
    assert "application/problem+json" == response.headers["content-type"]
    assert "size" == response.json()["errors"][0]["parameter"]


def test_a_search_can_be_followed(page: Page, context: BrowserContext) -> None:
    """The results link to an Atom feed of the same search."""
    page.goto("/search?q=remittances")
    feed = page.locator("link[type='application/atom+xml']").get_attribute("href")
    assert feed == page.get_by_role("link", name="Atom feed").get_attribute("href")
    response = context.request.get(feed or "")

    assert response.headers["content-type"].startswith("application/atom+xml")
    assert "<entry" in response.text()


def test_an_old_spelling_of_a_symbol_leads_to_the_document(page: Page) -> None:
    """Case and punctuation of a symbol do not matter; the address becomes the one that is kept."""
    page.goto("/documents/a-res-68-4")

    expect(page).to_have_url(re.compile(r"/documents/A/RES/68/4$"))
