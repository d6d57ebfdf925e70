"""Everything is done without JavaScript: the same way through the archive, in a browser that runs none."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.conftest import TIMEOUT

pytestmark = pytest.mark.journey


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor whose browser runs no scripts, on a narrow screen."""
    with browser.new_context(
        base_url=site, viewport={"width": 360, "height": 740}, java_script_enabled=False
    ) as visitor:
        visitor.set_default_timeout(TIMEOUT)
        yield visitor


def test_a_passage_is_found_read_and_cited(page: Page) -> None:
    """Search, narrow, open a passage, change the language, download a citation: links and forms are enough."""
    page.goto("/")
    page.get_by_label("Search the archive").fill("migration")
    page.get_by_role("button", name="Search").click()
    page.locator(".choice", has_text="General Assembly").first.get_by_role("checkbox").check()
    page.locator(".filters").get_by_role("button", name="Apply").last.click()
    expect(page.locator(".active-filter")).to_have_count(1)
    page.get_by_label("Order").select_option("Oldest first")
    page.locator(".sort").get_by_role("button", name="Apply").click()
    assert "sort=oldest" in page.url
    page.locator(".result", has_text="A/RES/68/4").locator(".passage-place a").first.click()
    expect(page.locator("#match-1")).to_be_in_viewport()
    page.get_by_role("link", name="Record and citation").click()
    page.get_by_role("link", name="العربية").first.click()
    expect(page.locator(".place-text").first).to_have_attribute("lang", "ar")
    page.get_by_role("link", name="Record and citation").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="RIS", exact=True).click()

    assert "A-RES-68-4.ris" == waiting.value.suggested_filename


def test_the_choices_are_open(page: Page) -> None:
    """Nothing is folded away that only a script could open; details open by themselves."""
    page.goto("/search?q=migration")
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    kind = page.locator("summary", has_text="Kind")
    kind.click()

    expect(page.locator(".choice", has_text="Talk")).to_be_visible()


def test_an_empty_search_shows_everything(page: Page) -> None:
    """An empty field is sent as it is, and lists all works."""
    page.goto("/")
    page.get_by_role("button", name="Search").click()

    expect(page).to_have_url(re.compile(r"/search\?q=$"))
    expect(page.locator(".result")).to_have_count(10)
