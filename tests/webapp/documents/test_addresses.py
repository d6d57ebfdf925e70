"""Addresses under /documents: what they lead to, and what is said where they lead nowhere."""

from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from tests.webapp.reading_pages import page, words


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("a/res/68/4", "A/RES/68/4"),
        ("A/RES/68/4/", "A/RES/68/4"),
        ("a/res/68/4/en/pages/2?q=costs", "A/RES/68/4/en/pages/2?q=costs"),
        ("a/res/68/4/citation.bib", "A/RES/68/4/citation.bib"),
        ("un/pop/mig-12cm/2014/3/en", "UN/POP/MIG-12CM/2014/03/en"),
    ],
)
def test_other_spellings_lead_to_the_canonical_one(client: FlaskClient, asked: str, canonical: str) -> None:
    """Whatever follows the symbol, and what is asked, is kept."""
    response = client.get(f"/documents/{asked}")

    assert (HTTPStatus.MOVED_PERMANENTLY, f"/documents/{canonical}") == (response.status_code, response.location)


@pytest.mark.parametrize("rest", ["", "/en", "/en/pages/1", "/en/original", "/en/text.txt", "/citation.ris"])
def test_a_removed_document_says_when_and_why(odd_client: FlaskClient, rest: str) -> None:
    """Every address of a tombstone answers 410 with the day and the reason."""
    response = odd_client.get(f"/documents/A/70/1{rest}")

    assert HTTPStatus.GONE == response.status_code
    assert "20 November 2026: withdrawn by its author" in response.text


@pytest.mark.parametrize(
    "rest",
    [
        "nosuch",
        "A/RES/68/4/de",
        "A/RES/68/4/en/pages/99",
        "A/RES/68/4/en/paragraphs/1",
        "A/RES/68/4/en/original.docx",
        "A/68/190/en/original",
        "A/68/190/en/text.txt",
        "A/RES/68/4/citation.xml",
        "A/RES/68/4/en/pages/0",
    ],
)
def test_an_address_of_nothing_is_not_found(client: FlaskClient, rest: str) -> None:
    """What is not there gets 404 and a page, never an error of the program."""
    response = client.get(f"/documents/{rest}")

    assert HTTPStatus.NOT_FOUND == response.status_code
    assert "<h1>Not Found</h1>" in response.text


def test_a_page_is_not_sent_twice(client: FlaskClient) -> None:
    """A browser that has the page is told so."""
    tag = client.get("/documents/A/RES/68/4").headers["ETag"]
    response = client.get("/documents/A/RES/68/4", headers={"If-None-Match": tag})

    assert (HTTPStatus.NOT_MODIFIED, b"") == (response.status_code, response.data)


def test_a_page_names_its_one_address(client: FlaskClient) -> None:
    """A search within a text is not another page for search engines."""
    tree = page(client, "/documents/A/RES/68/4/en/pages/2?q=costs&lang=fr")

    assert ["http://localhost/documents/A/RES/68/4/en/pages/2"] == tree.xpath("//link[@rel='canonical']/@href")
    assert ["noindex"] == tree.xpath("//meta[@name='robots']/@content")


def test_the_way_to_a_place_is_shown(client: FlaskClient) -> None:
    """From the site over the meeting and the document to the page."""
    tree = page(client, "/documents/A/RES/68/4/fr/pages/2")
    way = [words(step) for step in tree.xpath("//nav[@aria-label='You are here']//a")]

    assert [
        "Masthead",
        "Twelfth Coordination Meeting on International Migration",
        "A/RES/68/4",
        "French",
        "Page 2",
    ] == way
