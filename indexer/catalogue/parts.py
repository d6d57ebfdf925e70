"""The parts of a meeting that are hits of their own: talks, agenda items and side events."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.model.authority import Vocabulary, best_label
from indexer.model.identifiers import DocumentId, Language, MeetingId, OrganizationId, PersonId, WorkId
from indexer.model.meeting import AgendaItem, Meeting, Participation, SideEvent, Talk, part_of
from indexer.model.place import Place, PlaceKind, PlaceText

PARTS_LANGUAGE = Language("en")
"""Programmes are recorded in English; their words are stemmed so."""


class PartKind(StrEnum):
    """What sort of part it is; the names are values of the kind facet."""

    TALK = "talk"
    AGENDA_ITEM = "agenda_item"
    SIDE_EVENT = "side_event"


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """A talk, an agenda item or a side event, as a hit shows it.

    Attributes:
        agenda_item: Work id of the item that it is or stands under.
        text: What the programme says of it beside the title: speakers, roles, programme lines.
    """

    work: WorkId
    meeting: MeetingId
    kind: PartKind
    anchor: str
    title: str
    other_titles: tuple[str, ...] = ()
    day: date | None = None
    organizations: tuple[OrganizationId, ...] = ()
    people: tuple[PersonId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    agenda_item: WorkId | None = None
    text: tuple[PlaceText, ...] = ()


def parts_of(meeting: Meeting, vocabulary: Vocabulary) -> Iterator[MeetingPart]:
    """Yield a meeting's agenda items, each followed by its talks, then its side events."""
    for item in meeting.agenda:
        yield _item_part(meeting, item, vocabulary)
        yield from (_talk_part(meeting, item, talk, vocabulary) for talk in item.talks)
    yield from (_side_event_part(meeting, event, vocabulary) for event in meeting.side_events)


def _item_part(meeting: Meeting, item: AgendaItem, vocabulary: Vocabulary) -> MeetingPart:
    work = part_of(meeting.id, item.anchor)
    moderators = [f"Moderator: {_words(person, vocabulary)}" for person in item.moderators]
    return MeetingPart(
        work=work,
        meeting=meeting.id,
        kind=PartKind.AGENDA_ITEM,
        anchor=item.anchor,
        title=f"{item.number}. {item.title}",
        other_titles=item.other_titles,
        day=item.day,
        organizations=_organizations(item.moderators),
        people=_people(item.moderators),
        documents=item.documents,
        agenda_item=work,
        text=_places(moderators),
    )


def _talk_part(meeting: Meeting, item: AgendaItem, talk: Talk, vocabulary: Vocabulary) -> MeetingPart:
    return MeetingPart(
        work=part_of(meeting.id, talk.anchor),
        meeting=meeting.id,
        kind=PartKind.TALK,
        anchor=talk.anchor,
        title=talk.title or item.title,
        day=item.day,
        organizations=_organizations(talk.speakers),
        people=_people(talk.speakers),
        documents=talk.documents,
        agenda_item=part_of(meeting.id, item.anchor),
        text=_places([_words(speaker, vocabulary) for speaker in talk.speakers]),
    )


def _side_event_part(meeting: Meeting, event: SideEvent, vocabulary: Vocabulary) -> MeetingPart:
    organizers = [best_label(vocabulary.organizations[o].names, PARTS_LANGUAGE) for o in event.organizers]
    lines = [f"Organizers: {'; '.join(organizers)}"] if organizers else []
    return MeetingPart(
        work=part_of(meeting.id, event.anchor),
        meeting=meeting.id,
        kind=PartKind.SIDE_EVENT,
        anchor=event.anchor,
        title=event.title,
        day=event.day,
        organizations=event.organizers,
        text=_places(lines + [f"{entry.number}. {entry.title}" for entry in event.programme]),
    )


def _organizations(people: tuple[Participation, ...]) -> tuple[OrganizationId, ...]:
    return tuple(dict.fromkeys(p.organization for p in people if p.organization))


def _people(people: tuple[Participation, ...]) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(p.person for p in people if p.person))


def _words(participation: Participation, vocabulary: Vocabulary) -> str:
    name = vocabulary.people[participation.person].name if participation.person else ""
    return ", ".join(part for part in (name, participation.role, participation.affiliation) if part)


def _places(lines: list[str]) -> tuple[PlaceText, ...]:
    if not lines:
        return ()
    return (PlaceText(Place(PlaceKind.PARAGRAPH, 1, "programme"), "\n\n".join(lines)),)
