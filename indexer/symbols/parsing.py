"""Any spelling of a symbol -> the symbol."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from indexer.symbols.components import (
    divide,
    is_roman_session,
    is_year,
    spelled_part,
    without_bracket,
)
from indexer.symbols.meaning import explained
from indexer.symbols.plaintext import plain
from indexer.symbols.series import MEANINGS, PADDED, SECOND_PARTS
from indexer.symbols.sessions import session_as_written, session_number, year
from indexer.symbols.symbol import Symbol

_LONGEST: Final = 120
_AROUND: Final = " \t\r\n.,;:*†‡∗'\"“”„«»‘’<>[]"
_ADDRESS: Final = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?:[a-z]{2}/)?", re.IGNORECASE)
_FILE_NAME_SEPARATORS: Final = ("_", " ", "-", ".")
_COUNTED_LABELS: Final = frozenset(
    ["ADD", "REV", "CORR", "AMEND", "CN", "AC", "CONF", "WG", "SUB", "SER", "L", "PV", "SR", "CRP", "WP"],
)
_BODIES_WITH_COMMITTEES: Final = frozenset("ASE")
_FEWEST_PARTS_OF_FILE_NAME: Final = 3
_SESSIONAL: Final = re.compile(
    r"A|S|E|T|RES|DEC|PRST|HRC|INF|BUR|C\.\d+|WG\.\d+|ISBA|DP|FPA|CP|SBI|SBSTA|ICEF|UNW|IDB|PBC|ICC-ASP|POP|JIU|REP|HSP"
)
_SERIAL_DIGITS: Final = 3  # S/819 is a document, A/68 is a session


def _stripped(text: str) -> str:
    inner = _ADDRESS.sub("", text.strip(), count=1).strip(_AROUND)
    while inner.startswith("("):
        inner = inner[1:].strip(_AROUND)
    while inner.endswith(")") and inner.count(")") > inner.count("("):
        inner = inner[:-1].strip(_AROUND)
    return inner


def _joined_labels(words: Sequence[str]) -> tuple[str, ...]:
    """Put back together what a file name took apart: L 10 is L.10, S 27 is S-27, MIG 12CM is MIG-12CM."""
    joined: list[str] = []
    root = words[0].upper()
    for word in words:
        before = joined[-1].upper() if len(joined) > 1 else ""
        is_committee = before == "C" and root in _BODIES_WITH_COMMITTEES
        if word.isdigit() and (before in _COUNTED_LABELS or is_committee):
            joined[-1] += f".{word}"
        elif (before in {"S", "ES"} and re.fullmatch(r"\d{1,2}|[IVXivx]+", word)) or before == "MIG":
            joined[-1] += f"-{word}"
        else:
            joined.append(word)
    return tuple(joined)


def _file_name_parts(text: str) -> tuple[str, ...]:
    separator = next((mark for mark in _FILE_NAME_SEPARATORS if mark in text), None)
    words = [word for word in text.split(separator) if word] if separator else []
    return _joined_labels(words) if len(words) >= _FEWEST_PARTS_OF_FILE_NAME else ()


def _with_year_in_brackets(parts: Sequence[str]) -> tuple[str, ...]:
    """Join a resolution's number with the year or Roman session that a file name sets apart."""
    if len(parts) != 4 or parts[1] != "RES" or not parts[2].isdigit():  # noqa: PLR2004 - body, RES, number, year
        return tuple(parts)
    is_security_council = parts[0] == "S" and is_year(parts[3])
    is_early_assembly = parts[0] == "A" and is_roman_session(parts[3])
    return (*parts[:2], f"{parts[2]}({parts[3]})") if is_security_council or is_early_assembly else tuple(parts)


def _with_padding(parts: Sequence[str]) -> tuple[str, ...]:
    is_padded = tuple(parts[:2]) == PADDED and len(parts) > 3 and is_year(parts[-2]) and parts[-1].isdigit()  # noqa: PLR2004
    return (*parts[:-1], parts[-1].zfill(2)) if is_padded else tuple(parts)


def _spelled(written: Sequence[str]) -> tuple[str, ...] | None:
    parts = [spelled for part in written if (spelled := spelled_part(part))]
    if len(parts) != len(written) or len(parts) < 2:  # noqa: PLR2004 - a body and one thing more
        return None
    second = SECOND_PARTS.get(parts[0])
    if second is None or not second.fullmatch(without_bracket(parts[1])):
        return None
    return _with_padding(_with_year_in_brackets(parts))


