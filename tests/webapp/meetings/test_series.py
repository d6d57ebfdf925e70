"""The page of a series."""

from http import HTTPStatus

from flask.testing import FlaskClient

from tests.webapp.reading_pages import facts, links, page, words


def test_a_series_lists_its_meetings(client: FlaskClient) -> None:
    """With days, place, and how many documents each has."""
    tree = page(client, "/series/coordination-meetings")

    assert "Coordination Meetings on International Migration" == words(tree.xpath("//h1")[0])
    assert ["Population Division"] == facts(tree)["Convened by"]
    assert "/meetings/12cm-2014" == links(tree)["Twelfth Coordination Meeting on International Migration"]
    assert "20–21 February 2014 · New York · 25 documents" in words(tree.xpath("//main")[0])


def test_a_series_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    """404, as for any record."""
    assert HTTPStatus.NOT_FOUND == client.get("/series/nosuch").status_code
