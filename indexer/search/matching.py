"""Finds in a text what a query looks for, word by word, as the index finds it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from indexer.model.identifiers import Language
from indexer.model.querytree import And, Boosted, Fuzzy, Node, Or, Phrase, Prefix, TextField, Wildcard, Word
from indexer.search.probing import Probed, Probes, probes
from indexer.search.ranking import window
from indexer.search.terms import stem_term, stem_terms, words_of
from indexer.search.wordforms import NO_WORD, Pattern, edit_distance, fits, pattern_of

_TEXT_FIELDS: Final = (TextField.ANY, TextField.BODY)


class Match(NamedTuple):
    """Words of a text that a part of the query asks for, counted from 0; `part` tells the parts apart."""

    first: int
    last: int
    part: int
    is_phrase: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """What one word has to be: one of these words or within so many edits of one, of these stems, or spelled so."""

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    pattern: Pattern = NO_WORD
    edits: int = 0

    def takes(self, word: str, language: Language) -> bool:
        """Return whether a folded word of a text in some language fills the slot."""
        if word in self.words or fits(word, self.pattern):
            return True
        if self.edits and any(edit_distance(one, word, self.edits) <= self.edits for one in self.words):
            return True
        return bool(self.stems) and stem_term(word, language) in self.stems


@dataclass(frozen=True, slots=True)
class Part:
    """Slots to be filled one after the other, or within so many positions in any order."""

    slots: tuple[Slot, ...]
    within: int | None = None


class _SlotsOfWords(dict[str, tuple[int, ...]]):
    """Which slots a word fills, found out once for each word."""

    def __init__(self, slots: Sequence[Slot], language: Language) -> None:
        super().__init__()
        self._slots = slots
        self._language = language

    def __missing__(self, word: str) -> tuple[int, ...]:
        self[word] = tuple(number for number, slot in enumerate(self._slots) if slot.takes(word, self._language))
        return self[word]


class TextMatcher:
    """Finds the positive parts of a query in texts of one language. One thread at a time."""

    def __init__(self, tree: Node, language: Language) -> None:
        self._parts = parts_of(tree)
        slots = tuple(dict.fromkeys(slot for part in self._parts for slot in part.slots))
        self._slots_of = _SlotsOfWords(slots, language)
        self._probes = [[_probes(slot, language) for slot in part.slots] for part in self._parts]
        self._numbered = [(part, [slots.index(slot) for slot in part.slots]) for part in self._parts]

    @property
    def parts(self) -> int:
        """How many parts of the query a text can match."""
        return len(self._parts)

    def may_match(self, text: str) -> bool:
        """Return whether a text may match; False is certain, and quicker to have than no matches."""
        probed = Probed(text)
        return any(all(map(probed.may_have, wanted)) for wanted in self._probes)

    def matches(self, words: Sequence[str]) -> list[Match]:
        """Return the matches in a text given as its words, those of one part after those of another."""
        places: dict[int, list[int]] = {}
        slots_of = self._slots_of
        for place, word in enumerate(words):
            for slot in slots_of[word]:
                places.setdefault(slot, []).append(place)
        found: list[Match] = []
        for number, (part, slots) in enumerate(self._numbered):
            if places and all(slot in places for slot in slots):
                found.extend(_matches_of(part, number, [places[slot] for slot in slots]))
        return found


def parts_of(tree: Node) -> tuple[Part, ...]:
    """Return the parts of a query that a body can match; what is excluded, or asked of other fields, is none."""
    return tuple(dict.fromkeys(_parts(tree)))


def _parts(node: Node) -> Iterator[Part]:
    match node:
        case And(children) | Or(children):
            for child in children:
                yield from _parts(child)
        case Boosted(child, _):
            yield from _parts(child)
        case Word(text, field) if field in _TEXT_FIELDS:
            yield from _word(words_of((text,)))
        case Phrase(texts, field, distance) if field in _TEXT_FIELDS:
            words = words_of(texts)
            yield from _sequence(words, None if distance is None else window(len(words), distance))
        case Prefix(text, field) if field in _TEXT_FIELDS:
            words = words_of((text,))
            yield from _ended(words, Slot(pattern=(*words[-1:], "")))
        case Wildcard(text, field) if field in _TEXT_FIELDS:
            yield Part((Slot(pattern=pattern_of(text)),))
        case Fuzzy(text, distance, field) if field in _TEXT_FIELDS:
            words = words_of((text,))
            yield from _ended(words, Slot(frozenset(words[-1:]), edits=distance))
        case _:
            return


def _word(words: Sequence[str]) -> Iterator[Part]:
    if len(words) == 1:
        yield Part((Slot(frozenset(words), frozenset(stem_terms(words[0]))),))
    else:
        yield from _sequence(words, None)


def _sequence(words: Sequence[str], within: int | None) -> Iterator[Part]:
    if words:
        yield Part(tuple(Slot(frozenset((word,))) for word in words), within)


def _ended(words: Sequence[str], last: Slot) -> Iterator[Part]:
    """Yield the words in a row, with a slot of its own for the last one."""
    if words:
        before = tuple(Slot(frozenset((word,))) for word in words[:-1])
        yield Part((*before, last))


def _probes(slot: Slot, language: Language) -> Probes:
    """Return what a text with a word for the slot has; edits leave nothing that is certain."""
    return None if slot.edits else probes(slot.words, slot.stems, slot.pattern[:1], language)


def _matches_of(part: Part, number: int, places: Sequence[list[int]]) -> Iterator[Match]:
    if part.within is None:
        following = [set(others) for others in places[1:]]
        last = len(places) - 1
        for start in places[0]:
            if all(start + offset in others for offset, others in enumerate(following, 1)):
                yield Match(start, start + last, number, is_phrase=last > 0)
    else:
        for place in sorted(near(part, places)):
            yield Match(place, place, number, is_phrase=True)


def near(part: Part, places: Sequence[Sequence[int]]) -> set[int]:
    """Return all places that take part in the words standing near each other; a word typed twice is wanted twice.

    Args:
        places: For each slot of the part, the places of words that it takes, in ascending order.
    """
    assert part.within is not None
    repeated = [part.slots[:number].count(slot) for number, slot in enumerate(part.slots)]
    near: set[int] = set()
    for start in sorted({place for others in places for place in others}):
        found: list[int] = []
        for others, before in zip(places, repeated, strict=True):
            next_one = bisect_left(others, start) + before
            if next_one == len(others) or next_one > len(others) or others[next_one] > start + part.within:
                break
            found.append(others[next_one])
        else:
            near.update(found)
    return near
