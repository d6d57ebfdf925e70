"""Facet values and suggestions as JSON."""

from indexer.archive.answers import FacetPage, Suggestion
from indexer.model.identifiers import DocumentId, OrganizationId, PersonId, TopicId, WorkId
from indexer.representations.addresses import Addresses
from indexer.representations.json.record_shapes import (
    FacetPageShape,
    FacetPageValue,
    PageLinks,
    SuggestionLinks,
    SuggestionList,
    SuggestionShape,
)
from indexer.representations.labels import facet_label, value_label
from indexer.representations.search_parameters import SearchParameters


def facet_page_shape(
    found: FacetPage, parameters: SearchParameters, links: PageLinks, addresses: Addresses
) -> FacetPageShape:
    """Return one page of all values of a facet."""
    choosing = addresses.api_search_choosing(parameters, found.name)
    return FacetPageShape(
        name=found.name,
        label=facet_label(found.name),
        total=found.total,
        page=found.page,
        size=found.size,
        values=[
            FacetPageValue(
                value=one.value,
                label=value_label(found.name, one.value, one.label),
                count=one.count,
                selected=one.selected,
                url=choosing.toggled(one.value),
            )
            for one in found.values
        ],
        links=links,
    )


def suggestion_list(suggestions: tuple[Suggestion, ...], addresses: Addresses) -> SuggestionList:
    """Return what is offered while a person types."""
    return SuggestionList(
        suggestions=[
            SuggestionShape(
                text=one.text,
                kind=one.kind,
                value=one.value,
                query=_query(one),
                links=SuggestionLinks(html=_address(one, addresses)),
            )
            for one in suggestions
        ]
    )


def _query(one: Suggestion) -> str:
    if one.kind in {"organization", "person", "topic"}:
        return f'{one.kind}:"{one.text.replace(chr(34), " ")}"'
    return one.text


def _address(one: Suggestion, addresses: Addresses) -> str:
    match one.kind:
        case "organization":
            return addresses.organization(OrganizationId(one.value))
        case "person":
            return addresses.person(PersonId(one.value))
        case "topic":
            return addresses.topic(TopicId(one.value))
        case "title" | "symbol":
            return addresses.document(DocumentId(one.value))
        case _:
            return addresses.meeting_part(WorkId(one.value))