def _counts(part: str) -> bool:
    """Whether a part numbers documents or sessions, where MIG-12CM and CN.9 name a body."""
    is_body = re.match(r"(?:C|CN|AC|CONF|WG|SC|SER|GC|EA|Sub)\.|[A-Z-]+\d", part)
    return bool(re.search(r"\d", part)) and not is_body


def _is_complete(parts: Sequence[str]) -> bool:
    """Whether the parts name one document, not a body or a session of it."""
    counting = [at for at, part in enumerate(parts) if at and _counts(part)]
    if len(counting) != 1:
        return bool(counting)
    only = counting[0]
    part = parts[only]
    if not part.isdigit():
        return "." in part or part[0].isdigit()
    if not _SESSIONAL.fullmatch(parts[only - 1]):
        return not is_year(part)
    return only == 1 and len(part) >= _SERIAL_DIGITS and not is_year(part)


def _is_known(parts: Sequence[str]) -> bool:
    return any(re.search(r"\d", part) for part in parts[1:]) or "/".join(parts[:2]) in MEANINGS


@lru_cache(maxsize=8192)
def parse(text: str) -> Symbol | None:
    """Return the symbol that the whole text spells, in whatever manner; None where it spells none."""
    if len(text) > _LONGEST:
        return None
    inner = _stripped(plain(text).text)
    has_slash = "/" in inner
    parts = _spelled(divide("".join(inner.split())) if has_slash else _file_name_parts(inner))
    if parts is None:
        return None
    is_complete = _is_complete(parts)
    if not is_complete and not (has_slash and _is_known(parts)):
        return None
    session = session_as_written(parts)
    return Symbol(
        canonical="/".join(parts),
        parts=explained(parts),
        session=session_number(session) if session else None,
        year=year(parts),
        is_complete=is_complete,
    )


def canonical(text: str) -> str | None:
    """Return the canonical spelling of the symbol that the whole text spells."""
    symbol = parse(text)
    return symbol.canonical if symbol else None


def year_of(symbol: str) -> int | None:
    """Return the year that a symbol says, or in which the session that it names opened."""
    parsed = parse(symbol)
    return parsed.year if parsed else None


def prefixes(symbol: str) -> tuple[str, ...]:
    """Return the canonical symbol, then the series that it belongs to, down to its body.

    What stands in brackets is left out in one of them, so that S/RES/1325 leads to S/RES/1325(2000).
    """
    parts = divide(canonical(symbol) or symbol)
    found: list[str] = []
    for count in range(len(parts), 0, -1):
        found.append("/".join(parts[:count]))
        letterless = re.sub(r"(?<=\))[A-Z]$", "", parts[count - 1])
        found.append("/".join((*parts[: count - 1], letterless)))
        found.append("/".join((*parts[: count - 1], without_bracket(parts[count - 1]))))
    return tuple(dict.fromkeys(prefix.rstrip("/") for prefix in found))


def series_of(symbol: str) -> str:
    """Return the first two parts, such as A/RES: the series under which the symbol is browsed."""
    return "/".join(divide(canonical(symbol) or symbol)[:2])


def official_address(symbol: str) -> str:
    """Return the address of the official copy."""
    return f"https://undocs.org/{quote(canonical(symbol) or symbol, safe='/().-')}"


def variants(symbol: str) -> tuple[str, ...]:
    """Return the canonical spelling, then others by which the symbol is asked for or filed."""
    spelled = canonical(symbol) or symbol
    head, slash, last = spelled.rpartition("/")
    padded = last.zfill(2) if last.isdigit() else last
    unpadded = str(int(last)) if last.isdigit() else last
    others = [f"{head}{slash}{padded}", f"{head}{slash}{unpadded}", re.sub(r"(?<=[\w])\(", " (", spelled)]
    if not re.search(r"[()]", spelled):
        others += [spelled.replace("/", mark) for mark in "_-" if mark not in spelled]
    others += [spelled.lower()]
    return tuple(dict.fromkeys((spelled, *(other for other in others if canonical(other) == spelled))))
