"""A researcher opens a passage, goes from match to match, reads, cites and changes the language."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.pages import ARABIC, RESOLUTION

pytestmark = pytest.mark.journey

REPORT = "/documents/A/68/370"


def test_a_passage_leads_to_its_place_with_the_match_in_view(page: Page) -> None:
    """The place of a passage opens the text there, with the words marked and the first match on the screen."""
    page.goto("/search?q=remittances&kind=note")
    page.locator(".passage-place a").first.click()

    expect(page).to_have_url(re.compile(r"/documents/A/68/370/\w\w/pages/\d\?q=remittances#match-1$"))
    expect(page.locator("#match-1")).to_be_in_viewport()
    expect(page.locator("#match-1")).to_have_text(re.compile("remittance", re.IGNORECASE))


def test_matches_follow_one_another_across_pages(page: Page) -> None:
    """Next match leads to the following page that has one, previous match back again."""
    page.goto(f"{REPORT}/en/pages/1?q=migration")
    ways = page.get_by_role("navigation", name="Matches")
    ways.get_by_role("link", name="Next match: Page 2").click()
    expect(page).to_have_url(re.compile(r"/en/pages/2\?q=migration#match-1$"))
    expect(page.locator("#match-1")).to_be_in_viewport()
    ways.get_by_role("link", name="Previous match: Page 1").click()

    expect(page).to_have_url(re.compile(r"/en/pages/1\?q=migration#match-\d+$"))


def test_a_document_is_searched_by_itself(page: Page) -> None:
    """Search within the text lists the places that match; each leads to its page."""
    page.goto(f"{REPORT}/en")
    page.get_by_role("searchbox", name="Search within this text").fill("diaspora")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#found-title")).to_contain_text("diaspora")
    expect(page.locator("#found mark").first).to_have_text(re.compile("diaspora", re.IGNORECASE))
    page.locator("#found .passage-place a").first.click()

    expect(page.locator("#match-1")).to_be_in_viewport()


def test_the_original_opens_at_the_page(page: Page, context: BrowserContext) -> None:
    """The PDF is shown by the browser at the page of the passage, whole or in parts, and is never sniffed."""
    page.goto(f"{REPORT}/en/pages/2?q=migration")
    original = page.get_by_role("link", name=re.compile("^Original")).get_attribute("href") or ""
    whole = context.request.get(original)
    part = context.request.get(original, headers={"Range": "bytes=0-4"})

    assert original.endswith("/original.pdf#page=2")
    assert "application/pdf" == whole.headers["content-type"]
    assert whole.headers["content-disposition"].startswith("inline")
    assert "nosniff" == whole.headers["x-content-type-options"]
    assert (206, b"%PDF-") == (part.status, part.body())


@pytest.mark.parametrize(
    ("name", "suffix", "beginning"),
    [("BibTeX", ".bib", "@"), ("RIS", ".ris", "TY  - "), ("CSL-JSON", ".csl.json", "[")],
)
def test_a_citation_is_downloaded(page: Page, name: str, suffix: str, beginning: str) -> None:
    """Each format is a file with the document's symbol in its name."""
    page.goto(RESOLUTION)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    download = waiting.value

    assert f"A-RES-68-4{suffix}" == download.suggested_filename
    assert download.path().read_text(encoding="utf-8").startswith(beginning)


@pytest.mark.parametrize(
    ("name", "code", "direction"), [("العربية", "ar", "rtl"), ("中文", "zh", "ltr"), ("Français", "fr", "ltr")]
)
def test_the_language_of_a_document_is_changed(page: Page, name: str, code: str, direction: str) -> None:
    """The languages stand in their own names; the text then is of that language and runs in its direction."""
    page.goto(f"{RESOLUTION}/en")
    page.get_by_role("navigation", name="Languages of this document").get_by_role("link", name=name).click()
    expect(page).to_have_url(re.compile(f"{RESOLUTION}/{code}$"))
    text = page.locator(".place-text").first

    expect(text).to_have_attribute("lang", code)
    assert direction == text.evaluate("element => getComputedStyle(element).direction")
    expect(page.get_by_role("link", name=name)).to_have_attribute("aria-current", "page")


def test_arabic_is_found_in_any_form_of_a_word(page: Page) -> None:
    """A word with its article finds the text, and the marks stand in words that run from right to left."""
    page.goto(f"{RESOLUTION}/ar?q={ARABIC}")
    page.locator("#found .passage-place a").first.click()
    mark = page.locator("#match-1")

    expect(mark).to_be_in_viewport()
    assert "rtl" == mark.evaluate("element => getComputedStyle(element).direction")


def test_who_cites_a_document_can_be_read(page: Page) -> None:
    """Cited by names the works with the sentence, and leads to the place where it stands."""
    page.goto(RESOLUTION)
    page.locator("#cited-by .citing-where").first.click()

    expect(page.get_by_role("main")).to_contain_text("68/4")


def test_what_a_document_cites_is_in_the_archive(page: Page) -> None:
    """Cites leads to the record of a document, also of one of which no file is held."""
    page.goto(REPORT)
    page.locator("#cites h3 a", has_text="resolution 67/219").first.click()

    expect(page).to_have_url(re.compile(r"/documents/A/RES/67/219$"))


def test_the_text_of_a_document_is_plain_text_too(page: Page, context: BrowserContext) -> None:
    """The plain text is sent as such, in its language."""
    page.goto(f"{RESOLUTION}/zh")
    response = context.request.get(page.get_by_role("link", name="Plain text").get_attribute("href") or "")

    assert "text/plain; charset=utf-8" == response.headers["content-type"]
    assert "zh" == response.headers["content-language"]
