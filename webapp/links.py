"""Words with where they lead: what the pages of records are made of."""

from dataclasses import dataclass

from indexer.model.authority import Labels
from indexer.model.identifiers import UNDETERMINED, Language

ENGLISH = Language("en")


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a record.

    Attributes:
        address: Where they lead; empty where they are only words.
        language: That of the words; empty for names and for the site's own English.
        note: Our own remark behind them.
        is_symbol: They are a document symbol or another code.
        is_outside: They lead away from the site.
    """

    text: str
    address: str = ""
    language: str = ""
    note: str = ""
    is_symbol: bool = False
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a record: a name and one or several values."""

    name: str
    values: tuple[Words, ...]


def fact(name: str, *values: Words | str | None) -> Fact:
    """Return a line of a record; values that are empty are left out."""
    worded = (Words(value) if isinstance(value, str) else value for value in values if value)
    return Fact(name, tuple(words for words in worded if words.text))


def known(*facts: Fact) -> tuple[Fact, ...]:
    """Return the lines that say something."""
    return tuple(one for one in facts if one.values)


def followable(text: str, address: str | None) -> Words | None:
    """Return words that lead away from the site; None where there is no address of the web."""
    words = outside(text, address)
    return words if words.address else None


def outside(text: str, address: str | None, note: str = "") -> Words:
    """Return words that lead away from the site; an address that is not of the web is shown and leads nowhere."""
    if address and address.startswith(("https://", "http://")):
        return Words(text, address, note=note, is_outside=True)
    return Words(address or "", note=note)


def in_language(labels: Labels, language: Language) -> Words:
    """Return the wording in a language, else in English, else any; the words say which."""
    for wanted in (language, ENGLISH, *labels):
        if labels.get(wanted):
            return Words(labels[wanted], language=tag(wanted))
    return Words("")


def tag(language: Language) -> str:
    """Return a language as a page names it; empty where it is not known."""
    return "" if language == UNDETERMINED else language
