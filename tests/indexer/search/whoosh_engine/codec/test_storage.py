"""The folder of an index: whenever the power goes, the old index is there or the new one, complete."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path

import pytest

from indexer.model.querytree import Phrase, Prefix
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine import IndexDamagedError, WhooshWriter, check_index
from indexer.search.whoosh_engine.codec.contents import NAME, read_contents
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from tests.contract.builders import a_key, a_query, an_entry, works
from tests.indexer.search.whoosh_engine.codec.power_cuts import Disk, KilledError, State, Step, lay_out
from tests.indexer.search.whoosh_engine.indexes import opened

Change = Callable[[WhooshWriter], None]

Content = tuple[object, ...]

NO_INDEX: Content = ("no index",)


def some(first: int, last: int, word: str = "water") -> tuple[IndexEntry, ...]:
    """Return entries with numbers."""
    return tuple(
        an_entry(f"w{n:02}", "en", title=f"{word} {n}", body=f"{word} and air {n % 5}") for n in range(first, last)
    )


def putting(*entries: IndexEntry) -> Change:
    """Return a commit of entries."""

    def change(writer: WhooshWriter) -> None:
        for entry in entries:
            writer.add(entry)

    return change


def removing(*numbers: int) -> Change:
    """Return a commit that takes entries out."""

    def change(writer: WhooshWriter) -> None:
        for number in numbers:
            writer.remove(a_key(f"w{number:02}"))

    return change


@dataclass(frozen=True)
class Case:
    """A commit onto others.

    Attributes:
        segments: How many there are after it.
    """

    before: tuple[Change, ...]
    change: Change
    segments: int


CASES = {
    "new": Case((), putting(*some(0, 12)), 1),
    "added": Case((putting(*some(0, 30)),), putting(*some(30, 33)), 2),
    "changed": Case((putting(*some(0, 30)),), putting(*some(4, 7, "fire")), 2),
    "taken out": Case((putting(*some(0, 12)),), removing(3), 1),
    "merged": Case((putting(*some(0, 30)), putting(*some(30, 33))), putting(*some(30, 40, "fire")), 1),
    "emptied": Case((putting(*some(0, 12)),), removing(*range(12)), 0),
}


def commit(folder: Path, change: Change, storage: type[IndexFolder] = IndexFolder) -> None:
    """Write a commit."""
    with WhooshWriter(folder, storage=storage) as writer:
        change(writer)


def content(folder: Path) -> Content:
    """Return all that an index says, or that there is none."""
    if not (folder / NAME).exists():
        return NO_INDEX
    check_index(folder)
    with opened(folder) as engine:
        return (
            tuple(engine.keys()),
            *(tuple(works(engine.search(a_query(tree, size=100)))) for tree in ("water", "fire", Prefix("a"))),
            tuple(works(engine.search(a_query(Phrase(("and", "air", "3")), size=100)))),
        )


@dataclass
class Cuts:
    """Lays out the states of a disk, each only once, in folders of their own."""

    root: Path
    number: Iterator[int] = field(default_factory=count)
    seen: set[tuple[tuple[str, bytes], ...]] = field(default_factory=set)

    def folders(self, states: Iterator[State]) -> Iterator[Path]:
        """Yield a folder for each new state."""
        for state in states:
            key = tuple(sorted(state.items()))
            if key not in self.seen:
                self.seen.add(key)
                folder = self.root / f"cut {next(self.number)}"
                lay_out(folder, state)
                yield folder


def begun(folder: Path, case: Case) -> Path:
    """Make the index before the commit of a case."""
    folder.mkdir(parents=True)
    for earlier in case.before:
        commit(folder, earlier)
    return folder


def begun_on_disk(root: Path, case: Case) -> tuple[Disk, Cuts]:
    """Make the index before the commit of a case on a disk that power cuts can be tried on."""
    return Disk(begun(root / "index", case)), Cuts(root)


def old_and_new(folder: Path, case: Case) -> tuple[Content, Content]:
    """Return what an index has before a commit and after it."""
    old = content(begun(folder, case))
    commit(folder, case.change)
    return old, content(folder)


def contents_after(disk: Disk, cuts: Cuts, events: Iterable[int]) -> set[Content]:
    """Return what indexes have that a power cut after so many events, or so many, could leave."""
    return {content(cut) for after in events for cut in cuts.folders(disk.states_after(after))}


@pytest.mark.parametrize("name", CASES)
def test_a_power_cut_leaves_the_old_index_or_the_new_one(tmp_path: Path, name: str) -> None:
    """After every step, whatever has come to the disk; and when the commit is over, the new one."""
    case = CASES[name]
    disk, cuts = begun_on_disk(tmp_path, case)
    old, first = content(disk.folder), len(disk.events)
    commit(disk.folder, case.change, disk.storage())
    new = content(disk.folder)

    assert case.segments == len(read_contents(disk.folder).segments)
    assert {new} == contents_after(disk, cuts, (len(disk.events),))
    assert {old, new} == contents_after(disk, cuts, range(first, len(disk.events))) | {new}


@pytest.mark.parametrize("name", CASES)
def test_the_next_commit_goes_on_from_what_a_power_cut_left(tmp_path: Path, name: str) -> None:
    """Leftovers are in nobody's way, and are gone after the next commit."""
    case = CASES[name]
    _, expected = old_and_new(tmp_path / "sound", case)
    disk, cuts = begun_on_disk(tmp_path, case)
    first = len(disk.events)
    commit(disk.folder, case.change, disk.storage())
    for cut in cuts.folders(chain.from_iterable(map(disk.states_after, range(first, len(disk.events), 5)))):
        commit(cut, case.change)

        assert expected == content(cut)
        assert {*read_contents(cut).files, NAME, "format.json"} == {path.name for path in cut.iterdir()}


