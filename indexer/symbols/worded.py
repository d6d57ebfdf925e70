"""Resolutions named in words, such as "General Assembly resolutions 58/208 and 60/227", in six languages."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

from indexer.symbols.components import is_year
from indexer.symbols.parsing import canonical
from indexer.symbols.sessions import is_council_resolution
from indexer.symbols.symbol import FoundSymbol


class Body(Enum):
    """Who adopted a resolution."""

    GENERAL_ASSEMBLY = "A/RES"
    SECURITY_COUNCIL = "S/RES"
    HUMAN_RIGHTS_COUNCIL = "A/HRC/RES"
    ECONOMIC_AND_SOCIAL_COUNCIL = "E/RES"
    OTHER = ""


_BODY_NAMES: Final = {
    Body.GENERAL_ASSEMBLY: (
        r"General Assembly|Assembl[ée]e g[ée]n[ée]rale|Asamblea General|Генеральн\w+ Ассамбле\w+|الجمعية العامة|大会"
    ),
    Body.SECURITY_COUNCIL: (
        r"Security Council|Conseil de s[ée]curit[ée]|Consejo de Seguridad|Совет\w* Безопасности|مجلس الأمن"
        r"|安全理事会|安理会"
    ),
    Body.HUMAN_RIGHTS_COUNCIL: (
        r"Human Rights Council|\bHRC\b|Conseil des droits de l.homme|Consejo de Derechos Humanos"
        r"|Совет\w* по правам человека|مجلس حقوق الإنسان|人权理事会"
    ),
    Body.ECONOMIC_AND_SOCIAL_COUNCIL: (
        r"Economic and Social Council|\bECOSOC\b|Conseil [ée]conomique et social|Consejo Econ[óo]mico y Social"
        r"|Экономическ\w+ и Социальн\w+ Совет\w*|المجلس الاقتصادي والاجتماعي|经济及社会理事会|经社理事会"
    ),
    Body.OTHER: (
        r"[CK]ommission|Committee|Conference|Comisi[óo]n|Comit[ée]|Conf[ée]rence|Conferencia|Комисси\w+|Комитет\w*"
        r"|Конференци\w+|Governing Council|Executive Board|Parliament|League|لجنة|اللجنة|المؤتمر|委员会|会议"
    ),
}
_BODY_WORDING = "|".join(f"(?P<{body.name}>{names})" for body, names in _BODY_NAMES.items())
_BODY_IN_SHORT = "Council|Assembly|Conseil|Assemblée|Consejo|Asamblea|Совета|Ассамблеи|المجلس|الجمعية"
_BODY: Final = re.compile(_BODY_WORDING, re.IGNORECASE)
_SAYS_WHOSE: Final = re.compile(
    r"\s*(?:adopted|adoptée?s?|aprobadas?|принят\w+)?\s*"
    r"(?:of the|by the|du|de l.|de la|del|par le?|por (?:el|la)|\)|الصادر عن|)\s*$",
    re.IGNORECASE,
)
_BY_A_RESOLUTION: Final = re.compile(
    r"\b(?:established|created|set up|pursuan\w+|under|by|its|cré\w+|institu\w+|vertu|par|establecid\w+|cread\w+|virtud"
    r"|por|учрежд\w+|созда\w+|المنشأة|عملا|بموجب|بالقرار)\b",
    re.IGNORECASE,
)
_WORDS_FOR_RESOLUTION = (
    r"\bresolutions?\b|\br[ée]solutions?\b|\bresoluci[óo]n(?:es)?\b|\bрезолюци\w+|\b\w{0,4}قرار\w{0,4}\b"
)
_SEEN_IN_HEADS: Final = ("resol", "résol", "резолюци", "قرار", "第")
"""One of these is in every head word, in small letters: looking for them is many times quicker."""
_HEAD: Final = re.compile(rf"{_WORDS_FOR_RESOLUTION}|第(?=\s?\d)", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?<![A-Za-z0-9/.])(?:"
    r"(?P<session>\d{1,2})/(?P<number>\d{1,3})(?![\d/])"
    r"|(?P<yearly>(?:19|20)\d\d)/(?P<yearly_number>\d{1,3})(?![\d/])"
    r"|(?P<serial>\d{1,4})\s?(?P<letter>[A-Z]?)\s?\((?P<bracket>(?:19|20)\d\d|(?:E?S-)?[IVXLC]{1,7})\)"
    r")"
)
_LINE_END: Final = re.compile(r"(?<!\n)\n(?!\n)")
_AND = r"(?:,|;|\band\b|\bet\b|\by\b|\be\b|\bи\b|\bas well as\b|و|和|及|与|、|،)"
_TO: Final = re.compile(r"\s*(?:-|to|à|a|по|إلى|至)\s*(?:第)?\s*")
_GAP: Final = re.compile(rf"(?:[^.:()/\[\]\n]|\n(?!\n)){{0,45}}?{_AND}[^.:()/\[\]\d]{{0,12}}|\s*")
_ENDS_LIST: Final = re.compile(rf"{_WORDS_FOR_RESOLUTION}|决议|决定|decisions?", re.IGNORECASE)
_LONGEST_GAP: Final = 90
_LEAD: Final = re.compile(
    rf"\s*(?:(?:(?:of|by|the|de|du|del|la|el)\b|l['’])\s*)*(?:{_BODY_WORDING}|{_BODY_IN_SHORT})?\s*(?:\b(?:No|Nos|n)\b\.?|№|[n№][°º]|رقم)?\s*",
    re.IGNORECASE,
)
_CHINESE_RESOLUTION: Final = re.compile(r"\s?号[^。第]{0,6}决议")
_CHINESE_CLOSING: Final = re.compile(r"\s?号")
_LOOK_BEHIND: Final = 70
_LOOK_AHEAD: Final = 50
_FIRST_NUMBERED_BY_SLASH: Final = 31
"""Up to its thirtieth session the Assembly numbered in Roman: 3281 (XXIX)."""
_LATEST_SESSION: Final = 120
_LONGEST_RANGE: Final = 30


def _body_in(text: str) -> Body | None:
    """Return the body that is named last in a text."""
    named = [found.lastgroup for found in _BODY.finditer(text)]
    return Body[named[-1]] if named and named[-1] else None


def _body_named(text: str, start: int, end: int) -> Body | None:
    """Return the body named nearest before a head word, else right after the number.

    A committee that a resolution established did not adopt it.
    """
    sentence = re.split(r"[.;:]\s|\n\n", text[max(0, start - _LOOK_BEHIND) : start])[-1]
    for named in reversed(list(_BODY.finditer(sentence))):
        body = _body_in(named[0])
        if body is not Body.OTHER or not _BY_A_RESOLUTION.search(sentence, named.end()):
            return body
    after = text[end : end + _LOOK_AHEAD]
    follower = _BODY.search(after)
    is_theirs = follower and _SAYS_WHOSE.match(after[: follower.start()])
    return _body_in(follower[0]) if follower and is_theirs else None


def _by_session(session: int, body: Body | None, default: Body | None) -> Body | None:
    """Return whose a resolution numbered such as 58/208 is."""
    if body in {Body.HUMAN_RIGHTS_COUNCIL, Body.OTHER}:
        return body
    if default is Body.HUMAN_RIGHTS_COUNCIL and body is not Body.GENERAL_ASSEMBLY:
        return default if session < _FIRST_NUMBERED_BY_SLASH else None
    return Body.GENERAL_ASSEMBLY if _FIRST_NUMBERED_BY_SLASH <= session <= _LATEST_SESSION else None


def _symbol(found: re.Match[str], body: Body | None, default: Body | None) -> str | None:
    """Return the symbol that a number stands for, where it is beyond doubt whose it is."""
    if found["session"]:
        owner = _by_session(int(found["session"]), body, default)
        return canonical(f"{owner.value}/{found['session']}/{found['number']}") if owner and owner.value else None
    if found["yearly"]:
        is_council = Body.ECONOMIC_AND_SOCIAL_COUNCIL in {body, default if body is None else body}
        return canonical(f"E/RES/{found['yearly']}/{found['yearly_number']}") if is_council else None
    bracket = found["bracket"]
    if is_year(bracket):
        number, of_year = int(found["serial"]), int(bracket)
        return canonical(f"S/RES/{number}({of_year})") if is_council_resolution(number, of_year) else None
    owner = Body.GENERAL_ASSEMBLY if bracket.startswith("S-") else body
    if owner in {Body.GENERAL_ASSEMBLY, Body.ECONOMIC_AND_SOCIAL_COUNCIL}:
        return canonical(f"{owner.value}/{found['serial']}{found['letter']}({bracket})")
    return None


def _between(first: re.Match[str], last: re.Match[str]) -> Iterator[str]:
    """Yield the numbers inside a range such as 58/208 to 58/211."""
    if first["session"] and first["session"] == last["session"]:
        low, high = int(first["number"]), int(last["number"])
        if low < high <= low + _LONGEST_RANGE:
            yield from (f"{first['session']}/{number}" for number in range(low + 1, high))


def _numbers_after(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of a list or range that begins at a place."""
    found = _NUMBERED.match(text, at)
    while found:
        yield found
        closing = _CHINESE_CLOSING.match(text, found.end())
        found = _next_number(text, closing.end() if closing else found.end())


