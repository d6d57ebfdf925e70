"""The pool: a hostile file costs itself, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from indexer.extraction.errors import ExtractionFailure
from indexer.extraction.limits import Limits
from indexer.extraction.sandbox import ExtractionPool, Result
from indexer.model.place import ExtractedText
from tests.indexer.extraction.pdf_writer import page_with

Found = TypeVar("Found")

SERIF = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"
ENDLESS = page_with(b"BT /F 9 Tf (x) Tj ET\n" + b"0 0 m\n" * 2_000_000, resources=SERIF)
BOMB = page_with(zlib.compress(zlib.compress(b" " * 900_000_000, 1), 1), "/Filter [/FlateDecode /FlateDecode]")
TIGHT = Limits(wall_seconds=2, reading_seconds=1, memory_bytes=400_000_000)
PATIENT = Limits(wall_seconds=30, reading_seconds=1, memory_bytes=400_000_000)


@pytest.fixture(scope="module")
def pool() -> Iterator[ExtractionPool]:
    """Return a pool that has little patience."""
    with ExtractionPool(2, TIGHT) as started:
        yield started


def written(folder: Path, **files: bytes) -> list[Path]:
    """Return the paths of files with this content."""
    paths = [folder / name for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    return paths


def reasons(results: dict[Path, Result]) -> dict[str, str]:
    """Return the codes of the failures by file name; `text` for a text."""
    return {
        path.name: result.code if isinstance(result, ExtractionFailure) else "text" for path, result in results.items()
    }


def test_every_file_comes_back_with_its_text_or_its_reason(pool: ExtractionPool, tmp_path: Path) -> None:
    """Good, empty, foreign and missing files each give one answer."""
    paths = [*written(tmp_path, good=b"some words", empty=b"", foreign=b"\0\1\2"), tmp_path / "missing"]

    assert {
        "good": "text",
        "empty": "empty",
        "foreign": "not_a_document",
        "missing": "unreadable",
    } == reasons(dict(pool.extract_many(paths)))


def test_an_endless_file_is_ended_and_the_others_are_read(pool: ExtractionPool, tmp_path: Path) -> None:
    """Time is limited for each file alone."""
    paths = written(tmp_path, endless=ENDLESS, good=b"some words", also=b"more words")
    results = dict(pool.extract_many(paths))

    assert {"endless": "too_slow", "good": "text", "also": "text"} == reasons(results)
    assert f"{tmp_path / 'endless'} took more than 2 seconds to read" == getattr(results[paths[0]], "reason", "")


def test_a_file_that_fills_the_memory_is_ended(pool: ExtractionPool, tmp_path: Path) -> None:
    """A kilobyte that unpacks to a gigabyte gives the reason, and the next file is read."""
    paths = written(tmp_path, bomb=BOMB, good=b"some words")

    assert {"bomb": "too_much_memory", "good": "text"} == reasons(dict(pool.extract_many(paths)))


@pytest.mark.parametrize(("deaths", "reason", "limits"), [(1, "too_slow", TIGHT), (2, "crashed", PATIENT)])
def test_a_child_that_dies_costs_its_own_file(tmp_path: Path, deaths: int, reason: str, limits: Limits) -> None:
    """Whatever ends a child, the pool goes on; the file is read once more before it is given up."""
    paths = written(tmp_path, endless=ENDLESS, good=b"some words")

    def kill_busy_children(supervisor: int) -> None:
        killed: set[int] = set()
        for _ in range(deaths):
            (child, *_) = wait_for(lambda: [one for one in busy_children_of(supervisor) if one not in killed])
            os.kill(child, signal.SIGSEGV)
            killed.add(child)

    with ExtractionPool(2, limits) as pool:
        supervisor = supervisor_of(pool)
        killer = threading.Thread(target=kill_busy_children, args=(supervisor,))
        killer.start()
        results = dict(pool.extract_many(paths))
        killer.join()

        assert {"endless": reason, "good": "text"} == reasons(results)
        assert [] == children_of(supervisor)


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    """A child cannot flood its caller."""
    with ExtractionPool(1, Limits(output_bytes=1_000_000)) as pool:
        (_, result), *_ = pool.extract_many(written(tmp_path, flood=b"word " * 400_000))

    assert isinstance(result, ExtractionFailure)
    assert result.reason.endswith("flood holds more than 1 MB of text: divide it")


def test_an_ended_supervisor_is_started_again(tmp_path: Path) -> None:
    """The files under way are reported, the rest is read."""
    paths = written(tmp_path, **{f"f{number}": b"some words" for number in range(8)})
    with ExtractionPool(1) as pool:
        answers = pool.extract_many(paths)
        next(answers)
        os.kill(supervisor_of(pool), signal.SIGKILL)
        rest = reasons(dict(answers))

    assert 7 == len(rest)
    assert "text" == rest["f7"]


def test_leaving_midway_leaves_no_answer_for_the_next_caller(tmp_path: Path) -> None:
    """Answers belong to the files that were asked for."""
    first, second = written(tmp_path, first=b"first words", second=b"second words")
    with ExtractionPool(1) as pool:
        for _ in pool.extract_many([first, first, first]):
            break
        ((path, result),) = pool.extract_many([second])

    assert second == path
    assert isinstance(result, ExtractedText)
    assert "second words" == result.places[0].text


def test_threads_may_share_a_pool(pool: ExtractionPool, tmp_path: Path) -> None:
    """One waits for the other, and each gets the answers to its own files."""
    found: dict[str, str] = {}

    def read(name: str) -> None:
        paths = written(tmp_path, **{f"{name}{number}": name.encode() for number in range(3)})
        for path, result in pool.extract_many(paths):
            assert isinstance(result, ExtractedText)
            found[path.name] = result.places[0].text

    threads = [threading.Thread(target=read, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {f"{name}{number}": name for name in ("one", "two") for number in range(3)} == found


def test_no_process_outlives_a_caller_that_is_killed(tmp_path: Path) -> None:
    """Supervisor and children end where the caller had no time to end them."""
    (path,) = written(tmp_path, endless=ENDLESS)
    program = textwrap.dedent(
        f"""
        import pathlib, threading, time
        from indexer.extraction.sandbox import ExtractionPool
        pool = ExtractionPool(1)
        threading.Thread(target=lambda: list(pool.extract_many([pathlib.Path({str(path)!r})])), daemon=True).start()
        while pool._supervisor is None:
            time.sleep(0.01)
        print(pool._supervisor.pid, flush=True)
        time.sleep(60)
        """
    )
    caller = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert caller.stdout is not None
    supervisor = int(caller.stdout.readline())
    busy = wait_for(lambda: children_of(supervisor))
    caller.kill()
    caller.wait()
    caller.stdout.close()

    assert 1 == len(busy)
    assert wait_for(lambda: not any(map(is_alive, [supervisor, *busy])))


def test_paths_are_the_callers_own(pool: ExtractionPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path means the caller's folder, and comes back as it was given."""
    written(tmp_path, good=b"some words")
    monkeypatch.chdir(tmp_path)
    ((path, result),) = pool.extract_many([Path("good")])

    assert Path("good") == path
    assert isinstance(result, ExtractedText)


def wait_for(condition: Callable[[], Found]) -> Found:
    """Return what a condition gives as soon as it holds, or after ten seconds."""
    deadline = time.monotonic() + 10
    while not (found := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


def supervisor_of(pool: ExtractionPool) -> int:
    """Return the process id of a pool's supervisor."""
    assert pool._supervisor is not None
    return pool._supervisor.pid


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def busy_children_of(process: int) -> list[int]:
    """Return the children that have worked for more than a moment."""
    ticks = {
        child: Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[11] for child in children_of(process)
    }
    return [child for child, worked in ticks.items() if int(worked) > 20]


def is_alive(process: int) -> bool:
    """Return whether a process runs; one that only waits to be counted does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"
