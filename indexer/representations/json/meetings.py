"""Meetings as JSON."""

from datetime import time

from indexer.model.authority import Vocabulary, best_label
from indexer.model.identifiers import Language, OrganizationId
from indexer.model.meeting import (
    AgendaItem,
    DocumentGroup,
    Meeting,
    Participation,
    RecordingLink,
    Series,
    SideEvent,
    Talk,
    part_of,
)
from indexer.representations.addresses import Addresses
from indexer.representations.json.documents import source_shape
from indexer.representations.json.meeting_shapes import (
    AgendaItemShape,
    CallForPapersShape,
    DocumentGroupShape,
    MandateShape,
    MeetingShape,
    MeetingSummary,
    ParticipationShape,
    ProgrammeEntryShape,
    RecordingShape,
    SideEventShape,
    SittingShape,
    TalkShape,
)
from indexer.representations.json.record_shapes import RecordLinks
from indexer.representations.json.shapes import NamedShape
from indexer.representations.search_parameters import SearchParameters


class MeetingWriter:
    """Writes meetings with links under one root and labels in one language."""

    def __init__(self, addresses: Addresses, vocabulary: Vocabulary, language: Language) -> None:
        self._addresses = addresses
        self._vocabulary = vocabulary
        self._language = language

    def summary(self, meeting: Meeting, series: Series | None) -> MeetingSummary:
        """Return a meeting as a list shows it."""
        return MeetingSummary(
            id=meeting.id,
            series=self._series(meeting, series),
            ordinal=meeting.ordinal,
            label=best_label(meeting.titles, self._language),
            start=meeting.start,
            end=meeting.end,
            place=meeting.place,
            documents=len(meeting.documents),
            links=self._links(meeting),
        )

    def meeting(self, meeting: Meeting, series: Series | None) -> MeetingShape:
        """Return a meeting with everything its page says."""
        return MeetingShape(
            id=meeting.id,
            series=self._series(meeting, series),
            ordinal=meeting.ordinal,
            label=best_label(meeting.titles, self._language),
            titles=dict(meeting.titles),
            start=meeting.start,
            end=meeting.end,
            time_zone=meeting.time_zone,
            place=meeting.place,
            symbol_prefix=meeting.symbol_prefix,
            convenor=self._organization(meeting.convenor),
            mandate=_mandate(meeting),
            introduction=meeting.introduction,
            objectives=list(meeting.objectives),
            invited=meeting.invited,
            outcome=meeting.outcome,
            contact=meeting.contact,
            call_for_papers=_call(meeting),
            sittings=_sittings(meeting),
            agenda=[self._item(item, meeting) for item in meeting.agenda],
            side_events=[self._side_event(event, meeting) for event in meeting.side_events],
            groups=[_group(group) for group in meeting.groups],
            source=source_shape(meeting.source),
            links=self._links(meeting),
        )

    def _links(self, meeting: Meeting) -> RecordLinks:
        works = SearchParameters().with_value("meeting", meeting.id)
        return RecordLinks(
            self=self._addresses.api_record("meetings", meeting.id),
            html=self._addresses.meeting(meeting.id),
            search=self._addresses.api_search(works),
        )

    def _series(self, meeting: Meeting, series: Series | None) -> NamedShape:
        label = best_label(series.names, self._language) if series else meeting.series
        return NamedShape(value=meeting.series, label=label)

    def _organization(self, organization: OrganizationId | None) -> NamedShape | None:
        if organization is None:
            return None
        record = self._vocabulary.organizations.get(organization)
        return NamedShape(
            value=organization, label=best_label(record.names, self._language) if record else organization
        )

    def _participation(self, one: Participation) -> ParticipationShape:
        record = self._vocabulary.people.get(one.person) if one.person else None
        return ParticipationShape(
            person=NamedShape(value=record.id, label=record.name) if record else None,
            organization=self._organization(one.organization),
            affiliation=one.affiliation,
            role=one.role,
        )

    def _item(self, item: AgendaItem, meeting: Meeting) -> AgendaItemShape:
        return AgendaItemShape(
            id=part_of(meeting.id, item.anchor),
            number=item.number,
            title=item.title,
            other_titles=list(item.other_titles),
            day=item.day,
            sitting=item.sitting,
            sitting_basis=item.sitting_basis,
            sitting_note=item.sitting_note,
            moderators=[self._participation(one) for one in item.moderators],
            talks=[self._talk(talk, meeting) for talk in item.talks],
            documents=list(item.documents),
            html=self._addresses.meeting(meeting.id, item.anchor),
        )

    def _talk(self, talk: Talk, meeting: Meeting) -> TalkShape:
        return TalkShape(
            id=part_of(meeting.id, talk.anchor),
            title=talk.title,
            speakers=[self._participation(one) for one in talk.speakers],
            mode=talk.mode,
            status=talk.status,
            documents=list(talk.documents),
            recording=_recording(talk.recording),
            note=talk.note,
            html=self._addresses.meeting(meeting.id, talk.anchor),
        )

    def _side_event(self, event: SideEvent, meeting: Meeting) -> SideEventShape:
        organizers = (self._organization(organizer) for organizer in event.organizers)
        return SideEventShape(
            id=part_of(meeting.id, event.anchor),
            title=event.title,
            day=event.day,
            organizers=[organizer for organizer in organizers if organizer],
            programme=[ProgrammeEntryShape(number=entry.number, title=entry.title) for entry in event.programme],
            recording=_recording(event.recording),
            note=event.note,
            html=self._addresses.meeting(meeting.id, event.anchor),
        )


def _mandate(meeting: Meeting) -> MandateShape | None:
    mandate = meeting.mandate
    if mandate is None:
        return None
    return MandateShape(document=mandate.document, dated=mandate.dated, as_printed=mandate.as_printed)


def _call(meeting: Meeting) -> CallForPapersShape | None:
    call = meeting.call_for_papers
    if call is None:
        return None
    return CallForPapersShape(
        instructions=call.instructions,
        formats=call.formats,
        limits=call.limits,
        due=call.due,
        is_open=call.is_open,
        template=call.template,
    )


def _sittings(meeting: Meeting) -> list[SittingShape]:
    return [
        SittingShape(
            id=sitting.id,
            day=sitting.day,
            name=sitting.name,
            start=_hour(sitting.start),
            end=_hour(sitting.end),
            recording=_recording(sitting.recording),
            note=sitting.note,
        )
        for sitting in meeting.sittings
    ]


def _recording(link: RecordingLink) -> RecordingShape:
    return RecordingShape(state=link.state, address=link.address, note=link.note)


def _group(group: DocumentGroup) -> DocumentGroupShape:
    return DocumentGroupShape(
        heading=group.heading,
        documents=list(group.documents),
        groups=[_group(inner) for inner in group.groups],
    )


def _hour(moment: time | None) -> str | None:
    return f"{moment:%H:%M}" if moment else None
