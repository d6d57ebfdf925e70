"""The sitemap: every address for crawlers, in parts where one file may not hold them all."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.representations.addresses import Addresses
from indexer.representations.markup import add, root, written

NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
LARGEST_PART: Final = 50_000


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address, absolute, and when what stands there last changed."""

    address: str
    modified: dt.date | None = None


def sitemap(entries: Sequence[SitemapEntry], addresses: Addresses) -> bytes:
    """Return what stands at the address of the sitemap: all entries, or where the parts are."""
    if len(entries) <= LARGEST_PART:
        return _listing("urlset", "url", entries)
    count = -(-len(entries) // LARGEST_PART)
    parts = [SitemapEntry(addresses.sitemap(number)) for number in range(1, count + 1)]
    return _listing("sitemapindex", "sitemap", parts)


def sitemap_part(entries: Sequence[SitemapEntry], number: int) -> bytes | None:
    """Return a part, counted from 1; None where there is none of this number."""
    start = (number - 1) * LARGEST_PART
    within = number >= 1 and start < len(entries)
    return _listing("urlset", "url", entries[start : start + LARGEST_PART]) if within else None


def _listing(name: str, item: str, entries: Sequence[SitemapEntry]) -> bytes:
    document = root(name, NAMESPACE)
    for entry in entries:
        element = add(document, item)
        add(element, "loc", entry.address)
        if entry.modified:
            add(element, "lastmod", entry.modified.isoformat())
    return written(document)
