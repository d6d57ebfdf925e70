"""Debian's Chromium, and what it reports of a page."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Playwright, Request, Response

CHROMIUM: Final = Path("/usr/bin/chromium")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def require_chromium() -> None:
    """Skip the test where there is no Chromium; fail in continuous integration, where there must be one."""
    if CHROMIUM.exists():
        return
    reason = f"{CHROMIUM} is missing: install Debian's package chromium"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def launched(playwright: Playwright) -> Iterator[Browser]:
    """A browser that asks nothing of the network but what a page asks."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    try:
        yield browser
    finally:
        browser.close()


class Complaints:
    """Collects what a browser complains of: the console's errors and warnings, exceptions, requests that failed.

    The Content-Security-Policy reports its violations to the console.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.heard: list[str] = []
        self._expected = 0
        context.on("console", self._console)
        context.on("weberror", lambda error: self.heard.append(f"exception: {error.error}"))
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def expect_status(self) -> None:
        """Let the next page answer with an error's status."""
        self._expected += 1

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.heard.append(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        is_given_up = request.failure == "net::ERR_ABORTED"  # a download, or a suggestion that is no longer wanted
        if not is_given_up:
            self.heard.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status < 400:
            return
        if response.request.is_navigation_request() and self._expected:
            self._expected -= 1
            return
        self.heard.append(f"status: {response.status} {response.url}")
