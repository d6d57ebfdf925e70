"""A researcher uses the keyboard alone, and always sees where it is."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.pages import PAPER

pytestmark = pytest.mark.journey

FOCUS = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const edge = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + box.height / 2);
  return {
    what: one.tagName + " " + (one.id || one.textContent.trim().slice(0, 40)),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    top: box.top, bottom: box.bottom, height: innerHeight,
  };
}"""


def _tab_to(page: Page, words: str, most: int = 80) -> None:
    """Press Tab until an element of these words has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if re.search(words, page.evaluate("document.activeElement.textContent || document.activeElement.name")):
            return
    pytest.fail(f"Tab does not reach {words!r}")


def test_tab_begins_with_a_way_past_the_head(page: Page) -> None:
    """The first stop is a link to the content, seen when it has the focus; it leads past the menu and the field."""
    page.goto("/search?q=migration")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the results")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_label("Order")).to_be_focused()


def test_skipping_to_the_content_passes_the_menu(page: Page) -> None:
    """After the skip link, Tab goes on within the content."""
    page.goto(PAPER)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["/", "/search?q=migration&organization=un-ga", f"{PAPER}/en/paragraphs/13?q=food"])
def test_every_stop_is_seen(page: Page, path: str) -> None:
    """Whatever has the focus is outlined and on the screen (WCAG 2.4.7, 2.4.11)."""
    page.goto(path)
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["what"].startswith("BODY"):
            break
        if not stop["outlined"] or stop["bottom"] <= 0 or stop["top"] >= stop["height"]:
            unseen.append(stop)

    assert [] == unseen


def test_a_passage_is_found_by_the_keyboard_alone(page: Page) -> None:
    """Type, narrow with Space, press Apply, open a passage with Enter: no pointer is needed."""
    page.goto("/")
    _tab_to(page, "^q$")
    page.keyboard.type("migration")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search"))
    page.get_by_role("checkbox", name=re.compile("^General Assembly")).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("organization=un-ga"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tab_to(page, r"^Page \d$")
    page.keyboard.press("Enter")

    expect(page.locator("#match-1")).to_be_in_viewport()


def test_a_choice_folds_by_the_keyboard(page: Page) -> None:
    """A facet is opened with Enter on its name, and its values are then the next stops."""
    page.goto("/search?q=migration")
    summary = page.locator("summary", has_text="Kind")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert "kind" == page.evaluate("document.activeElement.name")


def test_no_key_alone_does_anything(page: Page) -> None:
    """There are no shortcuts of one key (WCAG 2.1.4)."""
    page.goto("/search?q=migration")
    for key in "/?sjknpgh":
        page.keyboard.press(key)

    expect(page).to_have_url(re.compile(r"/search\?q=migration$"))
    assert "BODY" == page.evaluate("document.activeElement.tagName")
