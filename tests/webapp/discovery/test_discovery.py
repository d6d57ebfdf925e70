"""What programs find the site by."""

from xml.etree import ElementTree as ET

from flask.testing import FlaskClient

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_any_search_is_a_feed(client: FlaskClient) -> None:
    """Its entries are the works that match."""
    feed = ET.fromstring(client.get("/feed.atom?q=Korosi").data)

    assert ["Preparing the Sustainable Development Goals"] == [
        title.text for title in feed.findall(f"{ATOM}entry/{ATOM}title")
    ]


def test_a_feed_of_faulty_parameters_is_still_a_feed(client: FlaskClient) -> None:
    """A reader of feeds cannot mend an address."""
    assert 200 == client.get("/feed.atom?q=remittances&topic=nosuch&size=banana").status_code


def test_the_sitemap_lists_documents_and_records(client: FlaskClient) -> None:
    """Every page that is worth finding, by its whole address."""
    found = {element.text for element in ET.fromstring(client.get("/sitemap.xml").data).iter(f"{SITEMAP}loc")}

    assert {
        "http://localhost/documents/A/RES/68/4",
        "http://localhost/meetings/12cm-2014",
        "http://localhost/people/korosi-csaba",
        "http://localhost/topics/remittances",
    } <= found


def test_every_address_of_the_sitemap_is_there(client: FlaskClient) -> None:
    """No dead links for crawlers."""
    found = ET.fromstring(client.get("/sitemap.xml").data).iter(f"{SITEMAP}loc")
    paths = [(element.text or "").removeprefix("http://localhost") for element in found]

    assert [] == [path for path in paths if client.head(path).status_code != 200]


def test_browsers_learn_how_to_search(client: FlaskClient) -> None:
    """The description has a template for pages and one for JSON."""
    body = client.get("/opensearch.xml").text

    assert ("/search?q={searchTerms}" in body, "/api/v1/search?q={searchTerms}" in body) == (True, True)


def test_crawlers_are_kept_out_of_searches(client: FlaskClient) -> None:
    """Combinations of filters have no end."""
    lines = client.get("/robots.txt").text.splitlines()

    assert {"Disallow: /search?", "Disallow: /facets/"} <= set(lines)
