"""How the API speaks HTTP: tags, compression, other sites' scripts, problems."""

import gzip
import shutil
from http import HTTPStatus
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.settings import Settings
from tests.corpora import SmallArchive, an_archive
from webapp.application import create_app

SEARCH = "/api/v1/search?q=remittances"


def app_of(archive: SmallArchive, **given: object) -> Flask:
    """Return the site of an archive."""
    return create_app(Settings.model_validate({"corpus": archive.corpus, "state": archive.state, **given}))


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> SmallArchive:
    """An archive of three papers."""
    archive = an_archive(tmp_path_factory.mktemp("archive"), documents=3)
    archive.index()
    return archive


def test_an_answer_that_is_known_is_not_sent_again(client: FlaskClient) -> None:
    """The tag of an answer is good until the archive changes."""
    tag = client.get(SEARCH).headers["ETag"]
    again = client.get(SEARCH, headers={"If-None-Match": tag})

    assert (HTTPStatus.NOT_MODIFIED, b"", tag) == (again.status_code, again.data, again.headers["ETag"])


def test_no_tag_hides_a_fault(client: FlaskClient) -> None:
    """Whoever claims to know any answer is told what is wrong all the same."""
    assert HTTPStatus.BAD_REQUEST == client.get(f"{SEARCH}&page=x", headers={"If-None-Match": "*"}).status_code


def test_another_question_has_another_tag(client: FlaskClient) -> None:
    """Also the same one in another language of labels."""
    addresses = (SEARCH, f"{SEARCH}&size=5", f"{SEARCH}&lang=fr", "/api/v1/documents")

    assert len(addresses) == len({client.get(address).headers["ETag"] for address in addresses})


def test_what_was_found_until_time_ran_out_is_kept_by_nobody(indexed: SmallArchive) -> None:
    """The same question may have a whole answer a moment later."""
    response = app_of(indexed, search_seconds=1e-9).test_client().get(SEARCH)

    assert "gte" == response.json["total"]["relation"]
    assert ("no-store", False) == (response.headers["Cache-Control"], "ETag" in response.headers)


def test_head_is_get_without_the_body(client: FlaskClient) -> None:
    """With the same status and headers."""
    get, head = client.get(SEARCH), client.head(SEARCH)

    assert (get.status_code, get.headers["ETag"], get.content_type) == (
        head.status_code,
        head.headers["ETag"],
        head.content_type,
    )
    assert b"" == head.data


def test_long_answers_are_compressed_for_those_who_can_read_it(client: FlaskClient) -> None:
    """What is unpacked is what others get as it is."""
    plain = client.get(SEARCH, headers={"Accept-Encoding": "identity"})
    packed = client.get(SEARCH, headers={"Accept-Encoding": "gzip"})

    assert ("gzip", None) == (packed.headers["Content-Encoding"], plain.headers.get("Content-Encoding"))
    assert plain.data == gzip.decompress(packed.data)
    assert len(packed.data) < len(plain.data) / 2


def test_scripts_of_other_sites_may_read(client: FlaskClient) -> None:
    """Everything here is public; errors can be read, too."""
    allowed = [client.get(address).headers["Access-Control-Allow-Origin"] for address in (SEARCH, "/api/v1/nothing")]
    preflight = client.options(SEARCH)

    assert ["*", "*"] == allowed
    assert "GET, HEAD, OPTIONS" == preflight.headers["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed(client: FlaskClient, method: str) -> None:
    """The API is read-only and says which methods there are."""
    response = client.open(SEARCH, method=method)

    assert (HTTPStatus.METHOD_NOT_ALLOWED, "application/problem+json") == (response.status_code, response.content_type)
    assert {"GET", "HEAD", "OPTIONS"} == set(response.headers["Allow"].split(", "))


def test_a_problem_says_what_and_where(client: FlaskClient) -> None:
    """In the members of RFC 9457, with a code for programs."""
    response = client.get("/api/v1/documents/A/RES/1/1?lang=fr")

    expected = {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no document A/RES/1/1 in this archive.",
        "instance": "/api/v1/documents/A/RES/1/1?lang=fr",
        "code": "not_found",
    }
    assert (expected, "application/problem+json") == (response.json, response.content_type)


def test_an_archive_that_was_never_indexed_asks_for_patience(tmp_path: Path) -> None:
    """503 says when to come again."""
    response = app_of(SmallArchive(tmp_path, tmp_path / "state")).test_client().get(SEARCH)

    assert (503, "index_unavailable", "30") == (
        response.status_code,
        response.json["code"],
        response.headers["Retry-After"],
    )


def test_damage_below_an_open_archive_is_told_in_one_sentence(indexed: SmallArchive, tmp_path: Path) -> None:
    """A catalogue that becomes unreadable while it is served is no error of the reader's."""
    shutil.copytree(indexed.state, tmp_path / "state", symlinks=True)
    client = app_of(SmallArchive(indexed.corpus, tmp_path / "state")).test_client()
    assert client.get(SEARCH).status_code == HTTPStatus.OK
    with (tmp_path / "state" / "current" / "catalogue.sqlite").open("r+b") as file:
        file.write(b"\0" * 200_000)
    statuses = {client.get(f"/api/v1/{name}").status_code for name in ("documents", "people", "meetings", "topics")}

    assert statuses <= {HTTPStatus.OK, HTTPStatus.SERVICE_UNAVAILABLE}


def test_links_hold_the_path_under_which_the_site_is_served(indexed: SmallArchive) -> None:
    """A proxy may serve the site below a path."""
    client = app_of(indexed, url="https://papers.example.org/archive").test_client()
    links = client.get("/archive/api/v1/search?q=remittances&size=1").json["links"]

    assert {True} == {address.startswith("/archive/") for address in links.values() if address}
    assert HTTPStatus.OK == client.get(links["next"]).status_code
