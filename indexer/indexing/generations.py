"""Generations: immutable folders, of which readers see the one that `current` names.

<state>/generations/<n>/catalogue.sqlite, index/, manifest.json
<state>/current -> generations/<n>      replaced by one rename
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from indexer.corpus.checksums import sha256_of
from indexer.corpus.ledger import LEDGER_FILE, Ledger
from indexer.corpus.states import state_of
from indexer.indexing.durable import replace_text, sync_folder, sync_tree
from indexer.indexing.signs import OUTCOME_FILE
from indexer.model.errors import ArchiveError

KEPT: Final = 2
"""How many generations stay: the one in use, and the one before it to go back to."""


class DamagedError(ArchiveError):
    """A file of the state folder is not as it was written; `masthead index` builds it anew from the corpus."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """What a file of a generation was when it was written.

    Attributes:
        modified: Its time of modification in nanoseconds; while that stays, so does its content.
    """

    size: int
    modified: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and was made by.

    Attributes:
        format: The versions of all that decides whether it can be read and built upon.
        files: Every file, by path relative to the generation's folder.
    """

    generation: str
    built: str
    program: str
    format: str
    documents: int
    entries: int
    files: dict[str, WrittenFile]


class Stamp(NamedTuple):
    """What tells the current generation from every other one, also from one of the same number built anew."""

    generation: str
    inode: int
    modified: int


class Generations:
    """The generations of one state folder."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._folder = state / "generations"
        self._current = state / "current"

    def current(self) -> str | None:
        """Return the number of the generation that readers see; a few microseconds."""
        try:
            name = os.readlink(self._current).rpartition("/")[2]  # noqa: PTH115 - half the time of Path.readlink
        except OSError:
            return None
        return name if name.isdecimal() else None

    def stamp(self) -> Stamp | None:
        """Return which generation readers see, told from all that ever were; None where there is none."""
        generation = self.current()
        if generation is None:
            return None
        try:
            status = os.stat(self._current)  # noqa: PTH116 - as above
        except OSError:
            return Stamp(generation, 0, 0)
        return Stamp(generation, status.st_ino, status.st_mtime_ns)

    def folder(self, generation: str) -> Path:
        """Return where a generation is."""
        return self._folder / generation

    def manifest(self, generation: str) -> Manifest:
        """Return what a generation was when it was written.

        Raises:
            DamagedError: The manifest is missing or not one.
        """
        path = self.folder(generation) / "manifest.json"
        try:
            return TypeAdapter(Manifest).validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise DamagedError(f"{path} is missing or damaged: run masthead index to build it anew.") from error

    def faults(self, generation: str, *, thorough: bool, ledger: Ledger | None = None) -> Iterator[str]:
        """Yield one sentence for each file that is not as it was written.

        Args:
            thorough: Read every byte; otherwise only of files that were modified.
            ledger: Knows the checksums of files whose state is the same since they were read.
        """
        for name, written in self.manifest(generation).files.items():
            path = self.folder(generation) / name
            fault = _fault(path, written, thorough=thorough, ledger=ledger or Ledger())
            if fault:
                yield f"{path} {fault}"

    def distrust(self) -> None:
        """Let the next run read everything: a disk may damage a file in a way that its state does not tell."""
        for name in (OUTCOME_FILE, LEDGER_FILE):
            (self._state / name).unlink(missing_ok=True)

    def begin(self) -> tuple[str, Path]:
        """Return the next number and an empty folder to build it in; leftovers of dead runs go."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for leftover in self._folder.glob("*.partial"):
            shutil.rmtree(leftover)
        generation = str(max(map(int, self._finished()), default=0) + 1)
        draft = self._folder / f"{generation}.partial"
        draft.mkdir()
        return generation, draft

    def finish(self, draft: Path, manifest: Manifest) -> None:
        """Write the manifest, bring all to the disk and let readers see the new generation."""
        replace_text(draft / "manifest.json", TypeAdapter(Manifest).dump_json(manifest, indent=1).decode())
        sync_tree(draft)
        draft.rename(self.folder(manifest.generation))
        sync_folder(self._folder)
        self.switch(manifest.generation)

    def switch(self, generation: str) -> None:
        """Let readers see this generation from now on; one rename."""
        pointer = self._state / f".current.{os.getpid()}"
        pointer.unlink(missing_ok=True)
        pointer.symlink_to(Path("generations") / generation)
        pointer.replace(self._current)
        sync_folder(self._state)

    def recover(self) -> str | None:
        """Let readers see the newest whole generation again where it is not known which they saw; return it."""
        for generation in reversed(self._finished()):
            try:
                is_whole = next(self.faults(generation, thorough=True), None) is None
            except DamagedError:
                continue
            if is_whole:
                self.switch(generation)
                return generation
        return None

    def kept(self) -> tuple[str, ...]:
        """Return the current generation and the one before it, as far as they are there."""
        current = self.current()
        return tuple(one for one in self._finished() if current and int(one) <= int(current))[-KEPT:]

    def discard_old(self) -> None:
        """Delete all but the generations that are kept; open files live until readers let go."""
        for generation in set(self._finished()).difference(self.kept()):
            self.discard(generation)

    def discard(self, generation: str) -> None:
        """Delete a generation; what readers have open of it lives until they let go."""
        shutil.rmtree(self.folder(generation), ignore_errors=True)

    def _finished(self) -> list[str]:
        """Return the generations that are there, in ascending order."""
        names = (path.name for path in self._folder.iterdir()) if self._folder.is_dir() else ()
        return sorted((name for name in names if name.isdecimal()), key=int)


def _fault(path: Path, written: WrittenFile, *, thorough: bool, ledger: Ledger) -> str | None:
    try:
        status = path.stat()
        if status.st_size != written.size:
            return f"has {status.st_size} bytes instead of {written.size}"
        state = str(state_of(status))
        is_believed = not thorough and status.st_mtime_ns == written.modified
        found = ledger.recall(str(path), state) or (written.sha256 if is_believed else sha256_of(path))
        ledger.keep(str(path), state, found)
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None if found == written.sha256 else "has other content than was written"


def written_files(folder: Path, known: dict[str, WrittenFile], unchanged: set[str]) -> dict[str, WrittenFile]:
    """Return what every file below a folder is now.

    Args:
        known: What an earlier generation's files were.
        unchanged: Names of files that are hard links to that generation's; they are not read again.
    """
    found: dict[str, WrittenFile] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = known[name] if name in unchanged else _written(path)
    return found


def _written(path: Path) -> WrittenFile:
    status = path.stat()
    return WrittenFile(status.st_size, status.st_mtime_ns, sha256_of(path))
