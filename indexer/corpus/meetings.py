"""Reads the record of a meeting: what it was for, its programme, and the documents on its page."""

import zoneinfo
from collections import Counter
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import PurePosixPath

from indexer.corpus.faults import FaultLog, nearest_of, unknown
from indexer.corpus.holdings import Holdings
from indexer.corpus.programme import ProgrammeReader, sittings_of
from indexer.corpus.references import SLUG, References, document_id, document_ids
from indexer.corpus.sources import source_of
from indexer.corpus.tables import Table
from indexer.model.identifiers import MeetingId, SeriesId
from indexer.model.meeting import CallForPapers, DocumentGroup, Mandate, Meeting


class MeetingReader:
    """Reads the records of meetings of one corpus."""

    def __init__(self, references: References, holdings: Holdings, series: Collection[str]) -> None:
        self._references = references
        self._holdings = holdings
        self._series = series
        self._programme = ProgrammeReader(references, holdings)

    def read(self, log: FaultLog) -> Meeting | None:
        """Return the meeting, or None where its faults make the record useless."""
        values = log.parsed()
        if values is None:
            return None
        table = Table(values, log)
        meeting = self._meeting(table)
        table.close()
        _check(table, meeting)
        return None if log.graves else meeting

    def _meeting(self, table: Table) -> Meeting:
        sittings = sittings_of(table)
        return Meeting(
            id=_identity(table),
            series=self._series_of(table),
            ordinal=table.whole("ordinal") or 0,
            titles=table.required_labels("title"),
            start=table.required_day("start"),
            end=table.required_day("end"),
            time_zone=_time_zone(table),
            place=table.required("place"),
            symbol_prefix=table.text("symbol_prefix"),
            convenor=self._references.organization(table, "convenor"),
            mandate=_mandate(table),
            introduction=table.text("introduction") or "",
            objectives=table.texts("objectives"),
            invited=table.text("invited"),
            outcome=table.text("outcome"),
            outcome_documents=document_ids(table, "outcome_documents"),
            contact=table.text("contact"),
            call_for_papers=self._call(table),
            sittings=sittings,
            agenda=self._programme.agenda(table, [sitting.id for sitting in sittings]),
            side_events=self._programme.side_events(table),
            groups=tuple(self._group(entry) for entry in table.tables("documents")),
            source=source_of(table),
            sidecar=table.log.path,
        )

    def _series_of(self, table: Table) -> SeriesId:
        name = table.required("series")
        if name and name not in self._series:
            otherwise = "add it to vocabulary/series.toml"
            table.grave("series", unknown("series", name, nearest_of(name, self._series), otherwise), name)
        return SeriesId(name)

    def _call(self, table: Table) -> CallForPapers | None:
        entry = table.table("call_for_papers")
        if entry is None:
            return None
        call = CallForPapers(
            instructions=entry.required("instructions"),
            formats=entry.text("formats"),
            limits=entry.text("limits"),
            due=entry.day("due"),
            is_open=entry.flag("is_open"),
            template=self._holdings.named(entry, "template"),
        )
        entry.close()
        return call

    def _group(self, table: Table) -> DocumentGroup:
        group = DocumentGroup(
            anchor=table.required("anchor"),
            heading=table.required("heading"),
            documents=self._holdings.listed(table, "documents"),
            groups=tuple(self._group(entry) for entry in table.tables("group")),
        )
        table.close()
        return group


def _identity(table: Table) -> MeetingId:
    value = table.text("id") or PurePosixPath(table.log.path).parent.name
    if not SLUG.fullmatch(value):
        table.grave("id", f"id '{value}' is no id; write lower-case letters, digits and hyphens", value)
    return MeetingId(value)


def _time_zone(table: Table) -> str:
    name = table.required("time_zone")
    if name and name not in _time_zones():
        table.grave("time_zone", f"time zone '{name}' is not known; write one such as America/New_York", name)
    return name


@cache
def _time_zones() -> AbstractSet[str]:
    return zoneinfo.available_timezones()  # reads hundreds of files


def _mandate(table: Table) -> Mandate | None:
    entry = table.table("mandate")
    if entry is None:
        return None
    entry.required("document")
    document = document_id(entry, "document")
    dated, as_printed = entry.day("dated"), entry.required("as_printed")
    entry.close()
    return Mandate(document, dated, as_printed) if document else None


def _check(table: Table, meeting: Meeting) -> None:
    if meeting.end < meeting.start:
        table.grave("end", f"the meeting ends on {meeting.end}, before it starts on {meeting.start}")
    for anchor, count in Counter(_anchors(meeting)).items():
        if count > 1:
            table.grave("id", f"anchor '{anchor}' is used {count} times; give every part of the page its own", anchor)


def _anchors(meeting: Meeting) -> list[str]:
    anchors = [event.anchor for event in meeting.side_events]
    for item in meeting.agenda:
        anchors += [item.anchor, *(talk.anchor for talk in item.talks)]
    waiting = list(meeting.groups)
    while waiting:
        group = waiting.pop(0)
        anchors.append(group.anchor)
        waiting.extend(group.groups)
    return anchors
