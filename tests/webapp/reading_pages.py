"""Asks for pages and reads them as a browser's tree of elements."""

import json
from http import HTTPStatus
from itertools import pairwise
from typing import Any

from flask.testing import FlaskClient
from lxml import html

Page = html.HtmlElement


def page(client: FlaskClient, address: str) -> Page:
    """Return the page at an address, which must answer with 200."""
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK, f"{address}: {response.status}"
    return html.fromstring(response.text)


def words(element: Page) -> str:
    """Return the text of an element with single spaces."""
    return " ".join(str(element.text_content()).split())


def all_words(tree: Page, path: str) -> list[str]:
    """Return the text of every element that an XPath finds."""
    return [words(found) for found in tree.xpath(path)]


def links(tree: Page, path: str = "//a") -> dict[str, str]:
    """Return the addresses of links by their words; of links of the same words the first counts."""
    found: dict[str, str] = {}
    for link in tree.xpath(path):
        found.setdefault(words(link), link.get("href"))
    return found


def facts(tree: Page) -> dict[str, list[str]]:
    """Return the lines of the records on a page by name."""
    found: dict[str, list[str]] = {}
    for line in tree.xpath("//dl[contains(@class, 'record')]/*"):
        if line.tag == "dt":
            values = found.setdefault(words(line), [])
        else:
            values.append(words(line))
    return found


def json_ld(tree: Page) -> list[Any]:
    """Return the blocks of JSON-LD on a page."""
    return [json.loads(block.text) for block in tree.xpath("//script[@type='application/ld+json']")]


def meta(tree: Page, name: str) -> list[str]:
    """Return the contents of the meta tags of a name."""
    return [str(content) for content in tree.xpath(f"//meta[@name='{name}']/@content")]


def headings(tree: Page) -> list[int]:
    """Return the levels of all headings in their order."""
    return [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]


def skips_a_level(levels: list[int]) -> bool:
    """Return whether a heading stands more than one level under the one before it."""
    return any(level > before + 1 for before, level in pairwise(levels))
