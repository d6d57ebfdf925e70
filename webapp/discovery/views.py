"""The sitemap, the OpenSearch description and robots.txt."""

from flask import Response
from werkzeug.exceptions import NotFound

from indexer.archive import browsing
from indexer.model.identifiers import OrganizationId, PersonId, TopicId
from indexer.representations.opensearch import opensearch
from indexer.representations.sitemap import SitemapEntry, sitemap, sitemap_part
from webapp.caching import conditional
from webapp.reading import generation, public_addresses, site

XML = "application/xml; charset=utf-8"
PAGES = ("/about", "/help", "/api")


def sitemap_index() -> Response:
    """List every page that is worth finding."""
    return conditional(sitemap(_entries(), public_addresses()), XML)


def sitemap_of_part(number: int) -> Response:
    """List a part of the pages, where one list cannot hold them."""
    part = sitemap_part(_entries(), number)
    if part is None:
        raise NotFound
    return conditional(part, XML)


def _entries() -> list[SitemapEntry]:
    addresses = public_addresses()
    found = [SitemapEntry(addresses.home()), *(SitemapEntry(addresses.at(path)) for path in PAGES)]
    found += [SitemapEntry(addresses.meeting(meeting.id)) for meeting in browsing.meetings(generation())]
    found += [
        SitemapEntry(addresses.document(document), modified) for document, modified in browsing.changes(generation())
    ]
    used = browsing.named_authorities(generation())
    found += [SitemapEntry(addresses.organization(OrganizationId(one))) for one in used["organization"]]
    found += [SitemapEntry(addresses.person(PersonId(one))) for one in used["person"]]
    found += [SitemapEntry(addresses.topic(TopicId(one))) for one in used["topic"]]
    return found


def opensearch_description() -> Response:
    """Tell browsers how to search here."""
    name = site().settings.site_name
    body = opensearch(name, f"Search the documents of {name}", public_addresses())
    return conditional(body, "application/opensearchdescription+xml; charset=utf-8")


def robots() -> Response:
    """Keep crawlers out of combinations of filters, which have no end."""
    addresses = public_addresses()
    prefix = addresses.prefix
    lines = [
        "User-agent: *",
        f"Disallow: {prefix}/search?",
        f"Disallow: {prefix}/facets/",
        f"Disallow: {prefix}/feed.atom?",
        f"Disallow: {prefix}/api/",
        f"Disallow: {prefix}/*?q=",
        f"Sitemap: {addresses.sitemap()}",
    ]
    response = Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "max-age=3600"
    return response
