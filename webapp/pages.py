"""What every page shows around its own content."""

from dataclasses import dataclass
from typing import Any, Final

from flask import Flask, g, request, url_for

from indexer.model.identifiers import RIGHT_TO_LEFT, UNDETERMINED, Language
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
        "stylesheets": [_static(f"css/{name}.css") for name in STYLESHEETS],
        "scripts": [_static(f"js/{name}.js") for name in SCRIPTS],
        "icon": _static("icon.svg"),
        "navigation": _menu(NAVIGATION),
        "footer": _menu(FOOTER),
        "links": {
            "home": here.home(),
            "search": here.at("/search"),
            "suggest": here.at("/api/v1/suggest"),
            "opensearch": here.opensearch(),
            "help": here.at("/help"),
            "unreadable": here.at("/about#files"),
        },
    }


def _static(name: str) -> str:
    """Return an address that changes with the program, so that it can be kept for ever."""
    return url_for("static", filename=name, v=site().version)


def _menu(items: tuple[tuple[str, str], ...]) -> list[MenuItem]:
    return [MenuItem(label, addresses().at(path), request.full_path == f"{path}?") for path, label in items]
