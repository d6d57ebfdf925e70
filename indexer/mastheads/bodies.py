"""Who issued a document, in the words of its front."""

import re
from collections.abc import Sequence
from typing import Final

from indexer.mastheads.filenames import read_name
from indexer.mastheads.front import Line, Part
from indexer.mastheads.proposal import Proposed
from indexer.mastheads.symbols import council_heading
from indexer.mastheads.titles import Heading, masthead_end
from indexer.mastheads.wording import BODY, OPENING_OF_TEXT, STATE

_TOP: Final = 10
_LONGEST_NAME: Final = 120
_WITH_ACRONYM: Final = re.compile(r"[^\W\d_].+\([A-Z][\w/-]{1,14}\)")
_PAPER: Final = re.compile(r"UN/POP/")


def _in_masthead(lines: Sequence[Line]) -> str | None:
    """Return the last body of the masthead: the Human Rights Council stands under the General Assembly."""
    bodies = [line.rest for line in lines[: masthead_end(lines)] if line.part is Part.BODY]
    found = BODY.search(bodies[-1]) if bodies else None
    return found[0] if found else None


def _after_title(heading: Heading | None) -> str | None:
    following = heading.following if heading else None
    is_name = following and len(following) <= _LONGEST_NAME and not re.search(r"[.:;?]$", following)
    return following if following and is_name and not OPENING_OF_TEXT.fullmatch(following) else None


def propose_body(
    lines: Sequence[Line], file_name: str, symbol: str | None, heading: Heading | None
) -> Proposed[str] | None:
    """Return the body or organization that speaks in the document, as printed."""
    author = _after_title(heading)
    if symbol and author and _PAPER.match(symbol):
        return Proposed(author, 0.8, "It stands under the title of a contributed paper.")
    if body := _in_masthead(lines):
        return Proposed(body, 0.95, "It stands on the masthead.")
    if council_heading(lines):
        return Proposed("Security Council", 0.95, "It adopts the resolution.")
    state = read_name(file_name).state
    if state:
        return Proposed(state, 0.8, "The file's name names the state after its code.")
    if author and _WITH_ACRONYM.fullmatch(author):
        return Proposed(author, 0.5, "It stands under the title with its acronym.")
    printed = next((line.text for line in lines[:_TOP] if STATE.fullmatch(line.text)), None)
    return Proposed(printed, 0.6, "It stands above the title.") if printed else None
