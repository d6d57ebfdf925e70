"""Organizations, people and topics: ask the archive, show."""

from flask import Response, render_template

from indexer.archive import browsing
from indexer.archive.finding import search
from webapp.authorities.presenting import AuthorityPage, AuthorityPresenter
from webapp.authorities.works import Works, works_of, works_query
from webapp.caching import conditional
from webapp.heads import Alternate, head
from webapp.reading import addresses, generation, language, site


def organization(id_: str) -> Response:
    """Show an organization."""
    view = browsing.body_view(generation(), id_)
    page = AuthorityPresenter(addresses(), language()).organization(view)
    return _shown(page, _works("organization", id_), "organizations", id_)


def person(id_: str) -> Response:
    """Show a person."""
    page = AuthorityPresenter(addresses(), language()).person(browsing.person(generation(), id_))
    return _shown(page, _works("person", id_), "people", id_)


def topic(id_: str) -> Response:
    """Show a topic."""
    page = AuthorityPresenter(addresses(), language()).topic(browsing.topic_view(generation(), id_))
    return _shown(page, _works("topic", id_), "topics", id_)


def _works(name: str, value: str) -> Works:
    query = works_query(name, value, site().settings.search_seconds)
    return works_of(name, value, search(generation(), "", query, language()), addresses())


def _shown(page: AuthorityPage, works: Works, collection: str, id_: str) -> Response:
    json = Alternate(addresses().api_record(collection, id_), "application/json")
    its_head = head(page.trail, alternates=[json])
    return conditional(render_template("authorities/authority.html", view=page, works=works, head=its_head))
