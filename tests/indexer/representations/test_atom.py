"""Atom feeds."""

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from indexer.representations.atom import NAMESPACE, Feed, FeedEntry, atom

_NAMES = {"a": NAMESPACE}
_ROOT = "https://papers.example.org"
_MOMENT = dt.datetime(2014, 2, 21, 3, 4, 5, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
_FEED = Feed("fees - Masthead", f"{_ROOT}/feed.atom?q=fees&page=1", f"{_ROOT}/search?q=fees", _MOMENT, "Masthead")
_ENTRY = FeedEntry(
    "Costs & benefits <draft>", f"{_ROOT}/documents/A/1", _MOMENT, "fr", "A summary", ("UNFPA", "IOM"), ("Costs",)
)


def read(document: bytes) -> ET.Element:
    """Return a feed as a program reads it."""
    return ET.fromstring(document)


def test_a_feed_has_what_the_standard_demands() -> None:
    """Id, title, time in UTC, an author, and links to itself and to its page."""
    feed = read(atom(_FEED, []))
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", _NAMES)}

    assert "2014-02-21T08:04:05Z" == feed.findtext("a:updated", namespaces=_NAMES)
    assert (_FEED.address, _FEED.title) == (feed.findtext("a:id", "", _NAMES), feed.findtext("a:title", "", _NAMES))
    assert "Masthead" == feed.findtext("a:author/a:name", namespaces=_NAMES)
    assert {"self": _FEED.address, "alternate": _FEED.html} == links


def test_a_feed_says_where_it_goes_on() -> None:
    """RFC 5005: next."""
    feed = read(atom(replace(_FEED, next=f"{_ROOT}/feed.atom?q=fees&page=2"), []))

    following = feed.find("a:link[@rel='next']", _NAMES)

    assert following is not None
    assert f"{_ROOT}/feed.atom?q=fees&page=2" == following.get("href")


def test_an_entry_is_read_back() -> None:
    """Markup in a title stays text; the language is said."""
    entry = read(atom(_FEED, [_ENTRY])).find("a:entry", _NAMES)

    assert entry is not None
    assert "Costs & benefits <draft>" == entry.findtext("a:title", namespaces=_NAMES)
    assert "fr" == entry.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert ["UNFPA", "IOM"] == [name.text for name in entry.findall("a:author/a:name", _NAMES)]
    assert ["Costs"] == [category.get("term") for category in entry.findall("a:category", _NAMES)]
    assert "A summary" == entry.findtext("a:summary", namespaces=_NAMES)


@given(st.text())
def test_any_title_makes_a_feed_that_can_be_read(title: str) -> None:
    """Characters that XML forbids are left out."""
    read(atom(_FEED, [replace(_ENTRY, title=title, summary=title, authors=(title,), topics=(title,))]))
