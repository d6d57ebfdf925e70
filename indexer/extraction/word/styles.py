"""The paragraph styles of a Word file: which are headings, and which are numbered."""

import re

from indexer.extraction.markup import Element, attribute, children, first_child

HEADING_NAME = re.compile(r"(?:heading|title|subtitle|titre|título|заголовок|عنوان|标题)\b", re.IGNORECASE)
LOWEST_LEVEL = 9  # the outline level that means body text
DEPTH = 12


class Styles:
    """Looks up what a paragraph's style says, along the styles that it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(children(root, "style"))
        self._by_id = {attribute(style, "styleId"): style for style in styles}

    def is_heading(self, paragraph: Element) -> bool:
        """Return whether the paragraph is set as a heading, by its own outline level or by its style."""
        properties = first_child(paragraph, "pPr")
        if properties is None:
            return False
        own = _level(properties)
        if own is not None:
            return own < LOWEST_LEVEL
        return any(_is_heading_style(style) for style in self._line(properties))

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


def _level(properties: Element) -> int | None:
    level = first_child(properties, "outlineLvl")
    value = None if level is None else attribute(level, "val")
    return int(value) if value is not None and value.isdecimal() else None


def _is_heading_style(style: Element) -> bool:
    name = first_child(style, "name")
    if name is not None and HEADING_NAME.match(attribute(name, "val") or ""):
        return True
    properties = first_child(style, "pPr")
    level = None if properties is None else _level(properties)
    return level is not None and level < LOWEST_LEVEL
