"""The reader of HTML pages."""

import re
from collections.abc import Iterator

from lxml import etree, html

from indexer.extraction.blocks import Block, BlockKind, places_of
from indexer.extraction.encodings import decoded
from indexer.extraction.errors import damaged
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.markup import Element, local_name
from indexer.extraction.quality import truncated
from indexer.extraction.repair import clean_line, clean_text

LEFT_OUT = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "math", "select", "button", "iframe", "object"}
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS = HEADINGS.keys() | frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    )
)
CELLS = frozenset({"td", "th"})
DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
DEEPEST = 250


class HtmlReader:
    """Reads HTML: headings, paragraphs, lists and tables, without scripts and what they need."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the page's paragraphs under its headings."""
        try:
            root = html.document_fromstring(_text(content), parser=html.HTMLParser(no_network=True, huge_tree=True))
        except (etree.LxmlError, ValueError, AssertionError) as error:
            raise damaged("it is not readable as HTML") from error
        places = places_of(_blocks(root), budget)
        notes = (truncated(len(places), "paragraph"),) if budget.is_spent() else ()
        return Reading(places, properties=_properties(root), notes=notes)


def _text(content: bytes) -> str:
    found = DECLARED.search(content[:4096])
    text = decoded(content)
    if found and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = decoded(content)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))


def _blocks(root: Element) -> Iterator[Block]:
    """Walk the tree without recursion, so that depth costs nothing; inline elements flow into the block around them."""
    pieces: list[str] = []
    level: int | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = local_name(element)
        if event == "start" and name in LEFT_OUT:
            pass
        if event == "start" and name in BLOCKS:
            yield _block(pieces, level)
            pieces = []
            level = HEADINGS.get(name)
        if event == "start" and name and not _is_left_out(element):
            pieces += [_before(name), element.text or ""]
        elif event == "end" and name in BLOCKS:
            yield _block(pieces, level)
            pieces, level = [], None
        if event != "start" and element.tail and not _is_left_out(element.getparent()):
            pieces.append(element.tail)
    yield _block(pieces, level)


def _before(name: str) -> str:
    if name == "br":
        return "\n"
    return " | " if name in CELLS else ""


def _is_left_out(element: Element | None) -> bool:
    depth = 0
    while element is not None and depth < DEEPEST:
        if local_name(element) in LEFT_OUT:
            return True
        element = element.getparent()
        depth += 1
    return False


def _block(pieces: list[str], level: int | None) -> Block:
    lines = ("".join(pieces)).split("\n")
    text = clean_text(" ".join(" ".join(lines).split())).strip("| ")
    return Block(BlockKind.PARAGRAPH if level is None else BlockKind.HEADING, text, level=level)


def _properties(root: Element) -> tuple[tuple[str, str], ...]:
    title = root.find(".//title")
    found = {"title": clean_line(title.text or "") if title is not None else "", "language": root.get("lang") or ""}
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "author":
            found["author"] = clean_line(meta.get("content") or "")
    return tuple((name, value) for name, value in found.items() if value)
