"""Meetings and series: ask the archive, show."""

from flask import Response, render_template

from indexer.archive import browsing
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.meeting_json_ld import meeting_json_ld
from webapp.caching import conditional
from webapp.heads import Alternate, head
from webapp.links import Words
from webapp.meetings.presenting import MeetingPresenter
from webapp.meetings.series_page import series_page
from webapp.reading import addresses, generation, language, public_addresses


def meeting(id_: str) -> Response:
    """Show a meeting."""
    view = browsing.meeting_view(generation(), id_)
    vocabulary = generation().vocabulary
    presenter = MeetingPresenter(view, AuthorityNames(vocabulary, addresses(), language()))
    names = AuthorityNames(vocabulary, public_addresses(), language())
    its_head = head(
        presenter.trail(),
        data=[meeting_json_ld(view.meeting, view.series, names)],
        alternates=[Alternate(addresses().api_record("meetings", id_), "application/json")],
    )
    return conditional(render_template("meetings/meeting.html", view=presenter.page(), head=its_head))


def series(id_: str) -> Response:
    """Show a series with its meetings."""
    found, meetings = browsing.series(generation(), id_)
    page = series_page(found, meetings, AuthorityNames(generation().vocabulary, addresses(), language()))
    its_head = head(
        [Words(page.name.text, addresses().series(found.id), page.name.language)],
        alternates=[Alternate(addresses().api_record("series", id_), "application/json")],
    )
    return conditional(render_template("meetings/series.html", view=page, head=its_head))
