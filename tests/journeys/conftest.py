"""A visitor of the sample archive: a real browser before a real server."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.browsers import Complaints, launched, require_chromium
from tests.journeys.sites import indexed, served

TIMEOUT = 15_000
"""Milliseconds that a step may take on a busy machine."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample archive, indexed and served once."""
    require_chromium()
    folder = tmp_path_factory.mktemp("site")
    indexed(folder)
    with served(folder, folder / "server.log") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    require_chromium()
    with sync_playwright() as playwright, launched(playwright) as one:
        yield one


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A visitor with an empty history."""
    with browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}) as one:
        one.set_default_timeout(TIMEOUT)
        yield one


@pytest.fixture
def complaints(context: BrowserContext) -> Iterator[Complaints]:
    """What the browser complains of; the test fails if there is anything at its end."""
    one = Complaints(context)
    yield one
    assert [] == one.heard


@pytest.fixture
def page(context: BrowserContext, complaints: Complaints) -> Page:  # noqa: ARG001 - listens from the first page on
    """A page of which the browser must not complain."""
    return context.new_page()
