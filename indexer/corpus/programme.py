"""Reads the sittings, the agenda with its talks, and the side events of a meeting."""

from collections.abc import Collection, Iterator

from indexer.corpus.faults import nearest_of, unknown
from indexer.corpus.holdings import Holdings
from indexer.corpus.references import References
from indexer.corpus.tables import Table
from indexer.model.document import Basis
from indexer.model.meeting import (
    AgendaItem,
    Participation,
    ProgrammeEntry,
    Recording,
    RecordingLink,
    SideEvent,
    Sitting,
    Talk,
    TalkMode,
    TalkStatus,
)


class ProgrammeReader:
    """Reads who spoke when about what."""

    def __init__(self, references: References, holdings: Holdings) -> None:
        self._references = references
        self._holdings = holdings

    def agenda(self, table: Table, sittings: Collection[str]) -> tuple[AgendaItem, ...]:
        """Return the items of the agenda in their order."""
        return tuple(self._item(entry, sittings) for entry in table.tables("agenda"))

    def side_events(self, table: Table) -> tuple[SideEvent, ...]:
        """Return the events held beside the meeting in their order."""
        return tuple(self._side_event(entry, order) for order, entry in enumerate(table.tables("side_event"), start=1))

    def _item(self, table: Table, sittings: Collection[str]) -> AgendaItem:
        number = table.required("number")
        sitting = _sitting_of(table, sittings)
        item = AgendaItem(
            number=number,
            anchor=table.text("anchor") or f"item-{number.lower()}",
            title=table.required("title"),
            day=table.day("day"),
            other_titles=table.texts("other_titles"),
            sitting=sitting,
            sitting_basis=table.choice("sitting_basis", Basis.STATED if sitting else Basis.UNKNOWN),
            sitting_note=table.text("sitting_note"),
            moderators=self._participations(table, "moderators"),
            talks=tuple(self._talk(entry, number, order) for order, entry in enumerate(table.tables("talk"), start=1)),
            documents=self._holdings.listed(table, "documents"),
        )
        table.close()
        return item

    def _talk(self, table: Table, number: str, order: int) -> Talk:
        talk = Talk(
            anchor=table.text("anchor") or f"talk-{number.lower()}-{order}",
            order=order,
            speakers=self._participations(table, "speakers"),
            title=table.text("title"),
            mode=table.choice("mode", TalkMode.TALK if "title" in table else TalkMode.REMARKS),
            status=table.choice("status", TalkStatus.CONFIRMED),
            documents=self._holdings.listed(table, "documents"),
            recording=recording_of(table),
            note=table.text("note"),
        )
        table.close()
        return talk

    def _side_event(self, table: Table, order: int) -> SideEvent:
        organizers = self._references.organizations(table, "organizers")
        event = SideEvent(
            anchor=table.text("anchor") or f"side-event-{order}",
            title=table.required("title"),
            day=table.required_day("day"),
            organizers=organizers,
            organizers_basis=table.choice("organizers_basis", Basis.STATED if organizers else Basis.UNKNOWN),
            programme=tuple(_programme(table)),
            recording=recording_of(table),
            note=table.text("note"),
        )
        table.close()
        return event

    def _participations(self, table: Table, key: str) -> tuple[Participation, ...]:
        return tuple(self._participation(entry) for entry in table.tables(key))

    def _participation(self, table: Table) -> Participation:
        participation = Participation(
            person=self._references.person(table, "person"),
            organization=self._references.organization(table, "organization"),
            affiliation=table.text("affiliation"),
            role=table.text("role"),
        )
        table.close()
        return participation


def sittings_of(table: Table) -> tuple[Sitting, ...]:
    """Return the mornings and afternoons of a meeting in their order."""
    return tuple(_sitting(entry) for entry in table.tables("sitting"))


def recording_of(table: Table) -> RecordingLink:
    """Return what the keys `recording`, `recording_address` and `recording_note` say."""
    address = table.address("recording_address")
    return RecordingLink(
        state=table.choice("recording", Recording.AVAILABLE if address else Recording.NONE),
        address=address,
        note=table.text("recording_note"),
    )


def _sitting(table: Table) -> Sitting:
    sitting = Sitting(
        id=table.required("id"),
        day=table.required_day("day"),
        name=table.required("name"),
        start=table.clock("start"),
        end=table.clock("end"),
        recording=recording_of(table),
        note=table.text("note"),
    )
    if sitting.start and sitting.end and sitting.end <= sitting.start:
        table.grave("end", f"the sitting ends at {sitting.end:%H:%M}, before it starts at {sitting.start:%H:%M}")
    table.close()
    return sitting


def _sitting_of(table: Table, sittings: Collection[str]) -> str | None:
    name = table.text("sitting")
    if name and name not in sittings:
        table.grave(
            "sitting", unknown("sitting", name, nearest_of(name, sittings), "write the id of a [[sitting]]"), name
        )
    return name


def _programme(table: Table) -> Iterator[ProgrammeEntry]:
    for entry in table.tables("programme"):
        yield ProgrammeEntry(entry.text("number") or "", entry.required("title"))
        entry.close()
