"""XML and HTML trees, parsed without entities, network or endless depth."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

Element = Any
"""An lxml element; the library carries no types."""


def parsed(content: bytes) -> Element:
    """Return the root of an XML document; entities are not expanded and nothing is fetched.

    Raises:
        etree.XMLSyntaxError: It is not well formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children with this name, in any namespace."""
    return (child for child in element if local_name(child) == name)


def first_child(element: Element, name: str) -> Element | None:
    """Return the first child with this name."""
    return next(children(element, name), None)
