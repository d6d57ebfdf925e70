"""Any search as an Atom feed, the newest additions first."""

import datetime as dt
from dataclasses import replace

from flask import Response, request

from indexer.archive.answers import Hit, SearchAnswer
from indexer.archive.finding import search
from indexer.archive.knowing import resolver
from indexer.model.identifiers import DocumentId
from indexer.model.querytree import Everything
from indexer.representations.addresses import Addresses
from indexer.representations.atom import Feed, FeedEntry, atom
from indexer.representations.json.search import next_parameters
from indexer.representations.parameters import parse
from indexer.representations.search_parameters import SearchParameters
from webapp.caching import conditional
from webapp.reading import generation, language, public_addresses, site

ENTRIES = 50


def feed() -> Response:
    """Answer with the search of the address as a feed; what is wrong in the address does not count."""
    asked, _ = parse(request.args.items(multi=True), resolver(generation()))
    parameters = replace(asked, size=ENTRIES, facets=())
    query = replace(parameters.to_query(Everything()), seconds=site().settings.search_seconds)
    answer = search(generation(), parameters.q, query, language())
    body = atom(_feed(answer, parameters), (_entry(hit, public_addresses()) for hit in answer.hits))
    return conditional(body, "application/atom+xml; charset=utf-8")


def _feed(answer: SearchAnswer, parameters: SearchParameters) -> Feed:
    addresses = public_addresses()
    following = next_parameters(answer, parameters)
    name = site().settings.site_name
    return Feed(
        title=f"{name}: {parameters.q}" if parameters.q else name,
        address=addresses.feed(replace(parameters, size=ENTRIES)),
        html=addresses.search(replace(parameters, size=10, cursor=None)),
        updated=_built(),
        author=name,
        next=addresses.feed(following) if following else None,
    )


def _entry(hit: Hit, addresses: Addresses) -> FeedEntry:
    address = addresses.meeting_part(hit.work) if hit.part else addresses.document(DocumentId(hit.work))
    passage = next(iter(hit.passages), None)
    return FeedEntry(
        title=hit.title,
        address=address,
        updated=_changed(hit),
        language=hit.title_language,
        summary="".join(text for text, _ in passage.parts) if passage else "",
        authors=tuple(one.label for one in (*hit.organizations, *hit.people)),
        topics=tuple(topic.label for topic in hit.topics),
    )


def _changed(hit: Hit) -> dt.datetime:
    day = (hit.document.modified or hit.document.added) if hit.document else None
    return dt.datetime.combine(day, dt.time(), dt.UTC) if day else _built()


def _built() -> dt.datetime:
    return dt.datetime.fromisoformat(generation().manifest.built)
