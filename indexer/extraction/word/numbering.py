"""The numbers that Word itself puts before paragraphs: they stand in no text, yet readers cite by them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.extraction.markup import Element, attribute, children, first_child
from indexer.extraction.word.styles import Styles

LEVELS = 9
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph's number.

    Attributes:
        shown: As printed, such as `12.` or `(a)`.
        is_plain: Whether it is one decimal number of the outermost level, as numbered paragraphs have.
    """

    value: int
    shown: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    pattern: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def advance(self, depth: int) -> int:
        level = self.levels[depth]
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in self.counts if other > depth]:
            del self.counts[deeper]
        return self.counts[depth]

    def shown(self, depth: int) -> str:
        text = self.levels[depth].pattern
        for other in range(LEVELS):
            if f"%{other + 1}" in text and other in self.levels:
                count = self.counts.get(other, self.levels[other].start)
                text = text.replace(f"%{other + 1}", _formatted(count, self.levels[other].form))
        return text.strip()


class Numbering:
    """Counts the numbered paragraphs of a document as they come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        patterns = {attribute(item, "abstractNumId"): dict(_levels(item)) for item in children(root, "abstractNum")}
        shared: dict[str | None, _List] = {}
        for item in children(root, "num"):
            reference = first_child(item, "abstractNumId")
            key = None if reference is None else attribute(reference, "val")
            levels = patterns.get(key, {})
            restarts = dict(_overrides(item, levels))
            own = _List(levels | restarts) if restarts else shared.setdefault(key, _List(levels))
            self._lists[str(attribute(item, "numId"))] = own

    def next_number(self, paragraph: Element) -> Number | None:
        """Return the number of this paragraph, the next of its list; None for bullets and plain paragraphs."""
        named = self._styles.numbering_of(paragraph)
        if named is None:
            return None
        key, depth = named
        counted = self._lists.get(key)
        level = None if counted is None else counted.levels.get(depth)
        if counted is None or level is None:
            return None
        value = counted.advance(depth)
        if level.form in {"bullet", "none"} or "%" not in level.pattern:
            return None
        is_plain = level.form == "decimal" and level.pattern.strip(" .)") == f"%{depth + 1}"
        return Number(value, counted.shown(depth), is_plain)


def _levels(pattern: Element) -> Iterator[tuple[int, _Level]]:
    for level in children(pattern, "lvl"):
        depth = attribute(level, "ilvl") or "0"
        if depth.isdecimal():
            yield int(depth), _level(level)


def _level(level: Element) -> _Level:
    def value(name: str, default: str) -> str:
        found = first_child(level, name)
        return default if found is None else attribute(found, "val") or default

    start = value("start", "1")
    return _Level(int(start) if start.isdecimal() else 1, value("numFmt", "decimal"), value("lvlText", ""))


def _overrides(item: Element, levels: dict[int, _Level]) -> Iterator[tuple[int, _Level]]:
    for override in children(item, "lvlOverride"):
        depth = attribute(override, "ilvl") or ""
        whole, start = first_child(override, "lvl"), first_child(override, "startOverride")
        if not depth.isdecimal():
            continue
        if whole is not None:
            yield int(depth), _level(whole)
        elif start is not None and int(depth) in levels:
            first = attribute(start, "val") or "1"
            old = levels[int(depth)]
            yield int(depth), _Level(int(first) if first.isdecimal() else 1, old.form, old.pattern)


def _formatted(count: int, form: str) -> str:
    if not 0 < count < MOST_COUNTED:
        return str(count)
    if form in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"}:
        roman, left = "", count
        for worth, letters in ROMAN:
            roman += letters * (left // worth)
            left %= worth
        return roman.upper() if form == "upperRoman" else roman
    return str(count)
