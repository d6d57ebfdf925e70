"""The programme of a meeting: days, sittings, agenda items, talks, side events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from indexer.model.document import Basis
from indexer.model.meeting import (
    AgendaItem,
    Meeting,
    Participation,
    Recording,
    RecordingLink,
    SideEvent,
    Sitting,
    TalkMode,
    TalkStatus,
)
from indexer.model.meeting import Talk as RecordedTalk
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.dates import hours_label, weekday_label
from indexer.representations.labels import RECORDINGS, TALK_MODES, TALK_STATUSES
from webapp.links import Words, outside
from webapp.meetings.listing import Listing


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who takes part: a person with a function, for a body.

    Attributes:
        role: Leads to the body that somebody speaks for, where the source prints no affiliation.
        body: The affiliation as printed; leads to the body that it stands for.
    """

    name: Words | None
    role: Words | None
    body: Words | None


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One contribution under an agenda item.

    Attributes:
        marks: How it was given and whether it is settled, where that is out of the ordinary.
    """

    anchor: str
    title: str
    speakers: tuple[Speaker, ...]
    marks: tuple[str, ...]
    recording: Words | None
    documents: tuple[Words, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """An agenda item in the programme.

    Attributes:
        sitting_note: How it is known in which sitting it was taken, where the source does not say it.
    """

    anchor: str
    number: str
    title: str
    other_titles: tuple[str, ...]
    talks: tuple[TalkLine, ...]
    moderators: tuple[Speaker, ...]
    documents: tuple[Words, ...]
    sitting_note: str


@dataclass(frozen=True, slots=True)
class SittingBlock:
    """A morning or an afternoon, and the items taken in it; those of no known sitting stand in one without anchor."""

    anchor: str
    name: str
    hours: str
    recording: Words | None
    note: str
    items: tuple[ItemBlock, ...]


@dataclass(frozen=True, slots=True)
class DayBlock:
    """A day of the programme."""

    name: str
    sittings: tuple[SittingBlock, ...]


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day of the short agenda; items lead to the programme."""

    name: str
    items: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class SideEventBlock:
    """A side event with its numbered programme."""

    anchor: str
    title: str
    day: str
    organizers: tuple[Words, ...]
    organizers_note: str
    programme: tuple[tuple[str, str], ...]
    recording: Words | None
    note: str


class Programme:
    """Puts the parts of one meeting in their order."""

    def __init__(self, meeting: Meeting, names: AuthorityNames, listing: Listing) -> None:
        self._meeting = meeting
        self._names = names
        self._listing = listing

    def agenda(self) -> tuple[AgendaDay, ...]:
        """Return the short agenda, day by day."""
        days = dict.fromkeys(item.day for item in self._meeting.agenda)
        return tuple(AgendaDay(_day(day), tuple(self._short(day))) for day in days)

    def _short(self, day: date | None) -> Iterator[tuple[str, Words]]:
        for item in self._meeting.agenda:
            if item.day == day:
                yield item.number, Words(item.title, f"#{item.anchor}")

    def days(self) -> tuple[DayBlock, ...]:
        """Return the days with their sittings."""
        meeting = self._meeting
        days = {sitting.day: None for sitting in meeting.sittings} | {item.day: None for item in meeting.agenda}
        ordered = sorted(days, key=lambda day: (day is None, day or meeting.start))
        return tuple(DayBlock(_day(day), tuple(self._sittings(day))) for day in ordered)

    def _sittings(self, day: date | None) -> Iterator[SittingBlock]:
        known = {sitting.id for sitting in self._meeting.sittings}
        for sitting in self._meeting.sittings:
            if sitting.day == day:
                yield self._sitting(sitting)
        loose = [item for item in self._meeting.agenda if item.day == day and item.sitting not in known]
        if loose:
            yield SittingBlock("", "Sitting not stated", "", None, "", tuple(map(self._item, loose)))

    def _sitting(self, sitting: Sitting) -> SittingBlock:
        items = tuple(self._item(item) for item in self._meeting.agenda if item.sitting == sitting.id)
        return SittingBlock(
            anchor=f"sitting-{sitting.id}",
            name=sitting.name,
            hours=hours_label(sitting.start, sitting.end),
            recording=recording(sitting.recording),
            note=sitting.note or ("" if items else "The source lists nothing for this sitting."),
            items=items,
        )

    def _item(self, item: AgendaItem) -> ItemBlock:
        return ItemBlock(
            anchor=item.anchor,
            number=item.number,
            title=item.title,
            other_titles=item.other_titles,
            talks=tuple(map(self._talk, item.talks)),
            moderators=tuple(self._speakers(item.moderators)),
            documents=tuple(map(self._listing.link, item.documents)),
            sitting_note=_inferred(item),
        )

    def _talk(self, talk: RecordedTalk) -> TalkLine:
        marks = (
            TALK_MODES[talk.mode] if talk.mode is not TalkMode.TALK and talk.title else "",
            TALK_STATUSES[talk.status] if talk.status is not TalkStatus.CONFIRMED else "",
        )
        return TalkLine(
            anchor=talk.anchor,
            title=talk.title or (TALK_MODES[talk.mode] if talk.mode is not TalkMode.TALK else ""),
            speakers=tuple(self._speakers(talk.speakers)),
            marks=tuple(filter(None, marks)),
            recording=recording(talk.recording),
            documents=tuple(map(self._listing.link, talk.documents)),
            note=talk.note or "",
        )

    def _speakers(self, people: Iterable[Participation]) -> Iterator[Speaker]:
        for given in people:
            person = self._names.person(given.person) if given.person else None
            body = self._names.organization(given.organization) if given.organization else None
            address = (body.address if body else None) or ""
            affiliation = given.affiliation or (body.text if body and not given.role else "")
            yield Speaker(
                name=Words(person.text, person.address or "") if person else None,
                role=Words(given.role, "" if affiliation else address) if given.role else None,
                body=Words(affiliation, address) if affiliation else None,
            )

    def side_events(self) -> tuple[SideEventBlock, ...]:
        """Return the side events in their order."""
        return tuple(map(self._side_event, self._meeting.side_events))

    def _side_event(self, event: SideEvent) -> SideEventBlock:
        bodies = (self._names.organization(body) for body in event.organizers)
        is_inferred = event.organizers_basis is Basis.INFERRED and event.organizers
        return SideEventBlock(
            anchor=event.anchor,
            title=event.title,
            day=weekday_label(event.day),
            organizers=tuple(Words(body.text, body.address or "") for body in bodies),
            organizers_note="inferred from the title" if is_inferred else "",
            programme=tuple((entry.number, entry.title) for entry in event.programme),
            recording=recording(event.recording),
            note=event.note or "",
        )


def recording(known: RecordingLink) -> Words | None:
    """Return what is known of a recording; None where the source speaks of none."""
    if known.state is Recording.NONE:
        return None
    words = RECORDINGS[known.state]
    return outside(words, known.address) if known.address else Words(words)


def _day(day: date | None) -> str:
    return weekday_label(day) if day else "Day not known"


def _inferred(item: AgendaItem) -> str:
    if item.sitting_basis is Basis.INFERRED:
        return item.sitting_note or "That it was taken in this sitting is inferred."
    return ""
