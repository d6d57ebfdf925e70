"""How one part of a symbol is spelled: its capitals, its dot, its number, what it has in brackets."""

import re
from typing import Final

_MIXED_CASE: Final = {
    word.upper(): word
    for word in (
        *("Add", "Rev", "Corr", "Amend", "Agenda", "Misc", "Sub", "Summary", "OzL", "Pro"),
        *("Sect", "Vol", "Part", "Resumption", "Suppl", "Res", "No"),
    )
}
_COUNTED_WITHOUT_DOT: Final = re.compile(r"(ADD|REV|CORR|AMEND|CN|AC|CONF|WG|L|PV|SR|CRP|WP|C)(\d{1,4})")
_DOTTED: Final = re.compile(r"([A-Z]{1,8}(?:\.[A-Z]{1,4})*)\.(\d{1,5}|[IVX]{1,5}|[A-Z])([A-Z]?)")
_NUMBER: Final = re.compile(r"(\d{1,6})([A-Z]{0,2})")
_TWO_REPORTS_IN_ONE: Final = re.compile(r"(\d{1,2})-(\d{1,2})")  # CEDAW/C/URY/8-9
_SPECIAL_SESSION: Final = re.compile(r"(S|ES)-0*(\d{1,2}|[IVX]{1,5})")
_WORD: Final = re.compile(r"[A-Z][A-Z0-9]{0,14}(?:-[A-Z0-9]{1,8})*")
_BRACKET: Final = re.compile(
    r"(?:19|20)\d\d|(?:E?S-)?[IVXLC]{1,7}|SUPP|SES\.\d+/\d+|\d{1,3}"
    r"|(?P<label>SECT|VOL|PART|RESUMPTION|SUPPL)\.?(?P<number>\d{1,3}|[IVX]{1,5})"
)
_ROMAN: Final = re.compile(r"(?:E?S-)?[IVXLC]{1,7}")
_WITHOUT_DOT: Final = frozenset({"PART", "RESUMPTION"})


def _label(upper: str) -> str:
    return ".".join(_MIXED_CASE.get(word, word) for word in upper.split("."))


def _inside_bracket(upper: str) -> str | None:
    found = _BRACKET.fullmatch(upper)
    if not found or not found["label"]:
        return upper if found else None
    dot = "" if found["label"] in _WITHOUT_DOT else "."
    return f"{_MIXED_CASE[found['label']]}{dot}{found['number']}"


def _counted(label: str, counter: str, letter: str = "") -> str:
    return f"{_label(label)}.{int(counter) if counter.isdigit() else counter}{letter}"


def _numbered(upper: str) -> str | None:
    if number := _NUMBER.fullmatch(upper):
        return f"{int(number[1])}{number[2]}"
    if reports := _TWO_REPORTS_IN_ONE.fullmatch(upper):
        return f"{int(reports[1])}-{int(reports[2])}"
    return None


def _without_bracket(upper: str) -> str | None:
    if special := _SPECIAL_SESSION.fullmatch(upper):
        return f"{special[1]}-{special[2]}"
    if counted := _COUNTED_WITHOUT_DOT.fullmatch(upper) or _DOTTED.fullmatch(upper):
        return _counted(*counted.groups())
    if _WORD.fullmatch(upper):
        return upper if upper == "RES" else _MIXED_CASE.get(upper, upper)
    return _numbered(upper)


def spelled_part(written: str) -> str | None:
    """Return the canonical spelling of one part between slashes; None where it cannot be one."""
    upper = "".join(written.upper().split()).strip(".")
    head, opened, tail = upper.partition("(")
    base = _without_bracket(head) if head else ""
    if not opened or base is None:
        return base or None
    content, closed, letter = tail.partition(")")
    inside = _inside_bracket(content)
    if not closed or inside is None or (letter and not re.fullmatch("[A-Z]", letter)):
        return None
    if _ROMAN.fullmatch(inside) and re.fullmatch(r"\d+[A-Z]", base):
        base, letter = base[:-1], base[-1]  # 217 A (III) is the same as 217(III)A
    return f"{base}({inside}){letter}"


def number_of(part: str) -> int | None:
    """Return the number that a part begins with, before letters or brackets."""
    found = re.match(r"\d+", part)
    return int(found[0]) if found else None


def bracket_of(part: str) -> str | None:
    """Return what a part has in brackets."""
    found = re.search(r"\(([^)]*)\)", part)
    return found[1] if found else None


def without_bracket(part: str) -> str:
    """Return the part up to its bracket."""
    return part.partition("(")[0]


def is_roman_session(part: str) -> bool:
    """Whether the part is a session in Roman numerals, such as XV or S-VI."""
    return bool(_ROMAN.fullmatch(part))


def is_year(part: str) -> bool:
    """Whether the part is four digits that can be a year of the United Nations."""
    return bool(re.fullmatch(r"19(?:4[5-9]|[5-9]\d)|20\d\d", part))


def divide(symbol: str) -> tuple[str, ...]:
    """Return the parts between slashes; a slash within brackets divides nothing."""
    return tuple(re.split(r"/(?![^(]*\))", symbol))
