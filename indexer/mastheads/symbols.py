"""Which symbol a document has: that of its masthead, its running lines, its file name."""

import re
from collections.abc import Sequence
from typing import Final

from indexer.mastheads.filenames import read_name
from indexer.mastheads.front import Line
from indexer.mastheads.proposal import Proposed
from indexer.mastheads.wording import UNITED_NATIONS
from indexer.symbols import canonical, find_symbols

_TOP: Final = 20
_VERY_TOP: Final = 6
_COUNCIL_RESOLUTION: Final = re.compile(
    r"(?:resolution\s+)?(\d{1,4})\s?\(((?:19|20)\d\d)\)\.?(?:\s+(?:resolution )?of\b.*)?", re.IGNORECASE
)
_ASSEMBLY_RESOLUTION: Final = re.compile(r"(\d{2}/\d{1,3}[A-Z]?)\.(?:\s.*)?")
_SECURITY_COUNCIL: Final = re.compile(r"Security Council|\[S/\d+")
_GENERAL_ASSEMBLY: Final = re.compile(r"General Assembly")
_IN_BRACKETS: Final = re.compile(r"\s*[\[(]")


def council_heading(lines: Sequence[Line]) -> str | None:
    """Return the line in which a resolution of the Security Council names itself."""
    is_council = any(_SECURITY_COUNCIL.search(line.text) for line in lines)
    tops = lines[: _VERY_TOP if is_council else 1]
    return next((line.text for line in tops if _COUNCIL_RESOLUTION.fullmatch(line.text)), None)


def assembly_heading(lines: Sequence[Line]) -> Line | None:
    """Return the line in which a resolution of the General Assembly has its number before its title."""
    is_assembly = any(_GENERAL_ASSEMBLY.search(line.text) for line in lines[:_TOP])
    headings = (line for line in lines[:_TOP] if _ASSEMBLY_RESOLUTION.fullmatch(line.text))
    return next(headings, None) if is_assembly else None


def _in_council_heading(lines: Sequence[Line]) -> str | None:
    heading = council_heading(lines)
    found = _COUNCIL_RESOLUTION.fullmatch(heading) if heading else None
    return canonical(f"S/RES/{found[1]}({found[2]})") if found else None


def _in_assembly_heading(lines: Sequence[Line]) -> str | None:
    heading = assembly_heading(lines)
    found = _ASSEMBLY_RESOLUTION.fullmatch(heading.text) if heading else None
    return canonical(f"A/RES/{found[1]}") if found else None


def _in_masthead(lines: Sequence[Line]) -> str | None:
    """Return the first symbol on a line that holds nothing but masthead."""
    alone = (line for line in lines[:_TOP] if line.symbols and line.stands_alone and not _IN_BRACKETS.match(line.text))
    return next((line.symbols[0].canonical for line in alone), None)


def _opening_a_line(lines: Sequence[Line]) -> str | None:
    """Return a symbol that one of the very first lines begins with, or that stands beside "United Nations"."""
    for line in lines[:_VERY_TOP]:
        if line.symbols and (line.symbols[0].start == 0 or UNITED_NATIONS.match(line.text)):
            return line.symbols[0].canonical
    return None


def _in_running_lines(running_lines: Sequence[str]) -> str | None:
    found = [symbol.canonical for line in running_lines for symbol in find_symbols(line)]
    return max(found, key=found.count, default=None)


def propose_symbol(
    lines: Sequence[Line], file_name: str, running_lines: Sequence[str], file_title: str | None
) -> Proposed[str] | None:
    """Return the document's own symbol; the symbols of documents that its first page cites are not it."""
    named = read_name(file_name).symbol or (read_name(file_title).symbol if file_title else None)
    running = _in_running_lines(running_lines)
    printed = _in_council_heading(lines) or _in_masthead(lines) or _in_assembly_heading(lines) or _opening_a_line(lines)
    if running and printed and running.startswith(f"{printed}/"):
        printed = running  # the masthead broke before Add.1
    printed = printed or running
    if printed is None:
        return Proposed(named, 0.7, "Only the file's name says it.") if named else None
    if named is None:
        sure = 0.95 if running == printed else 0.9
        return Proposed(printed, sure, "It stands on the masthead.")
    if named == printed:
        return Proposed(printed, 1.0, "Masthead and file name agree.")
    return Proposed(printed, 0.6, f"It stands on the masthead, but the file's name says {named}.")
