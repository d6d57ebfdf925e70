"""Searching through the API: what is asked, what comes back, and going through all of it."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from indexer.settings import Settings
from tests.corpora import an_archive, write_paper
from webapp.application import create_app


def found(client: FlaskClient, address: str) -> Any:
    """Return the body of an answer, which must be 200."""
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK, response.text
    return response.json


def faults(client: FlaskClient, address: str) -> list[tuple[str, str]]:
    """Return the parameters that an answer complains of, which must be 400, each with the code of its fault."""
    response = client.get(address)
    assert response.status_code == HTTPStatus.BAD_REQUEST, response.text
    return [(error["parameter"], error["code"]) for error in response.json["errors"]]


def status_of(client: FlaskClient, address: str) -> int:
    """Return the status of an answer, which may be a file."""
    with client.get(address) as response:
        return response.status_code


def walk(client: FlaskClient, address: str | None) -> list[list[str]]:
    """Return the works of every page from one on, following `next`."""
    pages = []
    while address:
        body = found(client, address)
        pages.append([hit["id"] for hit in body["results"]])
        address = body["links"]["next"]
    return pages


def test_a_hit_says_what_it_is_and_where_it_matches(client: FlaskClient) -> None:
    """Ids with labels, the place of each passage, runs with their matches, links."""
    hit = found(client, "/api/v1/search?q=remittances&organization=fao")["results"][0]

    assert ("UN/POP/MIG-12CM/2014/08", "contributed_paper", 2014, ["en"], True) == (
        hit["id"],
        hit["kind"],
        hit["year"],
        hit["languages"],
        hit["specimen"],
    )
    assert {"value": "12cm-2014", "label": "Twelfth Coordination Meeting on International Migration"} in hit["meetings"]
    matches = [text for passage in hit["passages"] for text, is_match in passage["parts"] if is_match]
    assert {"remittances"} == {text.lower() for text in matches}
    assert "/api/v1/documents/UN/POP/MIG-12CM/2014/08" == hit["links"]["self"]


def test_links_of_hits_lead_somewhere(client: FlaskClient) -> None:
    """Records, pages, originals and places of passages."""
    hits = found(client, "/api/v1/search?q=remittances&size=100")["results"]
    addresses = {address for hit in hits for address in hit["links"].values() if address}
    addresses |= {passage["url"] for hit in hits for passage in hit["passages"]}

    assert [] == [address for address in addresses if status_of(client, address) != HTTPStatus.OK]


def test_facets_come_when_asked_for(client: FlaskClient) -> None:
    """Counts are of works, over all matches."""
    asked = found(client, "/api/v1/search?q=remittances&facet=kind,year&size=1")

    assert ["kind", "year"] == list(asked["facets"])
    assert asked["total"]["value"] == sum(value["count"] for value in asked["facets"]["kind"]["values"])
    assert {} == found(client, "/api/v1/search?q=remittances")["facets"]


def test_a_value_can_be_chosen_and_let_go(client: FlaskClient) -> None:
    """The toggle of a value leads to as many works as its count says, and back."""
    start = found(client, "/api/v1/search?q=migration&facet=organization")
    value = start["facets"]["organization"]["values"][0]
    chosen = found(client, value["links"]["toggle"])
    again = next(v for v in chosen["facets"]["organization"]["values"] if v["value"] == value["value"])

    assert (value["count"], True) == (chosen["total"]["value"], again["selected"])
    assert start["total"] == found(client, again["links"]["toggle"])["total"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "title"])
@pytest.mark.parametrize("q", ["", "migration"])
def test_cursors_lead_through_every_work_once(client: FlaskClient, q: str, sort: str) -> None:
    """In each order, and in the same one as pages have."""
    address = f"/api/v1/search?q={q}&sort={sort}&size=7"
    total = found(client, address)["total"]["value"]
    walked = [work for page in walk(client, address) for work in page]
    paged = [hit["id"] for n in range(1, total // 7 + 2) for hit in found(client, f"{address}&page={n}")["results"]]

    assert (total, total) == (len(walked), len(set(walked)))
    assert paged == walked


def test_pages_are_full_until_the_last(client: FlaskClient) -> None:
    """There is no empty last page."""
    sizes = [len(page) for page in walk(client, "/api/v1/search?size=10")]

    assert [10] * (len(sizes) - 1) == sizes[:-1]
    assert sizes[-1] > 0


def test_prev_leads_back(client: FlaskClient) -> None:
    """From the second page to the first."""
    second = found(client, "/api/v1/search?q=migration&page=2")
    first = found(client, second["links"]["prev"])

    assert (found(client, "/api/v1/search?q=migration")["results"], None) == (first["results"], first["links"]["prev"])


def test_a_cursor_of_an_earlier_archive_is_refused(tmp_path: Path) -> None:
    """Going on would miss works or give them twice, so the answer says to begin again."""
    archive = an_archive(tmp_path, documents=3)
    archive.index()
    client = create_app(Settings(corpus=archive.corpus, state=archive.state)).test_client()
    following = found(client, "/api/v1/search?q=remittances&size=1")["links"]["next"]
    write_paper(archive.corpus, 1, title="Another")
    archive.index()

    assert [("cursor", "outdated_cursor")] == faults(client, following)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("size=0", [("size", "out_of_range")]),
        ("size=101", [("size", "out_of_range")]),
        ("size=banana", [("size", "invalid_value")]),
        ("page=1001&size=10", [("page", "out_of_range")]),
        ("facet_size=1000", [("facet_size", "out_of_range")]),
        ("topic=nosuch", [("topic", "unknown_value")]),
        ("organisation=unfpa", [("organisation", "unknown_parameter")]),
        ("sort=best&lang=xx", [("lang", "invalid_value"), ("sort", "invalid_value")]),
        ("year=2014-2015", [("year", "invalid_value")]),
        ("year_from=2015&year_to=2014", [("year_from", "conflict")]),
        ("cursor=abc", [("cursor", "invalid_cursor")]),
        ("facet=colour", [("facet", "invalid_value")]),
        ("q=a&q=b", [("q", "repeated")]),
    ],
)
def test_what_is_wrong_is_named(client: FlaskClient, query: str, expected: list[tuple[str, str]]) -> None:
    """Every parameter that is wrong, all at once."""
    assert expected == sorted(faults(client, f"/api/v1/search?{query}"))


def test_the_largest_page_is_given(client: FlaskClient) -> None:
    """The limits that are stated are kept to the last."""
    assert len(found(client, "/api/v1/search?size=100")["results"]) > 50
    assert HTTPStatus.OK == client.get("/api/v1/search?page=1000&size=10").status_code


def test_a_form_without_values_asks_for_everything(client: FlaskClient) -> None:
    """The address of a results page becomes the address of its JSON by its path alone."""
    empty = "q=&sort=&size=&year_from=&year_to=&organization=&topic=&lang=&page=&facet=&cursor="

    assert found(client, "/api/v1/search")["total"] == found(client, f"/api/v1/search?{empty}")["total"]


def test_a_long_query_is_cut_with_a_note(client: FlaskClient) -> None:
    """It is answered all the same."""
    notes = found(client, f"/api/v1/search?q={'remittances ' * 200}")["query"]["notes"]

    assert "bound" in [note["kind"] for note in notes]


def test_a_misspelt_word_gets_another_spelling(client: FlaskClient) -> None:
    """Only where nothing was found."""
    assert "migration" == found(client, "/api/v1/search?q=migratoin")["suggestion"]


def test_all_values_of_a_facet_are_listed(client: FlaskClient) -> None:
    """With counts that add up to those of the search; a prefix narrows them."""
    listed = found(client, "/api/v1/facets/kind?q=migration")
    few = found(client, "/api/v1/facets/organization?prefix=pop&order=label")

    assert found(client, "/api/v1/search?q=migration")["total"]["value"] == sum(v["count"] for v in listed["values"])
    assert "unfpa" in [value["value"] for value in few["values"]]
    assert few["total"] < found(client, "/api/v1/facets/organization")["total"]


def test_pages_of_a_facet_give_every_value_once(client: FlaskClient) -> None:
    """`next` keeps the prefix, the size and the order."""
    whole = [v["value"] for v in found(client, "/api/v1/facets/topic?order=label")["values"]]
    address: str | None = "/api/v1/facets/topic?order=label&size=7"
    paged: list[str] = []
    while address:
        body = found(client, address)
        paged += [value["value"] for value in body["values"]]
        address = body["links"]["next"]

    assert whole == paged


def test_an_unknown_facet_is_not_found(client: FlaskClient) -> None:
    """404 names it."""
    assert "There is no facet colour in this archive." == client.get("/api/v1/facets/colour").json["detail"]


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("migration and d", "topic", "migration-and-development"),
        ("population fu", "organization", "unfpa"),
        ("koros", "person", "korosi-csaba"),
    ],
)
def test_suggestions_have_the_words_typed(client: FlaskClient, typed: str, kind: str, value: str) -> None:
    """Whatever they stand for, and each with the search that finds it."""
    offered = found(client, f"/api/v1/suggest?q={typed}&size=20")["suggestions"]
    same = [one for one in offered if (one["kind"], one["value"]) == (kind, value)]

    assert 1 == len(same)
    assert found(client, f"/api/v1/search?q={same[0]['query']}")["total"]["value"] > 0
