"""What holds of every answer: headers, health, compression, errors, prefixes and proxies."""

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.settings import Settings
from webapp.application import create_app

PAGES = ("/", "/search", "/search?q=migration", "/help", "/about", "/accessibility", "/privacy", "/api", "/nowhere")


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_keeps_to_itself(client: FlaskClient, path: str) -> None:
    """No page may load, frame or run what is not the site's own."""
    headers = client.get(path).headers

    assert ("nosniff", "DENY", True) == (
        headers["X-Content-Type-Options"],
        headers["X-Frame-Options"],
        headers["Content-Security-Policy"].startswith("default-src 'none'"),
    )


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_no_inline_style_or_script(client: FlaskClient, path: str) -> None:
    """The policy would refuse them."""
    body = client.get(path).text

    assert (False, False) == (" style=" in body, "<script>" in body)


def test_the_program_says_that_it_runs(client: FlaskClient) -> None:
    """Health does not depend on the archive."""
    assert "ok" == client.get("/healthz").json["status"]


def test_the_program_says_what_it_can_answer(client: FlaskClient) -> None:
    """Readiness names the generation."""
    assert ("ready", "1") == (client.get("/readyz").json["status"], client.get("/readyz").json["generation"])


@pytest.fixture
def unready(tmp_path: Path) -> FlaskClient:
    """The site of an archive that has not been indexed."""
    return create_app(Settings(corpus=tmp_path, state=tmp_path / "state")).test_client()


def test_an_archive_without_an_index_is_alive_but_not_ready(unready: FlaskClient) -> None:
    """An operator sees the difference."""
    assert (200, 503) == (unready.get("/healthz").status_code, unready.get("/readyz").status_code)


@pytest.mark.parametrize("path", ["/", "/search?q=migration", "/about", "/documents/A/RES/68/4"])
def test_pages_without_an_index_say_when_to_come_back(unready: FlaskClient, path: str) -> None:
    """A page in the frame of the site, not a traceback."""
    answer = unready.get(path)

    assert (503, "30", True) == (
        answer.status_code,
        answer.headers["Retry-After"],
        "cannot be searched at the moment" in answer.text,
    )


def test_text_goes_out_compressed(client: FlaskClient) -> None:
    """Whoever can read gzip gets it, and the same text."""
    plain = client.get("/help")
    packed = client.get("/help", headers={"Accept-Encoding": "gzip"})

    assert ("gzip", plain.data) == (packed.headers["Content-Encoding"], gzip.decompress(packed.data))


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    """A page asked for with its tag answers 304."""
    tag = client.get("/search?q=migration").headers["ETag"]

    assert 304 == client.get("/search?q=migration", headers={"If-None-Match": tag}).status_code


def test_a_wrong_address_is_answered_in_the_frame_of_the_site(client: FlaskClient) -> None:
    """The page says so, and repeats nothing of the address."""
    answer = client.get("/no%3Cscript%3Ewhere")

    assert (404, True, False) == (
        answer.status_code,
        "nothing at this address" in answer.text,
        "<script>w" in answer.text,
    )


@pytest.mark.parametrize("path", ["/search", "/api/v1/search"])
def test_only_reading_is_allowed(client: FlaskClient, path: str) -> None:
    """Nothing can be sent to the site."""
    answer = client.post(path)

    assert (405, True) == (answer.status_code, "GET" in answer.headers["Allow"])


@pytest.mark.parametrize("path", ["/archive/search?q=migration", "/search?q=migration"])
def test_a_site_under_a_path_links_under_it(archive_settings: Settings, path: str) -> None:
    """Whether the proxy takes the path away or not."""
    settings = archive_settings.model_copy(update={"url": "https://papers.example.org/archive"})
    body = create_app(settings).test_client().get(path).text

    assert (True, False) == ('href="/archive/documents/' in body, 'href="/documents/' in body)


def test_a_trusted_proxy_says_who_asked_for_what(archive_settings: Settings) -> None:
    """Absolute addresses have the host that the reader sees."""
    settings = archive_settings.model_copy(update={"trusted_proxies": 1})
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "papers.example.org"}

    assert (
        "https://papers.example.org/sitemap.xml"
        in create_app(settings).test_client().get("/robots.txt", headers=headers).text
    )


def test_an_unknown_proxy_is_not_believed(client: FlaskClient) -> None:
    """Anybody can send such headers."""
    headers = {"X-Forwarded-Host": "evil.example.org"}

    assert "evil" not in client.get("/robots.txt", headers=headers).text
