"""Finds the authority record that a name, an acronym or an alias means, in whatever language and spelling."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from indexer.corpus.faults import nearest_of
from indexer.language import fold
from indexer.model.authority import Organization, Person, Topic, Vocabulary
from indexer.model.querytree import ExactField

_WORD: Final = re.compile(r"[^\W_]+")
_Rank = Iterable[tuple[str, str]]
"""Names of one sort, each with the id of the record that bears it."""


class AuthorityIndex:
    """All names of a vocabulary, found without regard to case, diacritics and punctuation.

    The names of a record come in ranks: a name that one record bears as its own and another as an alias means the
    first. A name of two records of the same rank means neither.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._fields: Mapping[str, _Names] = {
            ExactField.ORGANIZATION: _Names(
                _ids(vocabulary.organizations.values()), _organizations(vocabulary.organizations.values())
            ),
            ExactField.PERSON: _Names(
                _ids(vocabulary.people.values()),
                _people(vocabulary.people.values()),
                _surnames(vocabulary.people.values()),
            ),
            ExactField.TOPIC: _Names(_ids(vocabulary.topics.values()), _topics(vocabulary.topics.values())),
        }

    def value(self, field: str, text: str) -> str | None:
        """Return the id that a text means in a field, a person's surname included; None where it means none or two."""
        names = self._fields.get(field)
        return _only(names.meanings(text) or names.loose(text)) if names else None

    def named(self, field: str, text: str) -> str | None:
        """Return the id that bears this name; a surname alone is no name, for a record must not guess."""
        names = self._fields.get(field)
        return _only(names.meanings(text)) if names else None

    def nearest(self, field: str, text: str) -> tuple[str, ...]:
        """Return the ids that a text may mean, the likeliest first: those it names, else those spelled most like it."""
        names = self._fields.get(field)
        return names.nearest(text) if names else ()


class _Names:
    """The names in one field."""

    def __init__(self, ids: Mapping[str, str], ranks: Iterable[_Rank], loose: _Rank = ()) -> None:
        self._ids = ids
        self._ranks = tuple(_gathered(rank) for rank in (ids.items(), *ranks))
        self._loose = _gathered(loose)

    def meanings(self, text: str) -> tuple[str, ...]:
        """Return the ids that bear this name in the first rank where any does."""
        if text in self._ids:
            return (self._ids[text],)
        key = _key(text)
        return next((rank[key] for rank in self._ranks if key in rank), ())

    def loose(self, text: str) -> tuple[str, ...]:
        """Return the ids that the text means by its looser use."""
        return self._loose.get(_key(text), ())

    def nearest(self, text: str) -> tuple[str, ...]:
        """Return the ids of the names spelled most like the text."""
        ranks = (*self._ranks, self._loose)
        exact = self.meanings(text) or self.loose(text)
        keys = () if exact else nearest_of(_key(text), {key for rank in ranks for key in rank})
        found = exact or [value for key in keys for rank in ranks for value in rank.get(key, ())]
        return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _only(ids: tuple[str, ...]) -> str | None:
    return ids[0] if len(ids) == 1 else None


def _gathered(rank: _Rank) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in rank:
        key = _key(name)
        if key and value not in found.get(key, ()):
            found[key] = (*found.get(key, ()), value)
    return found


def _ids(records: Collection[Organization | Person | Topic]) -> Mapping[str, str]:
    ids: dict[str, str] = {absorbed: record.id for record in records for absorbed in record.merged}
    return ids | {record.id: record.id for record in records}


def _organizations(bodies: Collection[Organization]) -> tuple[_Rank, ...]:
    return (
        [(name, body.id) for body in bodies for name in body.names.values()],
        [(acronym, body.id) for body in bodies for acronym in body.acronyms.values()],
        [(alias, body.id) for body in bodies for alias in body.aliases],
    )


def _people(people: Collection[Person]) -> tuple[_Rank, ...]:
    spelled = [(name, person.id) for person in people for name in (person.name, *person.other_spellings)]
    return spelled, [(f"{surname} {given}", value) for name, value in spelled for given, surname in _turned(name)]


def _turned(name: str) -> Iterator[tuple[str, str]]:
    words = name.split()
    return ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))


def _surnames(people: Iterable[Person]) -> _Rank:
    for person in people:
        for _, surname in _turned(person.name):
            if person.id.startswith(_key(surname).replace(" ", "-") + "-"):
                yield surname, person.id


def _topics(topics: Collection[Topic]) -> tuple[_Rank, ...]:
    return (
        [(label, topic.id) for topic in topics for label in topic.labels.values()],
        [(name, topic.id) for topic in topics for names in topic.alternatives.values() for name in names],
    )