@pytest.mark.parametrize("name", ["new", "changed", pytest.param("merged", marks=pytest.mark.slow)])
def test_a_power_cut_after_a_kill_leaves_one_index(tmp_path: Path, name: str) -> None:
    """Also where a writer was killed after any step, and the next one has begun on what was not on the disk yet."""
    case = CASES[name]
    old, new = old_and_new(tmp_path / "sound", case)
    for steps in count():
        disk, cuts = begun_on_disk(tmp_path / f"{steps}", case)
        first = len(disk.events)
        disk.dies_at = first + steps
        try:
            commit(disk.folder, case.change, disk.storage())
        except KilledError:
            disk.dies_at = None
            commit(disk.folder, lambda _: None, disk.storage())
            found = contents_after(disk, cuts, range(first + steps, len(disk.events) + 1))
            assert set() == found - {old, new, content(disk.folder)}
        else:
            break
    assert steps


@pytest.mark.parametrize("failing", [Step.CREATE, Step.WRITE, Step.SYNC, Step.RENAME, Step.SYNC_NAMES])
def test_a_power_cut_after_a_failure_leaves_one_index(tmp_path: Path, failing: Step) -> None:
    """Where the disk fails at any step, nothing is removed that may be needed."""
    case = CASES["merged"]
    old, new = old_and_new(tmp_path / "sound", case)
    for skipped in count():
        disk, cuts = begun_on_disk(tmp_path / f"{failing} {skipped}", case)
        first = len(disk.events)
        disk.failing = (failing, skipped)
        try:
            commit(disk.folder, case.change, disk.storage())
        except OSError:
            assert set() == contents_after(disk, cuts, range(first, len(disk.events) + 1)) - {old, new}
        else:
            break
    assert skipped


@pytest.mark.parametrize("step", ["sync", "sync_names"])
def test_what_is_not_waited_for_is_missed(tmp_path: Path, step: str) -> None:
    """The states that are tried are such that a writer in haste is found out."""
    case = CASES["changed"]
    disk, cuts = begun_on_disk(tmp_path, case)
    hasty = type("Hasty", (disk.storage(),), {step: lambda *_: None})
    commit(disk.folder, case.change, hasty)

    with pytest.raises(IndexDamagedError):
        contents_after(disk, cuts, range(len(disk.events) + 1))
