"""Readers see one generation, whole, from the moment they enter until they leave."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.finding import search
from indexer.archive.generation import Generation
from indexer.archive.reading import Archive
from indexer.model.querytree import Everything, SearchQuery
from tests.corpora import ENGLISH, SmallArchive, symbol, write_paper


@pytest.fixture
def door(archive: SmallArchive) -> Iterator[Archive]:
    """The readers' door of an archive that is up to date."""
    door = Archive(archive.state)
    yield door
    door.close()


@pytest.fixture
def open_door(archive: SmallArchive) -> Iterator[Archive]:
    """A readers' door that opens what is new beside what is read."""
    door = Archive(archive.state, is_beside=True)
    yield door
    door.close()


def found(generation: Generation, text: str) -> list[str]:
    """Return the works that have the words, in the order of ids."""
    answer = search(generation, text, SearchQuery(Everything(), size=100, seconds=None), ENGLISH)
    return sorted(hit.work for hit in answer.hits)


def test_an_archive_that_was_never_indexed_says_what_to_run(tmp_path: Path) -> None:
    """One sentence."""
    with pytest.raises(IndexUnavailableError, match=r"^The archive has not been indexed yet: run masthead index\.$"):
        Archive(tmp_path).reading().__enter__()


def test_a_reader_keeps_its_generation(archive: SmallArchive, door: Archive) -> None:
    """What is switched in meanwhile is for those who come later."""
    with door.reading() as old:
        write_paper(archive.corpus, 1, extra="Bees are new.")
        archive.index()
        with door.reading() as new:
            assert (("1", []), ("2", [symbol(1)])) == (
                (old.number, found(old, "bees")),
                (new.number, found(new, "bees")),
            )


def test_a_deleted_generation_lives_until_its_reader_leaves(archive: SmallArchive, door: Archive) -> None:
    """A reader who has not asked anything yet can still ask everything but texts that went with it."""
    with door.reading() as old:
        for title in ("Ants", "Bees", "Wasps"):
            write_paper(archive.corpus, 1, title=title)
            archive.index()
        assert not (archive.state / "generations" / "1").exists()

        assert ([symbol(1)], 4) == (found(old, "title:part unicum1"), old.catalogue.document_count())


def test_files_are_let_go_when_the_last_reader_leaves(archive: SmallArchive, door: Archive) -> None:
    """A server that runs for a year holds the files of one generation."""
    with door.reading() as generation:
        found(generation, "remittances")
    held = _held(archive)
    write_paper(archive.corpus, 1, title="Ants")
    archive.index()
    with door.reading() as generation:
        found(generation, "remittances")

    assert ({"1"}, {"2"}) == (held, _held(archive))


def test_readers_go_on_while_a_new_generation_is_opened(archive: SmallArchive, open_door: Archive) -> None:
    """Who comes first after a switch hardly waits; soon all have the new one, and the files of the old are let go."""
    assert "1" == _number(open_door)
    write_paper(archive.corpus, 1, title="Ants")
    archive.index()

    assert _number(open_door) in {"1", "2"}
    assert _comes(lambda: _number(open_door) == "2")
    assert {"2"} == _held(archive)


def test_what_is_new_is_opened_although_nobody_reads(archive: SmallArchive, open_door: Archive) -> None:
    """Nobody is given a generation that has been an old one for hours."""
    open_door.watch()
    assert {"1"} == _held(archive)
    write_paper(archive.corpus, 1, title="Ants")
    archive.index()

    assert _comes(lambda: _held(archive) == {"2"})
    assert "2" == _number(open_door)


def test_readers_are_told_of_a_new_generation_that_is_damaged(archive: SmallArchive, open_door: Archive) -> None:
    """They are not left with an old one for ever."""
    assert "1" == _number(open_door)
    write_paper(archive.corpus, 1, title="Ants")
    archive.index()
    (archive.state / "generations" / "2" / "catalogue.sqlite").write_bytes(b"")

    assert _comes(lambda: _number(open_door) is None)
    with pytest.raises(IndexUnavailableError, match="damaged"):
        open_door.reading().__enter__()


def _number(door: Archive) -> str | None:
    """Return which generation a reader gets; None where there is none to read."""
    try:
        with door.reading() as generation:
            found(generation, "remittances")
            return generation.number
    except IndexUnavailableError:
        return None


def _comes(is_there: Callable[[], bool]) -> bool:
    """Return whether something comes about before long."""
    end = monotonic() + 30
    while monotonic() < end:
        if is_there():
            return True
        sleep(0.02)
    return False


def _held(archive: SmallArchive) -> set[str]:
    """Return the generations of which this process has files open."""
    folder = f"{archive.state / 'generations'}/"
    opened = (os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink())  # noqa: PTH115 - sockets are no paths
    return {path.removeprefix(folder).partition("/")[0] for path in opened if path.startswith(folder)}


def test_readers_during_switches_see_whole_generations(archive: SmallArchive, door: Archive) -> None:
    """The titles of hits and of records come from one state of the archive, whatever is switched in."""
    is_over = threading.Event()
    seen: list[set[str]] = []
    _retitle(archive, "Round 0")

    def read() -> None:
        while not is_over.is_set():
            with door.reading() as generation:
                seen.append(_titles(generation))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(1, 5):
        _retitle(archive, f"Round {number}")
    is_over.set()
    for thread in threads:
        thread.join()

    assert {1} == {len(titles) for titles in seen}
    assert len({title for titles in seen for title in titles}) > 1


def _retitle(archive: SmallArchive, title: str) -> None:
    for number in (1, 2, 3, 4):
        write_paper(archive.corpus, number, title=title)
    archive.index()


def _titles(generation: Generation) -> set[str]:
    query = SearchQuery(Everything(), size=100, seconds=None)
    hits = {hit.title for hit in search(generation, "kind:contributed_paper remittances", query, ENGLISH).hits}
    records = generation.catalogue.documents(generation.catalogue.document_ids())
    return hits | {title for document in records for title in document.titles.values()}
