"""The OpenSearch description, by which browsers and programs learn to search the site."""

from typing import Final

from indexer.representations.addresses import Addresses
from indexer.representations.markup import add, root, written

NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
MEDIA_TYPE: Final = "application/opensearchdescription+xml"

_LONGEST_SHORT_NAME: Final = 16
_QUERY: Final = "?q={searchTerms}&page={startPage?}"


def opensearch(site_name: str, description: str, addresses: Addresses) -> bytes:
    """Return the description; addresses must be absolute."""
    document = root("OpenSearchDescription", NAMESPACE)
    add(document, "ShortName", site_name[:_LONGEST_SHORT_NAME].rstrip())
    add(document, "LongName", site_name)
    add(document, "Description", description)
    for media_type, path in (
        ("text/html", "/search"),
        ("application/atom+xml", "/feed.atom"),
        ("application/json", "/api/v1/search"),
    ):
        template = addresses.at(f"{path}{_QUERY}")
        add(document, "Url", attributes={"type": media_type, "template": template, "pageOffset": "1"})
    own = {"type": MEDIA_TYPE, "rel": "self", "template": addresses.opensearch()}
    add(document, "Url", attributes=own)
    add(document, "InputEncoding", "UTF-8")
    return written(document)
