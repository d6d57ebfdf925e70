"""Whatever happens to a file of the state folder, one command brings the archive back from the corpus."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.archive.finding import search
from indexer.archive.reading import Archive
from indexer.cli.console import Exit
from indexer.indexing import Generations
from indexer.indexing.checks import CheckFailedError, check_generation
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import Language, WorkId
from indexer.model.querytree import Everything, SearchQuery
from indexer.model.results import IndexKey
from indexer.texts import TextStore
from tests.corpora import ENGLISH, SmallArchive, symbol, write_paper

FILES = (
    "current",
    "checksums.json",
    "ledger.sqlite",
    "outcome.sqlite",
    "generations/1/manifest.json",
    "generations/1/catalogue.sqlite",
    "generations/1/index/*.seg",
    "generations/1/index/*.col",
    "generations/1/index/*.toc",
    "generations/1/index/format.json",
    "texts/*/*.text",
)
"""Every file of a state folder, but for the lock, which says nothing."""

EXPECTED = {"unicum1": [symbol(1)], "title:part": [symbol(n) for n in (1, 2, 3, 4)], "bees": []}


def _delete(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"")


def _garbage(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"\x00\xff garbage {[")


def _cut(path: Path) -> None:
    content = _content(path)
    path.unlink()
    path.write_bytes(content[: len(content) // 2])


def _flip(path: Path) -> None:
    """Change a few bytes and nothing else, as a bad disk does."""
    content = bytearray(_content(path))
    for place in range(len(content) // 5, len(content), max(1, len(content) // 5)):
        content[place] ^= 0x5A
    path.unlink()
    path.write_bytes(content)


def _content(path: Path) -> bytes:
    return bytes(path.readlink()) if path.is_symlink() else path.read_bytes()


DAMAGES = (
    _delete,
    _garbage,
    _flip,
    pytest.param(_empty, marks=pytest.mark.slow),
    pytest.param(_cut, marks=pytest.mark.slow),
)


def test_every_file_is_named_here(archive: SmallArchive) -> None:
    """A new file of the state folder must be damaged here, too."""
    named = {path for pattern in FILES for path in archive.state.glob(pattern)}
    there = {path for path in archive.state.rglob("*") if path.is_symlink() or path.is_file()}

    assert {"index.lock"} == {path.name for path in there - named}


def what_is_read(state: Path) -> dict[str, list[str]] | str:
    """Return what a reader finds, or the one sentence that a reader is told."""
    archive = Archive(state)
    try:
        return {text: _found(archive, text) for text in EXPECTED}
    except ArchiveError as error:
        return str(error)
    finally:
        archive.close()


def _found(archive: Archive, text: str) -> list[str]:
    with archive.reading() as generation:
        answer = search(generation, text, SearchQuery(Everything(), size=100, seconds=None), ENGLISH)
        return sorted(hit.work for hit in answer.hits)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("pattern", FILES)
def test_every_file_can_be_lost(archive: SmallArchive, pattern: str, damage: Callable[[Path], None]) -> None:
    """Readers are told one sentence or read on rightly; the next run brings everything back."""
    damaged = next(archive.state.glob(pattern))
    damage(damaged)

    seen = what_is_read(archive.state)
    assert seen == EXPECTED or (isinstance(seen, str) and "run masthead index" in seen)
    archive.index()
    assert EXPECTED == what_is_read(archive.state)
    again = archive.index()
    assert (False, 0) == (again.changed, again.extracted)
    assert [] == list(TextStore(archive.state / "texts").verify())


@pytest.mark.parametrize("name", ["generations", "texts", "generations/1/index"])
def test_whole_folders_can_be_lost(archive: SmallArchive, name: str) -> None:
    """Also a folder that is gone comes back."""
    shutil.rmtree(archive.state / name)
    archive.index()

    assert EXPECTED == what_is_read(archive.state)


def test_the_state_folder_can_be_lost_under_a_reader(archive: SmallArchive) -> None:
    """A reader that stays notices that generation 1 is another one than before."""
    reader = Archive(archive.state)
    assert [symbol(1)] == _found(reader, "unicum1")
    shutil.rmtree(archive.state)
    write_paper(archive.corpus, 1, extra="Bees are new.")
    archive.index()

    assert ("1", [symbol(1)]) == (Generations(archive.state).current(), _found(reader, "bees"))
    reader.close()


def test_damage_does_not_stay_to_go_back_to(archive: SmallArchive) -> None:
    """A damaged generation goes as soon as there is a whole one."""
    (archive.state / "generations" / "1" / "catalogue.sqlite").write_bytes(b"")
    archive.index()

    assert ("2",) == Generations(archive.state).kept()


def test_an_index_that_lacks_an_entry_is_not_switched_in(archive: SmallArchive) -> None:
    """The check says how many there are and should be."""
    index = archive.state / "generations" / "1" / "index"
    wanted = {IndexKey(WorkId("nothing"), Language("en"))}

    with pytest.raises(CheckFailedError, match="holds 5 documents instead of 1"):
        check_generation(index, "1", wanted, ())


def _generations(archive: SmallArchive) -> list[str]:
    return sorted(path.name for path in (archive.state / "generations").iterdir())


@pytest.mark.parametrize(
    "size", [20_000, 130_000, *(pytest.param(n, marks=pytest.mark.slow) for n in (64, 500, 6_000, 60_000))]
)
def test_a_full_disk_leaves_the_old_archive(archive: SmallArchive, size: int) -> None:
    """However little fits: sentences are said, readers keep what they had, and the next run goes on."""
    write_paper(archive.corpus, 1, extra="Bees are new. " * 400)
    result = _index_with_room_for(archive, size)

    assert "Traceback" not in result.stderr
    if result.returncode == Exit.NOT_DONE:
        assert (["1"], EXPECTED) == (_generations(archive), what_is_read(archive.state))
    archive.index()
    assert [symbol(1)] == archive.found("bees")


def _index_with_room_for(archive: SmallArchive, size: int) -> subprocess.CompletedProcess[str]:
    """Run `masthead index` where no file can grow beyond a size: the error is like that of a full disk."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    environment = {**os.environ, "MASTHEAD_CORPUS": str(archive.corpus), "MASTHEAD_STATE": str(archive.state)}
    return subprocess.run(
        [sys.executable, "-c", "from indexer.cli import main; main()", "index"],
        env=environment,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
    )
