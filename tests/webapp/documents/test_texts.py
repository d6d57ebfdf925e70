"""The plain text of a version."""

from flask.testing import FlaskClient

from indexer.model.place import Place, PlaceKind, PlaceText
from tests.webapp.odd_records import PAGES
from webapp.documents.texts import joined


def test_places_are_divided_by_form_feeds(odd_client: FlaskClient) -> None:
    """Programs find page n behind n - 1 form feeds."""
    response = odd_client.get("/documents/long-report/en/text.txt")
    pages = response.text.split("\f")

    assert PAGES == len(pages)
    assert pages[41].endswith("This is page 42.\n")


def test_the_text_says_its_type_and_language(client: FlaskClient) -> None:
    """Browsers show it as UTF-8 in its language."""
    headers = client.get("/documents/A/RES/68/4/ar/text.txt").headers

    assert ("text/plain; charset=utf-8", "ar") == (headers["Content-Type"], headers["Content-Language"])
    assert headers["Content-Disposition"].startswith('inline; filename="A-RES-68-4-ar.txt"')


def test_places_without_text_still_count() -> None:
    """A page of pictures does not move the pages behind it."""
    places = [PlaceText(Place(PlaceKind.PAGE, number, str(number)), text) for number, text in ((2, "two"), (4, "four"))]

    assert ["", "two\n", "", "four\n"] == joined(places).split("\f")
