"""Takes pictures of every page at every width, light and dark: `python -m tests.journeys.screenshots FOLDER [NAME...]`."""  # noqa: E501 - as it is typed

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.journeys.browsers import launched
from tests.journeys.pages import PAGES
from tests.journeys.sites import indexed, served

HEIGHTS: Final = {360: 740, 1280: 900, 2560: 1440, 3840: 2160}
"""Of the screen, by its width."""


def main(folder: Path, names: Iterable[str]) -> None:
    """Write pictures of pages into a folder: `results-360-dark.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary, sync_playwright() as playwright, launched(playwright) as browser:
        work = Path(temporary)
        indexed(work)
        with served(work, work / "server.log") as site, browser.new_context(base_url=site) as context:
            page = context.new_page()
            for name in names:
                page.goto(PAGES[name])
                _take(page, folder, name)


def _take(page: Page, folder: Path, name: str) -> None:
    for width, height in HEIGHTS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        page.screenshot(path=folder / f"{name}-{width}-light.png", full_page=True)
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=folder / f"{name}-{width}-dark.png", full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or PAGES)
