"""A researcher searches, narrows, orders and pages through results."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def _count(page: Page) -> int:
    """Return the number that the heading names."""
    heading = page.get_by_role("heading", level=1).inner_text()
    found = re.match(r"([\d,]+) work", heading)
    return int(found[1].replace(",", "")) if found else 0


def _apply(page: Page) -> None:
    page.locator(".filters").get_by_role("button", name="Apply").first.click()


def test_words_typed_on_the_first_page_are_searched(page: Page) -> None:
    """Return in the field leads to results whose address holds the words and nothing else."""
    page.goto("/")
    field = page.get_by_role("combobox", name="Search the archive")
    field.fill("remittances")
    field.press("Enter")

    expect(page).to_have_url(re.compile(r"/search\?q=remittances$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("for remittances")
    expect(page).to_have_title(re.compile(r"^\d+ works for remittances - page 1 of \d - Search - Masthead$"))


def test_suggestions_fill_the_field_and_do_not_submit(page: Page) -> None:
    """Arrows choose among the suggestions, Enter takes one into the field and the page stays."""
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("migr")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.get_attribute("data-query")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    field.press("Enter")

    expect(field).to_have_value(chosen or "")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(page).to_have_url(re.compile(r"/$"))


def test_escape_closes_the_suggestions_and_keeps_the_words(page: Page) -> None:
    """Escape hides the list; what was typed stays."""
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("migr")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("Escape")

    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("migr")


def test_arrow_up_leads_back_to_what_was_typed(page: Page) -> None:
    """Past the first suggestion no option is chosen, and Enter searches what was typed."""
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("migr")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    field.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile(""))
    field.press("Enter")

    expect(page).to_have_url(re.compile(r"/search\?q=migr$"))


def test_a_ticked_organization_narrows_the_results(page: Page) -> None:
    """The count beside a choice is the number of works that it leaves; it then stands above the results."""
    page.goto("/search?q=migration")
    choice = page.locator(".choice", has_text="General Assembly").first
    promised = int(choice.locator(".choice-count").inner_text().split()[-2])
    choice.get_by_role("checkbox").check()
    _apply(page)

    expect(page).to_have_url(re.compile(r"\?q=migration&organization=un-ga$"))
    assert promised == _count(page)
    expect(page.locator(".active-filter")).to_have_text("Remove filter Organization: General Assembly")


def test_years_are_typed(page: Page) -> None:
    """From and to narrow the results and stand in their fields again."""
    page.goto("/search?q=migration")
    page.get_by_label("From", exact=True).fill("2012")
    page.get_by_label("To", exact=True).fill("2013")
    _apply(page)

    assert 0 < _count(page)
    expect(page.get_by_label("From", exact=True)).to_have_value("2012")
    expect(page.get_by_label("To", exact=True)).to_have_value("2013")
    expect(page.locator(".active-filter")).to_have_count(1)


def test_a_bar_is_a_year(page: Page) -> None:
    """A bar of the histogram names its year and its works, and leads to them."""
    page.goto("/search?q=migration")
    bar = page.locator(".histogram a").last
    year, promised = re.match(r"(\d{4}), (\d+) work", bar.get_attribute("aria-label") or "").groups()  # type: ignore[union-attr]
    bar.click()

    expect(page.locator(".active-filter")).to_contain_text(year)
    assert int(promised) == _count(page)


def test_filters_are_taken_away_one_by_one(page: Page) -> None:
    """Each active filter is a link that takes only itself away; the last one leaves all results."""
    page.goto("/search?q=migration&organization=un-ga&topic=remittances&year_from=2013")
    expect(page.locator(".active-filter")).to_have_count(3)
    for left in (2, 1, 0):
        page.locator(".active-filter").first.click()
        expect(page.locator(".active-filter")).to_have_count(left)

    expect(page).to_have_url(re.compile(r"\?q=migration$"))


def test_all_filters_are_cleared_at_once(page: Page) -> None:
    """Clear all filters keeps the words."""
    page.goto("/search?q=migration&organization=un-ga&topic=remittances")
    page.get_by_role("link", name="Clear all filters").click()

    expect(page.locator(".active-filter")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?q=migration$"))


def test_results_are_put_in_another_order(page: Page) -> None:
    """Title, A to Z sorts by title and is said in the address; the usual order is not."""
    page.goto("/search?q=migration")
    order = page.get_by_label("Order")
    order.select_option("Title, A to Z")
    page.locator(".sort").get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"\?q=migration&sort=title$"))
    titles = page.locator(".result h3").all_inner_texts()

    assert sorted(titles, key=str.casefold) == titles
    order.select_option("Best match")
    page.locator(".sort").get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"\?q=migration$"))


def test_pages_go_on_and_back(page: Page) -> None:
    """The second page goes on where the first ended; going back shows the first again."""
    page.goto("/search?q=migration")
    first = page.locator(".result h3").all_inner_texts()
    page.get_by_role("link", name="Next page").click()
    pages = page.get_by_role("navigation", name="Pages of results")
    expect(pages.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    second = page.locator(".result h3").all_inner_texts()

    assert "11" == page.locator("ol.results").get_attribute("start")
    assert not set(first) & set(second)
    page.go_back()
    assert first == page.locator(".result h3").all_inner_texts()


def test_a_page_beyond_the_end_leads_to_the_first(page: Page) -> None:
    """A page that is no more is no error."""
    page.goto("/search?q=migration&page=99")

    expect(page).to_have_url(re.compile(r"\?q=migration$"))


def test_a_search_of_another_word_keeps_the_choices(page: Page) -> None:
    """The field above the results belongs to the form of the choices."""
    page.goto("/search?q=migration&organization=un-ga")
    field = page.get_by_role("combobox", name="Search the archive")
    field.fill("dialogue")
    field.press("Enter")

    expect(page).to_have_url(re.compile(r"\?q=dialogue&organization=un-ga$"))


def test_choices_fold_on_narrow_screens(page: Page) -> None:
    """A button opens and closes the choices and says which; it is absent where there is room."""
    page.goto("/search?q=migration")
    button = page.get_by_role("button", name="Narrow the results")
    expect(button).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.locator(".choice").first.get_by_role("checkbox").check()
    _apply(page)

    expect(page.locator(".active-filter")).to_have_count(1)
