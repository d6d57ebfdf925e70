"""The first page."""

from pathlib import Path

from flask.testing import FlaskClient
from lxml import html

from indexer.archive.composition import indexing_run
from indexer.indexing import Silent
from indexer.settings import Settings
from webapp.application import create_app


def test_it_says_what_is_here(client: FlaskClient) -> None:
    """How many documents, meetings and languages."""
    assert "28 documents of 1 meeting, in 6 languages" in client.get("/").text


def test_every_way_to_browse_leads_somewhere(client: FlaskClient) -> None:
    """Meetings, organizations, topics, kinds, symbols and languages are links that work."""
    links = html.fromstring(client.get("/").data).cssselect("main a")

    assert [] == [link.get("href") for link in links if client.get(link.get("href")).status_code != 200]


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    """It is not the same as a search that found nothing."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    settings = Settings(corpus=corpus, state=tmp_path / "state")
    indexing_run(settings, Silent()).run()

    assert "Nothing has been indexed yet" in create_app(settings).test_client().get("/").text