def _next_number(text: str, at: int) -> re.Match[str] | None:
    """Return the next number of a list; another head word begins a list of its own."""
    if (to := _TO.match(text, at)) and (found := _NUMBERED.match(text, to.end())):
        return found
    following = _NUMBERED.search(text, at, at + _LONGEST_GAP)
    if following is None:
        return None
    gap = text[at : following.start()]
    return following if _GAP.fullmatch(gap.replace("第", " ")) and not _ENDS_LIST.search(gap) else None


def default_body(own: str | None) -> Body | None:
    """Return the body whose resolutions a document means when it names none."""
    if own and own.startswith("A/HRC/"):
        return Body.HUMAN_RIGHTS_COUNCIL
    return Body.ECONOMIC_AND_SOCIAL_COUNCIL if own and re.match(r"E/(?:\d|RES)", own) else None


def worded_resolutions(text: str, own: str | None = None) -> Iterator[FoundSymbol]:
    """Yield the resolutions that a plain text names by number; `own` is the symbol of the text itself."""
    small = text.lower()
    if not any(letters in small for letters in _SEEN_IN_HEADS):
        return
    default = default_body(own)
    text = _LINE_END.sub(" ", text)
    listed = 0
    for head in _HEAD.finditer(text):
        lead = _LEAD.match(text, head.end())
        numbers = list(_numbers_after(text, lead.end() if lead else head.end())) if head.start() >= listed else []
        listed = numbers[-1].end() if numbers else listed
        if not numbers or (head[0] == "第" and not _CHINESE_RESOLUTION.match(text, listed)):
            continue
        stated = _body_in(lead[0]) if lead else None
        body = stated or _body_named(text, head.start(), numbers[-1].end())
        for at, found in enumerate(numbers):
            if symbol := _symbol(found, body, default):
                yield FoundSymbol(symbol, found.start(), found.end(), found[0])
            if at + 1 < len(numbers) and _TO.fullmatch(text, found.end(), numbers[at + 1].start()):
                for inside in _between(found, numbers[at + 1]):
                    if (middle := _NUMBERED.match(inside)) and (symbol := _symbol(middle, body, default)):
                        yield FoundSymbol(symbol, found.start(), numbers[at + 1].end(), inside)
