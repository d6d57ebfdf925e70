"""Help, about, accessibility, privacy."""

import datetime as dt
from dataclasses import dataclass

from flask import Response, render_template

from indexer.archive.answers import Overview
from indexer.archive.browsing import overview
from indexer.archive.generation import Generation
from indexer.archive.help import QUERY_HELP
from indexer.model.identifiers import DocumentId
from indexer.representations.addresses import Addresses
from indexer.representations.dates import day_label
from indexer.representations.search_parameters import SearchParameters
from webapp.caching import conditional
from webapp.reading import addresses, generation, language, site


@dataclass(frozen=True, slots=True)
class Example:
    """A query that shows what can be written."""

    query: str
    finds: str
    address: str


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file whose text is not in the archive's searches.

    Attributes:
        document, address: The record it belongs to.
    """

    name: str
    reason: str
    document: str
    address: str


def search_help() -> Response:
    """Explain the query language by examples that can be tried."""
    examples = [Example(query, finds, addresses().search(SearchParameters(q=query))) for query, finds in QUERY_HELP]
    return conditional(render_template("about/help.html", examples=examples))


def about() -> Response:
    """Say what the archive holds, how it is searched and what could not be read."""
    built = generation().manifest.built[:10]
    return conditional(
        render_template(
            "about/about.html",
            counts=_counts(overview(generation(), language())),
            files=_unreadable(generation(), addresses()),
            built=day_label(_day(built)),
            contact=_contact(site().settings.contact),
        )
    )


def accessibility() -> Response:
    """Say what holds for everybody."""
    return conditional(render_template("about/accessibility.html", contact=_contact(site().settings.contact)))


def privacy() -> Response:
    """Say what is kept of readers: nothing of what they search."""
    return conditional(render_template("about/privacy.html", contact=_contact(site().settings.contact)))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _counts(found: Overview) -> str:
    works = sum(kind.count for kind in found.works)
    return f"{found.documents:,} documents and {works - found.documents:,} talks, agenda items and side events"


def _contact(contact: str) -> tuple[str, str] | None:
    """Return the words and the address of the contact; None where none is set."""
    if not contact:
        return None
    return contact, f"mailto:{contact}" if "@" in contact and "://" not in contact else contact


def _unreadable(found: Generation, links: Addresses) -> list[UnreadableFile]:
    return [
        UnreadableFile(
            file.path.rpartition("/")[2],
            file.reason,
            file.document or "",
            links.document(DocumentId(file.document)) if file.document else "",
        )
        for file in found.unreadable
    ]
