"""A meeting of a series: its sittings, agenda, talks, side events and what it asks contributors for."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from indexer.model.authority import Labels
from indexer.model.document import Basis, Source
from indexer.model.identifiers import DocumentId, MeetingId, OrganizationId, PersonId, SeriesId, WorkId


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings held again and again under one name."""

    id: SeriesId
    names: Labels
    description: str = ""
    convenor: OrganizationId | None = None


class Recording(StrEnum):
    """What is known of a recording of a sitting or a talk."""

    NONE = "none"
    MARKED = "marked"  # the source shows a mark for a recording, no address of it is known
    AVAILABLE = "available"  # an address or a document of it is known


@dataclass(frozen=True, slots=True)
class RecordingLink:
    """A recording, as far as it is known; `note` says how it is known."""

    state: Recording = Recording.NONE
    address: str | None = None
    note: str | None = None


NO_RECORDING = RecordingLink()


@dataclass(frozen=True, slots=True)
class Participation:
    """A person at a meeting.

    Attributes:
        person: None where the source names nobody.
        organization: The affiliation as an authority record, where it is one.
        affiliation: The affiliation in words, as printed.
        role: A title or function, such as "Chair-in-Office, GFMD".
    """

    person: PersonId | None
    organization: OrganizationId | None = None
    affiliation: str | None = None
    role: str | None = None


class TalkMode(StrEnum):
    """How a talk was given."""

    TALK = "talk"
    REMARKS = "remarks"
    KEYNOTE = "keynote"
    VIDEO_MESSAGE = "video_message"


class TalkStatus(StrEnum):
    """Whether the programme says that a talk is settled."""

    CONFIRMED = "confirmed"
    TO_BE_CONFIRMED = "to_be_confirmed"


@dataclass(frozen=True, slots=True)
class Talk:
    """One contribution under an agenda item.

    Attributes:
        anchor: Its place on the meeting's page and in its work id, such as `talk-ii-3`.
        title: None for remarks without a title.
        documents: What it presents.
    """

    anchor: str
    order: int
    speakers: tuple[Participation, ...]
    title: str | None = None
    mode: TalkMode = TalkMode.TALK
    status: TalkStatus = TalkStatus.CONFIRMED
    documents: tuple[DocumentId, ...] = ()
    recording: RecordingLink = NO_RECORDING
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda.

    Attributes:
        number: As printed: "IV".
        anchor: Its place on the meeting's page and in its work id, such as `item-iv`.
        other_titles: Other wordings that the programme uses.
        sitting: Id of the sitting in which it was taken.
        sitting_basis: Whether the source says so or it was inferred.
        documents: What was discussed or submitted under it.
    """

    number: str
    anchor: str
    title: str
    day: date | None = None
    other_titles: tuple[str, ...] = ()
    sitting: str | None = None
    sitting_basis: Basis = Basis.UNKNOWN
    sitting_note: str | None = None
    moderators: tuple[Participation, ...] = ()
    talks: tuple[Talk, ...] = ()
    documents: tuple[DocumentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """A morning or an afternoon of a meeting; times are local to the meeting's time zone.

    Attributes:
        note: Says for an empty sitting what the source lacks.
    """

    id: str
    day: date
    name: str
    start: time | None = None
    end: time | None = None
    recording: RecordingLink = NO_RECORDING
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """One numbered line of a side event's programme."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class SideEvent:
    """An event held beside the meeting.

    Attributes:
        organizers: The bodies that the title names or the source lists.
        programme: As numbered by the source, which may skip numbers.
    """

    anchor: str
    title: str
    day: date
    organizers: tuple[OrganizationId, ...] = ()
    organizers_basis: Basis = Basis.UNKNOWN
    programme: tuple[ProgrammeEntry, ...] = ()
    recording: RecordingLink = NO_RECORDING
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """The decision that a meeting rests on."""

    document: DocumentId
    dated: date | None
    as_printed: str


@dataclass(frozen=True, slots=True)
class CallForPapers:
    """How papers are handed in."""

    instructions: str
    formats: str | None = None
    limits: str | None = None
    due: date | None = None
    is_open: bool = False
    template: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class DocumentGroup:
    """Documents of a meeting under one heading of its page, in the order of the page."""

    anchor: str
    heading: str
    documents: tuple[DocumentId, ...]
    groups: tuple["DocumentGroup", ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with everything its page says."""

    id: MeetingId
    series: SeriesId
    ordinal: int
    titles: Labels
    start: date
    end: date
    time_zone: str
    place: str
    symbol_prefix: str | None = None
    convenor: OrganizationId | None = None
    mandate: Mandate | None = None
    introduction: str = ""
    objectives: tuple[str, ...] = ()
    invited: str | None = None
    outcome: str | None = None
    outcome_documents: tuple[DocumentId, ...] = ()
    contact: str | None = None
    call_for_papers: CallForPapers | None = None
    sittings: tuple[Sitting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    side_events: tuple[SideEvent, ...] = ()
    groups: tuple[DocumentGroup, ...] = ()
    source: Source | None = None
    sidecar: str = field(default="")

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """Every document that the meeting lists, in the order of its page, each once."""
        waiting = list(self.groups)
        found: list[DocumentId] = []
        while waiting:
            group = waiting.pop(0)
            found.extend(group.documents)
            waiting[:0] = group.groups
        return tuple(dict.fromkeys(found))


def part_of(meeting: MeetingId, anchor: str) -> WorkId:
    """Return the work id of a talk, an agenda item or a side event."""
    return WorkId(f"{meeting}/{anchor}")
