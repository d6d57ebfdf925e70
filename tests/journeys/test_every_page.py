"""What holds for every page: axe finds nothing, it fits every screen, prints, and is sound HTML."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import TIMEOUT
from tests.journeys.markup import faults_of
from tests.journeys.pages import PAGES

pytestmark = pytest.mark.journey

RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],
}
"""Tags of rules, and those rules that follow the colours."""

WIDTHS = (320, 768, 1280, 2560, 3840)
NARROW_AND_WIDE = (320, 1280)
LEAST_TARGET = 24

TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > room + 1 || one.getBoundingClientRect().left < -1)
    .map((one) => one.outerHTML.slice(0, 100)).slice(0, 5);
}"""
"""Elements that make the page scroll sideways."""

CLIPPED = """() => [...document.querySelectorAll("body *")]
  .filter((one) => {
    const style = getComputedStyle(one);
    if (style.clipPath !== "none" || !one.clientHeight || style.overflow === "visible") return false;
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
    return !scrolls && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1);
  })
  .filter((one) => !["INPUT", "SELECT", "svg", "HTML"].includes(one.tagName))
  .map((one) => one.outerHTML.slice(0, 100))"""
"""Elements that cut off what is in them."""

SMALL_TARGETS = """(least) => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter((one) => {
    const target = one.closest("label") || one;
    const box = target.getBoundingClientRect();
    if (!box.width || one.closest(".skip-links, .histogram")) return false;
    const isInSentence = one.tagName === "A" && getComputedStyle(one).display === "inline";
    return !isInSentence && (box.width < least || box.height < least);
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
"""Targets that are smaller than WCAG 2.5.8 asks, but for links within sentences and bars that fields stand in for."""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""Spaces text as WCAG 1.4.12 asks."""


@pytest.fixture(scope="module")
def tab(browser: Browser, site: str) -> Iterator[Page]:
    """A tab in which one page after another is looked at."""
    with browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(TIMEOUT)
        yield context.new_page()


@pytest.fixture(scope="module", params=PAGES)
def seen(request: pytest.FixtureRequest, tab: Page) -> Page:
    """Each page in its turn, loaded once for all that is asked of it."""
    tab.emulate_media()
    tab.goto(PAGES[request.param])
    return tab


@pytest.fixture
def shown(seen: Page) -> Iterator[Page]:
    """The page as a person has it before them: on a screen, in light colours."""
    yield seen
    seen.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    seen.set_viewport_size({"width": 1280, "height": 900})
    seen.evaluate("document.adoptedStyleSheets = []; document.documentElement.dir = 'ltr'")


@pytest.mark.parametrize("scheme", RULES)
def test_axe_finds_nothing(shown: Page, scheme: str) -> None:
    """No rule of WCAG 2.2 AA, nor of good practice, is broken."""
    shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two that it takes
    found = Axe().run(shown, options={"runOnly": RULES[scheme], "resultTypes": ["violations"]}).response["violations"]

    assert [] == [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:4]) for rule in found]


def test_no_screen_makes_it_scroll_sideways(shown: Page) -> None:
    """From 320 pixels, which is 1280 at 400% zoom, to 4k (WCAG 1.4.10)."""
    assert [] == _at_each_width(shown, TOO_WIDE, widths=WIDTHS)


def test_spaced_text_is_whole(shown: Page) -> None:
    """Wider lines, letters and words cut nothing off and need no sideways scroll (WCAG 1.4.12)."""
    shown.evaluate(SPACED)

    assert [] == [*_at_each_width(shown, TOO_WIDE), *_at_each_width(shown, CLIPPED)]


def test_a_frame_from_right_to_left_fits(shown: Page) -> None:
    """Nothing is tied to the left: turned round, the page has no overflow."""
    shown.evaluate("document.documentElement.dir = 'rtl'")

    assert [] == _at_each_width(shown, TOO_WIDE)


def test_targets_are_large_enough(shown: Page) -> None:
    """What can be pressed is 24 pixels high and wide (WCAG 2.5.8)."""
    assert [] == _at_each_width(shown, SMALL_TARGETS, LEAST_TARGET)


def _at_each_width(
    page: Page, script: str, argument: object = None, widths: tuple[int, ...] = NARROW_AND_WIDE
) -> list[str]:
    """Return what a script finds on the page at each width."""
    found: list[str] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {words}" for words in page.evaluate(script, argument)]
    return found


def test_paper_has_no_forms(shown: Page) -> None:
    """Printed, the page has its words and no fields, buttons or menus."""
    shown.emulate_media(media="print", color_scheme="dark")

    assert 0 == shown.locator("form:visible, button:visible, input:visible, select:visible, header nav:visible").count()
    assert "rgb(255, 255, 255)" == shown.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert shown.get_by_role("heading", level=1).is_visible()


def test_forced_colours_keep_what_colours_say(shown: Page) -> None:
    """With a system's own colours, matches and fields are still told from the rest."""
    shown.emulate_media(forced_colors="active")
    marks = shown.locator("mark").evaluate_all("all => all.map((one) => getComputedStyle(one).outlineStyle)")
    fields = shown.locator("input[type=search]").evaluate_all(
        "all => all.map((one) => getComputedStyle(one.closest('.search-line')).borderStyle)"
    )

    assert {"solid"} >= {*marks, *fields}


def test_its_markup_is_sound(seen: Page) -> None:
    """Languages and directions, ids, headings in order, names of fields, no style or script of its own."""
    response = seen.request.get(seen.url)

    assert [] == faults_of(response.text())
