"""Authority records as JSON."""

from collections.abc import Iterable

from indexer.model.authority import Organization, Person, Topic, Vocabulary, best_label
from indexer.model.identifiers import Language
from indexer.representations.addresses import Addresses
from indexer.representations.json.record_shapes import OrganizationShape, PersonShape, RecordLinks, TopicShape
from indexer.representations.json.shapes import NamedShape
from indexer.representations.search_parameters import SearchParameters


class AuthorityWriter:
    """Writes authority records with links under one root and labels in one language."""

    def __init__(self, addresses: Addresses, vocabulary: Vocabulary, language: Language) -> None:
        self._addresses = addresses
        self._vocabulary = vocabulary
        self._language = language

    def organization(self, record: Organization) -> OrganizationShape:
        """Return a body or process with what it is part of."""
        organizations = self._vocabulary.organizations
        parent = organizations.get(record.parent) if record.parent else None
        return OrganizationShape(
            id=record.id,
            kind=record.kind,
            label=best_label(record.names, self._language),
            names=dict(record.names),
            acronyms=dict(record.acronyms),
            aliases=list(record.aliases),
            parent=next(iter(self._named_bodies([parent] if parent else [])), None),
            children=self._named_bodies(one for one in organizations.values() if one.parent == record.id),
            website=record.website,
            note=record.note,
            links=self._links("organization", record.id, self._addresses.organization(record.id)),
        )

    def person(self, record: Person) -> PersonShape:
        """Return a person."""
        return PersonShape(
            id=record.id,
            name=record.name,
            other_spellings=list(record.other_spellings),
            note=record.note,
            links=self._links("person", record.id, self._addresses.person(record.id)),
        )

    def topic(self, record: Topic) -> TopicShape:
        """Return a concept with those around it."""
        topics = self._vocabulary.topics
        return TopicShape(
            id=record.id,
            label=best_label(record.labels, self._language),
            labels=dict(record.labels),
            alternatives={language: list(words) for language, words in record.alternatives.items()},
            broader=self._named_topics(topics[one] for one in record.broader if one in topics),
            narrower=self._named_topics(one for one in topics.values() if record.id in one.broader),
            scope=record.scope,
            links=self._links("topic", record.id, self._addresses.topic(record.id)),
        )

    def _named_bodies(self, records: Iterable[Organization]) -> list[NamedShape]:
        return [NamedShape(value=one.id, label=best_label(one.names, self._language)) for one in records]

    def _named_topics(self, records: Iterable[Topic]) -> list[NamedShape]:
        return [NamedShape(value=one.id, label=best_label(one.labels, self._language)) for one in records]

    def _links(self, name: str, value: str, html: str) -> RecordLinks:
        collection = {"organization": "organizations", "person": "people", "topic": "topics"}[name]
        return RecordLinks(
            self=self._addresses.api_record(collection, value),
            html=html,
            search=self._addresses.api_search(SearchParameters().with_value(name, value)),
        )
