"""What every view needs: the generation that this request reads, addresses, the reader's language."""

from dataclasses import dataclass, field
from typing import Final

from flask import Flask, current_app, g, request

from indexer.archive.generation import Generation
from indexer.archive.reading import Archive
from indexer.kept import Kept
from indexer.model.identifiers import OFFICIAL_LANGUAGES, Language
from indexer.representations.addresses import Addresses
from indexer.settings import Settings

ENGLISH = Language("en")


ROOM_FOR_PAGES: Final = 16 << 20
"""Characters of pages that a process keeps to give them again: some hundreds of pages of results."""


def _room_for_pages() -> Kept[str, str]:
    return Kept(ROOM_FOR_PAGES, len)


@dataclass(frozen=True, slots=True)
class Site:
    """What the application was made from.

    Attributes:
        pages: Those that were given before.
    """

    settings: Settings
    archive: Archive
    version: str
    pages: Kept[str, str] = field(default_factory=_room_for_pages)


def site() -> Site:
    """Return what the application was made from."""
    found: Site = current_app.extensions["masthead"]
    return found


def generation() -> Generation:
    """Return the generation that this request reads from its beginning to its end.

    Raises:
        IndexUnavailableError: There is none yet, or it is damaged.
    """
    if "reading" not in g:
        g.reading = site().archive.reading()
        g.generation = g.reading.__enter__()
    found: Generation = g.generation
    return found


def addresses() -> Addresses:
    """Return the maker of this site's addresses, relative to the host."""
    return Addresses("", request.script_root)


def public_addresses() -> Addresses:
    """Return the maker of addresses that can be followed from anywhere."""
    return Addresses(site().settings.base_url or request.host_url.rstrip("/"), request.script_root)


def language() -> Language:
    """Return the language in which labels and titles are shown: the one asked for by `lang`, else English."""
    asked = request.args.get("lang", "")
    return Language(asked) if asked in OFFICIAL_LANGUAGES else ENGLISH


def install(app: Flask) -> None:
    """Let go of the generation when a request ends."""

    @app.teardown_request
    def _leave(error: BaseException | None) -> None:  # noqa: ARG001 - Flask's signature
        reading = g.pop("reading", None)
        if reading is not None:
            reading.__exit__(None, None, None)
