"""Where new documents are put: into the folder of a meeting, which may have to be founded, or of no meeting."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from indexer.archive.errors import WrongUseError
from indexer.archive.keeping import Desk
from indexer.archive.placing import slug_of
from indexer.archive.record_text import with_listed
from indexer.corpus.toml_text import table_text
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, DocumentKind
from indexer.model.identifiers import DocumentId, MeetingId, SeriesId

_NO_MEETING: Final = "documents"
_OTHER_SERIES: Final = SeriesId("other-meetings")
_SERIES_FILE: Final = "vocabulary/series.toml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where new documents go.

    Attributes:
        folder: Relative to the corpus.
        meeting: None where the documents belong to no meeting.
        record: Path of the meeting's record.
        founded_in: The series in which the meeting has to be founded first; None where there is a record.
    """

    folder: str = _NO_MEETING
    meeting: MeetingId | None = None
    record: str = ""
    founded_in: SeriesId | None = None

    def folder_for(self, kind: DocumentKind) -> str:
        """Return the folder of a new document of a kind."""
        return f"{self.folder}/{_group(kind)[0]}" if self.meeting else self.folder


def shelf_of(records: CorpusRecords, meeting: str | None, *, create: bool = False, series: str | None = None) -> Shelf:
    """Return where documents of a meeting go, or of none.

    Args:
        create: Found the meeting where there is none of that id.
        series: In this series; otherwise in one of other meetings.

    Raises:
        WrongUseError: There is no such meeting or series; the message names those there are.
    """
    if meeting is None:
        return Shelf()
    known = records.meetings.get(MeetingId(meeting))
    if known:
        return Shelf(str(PurePosixPath(known.sidecar).parent), known.id, known.sidecar)
    if not create:
        names = ", ".join(records.meetings) or "none yet"
        raise WrongUseError(f"There is no meeting '{meeting}' (there are: {names}): --create makes one of that id.")
    if meeting != slug_of(meeting) or meeting in {_NO_MEETING, "vocabulary"}:
        raise WrongUseError(f"'{meeting}' is no id for a meeting: write lower-case letters, digits and hyphens.")
    if series is not None and series not in records.series:
        raise WrongUseError(f"There is no series '{series}' (there are: {', '.join(records.series) or 'none yet'}).")
    return Shelf(meeting, MeetingId(meeting), f"{meeting}/meeting.toml", SeriesId(series or _OTHER_SERIES))


def list_on(desk: Desk, shelf: Shelf, documents: Sequence[Document], today: dt.date) -> None:
    """List documents on the page of the shelf's meeting, founding it where that is asked."""
    if shelf.meeting is None:
        return
    if shelf.founded_in:
        _found(desk, shelf, documents, today)
    for group, ids in _by_group(documents, _listed(desk, shelf)).items():
        desk.change(shelf.record, lambda text, group=group, ids=ids: with_listed(text, group, ids))  # type: ignore[misc]  # bound now


def _listed(desk: Desk, shelf: Shelf) -> frozenset[DocumentId]:
    meeting = desk.records.meetings.get(shelf.meeting) if shelf.meeting else None
    return frozenset(meeting.documents if meeting else ())


def _by_group(documents: Iterable[Document], listed: frozenset[DocumentId]) -> dict[tuple[str, str], list[DocumentId]]:
    found: dict[tuple[str, str], list[DocumentId]] = {}
    for document in documents:
        if document.id not in listed:
            found.setdefault(_group(document.kind), []).append(document.id)
    return found


def _group(kind: DocumentKind) -> tuple[str, str]:
    if kind is DocumentKind.CONTRIBUTED_PAPER:
        return "papers", "Contributed papers"
    return "background", "Background documents"


def _found(desk: Desk, shelf: Shelf, documents: Sequence[Document], today: dt.date) -> None:
    assert shelf.meeting is not None
    assert shelf.founded_in is not None
    if shelf.founded_in not in desk.records.series:
        _found_series(desk, shelf.founded_in)
    days = sorted(
        dt.date(date.year, date.month, date.day)
        for date in (document.date for document in documents)
        if date.year and date.month and date.day
    ) or [today]
    fields = {
        "id": shelf.meeting,
        "series": shelf.founded_in,
        "title": shelf.meeting.replace("-", " ").capitalize(),
        "start": days[0],
        "end": days[-1],
        "time_zone": "UTC",
        "place": "Not known",
    }
    remark = (
        f"# Made on {today} for documents that were adopted. Please mend: title, series, start and end (they are the\n"
        "# dates of the first and last document), time_zone, place.\n\n"
    )
    desk.put(shelf.record, remark + table_text("", fields))


def _found_series(desk: Desk, series: SeriesId) -> None:
    names = {"id": series, "names": {"en": "Other meetings"}}
    desk.put(_SERIES_FILE, (desk.text_or_nothing(_SERIES_FILE) + table_text("[[series]]", names)).lstrip("\n"))
    desk.refresh()
