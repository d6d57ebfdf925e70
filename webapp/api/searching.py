"""Search, facets and suggestions."""

from dataclasses import replace

from flask import request

from indexer.archive.errors import NotFoundError
from indexer.archive.finding import FacetListing, facet_page, search, suggestions
from indexer.archive.knowing import resolver
from indexer.model.querytree import Everything, Facet, SearchQuery
from indexer.representations.cursors import outdated
from indexer.representations.json.finding import facet_page_shape, suggestion_list
from indexer.representations.json.record_shapes import FacetPageShape, SuggestionList
from indexer.representations.json.search import search_shape
from indexer.representations.json.search_shapes import SearchShape
from indexer.representations.parameters import parse
from indexer.representations.search_parameters import SearchParameters
from webapp.api.arguments import Arguments
from webapp.api.faults import BadParametersError
from webapp.api.links import page_links
from webapp.api.operations import LONGEST_QUERY
from webapp.reading import addresses, generation, language, site

SUGGESTED = 8
LARGEST_PAGE = 100
_OWN = {"prefix", "order", "page", "size"}


def search_works() -> SearchShape:
    """Answer the search of the address."""
    parameters = _parameters(list(request.args.items(multi=True)))
    answer = search(generation(), parameters.q, _query(parameters), language())
    return search_shape(answer, parameters, addresses())


def facet_values(name: str) -> FacetPageShape:
    """List all values of a facet over the works that match."""
    if name not in tuple(Facet):
        raise NotFoundError("facet", name)
    arguments = Arguments(*request.args)
    listing = FacetListing(
        facet=Facet(name),
        prefix=arguments.text("prefix", 100),
        by_label=arguments.choice("order", ("count", "label")) == "label",
        page=arguments.number("page", 1, 10_000),
        size=arguments.number("size", LARGEST_PAGE, LARGEST_PAGE),
    )
    arguments.check()
    parameters = _parameters([(key, value) for key, value in request.args.items(multi=True) if key not in _OWN])
    found = facet_page(generation(), parameters.q, _query(parameters), listing, language=language())
    links = page_links(found.page, found.size, found.total)
    return facet_page_shape(found, parameters, links, addresses())


def suggest() -> SuggestionList:
    """Offer texts for the words typed so far."""
    arguments = Arguments("q", "size")
    text = arguments.text("q", LONGEST_QUERY)
    size = arguments.number("size", SUGGESTED, 20)
    arguments.check()
    return suggestion_list(suggestions(generation(), text, size), addresses())


def _parameters(pairs: list[tuple[str, str]]) -> SearchParameters:
    parameters, faults = parse(pairs, resolver(generation()))
    stale = outdated(parameters.cursor, generation().number) if parameters.cursor else None
    if faults or stale:
        raise BadParametersError((*faults, *((stale,) if stale else ())))
    return parameters


def _query(parameters: SearchParameters) -> SearchQuery:
    return replace(parameters.to_query(Everything()), seconds=site().settings.search_seconds)
