"""The shape of a meeting."""

from datetime import date

from pydantic import Field

from indexer.model.identifiers import Language
from indexer.representations.json.record_shapes import PageLinks, RecordLinks, SourceShape
from indexer.representations.json.shapes import NamedShape, Shape


class RecordingShape(Shape):
    """What is known of a recording."""

    state: str = Field(description="`none`; `marked`: the source shows a mark, no address is known; `available`")
    address: str | None
    note: str | None


class ParticipationShape(Shape):
    """A person at a meeting."""

    person: NamedShape | None
    organization: NamedShape | None
    affiliation: str | None = Field(description="as printed")
    role: str | None


class TalkShape(Shape):
    """One contribution under an agenda item."""

    id: str
    title: str | None = Field(description="null for remarks without a title")
    speakers: list[ParticipationShape]
    mode: str
    status: str
    documents: list[str]
    recording: RecordingShape
    note: str | None
    html: str


class AgendaItemShape(Shape):
    """One item of the agenda."""

    id: str
    number: str
    title: str
    other_titles: list[str]
    day: date | None
    sitting: str | None
    sitting_basis: str = Field(description="whether the source states the sitting or it was inferred")
    sitting_note: str | None
    moderators: list[ParticipationShape]
    talks: list[TalkShape]
    documents: list[str]
    html: str


class SittingShape(Shape):
    """A morning or an afternoon."""

    id: str
    day: date
    name: str
    start: str | None = Field(description="15:00, local to the meeting's time zone")
    end: str | None
    recording: RecordingShape
    note: str | None


class ProgrammeEntryShape(Shape):
    """One numbered line of a programme."""

    number: str
    title: str


class SideEventShape(Shape):
    """An event held beside the meeting."""

    id: str
    title: str
    day: date
    organizers: list[NamedShape]
    programme: list[ProgrammeEntryShape]
    recording: RecordingShape
    note: str | None
    html: str


class MandateShape(Shape):
    """The decision that a meeting rests on."""

    document: str
    dated: date | None
    as_printed: str


class CallForPapersShape(Shape):
    """How papers are handed in."""

    instructions: str
    formats: str | None
    limits: str | None
    due: date | None
    is_open: bool
    template: str | None


class DocumentGroupShape(Shape):
    """Documents under one heading of the meeting's page, in its order."""

    heading: str
    documents: list[str]
    groups: list["DocumentGroupShape"]


class MeetingSummary(Shape):
    """A meeting in a list."""

    id: str
    series: NamedShape
    ordinal: int
    label: str
    start: date
    end: date
    place: str
    documents: int
    links: RecordLinks


class MeetingShape(Shape):
    """A meeting with everything its page says."""

    id: str
    series: NamedShape
    ordinal: int
    label: str
    titles: dict[Language, str]
    start: date
    end: date
    time_zone: str
    place: str
    symbol_prefix: str | None
    convenor: NamedShape | None
    mandate: MandateShape | None
    introduction: str
    objectives: list[str]
    invited: str | None
    outcome: str | None
    contact: str | None
    call_for_papers: CallForPapersShape | None
    sittings: list[SittingShape]
    agenda: list[AgendaItemShape]
    side_events: list[SideEventShape]
    groups: list[DocumentGroupShape]
    source: SourceShape | None
    links: RecordLinks


class MeetingList(Shape):
    """All meetings, the newest first."""

    total: int
    items: list[MeetingSummary]
    links: PageLinks
