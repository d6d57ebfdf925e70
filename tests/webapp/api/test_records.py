"""Records through the API: one of each, all of each, and addresses that have moved or are gone."""

from http import HTTPStatus
from typing import Any

import pytest
from flask.testing import FlaskClient

COLLECTIONS = ("documents", "organizations", "people", "topics")


def body(client: FlaskClient, address: str) -> Any:
    """Return the body of an answer, which must be 200."""
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK, response.text
    return response.json


def test_a_document_comes_with_its_versions(client: FlaskClient) -> None:
    """In six languages, each with its file."""
    found = body(client, "/api/v1/documents/A/68/370")

    assert ("A/68/370", "note", ["ar", "zh", "en", "fr", "ru", "es"]) == (
        found["symbol"],
        found["kind"],
        [version["language"] for version in found["versions"]],
    )
    assert {True} == {version["held"] and version["places"] > 0 for version in found["versions"]}


def test_a_citation_is_seen_from_both_ends(client: FlaskClient) -> None:
    """What a document cites says that it is cited, on which place."""
    cited = [one["id"] for one in body(client, "/api/v1/documents/A/68/370")["cites"]]
    citing = [one["id"] for one in body(client, "/api/v1/documents/A/RES/67/219")["cited_by"]]

    assert ("A/RES/67/219" in cited, "A/68/370" in citing) == (True, True)


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_a_text_is_given_place_by_place(client: FlaskClient, language: str) -> None:
    """Pages of the list together are the whole text."""
    address: str | None = f"/api/v1/documents/A/68/370/{language}/text?size=2"
    whole = body(client, f"/api/v1/documents/A/68/370/{language}/text?size=100")
    places = []
    while address:
        part = body(client, address)
        places += part["places"]
        address = part["links"]["next"]

    assert (whole["places"], whole["total"]) == (places, len(places))
    assert all(place["text"] for place in places)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_lists_give_every_record_once(client: FlaskClient, collection: str) -> None:
    """In the order of ids, and each can be read where its link says."""
    address: str | None = f"/api/v1/{collection}?size=50"
    items = []
    while address:
        part = body(client, address)
        items += part["items"]
        address = part["links"]["next"]
    ids = [item["id"] for item in items]

    assert (part["total"], sorted(set(ids))) == (len(items), ids)
    assert {HTTPStatus.OK} == {client.get(item["links"]["self"]).status_code for item in items[:: len(items) // 10]}


def test_a_meeting_comes_with_its_programme(client: FlaskClient) -> None:
    """Sittings, agenda and talks as the record has them."""
    found = body(client, "/api/v1/meetings/12cm-2014")

    assert ("America/New_York", ["10:00", "15:00", "10:00", "15:00"]) == (
        found["time_zone"],
        [sitting["start"] for sitting in found["sittings"]],
    )
    assert ["12cm-2014"] == [one["id"] for one in body(client, "/api/v1/meetings")["items"]]
    assert {"swe"} == {
        speaker["organization"]["value"]
        for item in found["agenda"]
        for talk in item["talks"]
        for speaker in talk["speakers"]
        if speaker["person"] and speaker["person"]["value"] == "akerman-borje-eva"
    }


def test_labels_come_in_the_language_asked_for(client: FlaskClient) -> None:
    """Ids stay as they are."""
    found = body(client, "/api/v1/organizations/unfpa?lang=fr")

    assert ("unfpa", found["names"]["fr"]) == (found["id"], found["label"])


def test_a_search_for_a_record_finds_what_names_it(client: FlaskClient) -> None:
    """The link of an organization leads to its works."""
    address = body(client, "/api/v1/organizations/escwa")["links"]["search"]

    assert "UN/POP/MIG-12CM/2014/05" in [hit["id"] for hit in body(client, address)["results"]]


@pytest.mark.parametrize("spelling", ["a/res/68/4", "A%2FRES%2F68%2F4", "a%2fres%2f68%2f4"])
def test_other_spellings_of_a_symbol_lead_to_it(client: FlaskClient, spelling: str) -> None:
    """Whatever somebody wrote down."""
    response = client.get(f"/api/v1/documents/{spelling}", follow_redirects=True)

    assert (HTTPStatus.OK, "A/RES/68/4") == (response.status_code, response.json["id"])


def test_a_redirect_keeps_what_was_asked(client: FlaskClient) -> None:
    """It is permanent."""
    response = client.get("/api/v1/documents/a/res/68/4?lang=fr")

    expected = (HTTPStatus.MOVED_PERMANENTLY, "/api/v1/documents/A/RES/68/4?lang=fr")
    assert expected == (response.status_code, response.headers["Location"])


def test_a_merged_record_leads_to_the_one_that_absorbed_it(odd_client: FlaskClient) -> None:
    """Old ids stay good."""
    response = odd_client.get("/api/v1/organizations/unfpa-old")

    expected = (HTTPStatus.MOVED_PERMANENTLY, "/api/v1/organizations/unfpa")
    assert expected == (response.status_code, response.headers["Location"])


def test_a_removed_document_says_when_and_why(odd_client: FlaskClient) -> None:
    """410, and it is in no list."""
    response = odd_client.get("/api/v1/documents/A/70/1")

    expected = (HTTPStatus.GONE, "removed", "A/70/1 was removed on 20 November 2026: withdrawn by its author")
    assert expected == (response.status_code, response.json["code"], response.json["detail"])
    assert "A/70/1" not in [one["id"] for one in body(odd_client, "/api/v1/documents?size=100")["items"]]


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(
    "address",
    ["documents/nothing", "documents/A/68/370/de/text", "meetings/nothing", "people/x", "topics/x", "nothing"],
)
def test_what_is_not_there_is_not_found(client: FlaskClient, method: str, address: str) -> None:
    """404 as a problem."""
    response = getattr(client, method)(f"/api/v1/{address}")

    assert (HTTPStatus.NOT_FOUND, "application/problem+json") == (response.status_code, response.content_type)


@pytest.mark.parametrize("collection", [*COLLECTIONS, "meetings"])
def test_unknown_parameters_are_refused(client: FlaskClient, collection: str) -> None:
    """A mistake in a name would otherwise pass for an answer to it."""
    response = client.get(f"/api/v1/{collection}?pagesize=5")

    assert ("pagesize", "unknown_parameter") == (
        response.json["errors"][0]["parameter"],
        response.json["errors"][0]["code"],
    )
    assert HTTPStatus.BAD_REQUEST == response.status_code


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize(("size", "status"), [("100", 200), ("101", 400), ("0", 400), ("-1", 400), ("x", 400)])
def test_sizes_of_lists_are_limited(client: FlaskClient, collection: str, size: str, status: int) -> None:
    """As the description says."""
    assert status == client.get(f"/api/v1/{collection}?size={size}").status_code


def test_hostile_words_come_back_as_they_are(odd_client: FlaskClient) -> None:
    """JSON needs no other escape than its own."""
    found = body(odd_client, "/api/v1/documents/A/70/2")

    assert """</script><script>alert(1)</script> & "quotes\"""" == found["titles"]["en"]
