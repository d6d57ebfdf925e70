"""An archive for tests of whole rooms: it is indexed once, and each test gets a copy of it."""

import shutil
from pathlib import Path

import pytest

from tests.corpora import SmallArchive, an_archive


@pytest.fixture(scope="session")
def _indexed(tmp_path_factory: pytest.TempPathFactory) -> SmallArchive:
    archive = an_archive(tmp_path_factory.mktemp("archive"))
    archive.index()
    return archive


@pytest.fixture
def archive(_indexed: SmallArchive, tmp_path: Path) -> SmallArchive:
    """An archive of four papers that is up to date; the test's own."""
    shutil.copytree(_indexed.corpus, tmp_path / "corpus")
    shutil.copytree(_indexed.state, tmp_path / "state", symlinks=True)
    return SmallArchive(tmp_path / "corpus", tmp_path / "state")
