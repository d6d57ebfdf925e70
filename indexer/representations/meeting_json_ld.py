"""A meeting as schema.org describes it: an event with its agenda, talks and side events."""

import datetime as dt
from collections.abc import Iterable

from indexer.model.authority import best_label
from indexer.model.identifiers import DocumentId
from indexer.model.meeting import AgendaItem, Meeting, Participation, Series, SideEvent, Talk
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.json_values import Json
from indexer.representations.labels import TALK_MODES
from indexer.representations.schema_org import CONTEXT, known, name_node


def meeting_json_ld(meeting: Meeting, series: Series | None, names: AuthorityNames) -> dict[str, Json]:
    """Return a meeting, in the language that the names are in."""
    return _MeetingNodes(meeting, names).whole(series)


class _MeetingNodes:
    """Makes the nodes of one meeting."""

    def __init__(self, meeting: Meeting, names: AuthorityNames) -> None:
        self._meeting = meeting
        self._names = names

    def whole(self, series: Series | None) -> dict[str, Json]:
        meeting, names = self._meeting, self._names
        parts = [*map(self._agenda_item, meeting.agenda), *map(self._side_event, meeting.side_events)]
        title = best_label(meeting.titles, names.language)
        return {
            "@context": CONTEXT,
            **self._event("", title, meeting.start, end=meeting.end),
            **known(
                {
                    "description": meeting.introduction,
                    "organizer": name_node(names.organization(meeting.convenor)) if meeting.convenor else None,
                    "superEvent": self._series(series) if series else None,
                    "workFeatured": self._works(meeting.documents),
                    "subEvent": parts,
                }
            ),
        }

    def _event(self, anchor: str, name: str, start: dt.date | None, end: dt.date | None = None) -> dict[str, Json]:
        address = self._names.addresses.meeting(self._meeting.id, anchor)
        return known(
            {
                "@type": "Event",
                "@id": address,
                "url": address,
                "name": name,
                "startDate": start.isoformat() if start else None,
                "endDate": end.isoformat() if end else None,
                "location": {"@type": "Place", "name": self._meeting.place},
            }
        )

    def _agenda_item(self, item: AgendaItem) -> dict[str, Json]:
        talks: list[Json] = [self._talk(talk, item) for talk in item.talks]
        parts = known({"organizer": self._people(item.moderators), "subEvent": talks})
        return {**self._event(item.anchor, f"{item.number}. {item.title}", item.day), **parts}

    def _talk(self, talk: Talk, item: AgendaItem) -> dict[str, Json]:
        parts = known({"performer": self._people(talk.speakers), "workFeatured": self._works(talk.documents)})
        return {**self._event(talk.anchor, talk.title or TALK_MODES[talk.mode], item.day), **parts}

    def _side_event(self, event: SideEvent) -> dict[str, Json]:
        organizers = [name_node(self._names.organization(body)) for body in event.organizers]
        return {**self._event(event.anchor, event.title, event.day), **known({"organizer": organizers})}

    def _people(self, people: Iterable[Participation]) -> list[Json]:
        return [name_node(name) for name in map(self._names.participant, people) if name]

    def _works(self, documents: Iterable[DocumentId]) -> list[Json]:
        return [{"@type": "CreativeWork", "@id": self._names.addresses.document(document)} for document in documents]

    def _series(self, series: Series) -> dict[str, Json]:
        address = self._names.addresses.series(series.id)
        return {"@type": "EventSeries", "@id": address, "name": best_label(series.names, self._names.language)}
