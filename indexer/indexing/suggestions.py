"""What is offered while a person types: titles, symbols, organizations, people and topics."""

from collections import Counter
from collections.abc import Iterator

from indexer.catalogue import MeetingPart, SuggestionRow
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document


def suggestion_rows(records: CorpusRecords, parts: tuple[MeetingPart, ...]) -> Iterator[SuggestionRow]:
    """Yield the texts; authority records that nothing names are not offered."""
    documents = [document for document in records.documents.values() if document.removal is None]
    yield from _titles(documents, parts)
    yield from _organizations(records, documents, parts)
    yield from _people(records, documents, parts)
    yield from _topics(records, documents)


def _titles(documents: list[Document], parts: tuple[MeetingPart, ...]) -> Iterator[SuggestionRow]:
    for document in documents:
        for title in dict.fromkeys(document.titles.values()):
            yield SuggestionRow(title, "title", document.id, 2)
        if document.symbol:
            yield SuggestionRow(document.symbol, "symbol", document.id, 4)
    for part in parts:
        yield SuggestionRow(part.title, part.kind, part.work, 1)


def _organizations(
    records: CorpusRecords, documents: list[Document], parts: tuple[MeetingPart, ...]
) -> Iterator[SuggestionRow]:
    vocabulary = records.vocabulary
    used = Counter(
        above
        for named in (*(d.organizations for d in documents), *(p.organizations for p in parts))
        for organization in named
        for above in vocabulary.lineage(organization)
    )
    for organization, count in used.items():
        record = vocabulary.organizations[organization]
        for name in dict.fromkeys((*record.names.values(), *record.acronyms.values(), *record.aliases)):
            yield SuggestionRow(name, "organization", organization, 10 + count)


def _people(
    records: CorpusRecords, documents: list[Document], parts: tuple[MeetingPart, ...]
) -> Iterator[SuggestionRow]:
    used = Counter(person for named in (*(d.people for d in documents), *(p.people for p in parts)) for person in named)
    for person, count in used.items():
        record = records.vocabulary.people[person]
        for name in dict.fromkeys((record.name, *record.other_spellings)):
            yield SuggestionRow(name, "person", person, 10 + count)


def _topics(records: CorpusRecords, documents: list[Document]) -> Iterator[SuggestionRow]:
    vocabulary = records.vocabulary
    used = Counter(above for d in documents for topic in d.topics for above in vocabulary.broader_topics(topic))
    for topic, count in used.items():
        record = vocabulary.topics[topic]
        alternatives = (word for words in record.alternatives.values() for word in words)
        for label in dict.fromkeys((*record.labels.values(), *alternatives)):
            yield SuggestionRow(label, "topic", topic, 5 + count)
