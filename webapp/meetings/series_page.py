"""The page of a series: what it is, and its meetings."""

from dataclasses import dataclass

from indexer.model.meeting import Meeting, Series
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.dates import span_label
from webapp.links import Fact, Words, fact, in_language, known


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting of the series."""

    title: Words
    days: str
    place: str
    documents: str


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """All that the page of a series shows."""

    name: Words
    description: str
    facts: tuple[Fact, ...]
    meetings: tuple[MeetingLine, ...]


def series_page(series: Series, meetings: tuple[Meeting, ...], names: AuthorityNames) -> SeriesPage:
    """Return the page of a series."""
    convenor = names.organization(series.convenor) if series.convenor else None
    return SeriesPage(
        name=in_language(series.names, names.language),
        description=series.description.strip(),
        facts=known(fact("Convened by", Words(convenor.text, convenor.address or "") if convenor else None)),
        meetings=tuple(_line(meeting, names) for meeting in meetings),
    )


def _line(meeting: Meeting, names: AuthorityNames) -> MeetingLine:
    title = in_language(meeting.titles, names.language)
    count = len(meeting.documents)
    return MeetingLine(
        title=Words(title.text, names.addresses.meeting(meeting.id), title.language),
        days=span_label(meeting.start, meeting.end),
        place=meeting.place,
        documents=f"{count:,} {'document' if count == 1 else 'documents'}",
    )
