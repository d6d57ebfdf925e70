"""What every page shows around its own content."""

from dataclasses import dataclass
from typing import Any, Final

from flask import Flask, g, request

from indexer.model.identifiers import RIGHT_TO_LEFT, UNDETERMINED, Language
from indexer.representations.addresses import Addresses
from webapp.reading import addresses, site

STYLESHEETS: Final = ("tokens", "base", "layout", "components", "records", "reading", "meetings", "print")
SCRIPTS: Final = ("suggestions", "search-form", "filter-panel")
NAVIGATION: Final = (("/search", "Browse"), ("/help", "Help"))
FOOTER: Final = (
    ("/about", "About"),
    ("/help", "Help"),
    ("/api", "API"),
    ("/accessibility", "Accessibility"),
    ("/privacy", "Privacy"),
)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One link of a menu."""

    label: str
    address: str
    is_current: bool


def install(app: Flask) -> None:
    """Give every template the frame of the site."""
    app.context_processor(_frame)
    app.add_template_global(direction)


def direction(language: Language) -> str:
    """Return the direction in which a text runs: that of its language where it is known, else of its letters."""
    if language == UNDETERMINED:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _frame() -> dict[str, Any]:
    here = addresses()
    generation = g.get("generation")
    return {
        "site_name": site().settings.site_name,
        "program_version": site().version,
        "generation_number": generation.number if generation else None,
        "stylesheets": [_static(f"css/{name}.css", here) for name in STYLESHEETS],
        "scripts": [_static(f"js/{name}.js", here) for name in SCRIPTS],
        "icon": _static("icon.svg", here),
        "navigation": _menu(NAVIGATION, here),
        "footer": _menu(FOOTER, here),
        "links": {
            "home": here.home(),
            "search": here.at("/search"),
            "suggest": here.at("/api/v1/suggest"),
            "opensearch": here.opensearch(),
            "help": here.at("/help"),
            "unreadable": here.at("/about#files"),
        },
    }


def _static(name: str, here: Addresses) -> str:
    """Return an address that changes with the program, so that it can be kept for ever."""
    return here.at(f"/static/{name}?v={site().version}")


def _menu(items: tuple[tuple[str, str], ...], here: Addresses) -> list[MenuItem]:
    page = request.full_path.removesuffix("?")
    return [MenuItem(label, here.at(path), page == path) for path, label in items]
