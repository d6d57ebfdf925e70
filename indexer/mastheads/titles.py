"""The title of a document: the heading after its masthead, or the best that stands in for one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indexer.mastheads.filenames import read_name
from indexer.mastheads.front import Line, Part
from indexer.mastheads.proposal import Proposed
from indexer.mastheads.symbols import assembly_heading, council_heading
from indexer.mastheads.wording import (
    ADDITION,
    DISTRIBUTION,
    DOCUMENT_WORD,
    MINISTRY,
    ONLY,
    OPENING_OF_TEXT,
    ORIGINAL,
    STATE,
    UNITED_NATIONS,
)

_TOP: Final = 24
_LONGEST_HEADING: Final = 400
_LONGEST_SUBTITLE: Final = 80
_LONGEST_TITLE: Final = 400
_LONGEST_SENTENCE: Final = 200
_MARK: Final = re.compile(r"\s*[*∗†]+\s*")
_ISSUED_BY: Final = re.compile(
    rf"(?:{DOCUMENT_WORD.pattern})\s*(?:of|by|prepared|submitted|du|de|del|por|dated)\b", re.IGNORECASE
)
_NOTE_OF: Final = re.compile(r"(?:Доклад|Записка|Письмо)\s\w+|.{2,30}的(?:报告|说明|信)|(?:مذكرة|تقرير|رسالة)\s.+")
_GOES_ON: Final = re.compile(
    r"\b(?:the|of|on|and|for|in|to|within|a|au|aux|du|de|des|la|le|les|et|niveau|y|el|los|del|и|в|на|по"
    r"|تجاه|في|من|على|إلى|بشأن|عن)$|[-–,]$",
    re.IGNORECASE,
)
_JUNK_TITLE: Final = re.compile(
    r"Microsoft .*|untitled.*|United Nations|(?:Word )?Document\d*|\d+|.*\.\w{2,4}|.*_.*|DRAFT.*|title"
    r"|presentation|powerpoint.*|slide \d+|template.*",
    re.IGNORECASE,
)
_NOTICE: Final = re.compile(r".+(?:[.!?؟]\s+|。)\S.+(?:[.!?؟。]|https?://\S+)")
_MASTHEAD_WORDS: Final = (UNITED_NATIONS, DISTRIBUTION, ORIGINAL, ONLY)
_MOTTO: Final = re.compile(r"\w+(?:\s*[-–]\s*\w+){2}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A title found in the text, with the block that follows it."""

    title: str
    confidence: float
    reason: str
    following: str | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    is_marked: bool


def _is_marker(line: Line) -> bool:
    if line.part in {Part.BODY, Part.SESSION, Part.AGENDA_ITEM, Part.PLACE_AND_DATES}:
        return True
    return line.part is Part.MASTHEAD and bool(
        line.symbols or line.dates or any(words.search(line.text) for words in _MASTHEAD_WORDS)
    )


def has_masthead(lines: Sequence[Line]) -> bool:
    """Whether a symbol, a distribution, a language or the United Nations stand on lines of their own at the top."""
    return any(
        line.stands_alone and (line.symbols or any(words.match(line.text) for words in _MASTHEAD_WORDS))
        for line in lines[:12]
    )


def _opens_footnote(lines: Sequence[Line], at: int) -> bool:
    """Whether a mark stands on a line of its own above a long one."""
    is_mark = _MARK.fullmatch(lines[at].text)
    return bool(is_mark) and at + 1 < len(lines) and len(lines[at + 1].text) > _LONGEST_SUBTITLE


def first_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines up to where the running text, a table of contents or a footnote begins."""
    for at, line in enumerate(lines[:_TOP]):
        is_text = line.part is Part.TEXT and (len(line.text) > _LONGEST_HEADING or OPENING_OF_TEXT.fullmatch(line.rest))
        if is_text or line.part is Part.FOOTNOTE or _opens_footnote(lines, at):
            return lines[:at]
    return lines[:_TOP]


def masthead_end(lines: Sequence[Line]) -> int:
    """Return how many of the first lines belong to the masthead, with the agenda item's own title."""
    front = first_lines(lines)
    end = max((at + 1 for at, line in enumerate(front) if _is_marker(line)), default=0)
    if end and front[end - 1].part is Part.AGENDA_ITEM:
        block = front[end - 1].block
        while end < len(front) and front[end].block == block:
            end += 1
        titled = [DOCUMENT_WORD.match(line.text) for line in front[end : end + 2]]
        if len(titled) > 1 and titled[1] and not titled[0] and front[end].text.isupper():
            end += 1
    return end


def _pieces(lines: Sequence[Line]) -> list[_Piece]:
    """Return the blocks of text, each divided where a footnote mark stands."""
    blocks: dict[int, list[str]] = {}
    for line in lines:
        if line.part is not Part.MASTHEAD:
            blocks.setdefault(line.block, []).append(line.text)
    pieces: list[_Piece] = []
    for block in blocks.values():
        joined = " ".join(block)
        divided = [text for text in _MARK.split(joined) if text]
        pieces += [_Piece(text, bool(_MARK.search(joined))) for text in divided]
    return pieces


