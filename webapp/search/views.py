"""Search pages: parse the address, ask the archive, show."""

from dataclasses import replace

from flask import redirect, render_template, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from indexer.archive.finding import FacetListing, facet_page, search
from indexer.archive.knowing import resolver
from indexer.archive.labels import Labels
from indexer.model.querytree import Everything, Facet, SearchQuery
from indexer.model.results import TotalRelation
from indexer.representations.parameters import parse
from indexer.representations.search_parameters import SearchParameters
from webapp.caching import conditional, given_before, kept, passing, unchanged
from webapp.reading import addresses, generation, language, public_addresses, site
from webapp.search.facet_page import PAGE_SIZE, facet_view
from webapp.search.facets import DRAWN, LISTED, SHOWN
from webapp.search.results import results_view


def results() -> Response | str:
    """Show the results for the address; a page beyond the end leads to the first."""
    if answered := unchanged() or given_before():
        return answered
    parameters, faults = parse(request.args.items(multi=True), resolver(generation()))
    answer = search(generation(), parameters.q, _query(parameters), language())
    if parameters.page > 1 and not answer.hits:
        return redirect(addresses().search(parameters.with_page(1)))
    view = results_view(
        answer,
        parameters,
        faults,
        addresses=addresses(),
        label_of=Labels(generation(), language()).of,
        count_of=_count,
    )
    printed = public_addresses().search(parameters)
    page = render_template("search/results.html", view=view, printed=printed)
    return kept(page) if answer.relation is TotalRelation.EXACT else passing(conditional(page))


def facet_values(name: str) -> Response:
    """Show all values of a facet for the search of the address."""
    if name not in set(SHOWN):
        raise NotFound
    own = {"prefix", "order", "page"}
    pairs = [(key, value) for key, value in request.args.items(multi=True) if key not in own]
    parameters, _ = parse(pairs, resolver(generation()))
    page = request.args.get("page", "1")[:6]
    listing = FacetListing(
        facet=Facet(name),
        prefix=request.args.get("prefix", "")[:100],
        by_label=request.args.get("order") == "label",
        page=max(1, int(page)) if page.isdecimal() else 1,
        size=PAGE_SIZE,
    )
    found = facet_page(generation(), parameters.q, _query(parameters), listing, language=language())
    return conditional(render_template("search/facet.html", view=facet_view(found, parameters, listing, addresses())))


def _query(parameters: SearchParameters) -> SearchQuery:
    query = replace(parameters, facets=SHOWN, facet_size=LISTED).to_query(Everything())
    return replace(query, whole_facets=DRAWN, seconds=site().settings.search_seconds)


def _count(parameters: SearchParameters) -> int:
    query = replace(parameters.to_query(Everything()), size=0, facets=())
    return search(generation(), parameters.q, query, language()).total
