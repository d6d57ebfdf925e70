"""A researcher goes from the meeting to its papers, and from a paper to bodies, people and topics."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

MEETING = "/meetings/12cm-2014"


def test_the_first_page_leads_to_the_meeting(page: Page) -> None:
    """The meeting stands on the first page with when and where it was."""
    page.goto("/")
    page.get_by_role("link", name="Twelfth Coordination Meeting on International Migration").click()

    expect(page).to_have_url(re.compile(f"{MEETING}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Twelfth Coordination Meeting")


@pytest.mark.parametrize("anchor", ["agenda", "papers"])
def test_a_part_of_the_meeting_has_an_address(page: Page, anchor: str) -> None:
    """An address with an anchor opens the meeting at that part."""
    page.goto(f"{MEETING}#{anchor}")

    expect(page.locator(f"#{anchor}").get_by_role("heading").first).to_be_in_viewport()


def test_a_talk_leads_to_its_paper(page: Page) -> None:
    """A talk of the programme names its speaker and links to the paper that it presents."""
    page.goto(MEETING)
    paper = page.locator(".talk .talk-paper a").first
    title = paper.inner_text()
    paper.click()

    expect(page).to_have_url(re.compile(r"/documents/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_a_talk_found_stands_in_the_programme(page: Page) -> None:
    """The card of a talk leads to its place in the programme of the meeting."""
    page.goto("/search?kind=talk")
    page.locator(".result h3 a").first.click()

    expect(page).to_have_url(re.compile(f"{MEETING}#"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_meeting_is_searched_by_itself(page: Page) -> None:
    """The field of the meeting's page searches its works alone."""
    page.goto(MEETING)
    page.get_by_label("Words in its papers, talks and agenda").fill("remittances")
    page.get_by_role("search", name="Search this meeting").get_by_role("button").click()

    expect(page).to_have_url(re.compile(r"meeting=12cm-2014.*q=remittances|q=remittances.*meeting=12cm-2014"))
    expect(page.locator(".result").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/series/coordination-meetings", "Coordination Meetings on International Migration"),
        ("/organizations/unfpa", "United Nations Population Fund"),
        ("/people/korosi-csaba", "Kőrösi"),
        ("/topics/migration-governance", "Migration governance"),
    ],
)
def test_an_authority_leads_to_its_works(page: Page, path: str, words: str) -> None:
    """Series, bodies, people and topics have pages with what the archive holds of them."""
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    work = page.locator(".result h3 a, .list h3 a").first
    title = work.inner_text()
    work.click()

    expect(page.get_by_text(title).first).to_be_visible()


def test_a_paper_leads_to_its_organization(page: Page) -> None:
    """A body named in a record is a link to its page."""
    page.goto("/documents/UN/POP/MIG-12CM/2014/08")
    page.get_by_role("main").get_by_role("link", name="Food and Agriculture Organization").first.click()

    expect(page).to_have_url(re.compile(r"/organizations/fao$"))


def test_all_values_of_a_facet_have_a_page(page: Page) -> None:
    """The rest of a facet is a page, which narrows by the beginning of a word and leads back with a choice made."""
    page.goto("/search?q=migration")
    page.get_by_role("link", name="All organizations").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Organizations for migration")
    page.get_by_label("Beginning with").fill("food")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".tally li")).to_have_count(1)
    page.get_by_role("link", name="A to Z").click()
    expect(page.get_by_role("link", name="A to Z")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Food and Agriculture").click()

    expect(page).to_have_url(re.compile(r"/search\?q=migration&organization=fao$"))


def test_an_example_of_the_help_is_a_search(page: Page) -> None:
    """Each example of the help finds something in the sample archive."""
    page.goto("/help")
    examples = page.locator(".examples a").all()
    addresses = [example.get_attribute("href") or "" for example in examples]
    assert addresses
    for address in addresses:
        page.goto(address)
        expect(page.locator(".result, .nothing").first).to_be_visible()


def test_help_is_in_the_same_place_everywhere(page: Page) -> None:
    """The help is the last link of the site's menu (WCAG 3.2.6)."""
    for path in ("/", "/search?q=migration", MEETING):
        page.goto(path)
        expect(page.get_by_role("navigation", name="Site", exact=True).get_by_role("link").last).to_have_text("Help")
