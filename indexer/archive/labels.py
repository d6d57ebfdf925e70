"""What people call the things that facets and records name by id."""

from collections.abc import Iterable

from indexer.archive.answers import FacetValue, Named
from indexer.archive.generation import Generation
from indexer.model.authority import best_label
from indexer.model.identifiers import Language, MeetingId, OrganizationId, PersonId, TopicId
from indexer.model.results import FacetCount


class Labels:
    """The labels of one generation's records in one language."""

    def __init__(self, generation: Generation, language: Language) -> None:
        self._meetings = generation.meetings
        self._vocabulary = generation.vocabulary
        self._language = language

    def of(self, name: str, value: str) -> str:
        """Return the label of an organization, person, topic or meeting; any other value is its own label.

        Args:
            name: The name of the facet or field.
        """
        labels = None
        if name == "organization" and (organization := self._vocabulary.organizations.get(OrganizationId(value))):
            labels = organization.names
        elif name == "topic" and (topic := self._vocabulary.topics.get(TopicId(value))):
            labels = topic.labels
        elif name == "meeting" and (meeting := self._meetings.get(MeetingId(value))):
            labels = meeting.titles
        elif name == "person" and (person := self._vocabulary.people.get(PersonId(value))):
            return person.name
        return best_label(labels, self._language) if labels else value

    def named(self, name: str, values: Iterable[str]) -> tuple[Named, ...]:
        """Return values of one field with their labels."""
        return tuple(Named(value, self.of(name, value)) for value in values)

    def counted(self, name: str, counts: Iterable[FacetCount], chosen: Iterable[str]) -> list[FacetValue]:
        """Return counted values of a facet with their labels, those chosen marked."""
        selected = set(chosen)
        return [FacetValue(one.value, self.of(name, one.value), one.count, one.value in selected) for one in counts]
