"""The type of what can be written as JSON, and how it is written into a page."""

import json
from collections.abc import Mapping, Sequence

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_UNSAFE_IN_MARKUP = str.maketrans(
    {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
)


def for_script_element(value: Json) -> str:
    """Return JSON that can stand between the tags of a script element: nothing in it closes the element."""
    return json.dumps(value, ensure_ascii=False).translate(_UNSAFE_IN_MARKUP)
