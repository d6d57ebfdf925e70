"""The sitemap."""

import datetime as dt
from xml.etree import ElementTree as ET

from indexer.representations.sitemap import LARGEST_PART, NAMESPACE, SitemapEntry, sitemap, sitemap_part
from tests.indexer.representations.records import PUBLIC

_MANY = [SitemapEntry(f"https://papers.example.org/documents/{number}") for number in range(LARGEST_PART + 1)]


def addresses_in(document: bytes | None) -> list[str | None]:
    """Return the addresses that a sitemap lists."""
    assert document is not None
    return [element.text for element in ET.fromstring(document).iter(f"{{{NAMESPACE}}}loc")]


def test_a_small_site_has_one_sitemap() -> None:
    """Addresses with the day of their last change, where it is known."""
    entries = [
        SitemapEntry("https://papers.example.org/?a=1&b=2"),
        SitemapEntry("https://x.org/b", dt.date(2014, 2, 20)),
    ]
    document = ET.fromstring(sitemap(entries, PUBLIC))

    assert f"{{{NAMESPACE}}}urlset" == document.tag
    assert [entry.address for entry in entries] == addresses_in(sitemap(entries, PUBLIC))
    assert ["2014-02-20"] == [element.text for element in document.iter(f"{{{NAMESPACE}}}lastmod")]


def test_a_large_site_has_parts() -> None:
    """No file holds more than crawlers take, and every address is in one."""
    parts = [sitemap_part(_MANY, number) for number in (1, 2)]
    root = "https://papers.example.org/archive"

    assert [f"{root}/sitemap-1.xml", f"{root}/sitemap-2.xml"] == addresses_in(sitemap(_MANY, PUBLIC))
    assert [entry.address for entry in _MANY] == [address for part in parts for address in addresses_in(part)]


def test_there_are_no_other_parts() -> None:
    """A number beyond the end, or none, is no part."""
    assert [None, None, None] == [sitemap_part(_MANY, number) for number in (0, -1, 3)]
