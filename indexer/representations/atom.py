"""Atom feeds (RFC 4287)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from indexer.representations.markup import add, root, written

NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One document in a feed.

    Attributes:
        address: Absolute, and for ever the same: it is the entry's id too.
        updated: With a time zone.
        language: That of title and summary.
    """

    title: str
    address: str
    updated: dt.datetime
    language: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed around its entries.

    Attributes:
        address: Of the feed itself, absolute; its id too.
        html: Of the page that shows the same.
        updated: When anything in it changed, with a time zone.
        author: Who answers for entries that name no author.
        next: Of the entries that follow, if any do.
    """

    title: str
    address: str
    html: str
    updated: dt.datetime
    author: str
    next: str | None = None


def atom(feed: Feed, entries: Iterable[FeedEntry]) -> bytes:
    """Return the feed as a document."""
    document = root("feed", NAMESPACE)
    add(document, "id", feed.address)
    add(document, "title", feed.title)
    add(document, "updated", _time(feed.updated))
    add(add(document, "author"), "name", feed.author)
    _link(document, "self", feed.address, "application/atom+xml")
    _link(document, "alternate", feed.html, "text/html")
    if feed.next:
        _link(document, "next", feed.next, "application/atom+xml")
    for entry in entries:
        _add_entry(document, entry)
    return written(document)


def _add_entry(document: ET.Element, entry: FeedEntry) -> None:
    element = add(document, "entry", attributes={"xml:lang": entry.language} if entry.language else None)
    add(element, "id", entry.address)
    add(element, "title", entry.title)
    add(element, "updated", _time(entry.updated))
    _link(element, "alternate", entry.address, "text/html")
    for author in entry.authors:
        add(add(element, "author"), "name", author)
    for topic in entry.topics:
        add(element, "category", attributes={"term": topic})
    if entry.summary:
        add(element, "summary", entry.summary)


def _link(parent: ET.Element, relation: str, address: str, media_type: str) -> None:
    add(parent, "link", attributes={"rel": relation, "href": address, "type": media_type})


def _time(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
