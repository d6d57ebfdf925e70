"""Cuts from texts the passages in which a query matches, and marks the matches."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby, islice
from operator import itemgetter
from typing import Final, NamedTuple

from indexer.language import token_spans, token_texts, tokens
from indexer.model.identifiers import Language
from indexer.model.place import PlaceText
from indexer.model.querytree import Node
from indexer.model.results import Passage
from indexer.search.matching import Match, TextMatcher
from indexer.search.spots import Spots, Stretch
from indexer.search.windows import Frame, Span, Window

Parts = tuple[tuple[str, bool], ...]

_UNSPACED: Final = frozenset(("zh", "ja", "ko", "th", "lo", "km", "my"))
_FRAME: Final = Frame(width=240, has_spaces=True)
_UNSPACED_FRAME: Final = Frame(width=120, has_spaces=False)
"""A character of Chinese says as much as two or three letters."""

_WORDS_OF_STRETCH: Final = 64
_MOST_MATCHES: Final = 2_000
"""So many matches of each part of a query are looked at, from the beginning of a body."""

_CUT: Final = "…"
_SPACE: Final = re.compile(r"\s+")
_TWO_SPACES: Final = "  "


def passages(tree: Node, language: Language, places: Iterable[PlaceText], limit: int = 3) -> tuple[Passage, ...]:
    """Return the best passages of a version's places in which a query matches, the best first.

    Nothing where the query has no words, or they stand in titles and names alone.
    """
    matcher = TextMatcher(tree, language)
    if not matcher.parts or limit < 1:
        return ()
    frame = _frame_of(language)
    found = []
    for order, (place, matches) in enumerate(_best_places(matcher, places, limit)):
        spans = _spans(place.text, matches)
        for quality, window in frame.windows(place.text, spans, limit):
            passage = Passage(place.place, language, _cut(place.text, _merged(spans), window))
            found.append((quality, -order, passage))
    return tuple(passage for *_, passage in nlargest(limit, found, key=itemgetter(0, 1)))


def passages_at(
    spots: Spots, language: Language, text_at: Callable[[int], PlaceText], limit: int = 3
) -> tuple[Passage, ...]:
    """Return the best passages of a version whose matches are known, the best first; only they are cut into words.

    Args:
        text_at: Gives a text of the body by its number, counted from 0.
    """
    frame = _frame_of(language)
    parts = [_Matches(part.firsts.tolist(), part.lasts.tolist(), part.is_phrase) for part in spots.parts]
    found: list[tuple[int, Window, Passage]] = []
    for stretch in islice(_best_stretches(spots, parts), 2 * limit):
        text = stretch.start.text
        place = text_at(text)
        spans = _spans_within(parts, stretch, place.text, frame.width)
        for _, window in frame.windows(place.text, spans, 1):
            if all(other != text or not _overlap(window, shown) for other, shown, _ in found):
                found.append((text, window, Passage(place.place, language, _cut(place.text, _merged(spans), window))))
        if len(found) == limit:
            break
    return tuple(passage for *_, passage in found)


def _frame_of(language: Language) -> Frame:
    return _UNSPACED_FRAME if language in _UNSPACED else _FRAME


def _overlap(one: Window, other: Window) -> bool:
    return one.start < other.end and other.start < one.end


class _Matches(NamedTuple):
    """Where one part of the query matches: the first and the last word of each match, in ascending order."""

    firsts: list[int]
    lasts: list[int]
    is_phrase: bool


def _best_stretches(spots: Spots, parts: Sequence[_Matches]) -> Iterator[Stretch]:
    """Yield stretches of words with most of the query, phrases first, then matches."""
    starts = spots.text_starts.tolist()
    met: dict[tuple[int, int], _Met] = {}
    for number, part in enumerate(parts):
        for first in part.firsts[:_MOST_MATCHES]:
            where = bisect_right(starts, first) - 1, first // _WORDS_OF_STRETCH
            if where in met:
                met[where].add(number, first)
            else:
                met[where] = _Met(first, first, 1 << number)
    phrases = sum(1 << number for number, part in enumerate(parts) if part.is_phrase)
    for where in sorted(met, key=lambda one: (*met[one].worth(phrases), one)):
        yield spots.stretch(where[0], met[where].first, met[where].last)


@dataclass(slots=True)
class _Met:
    """The matches in a stretch.

    Attributes:
        first, last: The words that the first and the last of them begin with.
        parts: A bit for each part of the query that matches.
    """

    first: int
    last: int
    parts: int
    matches: int = 1

    def add(self, part: int, first: int) -> None:
        """Put a match in."""
        self.first = min(self.first, first)
        self.last = max(self.last, first)
        self.parts |= 1 << part
        self.matches += 1

    def worth(self, phrases: int) -> tuple[int, int, int]:
        """Return what orders stretches, the best first."""
        return -(self.parts & phrases).bit_count(), -self.parts.bit_count(), -self.matches


def _spans_within(parts: Sequence[_Matches], stretch: Stretch, text: str, width: int) -> list[Span]:
    """Return which characters the matches are that begin in a stretch or soon after it."""
    start = stretch.start.character
    end = len(text) if stretch.until is None else min(stretch.until + width, len(text))
    words = token_spans(text[start:end])
    if words and end < len(text):
        words.pop()  # it may be cut off
    spans = []
    for number, part in enumerate(parts):
        first = bisect_left(part.firsts, stretch.first)
        last = bisect_left(part.firsts, stretch.first + len(words), first)
        for place in range(first, last):
            begin, finish = part.firsts[place] - stretch.first, part.lasts[place] - stretch.first
            closing = words[min(finish, len(words) - 1)]
            spans.append(Span(start + words[begin][0], start + closing[1], number, part.is_phrase))
    return sorted(spans)


def mark(tree: Node, language: Language, text: str) -> Parts:
    """Return a whole text as runs, each with whether it is a match."""
    spans = _merged(_spans(text, _matches(TextMatcher(tree, language), text)))
    return tuple(_runs(text, spans))


def count(tree: Node, language: Language, text: str) -> int:
    """Return how many matches a text has."""
    return sum(is_match for _, is_match in mark(tree, language, text))


def _best_places(matcher: TextMatcher, places: Iterable[PlaceText], limit: int) -> list[tuple[PlaceText, list[Match]]]:
    """Return the places with most of the query, phrases first; reading stops once enough places have all of it."""
    found = []
    complete = 0
    for order, place in enumerate(places):
        matches = _matches(matcher, place.text)
        if matches:
            phrases = len({match.part for match in matches if match.is_phrase})
            parts = len({match.part for match in matches})
            found.append((phrases, parts, -order, place, matches))
            complete += parts == matcher.parts
        if complete == limit:
            break
    return [(place, matches) for *_, place, matches in nlargest(limit, found, key=itemgetter(0, 1, 2))]


def _matches(matcher: TextMatcher, text: str) -> list[Match]:
    return matcher.matches(token_texts(text)) if matcher.may_match(text) else []


def _spans(text: str, matches: Sequence[Match]) -> list[Span]:
    """Return which characters the matches are, in the order of the text."""
    if not matches:
        return []
    found = list(tokens(text))
    return sorted(Span(found[m.first].start, found[m.last].end, m.part, m.is_phrase) for m in matches)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans with those that overlap made one."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _cut(text: str, spans: Iterable[Span], window: Window) -> Parts:
    """Return a window as runs, white space made even, with a sign where the text goes on."""
    inside = [
        span._replace(start=max(span.start - window.start, 0), end=min(span.end, window.end) - window.start)
        for span in spans
        if span.end > window.start and span.start < window.end
    ]
    shown = text[window.start : window.end]
    parts = [(_with_even_spaces(run), is_match) for run, is_match in _runs(shown, inside)]
    if text[: window.start].strip():
        parts.insert(0, (_CUT, False))
    if text[window.end :].strip():
        parts.append((_CUT, False))
    return tuple(_joined(parts))


def _with_even_spaces(run: str) -> str:
    if run.isprintable() and _TWO_SPACES not in run:  # of white space, a space alone is printable
        return run
    return _SPACE.sub(" ", run)


def _joined(parts: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield the runs with neighbours of one kind made one."""
    for is_match, runs in groupby(parts, key=itemgetter(1)):
        yield "".join(run for run, _ in runs), is_match


def _runs(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    end = 0
    for span in spans:
        if span.start > end:
            yield text[end : span.start], False
        yield text[span.start : span.end], True
        end = span.end
    if end < len(text):
        yield text[end:], False
