"""Values as TOML, laid out as a person would write them."""

from collections.abc import Mapping
from typing import Final

import tomlkit
from tomlkit.items import Item

_WIDTH: Final = 120


def item(value: object) -> Item:
    """Return a value as it stands behind a key: tables in one line, long lists with a line for each entry."""
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        for key, inner in value.items():
            inline.append(key, item(inner))
        return inline
    if isinstance(value, list | tuple):
        array = tomlkit.array()
        for inner in value:
            array.append(item(inner))
        return array.multiline(multiline=len(array.as_string()) > _WIDTH)
    return tomlkit.item(value)


def table_text(header: str, fields: Mapping[str, object]) -> str:
    """Return a table with an empty line above it; without a header the first lines of a file."""
    lines = [f"{key} = {item(value).as_string()}" for key, value in fields.items()]
    return "\n".join(["", header, *lines] if header else lines) + "\n"
