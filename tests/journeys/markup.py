"""What is wrong with a page's HTML, beyond what axe looks at."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import html

POINTERS: Final = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "form")
DIRECTIONS: Final = {"ltr", "rtl", "auto"}
LANGUAGES: Final = {"ar", "zh", "en", "fr", "ru", "es"}


def faults_of(page: str) -> list[str]:
    """Return a sentence for each fault of a page."""
    root = html.document_fromstring(page)
    return [fault for check in (_languages, _ids, _headings, _own_code, _names) for fault in check(root)]


def _languages(root: html.HtmlElement) -> Iterator[str]:
    if (root.get("lang"), root.get("dir")) != ("en", "ltr"):
        yield "The page does not say its language and direction."
    for element in root.iter(html.etree.Element):
        if element.get("lang", "en") not in LANGUAGES:
            yield f"lang={element.get('lang')!r} on <{element.tag}> is no language of the archive."
        if element.get("dir", "ltr") not in DIRECTIONS:
            yield f"dir={element.get('dir')!r} on <{element.tag}> is no direction."


def _ids(root: html.HtmlElement) -> Iterator[str]:
    ids = Counter(root.xpath("//@id"))
    yield from (f"id={name!r} stands {count} times." for name, count in ids.items() if count > 1)
    for attribute in POINTERS:
        for value in root.xpath(f"//@{attribute}"):
            yield from (f"{attribute}={name!r} leads to nothing." for name in value.split() if name not in ids)
    for address in root.xpath("//a/@href[starts-with(., '#')]"):
        if address[1:] not in ids:
            yield f"{address} leads to nothing."


def _headings(root: html.HtmlElement) -> Iterator[str]:
    last = 0
    if len(root.xpath("//h1")) != 1:
        yield "There is not one heading of the first level."
    for heading in root.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"):
        level = int(heading.tag[1])
        if last and level > last + 1:
            yield f"<{heading.tag}> {heading.text_content().strip()!r} follows <h{last}>."
        if not heading.text_content().strip():
            yield f"<{heading.tag}> is empty."
        last = level


def _own_code(root: html.HtmlElement) -> Iterator[str]:
    yield from (f"<{one.tag}> has a style of its own." for one in root.xpath("//*[@style] | //style"))
    yield from (
        "A script stands in the page." for _ in root.xpath("//script[not(@src) and @type!='application/ld+json']")
    )
    for name in {name for one in root.iter(html.etree.Element) for name in one.attrib if name.startswith("on")}:
        yield f"An element has a script in {name}."


def _names(root: html.HtmlElement) -> Iterator[str]:
    if not (root.findtext(".//title") or "").strip():
        yield "The page has no title."
    for field in root.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        is_labelled = field.xpath("ancestor::label") or root.xpath(f"//label[@for='{field.get('id')}']")
        if not is_labelled and not field.get("aria-label"):
            yield f"The field {field.get('name')!r} has no label."
