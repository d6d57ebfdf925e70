"""Symbols written out in running text, such as "A/68/190 and Add.1"."""

import re
from collections.abc import Iterator
from typing import Final

from indexer.symbols.parsing import parse
from indexer.symbols.series import SECOND_PARTS
from indexer.symbols.symbol import FoundSymbol

_ROOTS = "|".join(sorted(map(re.escape, SECOND_PARTS), key=len, reverse=True))
_COUNTED = r"[A-Z][A-Za-z]{0,4}(?:\.[A-Z][A-Za-z]{0,3})*\.\s?(?:\d{1,5}|[IVX]{1,5}|[A-Z])[A-Z]?"
_NUMBER = r"\d{1,6}[A-Z]?"
_SPECIAL = r"E?S-(?:\d{1,2}|[IVX]{1,5})"
_WORD = r"[A-Z][A-Z0-9]{0,14}(?:-\s?[A-Z0-9]{1,8})*|Agenda|Summary"
_BRACKET = (
    r"(?:\s?\((?:(?:19|20)\d\d|(?:S-)?[IVXLC]{1,7})\)[A-Z]?(?![A-Za-z0-9]))"
    r"|(?:\s?\((?:Sect\.|Vol\.|Part|Suppl\.|Supp|SUPP|SES\.|Resumption)\s?[\dIVX/]*\))"
)
_PART = rf"(?:{_COUNTED}|{_SPECIAL}|\d{{1,2}}-\d{{1,2}}|{_NUMBER}|{_WORD})"
_AFTER_GAP = rf"(?:{_COUNTED}|{_NUMBER}|[A-Z]{{2,5}}(?=\s?/))"
_SYMBOL: Final = re.compile(
    rf"(?<![A-Za-z0-9/_@])(?<![A-Za-z_]-)(?:{_ROOTS})(?:(?:\.?/{_PART})|(?:\s/{_PART})|(?:/\s{_AFTER_GAP}))+(?:{_BRACKET})?(?![A-Za-z0-9])"
)
_TAKES_BRACKET: Final = re.compile(r"[AST]/RES/|E/RES/|.*\((?:Sect|Vol|Part|Suppl?|SUPP|SES|Resumption)")

_AND = r"(?:,|;|&|\band\b|\bet\b|\by\b|\bи\b|و|和|及|与|、|،)"
_KIND = r"(?:Add|Rev|Corr|Amend)"
_MORE_NUMBERS = rf"(?:\s?(?:{_AND}|-)\s?\d{{1,3}}(?=\s*(?:[).,;:\-]|{_AND}|$))){{0,60}}"
_FURTHER: Final = re.compile(rf"(?:\s?{_AND})+\s?/?(?P<kind>{_KIND})\.\s?(?P<first>\d{{1,3}})(?P<more>{_MORE_NUMBERS})")
_FURTHER_OF_SAME: Final = re.compile(_MORE_NUMBERS)
_LAST_IS_ADDED: Final = re.compile(rf"(?P<base>.+)/(?P<kind>{_KIND})\.(?P<first>\d+)")


def _numbers(first: int, more: str) -> list[int]:
    """Return the numbers of "1, 2 and 4" or "1-3"."""
    numbers = [first]
    for mark, digits in re.findall(r"(-|[^\d\s-]+)\s?(\d+)", more):
        number = int(digits)
        is_range = mark == "-" and numbers[-1] < number <= numbers[-1] + 30
        numbers += range(numbers[-1] + 1, number + 1) if is_range else [number]
    return numbers


def _added(text: str, symbol: FoundSymbol) -> Iterator[FoundSymbol]:
    """Yield the addenda, revisions and corrigenda named in one breath with a symbol."""
    last = _LAST_IS_ADDED.fullmatch(symbol.canonical)
    base = last["base"] if last else symbol.canonical
    at = symbol.end
    if last and (more := _FURTHER_OF_SAME.match(text, at)) and more[0]:
        for number in _numbers(int(last["first"]), more[0])[1:]:
            yield FoundSymbol(f"{base}/{last['kind']}.{number}", at, more.end(), more[0])
        at = more.end()
    while further := _FURTHER.match(text, at):
        for number in _numbers(int(further["first"]), further["more"]):
            yield FoundSymbol(f"{base}/{further['kind']}.{number}", further.start("kind"), further.end(), further[0])
        at = further.end()


def _one(text: str, start: int, end: int) -> FoundSymbol | None:
    """Return the symbol at a place; what follows in brackets belongs to it only where its series has brackets."""
    written = text[start:end]
    bracket = re.search(r"\s?\([^)]*\)[A-Z]?$", written)
    if bracket and not _TAKES_BRACKET.match(written):
        written = written[: bracket.start()]
    symbol = parse(written)
    return (
        FoundSymbol(symbol.canonical, start, start + len(written), written) if symbol and symbol.is_complete else None
    )


def written_symbols(text: str) -> Iterator[FoundSymbol]:
    """Yield the symbols that a plain text writes out, with the addenda it names after them."""
    for match in _SYMBOL.finditer(text):
        if found := _one(text, match.start(), match.end()):
            yield found
            yield from _added(text, found)
