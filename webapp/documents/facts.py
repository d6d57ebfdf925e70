"""The record of a document as lines of names and values."""

from collections.abc import Iterator
from typing import Final

from indexer.archive.answers import DocumentView, RelatedWork
from indexer.archive.hits import shown_title
from indexer.model.authority import Labels, best_label
from indexer.model.document import Basis, ContributionRole
from indexer.model.identifiers import Language
from indexer.representations.addresses import Addresses
from indexer.representations.dates import date_label, day_label
from indexer.representations.labels import BASES, RELATIONS, REVERSE_RELATIONS, ROLES, kind_label
from webapp.links import Fact, Words, fact, in_language, known, tag
from webapp.sources import source_facts

_NOT_SHOWN: Final = frozenset({Basis.STATED, Basis.UNKNOWN})
"""Where a date comes from is not worth a remark then."""


class RecordFacts:
    """Tells what the record of one document says."""

    def __init__(self, view: DocumentView, addresses: Addresses, language: Language) -> None:
        self._view = view
        self._document = view.document
        self._addresses = addresses
        self._language = language

    def all(self) -> tuple[Fact, ...]:
        """Return the lines that say something, in their order."""
        return known(*self._facts())

    def _facts(self) -> Iterator[Fact]:
        document = self._document
        yield fact("Symbol", Words(document.symbol, is_symbol=True) if document.symbol else None)
        yield fact("Kind", kind_label(document.kind))
        yield fact("Date", self._date())
        for role in ContributionRole:
            contributors = tuple(self._contributors(role))
            yield fact(ROLES[role].of(len(contributors)), *contributors)
        yield fact("Statement of responsibility", document.statement_of_responsibility)
        yield fact("Also titled", *self._other_titles())
        yield fact("Topics", *self._topics())
        yield fact("Meetings" if len(self._view.meetings) > 1 else "Meeting", *self._meetings())
        yield fact("Presented in", *self._parts())
        for related in self._view.related:
            names = REVERSE_RELATIONS if related.is_reverse else RELATIONS
            yield fact(names[related.kind], self._related(related))
        yield fact("Note", document.note)
        yield from source_facts(document.source)
        yield fact("Added", day_label(document.added) if document.added else None)
        yield fact("Changed", day_label(document.modified) if document.modified else None)

    def _date(self) -> Words:
        date = self._document.date
        note = "" if date.basis in _NOT_SHOWN else BASES[date.basis].lower()
        return Words(date_label(date), note=note)

    def _contributors(self, role: ContributionRole) -> Iterator[Words]:
        organizations = {record.id: record for record in self._view.organizations}
        people = {record.id: record for record in self._view.people}
        for given in self._document.contributions:
            if given.role is not role:
                continue
            if given.organization in organizations:
                record = organizations[given.organization]
                yield self._named(record.names, self._addresses.organization(record.id))
            elif given.person in people:
                person = people[given.person]
                yield Words(person.name, self._addresses.person(person.id))

    def _named(self, labels: Labels, address: str) -> Words:
        words = in_language(labels, self._language)
        return Words(words.text, address, words.language)

    def _other_titles(self) -> Iterator[Words]:
        document = self._document
        for language, title in document.titles.items():
            if language not in document.languages and title != shown_title(document, (self._language,))[1]:
                yield Words(title, language=tag(language))
        yield from (Words(title) for title in document.other_titles)

    def _topics(self) -> Iterator[Words]:
        for topic in self._view.topics:
            yield self._named(topic.labels, self._addresses.topic(topic.id))

    def _meetings(self) -> Iterator[Words]:
        for meeting in self._view.meetings:
            yield self._named(meeting.titles, self._addresses.meeting(meeting.id))

    def _parts(self) -> Iterator[Words]:
        titles = {meeting.id: best_label(meeting.titles, self._language) for meeting in self._view.meetings}
        for part in self._view.parts:
            where = titles.get(part.meeting, "")
            note = f"{kind_label(part.kind).lower()}{f', {where}' if len(titles) > 1 else ''}"
            yield Words(part.title, self._addresses.meeting_part(part.work), note=note)

    def _related(self, related: RelatedWork) -> Words:
        document = related.document
        if document is None or document.removal:
            return Words(related.id, is_symbol=True, note="not in this archive")
        language, title = shown_title(document, (self._language,))
        return Words(title, self._addresses.document(document.id), tag(language), note=document.symbol or "")
