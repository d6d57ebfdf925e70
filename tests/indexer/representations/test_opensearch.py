"""The OpenSearch description."""

from xml.etree import ElementTree as ET

from indexer.representations.opensearch import NAMESPACE, opensearch
from tests.indexer.representations.records import PUBLIC

_NAMES = {"o": NAMESPACE}


def test_the_description_says_how_to_search() -> None:
    """Page, feed and API take the same words."""
    document = ET.fromstring(opensearch("Masthead", "Papers of meetings", PUBLIC))
    addresses = {url.get("type"): url.get("template") for url in document.findall("o:Url", _NAMES)}
    query = "?q={searchTerms}&page={startPage?}"

    assert {
        "text/html": f"https://papers.example.org/archive/search{query}",
        "application/atom+xml": f"https://papers.example.org/archive/feed.atom{query}",
        "application/json": f"https://papers.example.org/archive/api/v1/search{query}",
        "application/opensearchdescription+xml": "https://papers.example.org/archive/opensearch.xml",
    } == addresses


def test_a_long_name_is_cut_where_the_standard_has_a_limit() -> None:
    """Sixteen characters for the short name, all for the long one."""
    document = ET.fromstring(opensearch("Archive of meeting papers", "Papers", PUBLIC))

    assert "Archive of meeti" == document.findtext("o:ShortName", namespaces=_NAMES)
    assert "Archive of meeting papers" == document.findtext("o:LongName", namespaces=_NAMES)
