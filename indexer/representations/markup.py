"""XML made for programs: feeds, sitemaps, descriptions."""

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: ET.Element, name: str, text: str = "", attributes: Mapping[str, str] | None = None) -> ET.Element:
    """Put an element at the end of another one and return it; characters that XML forbids are left out."""
    cleaned = {key: _FORBIDDEN.sub("", value) for key, value in (attributes or {}).items()}
    child = ET.SubElement(parent, name, cleaned)
    child.text = _FORBIDDEN.sub("", text) or None
    return child


def root(name: str, namespace: str) -> ET.Element:
    """Return the outermost element of a document whose elements are all of one namespace."""
    return ET.Element(name, {"xmlns": namespace})


def written(element: ET.Element) -> bytes:
    """Return the document as it is sent."""
    document: bytes = ET.tostring(element, encoding="utf-8", xml_declaration=True)
    return document
