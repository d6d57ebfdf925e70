"""How pages are shown that only some of them need: on paper, in motion, in many languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.pages import MEETING, RESOLUTION

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("path", ["/search?q=migration", f"{RESOLUTION}/ar", MEETING])
def test_a_page_is_printed(page: Page, path: str) -> None:
    """A page becomes paper without a fault, in light colours whatever the screen's are."""
    page.emulate_media(color_scheme="dark")
    page.goto(path)

    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_a_printed_result_says_where_it_leads(page: Page) -> None:
    """On paper the address of the search stands on top, that of a document behind its title."""
    page.goto("/search?q=migration")
    expect(page.locator(".print-only")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".print-only")).to_have_text(page.url)
    behind = page.locator(".result h3 a").first.evaluate("one => getComputedStyle(one, '::after').content")

    assert re.search("/documents/|/meetings/", behind)


def test_nothing_moves(page: Page) -> None:
    """There is no motion to ask less of."""
    page.goto("/search?q=migration")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const style = getComputedStyle(one);
          return parseFloat(style.transitionDuration) || style.animationName !== "none";
        }).length"""
    )

    assert 0 == moving


@pytest.mark.parametrize(("path", "direction"), [(f"{RESOLUTION}/ar", "rtl"), ("/documents/A/68/370/zh", "ltr")])
def test_a_title_runs_in_its_own_direction(page: Page, path: str, direction: str) -> None:
    """The title of a version is in its language; the frame around it stays English."""
    page.goto(path)
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_attribute("lang", path[-2:])

    assert direction == title.evaluate("one => getComputedStyle(one).direction")
    assert "ltr" == page.evaluate("getComputedStyle(document.body).direction")


def test_a_word_on_a_4k_screen_is_read_in_short_lines(page: Page) -> None:
    """No line of running text is longer than some 90 characters."""
    page.set_viewport_size({"width": 3840, "height": 2160})
    for path, words in (
        ("/search?q=migration", ".passage-text"),
        (f"{RESOLUTION}/en", ".place-text p"),
        ("/about", ".prose p"),
    ):
        page.goto(path)
        longest = page.locator(f"main {words}").evaluate_all(
            "all => Math.max(...all.map((one) => one.clientWidth / parseFloat(getComputedStyle(one).fontSize)))"
        )
        assert longest <= 48
