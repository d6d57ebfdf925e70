"""Which part of a text to show around matches, and where it is cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

_SENTENCE_END: Final = re.compile(r"[.!?؟]\s+|[。！？]\s*|\n\n+")
_SPACE: Final = re.compile(r"\s+")


class Span(NamedTuple):
    """A match, as characters of a text; `part` tells which part of the query."""

    start: int
    end: int
    part: int
    is_phrase: bool


class Quality(NamedTuple):
    """How much of the query a window shows; phrases weigh first."""

    phrases: int
    parts: int
    matches: int


class Window(NamedTuple):
    """Characters of a text that are shown together."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """How a text is cut.

    Attributes:
        width: How many characters are shown.
        has_spaces: Whether words are set apart, so that cuts go between them.
    """

    width: int
    has_spaces: bool

    def windows(self, text: str, spans: Sequence[Span], limit: int) -> list[tuple[Quality, Window]]:
        """Return the best windows that do not overlap, the best first.

        Args:
            spans: In the order of the text.
        """
        chosen: list[tuple[Quality, Window]] = []
        for quality, shown in sorted(self._candidates(spans), key=lambda one: one[0], reverse=True):
            if len(chosen) == limit:
                break
            if any(shown.start < other.end and other.start < shown.end for _, other in chosen):
                continue
            window = self._widened(text, shown)
            if all(window.end <= other.start or other.end <= window.start for _, other in chosen):
                chosen.append((quality, window))
        return chosen

    def _candidates(self, spans: Sequence[Span]) -> Iterator[tuple[Quality, Window]]:
        """Yield what can be shown beginning with each match."""
        end = 0
        for start, first in enumerate(spans):
            end = max(end, start + 1)
            while end < len(spans) and spans[end].end - first.start <= self.width * 4 // 5:
                end += 1
            shown = spans[start:end]
            phrases = {span.part for span in shown if span.is_phrase}
            quality = Quality(len(phrases), len({span.part for span in shown}), len(shown))
            yield quality, Window(first.start, max(span.end for span in shown))

    def _widened(self, text: str, shown: Window) -> Window:
        """Return what is shown with words around it, from the start of a sentence where one is near."""
        room = max(self.width - (shown.end - shown.start), 0)
        start = self._start(text, shown.start, room)
        return Window(start, self._end(text, shown.end, max(start + self.width, shown.end)))

    def _start(self, text: str, before: int, room: int) -> int:
        farthest = before - room * 2 // 3
        if farthest <= 0:
            return 0
        sentences = list(_SENTENCE_END.finditer(text, farthest, before))
        if sentences:
            return sentences[-1].end()
        near = before - room // 3
        if not self.has_spaces:
            return near
        space = _SPACE.search(text, near, before)
        return space.end() if space else before

    def _end(self, text: str, after: int, farthest: int) -> int:
        if farthest >= len(text):
            return len(text)
        if not self.has_spaces:
            return farthest
        shown = text[after : farthest + 1]
        word = shown.rsplit(maxsplit=1)[-1:]
        before = shown if not shown[-1:].strip() else shown.removesuffix(word[0])
        return after + len(before.rstrip())
