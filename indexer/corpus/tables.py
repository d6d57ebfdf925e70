"""A table of a TOML file, taken key by key: what is wrong is noted with its line, and nothing is raised."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from indexer.corpus.faults import FaultLog, nearest_of, unknown
from indexer.corpus.languages import ISO_639_1
from indexer.corpus.lines import KeyPath
from indexer.model.authority import Labels
from indexer.model.identifiers import UNDETERMINED, Language

_Choice = TypeVar("_Choice", bound=StrEnum)
_KIND_WORDS: Mapping[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
    dt.date: "a date",
    dt.time: "a time",
    dt.datetime: "a date with a time",
}
_ADDRESS = re.compile(r"https?://[^\s/]\S*")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Table:
    """One table; every key is taken by what it should hold, then `close` notes the keys nobody knew."""

    values: Mapping[str, object]
    log: FaultLog
    place: KeyPath = ()
    taken: set[str] = field(default_factory=set)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def grave(self, key: str, message: str, value: str | None = None) -> None:
        """Note a fault of this key that makes the record useless."""
        self.log.grave(message, (*self.place, key), value)

    def light(self, key: str, message: str, value: str | None = None) -> None:
        """Note a fault of this key that costs a part of the record."""
        self.log.light(message, (*self.place, key), value)

    def close(self) -> None:
        """Note every key that was not taken."""
        for key in self.values:
            if key not in self.taken:
                nearest = nearest_of(key, self.taken)
                self.grave(key, unknown("key", key, nearest, f"the keys here are {', '.join(sorted(self.taken))}"))

    def raw(self, key: str) -> object:
        """Return the value as it is, for keys that may hold more than one kind; None where it is missing."""
        self.taken.add(key)
        return self.values.get(key)

    def text(self, key: str) -> str | None:
        """Return a text; None where it is missing or empty."""
        value = self.raw(key)
        if value is not None and not isinstance(value, str):
            self.wrong_kind(key, value, "text in quotes")
            return None
        return value or None

    def required(self, key: str) -> str:
        """Return a text that the record cannot do without; empty after noting that it is missing."""
        if self.values.get(key, "") == "":
            self.grave(key, f'`{key}` is missing; write {key} = "..."')
        return self.text(key) or ""

    def address(self, key: str) -> str | None:
        """Return an address of the web, which readers may be sent to; None where it is missing."""
        value = self.text(key)
        if value is not None and not _ADDRESS.fullmatch(value):
            self.grave(key, f"`{key}` is {value!r}, which is no address; write it with https:// before it", value)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one."""
        value = self.raw(key)
        items = [value] if isinstance(value, str) else value
        if items is None:
            return ()
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.wrong_kind(key, value, "a list of texts in quotes")
            return ()
        return tuple(items)

    def whole(self, key: str) -> int | None:
        """Return a whole number that is not negative; None where it is missing."""
        value = self.raw(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
            return value
        self.wrong_kind(key, value, "a whole number from 0 up")
        return None

    def flag(self, key: str) -> bool:
        """Return true or false; false where it is missing."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            self.wrong_kind(key, value, "true or false")
        return value is True

    def day(self, key: str) -> dt.date | None:
        """Return a date written 2014-02-20, with or without quotes; None where it is missing."""
        value = self.raw(key)
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.grave(key, f"`{key}` is {value!r}, which is no date of the calendar; write it as 2014-02-20")
            return None

    def required_labels(self, key: str) -> Labels:
        """Return wordings by language that the record cannot do without."""
        found = self.labels(key)
        if not found and not self.values.get(key):
            self.grave(key, f'`{key}` is missing; write {key} = "...", or {key} = {{ en = "...", fr = "..." }}')
        return found

    def required_day(self, key: str) -> dt.date:
        """Return a date that the record cannot do without."""
        if key not in self.values:
            self.grave(key, f"`{key}` is missing; write {key} = 2014-02-20")
        return self.day(key) or dt.date.min

    def clock(self, key: str) -> dt.time | None:
        """Return a time of day written "10:00"; None where it is missing."""
        value = self.raw(key)
        if value is None or isinstance(value, dt.time):
            return value
        match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            self.grave(key, f'`{key}` is {value!r}, which is no time of day; write it as "10:00"')
            return None
        return dt.time(int(match[1]), int(match[2]))

    def choice(self, key: str, default: _Choice) -> _Choice:
        """Return one of a closed set of words; the default where it is missing or wrong."""
        value = self.text(key)
        words = [str(word) for word in type(default)]
        if value is None or value in words:
            return type(default)(value) if value else default
        self.grave(key, unknown(key, value, nearest_of(value, words), f"write one of {', '.join(words)}"), value)
        return default

    def language(self, key: str) -> Language:
        """Return a language code that the record cannot do without."""
        code = self.required(key)
        return _known_language(self, key, code) if code else UNDETERMINED

    def labels(self, key: str) -> Labels:
        """Return wordings by language; one text alone is the English one."""
        value = self.raw(key)
        if isinstance(value, str):
            return {Language("en"): value} if value else {}
        if value is not None and not isinstance(value, dict):
            self.wrong_kind(key, value, "text, or a table of texts by language")
        table = self.table(key) if isinstance(value, dict) else None
        if table is None:
            return {}
        return {_known_language(table, code, code): words for code in table.values if (words := table.text(code))}

    def lists_by_language(self, key: str) -> Mapping[Language, tuple[str, ...]]:
        """Return lists of wordings by language; one list alone is the English one."""
        if isinstance(self.raw(key), list):
            return {Language("en"): self.texts(key)}
        table = self.table(key)
        if table is None:
            return {}
        return {_known_language(table, code, code): words for code in table.values if (words := table.texts(code))}

    def table(self, key: str) -> "Table | None":
        """Return a table within; None where it is missing."""
        value = self.raw(key)
        if isinstance(value, dict):
            return Table(value, self.log, (*self.place, key))
        if value is not None:
            self.wrong_kind(key, value, "a table")
        return None

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return a list of tables, written [[key]] or as a list of {...}."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong_kind(key, value, "a list of tables")
            return ()
        return tuple(Table(item, self.log, (*self.place, key, number)) for number, item in enumerate(value))

    def entries(self, key: str, inner: str) -> tuple["Table", ...]:
        """Return a list of tables that all have the key `inner`; a text alone stands for a table of that one key."""
        value = self.raw(key)
        items = [value] if isinstance(value, str) else value
        if items is None:
            return ()
        if not isinstance(items, list) or not all(isinstance(item, str | dict) for item in items):
            self.wrong_kind(key, value, "a list of texts or tables")
            return ()
        tables = (item if isinstance(item, dict) else {inner: item} for item in items)
        found = tuple(Table(item, self.log, (*self.place, key, number)) for number, item in enumerate(tables))
        for table in found:
            table.required(inner)
        return found

    def wrong_kind(self, key: str, value: object, wanted: str) -> None:
        """Note that the key holds another kind of value than it should."""
        self.grave(key, f"`{key}` should be {wanted}, but is {_KIND_WORDS.get(type(value), 'something else')}")


def _known_language(table: Table, key: str, code: str) -> Language:
    if code not in ISO_639_1 and code != UNDETERMINED:
        table.grave(key, f"language '{code}' is not known; write an ISO 639-1 code such as en, ar or zh", code)
    return Language(code)
