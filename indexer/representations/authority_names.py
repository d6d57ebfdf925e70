"""Names of bodies, persons and topics in one language, with the addresses of their pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.model.authority import Vocabulary, best_label
from indexer.model.document import Contribution
from indexer.model.identifiers import Language, OrganizationId, PersonId, TopicId
from indexer.model.meeting import Participation
from indexer.representations.addresses import Addresses
from indexer.representations.citation import CitedName, CitedTopic
from indexer.representations.personal_names import split_name


@dataclass(frozen=True, slots=True)
class AuthorityNames:
    """Turns ids into names; an id that the vocabulary lacks is its own name."""

    vocabulary: Vocabulary
    addresses: Addresses
    language: Language

    def organization(self, organization: OrganizationId) -> CitedName:
        """Return the name of a body."""
        record = self.vocabulary.organizations.get(organization)
        name = best_label(record.names, self.language) if record else organization
        return CitedName(name, address=self.addresses.organization(organization))

    def person(self, person: PersonId) -> CitedName:
        """Return the name of a person, in its parts where they are known."""
        record = self.vocabulary.people.get(person)
        name = record.name if record else person
        family, given = split_name(person, name) or (None, None)
        text = f"{given} {family}" if family else name
        return CitedName(text, is_person=True, family=family, given=given, address=self.addresses.person(person))

    def contributor(self, contribution: Contribution) -> CitedName | None:
        """Return the name of whoever contributed."""
        if contribution.person:
            return self.person(contribution.person)
        return self.organization(contribution.organization) if contribution.organization else None

    def participant(self, participation: Participation) -> CitedName | None:
        """Return the name of whoever took part: the person, else the body, else what the source says of either."""
        if participation.person:
            return self.person(participation.person)
        if participation.organization:
            return self.organization(participation.organization)
        return CitedName(participation.affiliation) if participation.affiliation else None

    def topics(self, topics: Iterable[TopicId]) -> tuple[CitedTopic, ...]:
        """Return the labels of topics."""
        known = self.vocabulary.topics
        return tuple(
            CitedTopic(
                best_label(known[topic].labels, self.language) if topic in known else topic, self.addresses.topic(topic)
            )
            for topic in topics
        )
