"""Every operation of the API."""

from typing import Final

from indexer.representations.json.meeting_shapes import MeetingList, MeetingShape
from indexer.representations.json.record_shapes import (
    DocumentList,
    DocumentShape,
    FacetPageShape,
    OrganizationList,
    OrganizationShape,
    PersonList,
    PersonShape,
    SuggestionList,
    TextShape,
    TopicList,
    TopicShape,
)
from indexer.representations.json.search_shapes import SearchShape
from webapp.api import records, searching
from webapp.api.operations import (
    CURSOR,
    FACET,
    FACET_SIZE,
    FILTERS,
    LANGUAGE,
    LONGEST_QUERY,
    PAGE,
    PREFIX,
    QUERY,
    SIZE,
    SORT,
    Operation,
    Parameter,
    in_path,
    number,
)

LIST_PAGE: Final = (
    Parameter("page", "which page, from 1", number(1, records.FARTHEST)),
    Parameter("size", "how many on a page", number(records.USUAL, records.LARGEST)),
    LANGUAGE,
)
YEAR_FIELDS: Final = tuple(
    Parameter(name, f"a form's field: {words}", {"type": "string", "pattern": "^[12][0-9]{3}$"})
    for name, words in (("year_from", "the first year"), ("year_to", "the last year"))
)
DOCUMENT_ID: Final = in_path("id", "canonical symbol or slug; a symbol's slashes may be written as %2F")

OPERATIONS: Final = (
    Operation(
        "search",
        "/search",
        "Search works",
        SearchShape,
        searching.search_works,
        (QUERY, *FILTERS, *YEAR_FIELDS, SORT, PAGE, SIZE, CURSOR, FACET, FACET_SIZE, LANGUAGE),
        "Values of one filter mean any of them, different filters all of them. The address of a results page becomes "
        "the address of its JSON by its path alone. `page` reaches the first 10,000 works; `cursor` goes on.",
    ),
    Operation(
        "facet_values",
        "/facets/{name}",
        "List the values of a facet",
        FacetPageShape,
        searching.facet_values,
        (
            in_path("name", "`organization`, `person`, `year`, `topic`, `language`, `kind` or `meeting`"),
            QUERY,
            *FILTERS,
            *YEAR_FIELDS,
            PREFIX,
            Parameter("order", "by number of works or by label", {"type": "string", "enum": ["count", "label"]}),
            PAGE,
            Parameter("size", "how many on a page", number(searching.LARGEST_PAGE, searching.LARGEST_PAGE)),
            LANGUAGE,
        ),
        can_miss=True,
    ),
    Operation(
        "suggest",
        "/suggest",
        "Suggest titles, symbols, organizations, people and topics",
        SuggestionList,
        searching.suggest,
        (
            Parameter("q", "the words typed so far", {"type": "string", "maxLength": LONGEST_QUERY}),
            Parameter("size", "how many", number(searching.SUGGESTED, 20)),
            LANGUAGE,
        ),
    ),
    Operation("documents", "/documents", "List documents", DocumentList, records.documents, LIST_PAGE),
    Operation(
        "document_text",
        "/documents/{id}/{language_code}/text",
        "Read the text of a version, place by place",
        TextShape,
        records.text,
        (DOCUMENT_ID, in_path("language_code", "language of the version"), *LIST_PAGE),
        can_miss=True,
    ),
    Operation(
        "document",
        "/documents/{id}",
        "Read a document",
        DocumentShape,
        records.document,
        (DOCUMENT_ID, LANGUAGE),
        "Another spelling of a symbol redirects to the canonical one; a removed document answers 410.",
        can_miss=True,
    ),
    Operation("meetings", "/meetings", "List meetings", MeetingList, records.meetings, (LANGUAGE,)),
    Operation(
        "meeting",
        "/meetings/{id}",
        "Read a meeting",
        MeetingShape,
        records.meeting,
        (in_path("id", "id of the meeting"), LANGUAGE),
        can_miss=True,
    ),
    Operation(
        "organizations", "/organizations", "List organizations", OrganizationList, records.organizations, LIST_PAGE
    ),
    Operation(
        "organization",
        "/organizations/{id}",
        "Read an organization",
        OrganizationShape,
        records.organization,
        (in_path("id", "id of the organization"), LANGUAGE),
        can_miss=True,
    ),
    Operation("people", "/people", "List people", PersonList, records.people, LIST_PAGE),
    Operation(
        "person",
        "/people/{id}",
        "Read a person",
        PersonShape,
        records.person,
        (in_path("id", "id of the person"), LANGUAGE),
        can_miss=True,
    ),
    Operation("topics", "/topics", "List topics", TopicList, records.topics, LIST_PAGE),
    Operation(
        "topic",
        "/topics/{id}",
        "Read a topic",
        TopicShape,
        records.topic,
        (in_path("id", "id of the topic"), LANGUAGE),
        can_miss=True,
    ),
)
"""In the order in which they are documented."""
