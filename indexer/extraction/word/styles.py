"""The paragraph styles of a Word file: which are headings, and which are numbered."""

import re

from indexer.extraction.blocks import TITLE
from indexer.extraction.markup import Element, attribute, children, first_child

HEADING_NAME = re.compile(r"(?:heading|titre|título|заголовок|عنوان|标题)\s*([1-9])\b", re.IGNORECASE)
TITLE_NAME = re.compile(r"(?:sub)?(?:title|heading|titre|título|заголовок|عنوان|标题)\b", re.IGNORECASE)
LOWEST_LEVEL = 9  # an outline level below it means body text
DEPTH = 12


class Styles:
    """Looks up what a paragraph's style says, along the styles that it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(children(root, "style"))
        self._by_id = {attribute(style, "styleId"): style for style in styles}

    def heading_level(self, paragraph: Element) -> int | None:
        """Return how deep a heading the paragraph is, by its own outline level or by its style; None for no heading."""
        properties = first_child(paragraph, "pPr")
        if properties is None:
            return None
        levels = (_style_level(style) for style in self._line(properties))
        by_style = next((level for level in levels if level is not None), None)
        own = _outline_level(properties)
        if own is None or by_style == TITLE:
            return by_style
        return own if own <= LOWEST_LEVEL else None

    def numbering_of(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the list and the level that number this paragraph; None where nothing does."""
        properties = first_child(paragraph, "pPr")
        if properties is None:
            return None
        for holder in [properties, *(first_child(style, "pPr") for style in self._line(properties))]:
            found = None if holder is None else first_child(holder, "numPr")
            if found is not None:
                number, level = first_child(found, "numId"), first_child(found, "ilvl")
                key = None if number is None else attribute(number, "val")
                depth = (attribute(level, "val") or "0") if level is not None else "0"
                return None if key in {None, "0"} or not depth.isdecimal() else (str(key), int(depth))
        return None

    def _line(self, properties: Element) -> list[Element]:
        """Return the paragraph's style and those that it is based on."""
        named = first_child(properties, "pStyle")
        found: list[Element] = []
        while named is not None and len(found) < DEPTH:
            style = self._by_id.get(attribute(named, "val"))
            if style is None:
                break
            found.append(style)
            named = first_child(style, "basedOn")
        return found


def _outline_level(properties: Element) -> int | None:
    level = first_child(properties, "outlineLvl")
    value = None if level is None else attribute(level, "val")
    return int(value) + 1 if value is not None and value.isdecimal() else None


def _style_level(style: Element) -> int | None:
    name = first_child(style, "name")
    words = "" if name is None else attribute(name, "val") or ""
    heading = HEADING_NAME.match(words)
    if heading:
        return int(heading[1])
    properties = first_child(style, "pPr")
    level = None if properties is None else _outline_level(properties)
    if TITLE_NAME.match(words):
        return TITLE
    return level if level is not None and level <= LOWEST_LEVEL else None
