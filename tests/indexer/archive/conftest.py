"""A generation of the small archive, open for reading."""

from collections.abc import Iterator

import pytest

from indexer.archive.generation import Generation
from indexer.archive.reading import Archive
from tests.corpora import SmallArchive


@pytest.fixture
def generation(archive: SmallArchive) -> Iterator[Generation]:
    """What readers see."""
    door = Archive(archive.state)
    with door.reading() as found:
        yield found
    door.close()
