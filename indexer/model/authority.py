"""Authority records: the organizations, persons and topics that documents name by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from indexer.model.identifiers import Language, OrganizationId, PersonId, TopicId

Labels = Mapping[Language, str]
"""One wording per language."""


class OrganizationKind(StrEnum):
    """What sort of body an organization is."""

    ENTITY = "entity"  # an organ, programme, fund, office or agency of the United Nations system
    INTERGOVERNMENTAL = "intergovernmental"
    STATE = "state"
    PROCESS = "process"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIC = "academic"


@dataclass(frozen=True, slots=True)
class Organization:
    """A body or process, with every name it is known by.

    Attributes:
        merged: Ids that this record has absorbed; their addresses redirect here.
    """

    id: OrganizationId
    kind: OrganizationKind
    names: Labels
    acronyms: Labels = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    parent: OrganizationId | None = None
    merged: tuple[OrganizationId, ...] = ()
    website: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person; the name keeps its diacritics and is found without them."""

    id: PersonId
    name: str
    other_spellings: tuple[str, ...] = ()
    merged: tuple[PersonId, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept of the topic vocabulary, with broader concepts above it."""

    id: TopicId
    labels: Labels
    alternatives: Mapping[Language, tuple[str, ...]] = field(default_factory=dict)
    broader: tuple[TopicId, ...] = ()
    merged: tuple[TopicId, ...] = ()
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All authority records of an archive, by id."""

    organizations: Mapping[OrganizationId, Organization]
    people: Mapping[PersonId, Person]
    topics: Mapping[TopicId, Topic]

    def lineage(self, organization: OrganizationId) -> tuple[OrganizationId, ...]:
        """Return the organization and its parents, nearest first; counts roll up along it."""
        found: list[OrganizationId] = []
        current: OrganizationId | None = organization
        while current is not None and current in self.organizations and current not in found:
            found.append(current)
            current = self.organizations[current].parent
        return tuple(found)

    def broader_topics(self, topic: TopicId) -> tuple[TopicId, ...]:
        """Return the topic and every broader one, nearest first, each once."""
        found: list[TopicId] = []
        waiting = [topic]
        while waiting:
            current = waiting.pop(0)
            if current in self.topics and current not in found:
                found.append(current)
                waiting.extend(self.topics[current].broader)
        return tuple(found)


def best_label(labels: Labels, language: Language) -> str:
    """Return the wording in the language asked for, else in English, else any; empty where there is none."""
    return labels.get(language) or labels.get(Language("en")) or next(iter(labels.values()), "")
