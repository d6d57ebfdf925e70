"""Sites to ask: one of the sample archive, and one of records that are out of the ordinary."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.archive.composition import indexing_run
from indexer.indexing import Silent
from indexer.settings import Settings
from tests.webapp.odd_records import write_odd_corpus
from webapp.application import create_app

SAMPLE = Path(__file__).parents[2] / "corpus"


def _indexed(corpus: Path, state: Path) -> Settings:
    settings = Settings(corpus=corpus, state=state, processes=1, search_seconds=30)
    indexing_run(settings, Silent()).run()
    return settings


@pytest.fixture(scope="session")
def archive_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The sample archive, indexed once."""
    return _indexed(SAMPLE, tmp_path_factory.mktemp("sample-state"))


@pytest.fixture(scope="session")
def odd_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An archive of records that are out of the ordinary, indexed once."""
    corpus = tmp_path_factory.mktemp("odd-corpus")
    write_odd_corpus(corpus)
    return _indexed(corpus, tmp_path_factory.mktemp("odd-state"))


@pytest.fixture(scope="session")
def app(archive_settings: Settings) -> Flask:
    """The site of the sample archive."""
    return create_app(archive_settings)


@pytest.fixture(scope="session")
def odd_app(odd_settings: Settings) -> Flask:
    """The site of the archive of odd records."""
    return create_app(odd_settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor of the sample archive."""
    return app.test_client()


@pytest.fixture
def odd_client(odd_app: Flask) -> FlaskClient:
    """A visitor of the archive of odd records."""
    return odd_app.test_client()