def _goes_on(title: str, pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a heading that was broken over two blocks goes on in the next one."""
    following = pieces[at]
    if len(following.text) > _LONGEST_SUBTITLE:
        return False
    is_marked_later = following.is_marked and not pieces[at - 1].is_marked and at + 1 < len(pieces)
    return bool(
        is_marked_later
        or following.text[0].islower()
        or _GOES_ON.search(title)
        or (title.isupper() and following.text.isupper() and title.count("(") != title.count(")"))
    )


def _is_sentence(text: str) -> bool:
    return len(text) > _LONGEST_SENTENCE and text.endswith((".", ";", ":", "。"))


def _is_subtitle(title: str, following: str) -> bool:
    if len(following) > _LONGEST_SUBTITLE or OPENING_OF_TEXT.fullmatch(following) or following.endswith("."):
        return False
    return any(
        words.match(text) for text, words in ((title, _ISSUED_BY), (following, _ISSUED_BY), (following, _NOTE_OF))
    )


def _joined(pieces: Sequence[_Piece]) -> tuple[str, str | None]:
    """Return the title made of the first pieces, and the piece after it."""
    title = pieces[0].text
    at = 1
    while at < len(pieces) and _goes_on(title, pieces, at):
        title = f"{title} {pieces[at].text}"
        at += 1
    if at < len(pieces) and _is_subtitle(title, pieces[at].text):
        title = f"{title}: {pieces[at].text}"
        at += 1
    if at < len(pieces) and ADDITION.fullmatch(pieces[at].text):
        title = f"{title}: {pieces[at].text}"
        at += 1
    return title, pieces[at].text if at < len(pieces) else None


def _agenda_title(masthead: Sequence[Line]) -> str:
    """Return the title of the agenda item, which the masthead has after its number."""
    items = [at for at, line in enumerate(masthead) if line.part is Part.AGENDA_ITEM]
    return " ".join(line.text for line in masthead[items[-1] + 1 :]) if items else ""


def _divided_after(agenda_title: str, title: str) -> str:
    """Set off what a title has after the words of its agenda item: the state under review."""
    at = title.casefold().find(agenda_title.casefold()) if agenda_title else -1
    head, tail = title[: at + len(agenda_title)], title[at + len(agenda_title) :]
    return f"{head}: {tail.strip()}" if at > 0 and re.match(r"\s+\w", tail) else title


def _after_masthead(lines: Sequence[Line]) -> Heading | None:
    end = masthead_end(lines)
    pieces = _pieces(first_lines(lines)[end:])
    while len(pieces) > 1 and _NOTICE.fullmatch(pieces[0].text):
        pieces = pieces[1:]
    if not pieces or _is_sentence(pieces[0].text):
        return None
    title, following = _joined(pieces)
    title = _divided_after(_agenda_title(lines[:end]), title)
    return Heading(title, 0.9, "It is the heading after the masthead.", following)


def _of_resolution(lines: Sequence[Line]) -> Heading | None:
    if heading := council_heading(lines):
        return Heading(heading.capitalize() if heading.isupper() else heading, 0.95, "It is the resolution's heading.")
    numbered = assembly_heading(lines)
    if numbered is None:
        return None
    block = [line.text for line in lines if line.block == numbered.block]
    return Heading(" ".join(block[block.index(numbered.text) :]), 0.95, "It is the resolution's heading.")


def is_state_or_motto(text: str) -> bool:
    """Whether a line names who speaks, a state or a ministry, and not what the document is."""
    without_motto = _MOTTO.sub("", text).strip()
    return not without_motto or bool(STATE.fullmatch(without_motto) or MINISTRY.fullmatch(text))


def _without_masthead(lines: Sequence[Line], state: str | None) -> Heading | None:
    named = (state or "").casefold()
    front = [line for line in first_lines(lines) if not is_state_or_motto(line.text) and line.text.casefold() != named]
    undated = [line for line in front if line.rest and re.search(r"[^\W\d]{3}", line.rest)]
    pieces = _pieces(undated)
    if not pieces or " | " in pieces[0].text or _is_sentence(pieces[0].text):
        return None
    title, following = _joined(pieces)
    return Heading(title, 0.6, "It is the first heading.", following)


def heading_of(lines: Sequence[Line], state: str | None = None) -> Heading | None:
    """Return the title as the text prints it; the name of the state that speaks is none."""
    resolution = _of_resolution(lines)
    return resolution or (_after_masthead(lines) if has_masthead(lines) else _without_masthead(lines, state))


def _clean(title: str) -> str:
    plain = " ".join(title.split())
    return plain if len(plain) <= _LONGEST_TITLE else f"{plain[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def propose_title(
    heading: Heading | None, lines: Sequence[Line], file_name: str, file_title: str | None
) -> Proposed[str] | None:
    """Return the heading, else the title in the file's properties, else its first line, else its name made readable."""
    stated = _clean(file_title) if file_title and not _JUNK_TITLE.fullmatch(file_title.strip()) else None
    if heading:
        title = _clean(heading.title)
        if stated and stated.casefold().startswith(title.casefold()):
            return Proposed(stated, 0.95, "The heading and the file's properties agree.")
        return Proposed(title, heading.confidence, heading.reason)
    if stated:
        return Proposed(stated, 0.5, "The file's properties say it.")
    first = next((line.text for line in lines if re.search(r"[^\W\d]{3}", line.text)), None)
    if first:
        return Proposed(_clean(first), 0.4, "It is the first line.")
    words = read_name(file_name).words
    return Proposed(words, 0.3, "Only the file's name says it.") if words else None
