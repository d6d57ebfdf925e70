"""The page of a meeting, in the order of its source page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indexer.archive.answers import MeetingView
from indexer.model.authority import best_label
from indexer.model.meeting import CallForPapers, DocumentGroup, Mandate
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.dates import day_label, span_label
from webapp.links import Fact, Words, fact, in_language, known
from webapp.meetings.listing import ListedDocument, ListedGroup, Listing
from webapp.meetings.programme import AgendaDay, DayBlock, Programme, SideEventBlock
from webapp.sources import source_facts

PAPERS: Final = "papers"
"""The anchor of the documents that stand last on a page; all others stand before the agenda."""


@dataclass(frozen=True, slots=True)
class CallBlock:
    """How papers are handed in.

    Attributes:
        heading: That of the template on the source page.
    """

    anchor: str
    heading: str
    instructions: str
    facts: tuple[Fact, ...]
    template: ListedDocument | None


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """All that the page of a meeting shows.

    Attributes:
        contents: Links to the sections that the page has.
        outcome_documents: What its deliberations led to.
        groups, papers: Documents that stand before the agenda, and those that stand last.
    """

    id: str
    title: Words
    series: Words | None
    days: str
    place: str
    introduction: tuple[str, ...]
    facts: tuple[Fact, ...]
    contents: tuple[Words, ...]
    call: CallBlock | None
    objectives: tuple[str, ...]
    invited: str
    outcome: tuple[str, ...]
    outcome_documents: tuple[Words, ...]
    groups: tuple[ListedGroup, ...]
    agenda: tuple[AgendaDay, ...]
    programme: tuple[DayBlock, ...]
    side_events: tuple[SideEventBlock, ...]
    papers: tuple[ListedGroup, ...]

    @property
    def has_purpose(self) -> bool:
        """Whether anything is known of what the meeting was for."""
        return bool(self.objectives or self.invited or self.outcome or self.outcome_documents)


class MeetingPresenter:
    """Makes the page of one meeting."""

    def __init__(self, view: MeetingView, names: AuthorityNames) -> None:
        self._meeting = view.meeting
        self._series = view.series
        self._names = names
        self._listing = Listing(view.documents, names)

    def page(self) -> MeetingPage:
        """Return the page."""
        meeting, listing = self._meeting, self._listing
        programme = Programme(meeting, self._names, listing)
        return MeetingPage(
            id=meeting.id,
            title=in_language(meeting.titles, self._names.language),
            series=self._to_series(),
            days=span_label(meeting.start, meeting.end),
            place=meeting.place,
            introduction=_paragraphs(meeting.introduction),
            facts=known(*self._facts()),
            contents=tuple(self._contents()),
            call=self._call(meeting.call_for_papers) if meeting.call_for_papers else None,
            objectives=meeting.objectives,
            invited=meeting.invited or "",
            outcome=_paragraphs(meeting.outcome or ""),
            outcome_documents=tuple(map(listing.link, meeting.outcome_documents)),
            groups=tuple(map(listing.group, self._before_agenda())),
            agenda=programme.agenda(),
            programme=programme.days() if meeting.agenda or meeting.sittings else (),
            side_events=programme.side_events(),
            papers=tuple(map(listing.group, self._papers())),
        )

    def trail(self) -> tuple[Words, ...]:
        """Return the way to the page."""
        meeting = self._meeting
        title = best_label(meeting.titles, self._names.language)
        own = Words(title, self._names.addresses.meeting(meeting.id))
        series = self._to_series()
        return (series, own) if series else (own,)

    def _to_series(self) -> Words | None:
        series = self._series
        if series is None:
            return None
        return Words(best_label(series.names, self._names.language), self._names.addresses.series(series.id))

    def _facts(self) -> Iterator[Fact]:
        meeting = self._meeting
        yield fact("Dates", span_label(meeting.start, meeting.end))
        yield fact("Place", Words(meeting.place, note=f"times are those of {meeting.time_zone}"))
        if meeting.convenor:
            convenor = self._names.organization(meeting.convenor)
            yield fact("Convened by", Words(convenor.text, convenor.address or ""))
        yield fact("Series", self._to_series())
        yield from self._mandate(meeting.mandate) if meeting.mandate else ()
        yield fact("Symbols", Words(f"{meeting.symbol_prefix}/…", is_symbol=True) if meeting.symbol_prefix else None)
        yield fact("Contact", self._contact())
        yield from source_facts(meeting.source)

    def _mandate(self, mandate: Mandate) -> Iterator[Fact]:
        link = self._listing.link(mandate.document)
        dated = f" of {day_label(mandate.dated)}" if mandate.dated else ""
        yield fact("Mandate", Words(link.text, link.address, link.language, note=f"{mandate.document}{dated}"))
        yield fact("Mandate as printed", mandate.as_printed)

    def _contact(self) -> Words | None:
        contact = self._meeting.contact
        if not contact:
            return None
        return Words(contact, f"mailto:{contact}" if _is_mail_address(contact) else "")

    def _contents(self) -> Iterator[Words]:
        meeting = self._meeting
        if meeting.call_for_papers:
            yield Words("Call for papers", f"#{self._call_anchor()}")
        if meeting.objectives or meeting.invited or meeting.outcome or meeting.outcome_documents:
            yield Words("Objectives", "#objectives")
        yield from (Words(group.heading, f"#{group.anchor}") for group in self._before_agenda())
        if meeting.agenda:
            yield Words("Agenda", "#agenda")
        if meeting.agenda or meeting.sittings:
            yield Words("Programme", "#programme")
        if meeting.side_events:
            yield Words("Side events", "#side-events")
        yield from (Words(group.heading, f"#{group.anchor}") for group in self._papers())

    def _call(self, call: CallForPapers) -> CallBlock:
        due = day_label(call.due) if call.due else None
        template = self._listing.documents([call.template]) if call.template else ()
        group = self._template_group()
        return CallBlock(
            anchor=self._call_anchor(),
            heading=group.heading if group else "Template",
            instructions=call.instructions,
            facts=known(
                fact("State", "Open" if call.is_open else "Closed"),
                fact("Due", due),
                fact("Formats", call.formats),
                fact("Limits", call.limits),
            ),
            template=template[0] if template else None,
        )

    def _call_anchor(self) -> str:
        group = self._template_group()
        return group.anchor if group else "call-for-papers"

    def _template_group(self) -> DocumentGroup | None:
        return next(filter(self._is_template, self._meeting.groups), None)

    def _is_template(self, group: DocumentGroup) -> bool:
        """Whether a group has the template alone, which the call for papers shows."""
        call = self._meeting.call_for_papers
        return call is not None and call.template is not None and group.documents == (call.template,)

    def _before_agenda(self) -> Iterator[DocumentGroup]:
        for group in self._meeting.groups:
            if group.anchor != PAPERS and not self._is_template(group):
                yield group

    def _papers(self) -> Iterator[DocumentGroup]:
        return (group for group in self._meeting.groups if group.anchor == PAPERS)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip())


def _is_mail_address(text: str) -> bool:
    name, _, host = text.partition("@")
    return bool(name) and "." in host and not any(letter.isspace() for letter in text)
