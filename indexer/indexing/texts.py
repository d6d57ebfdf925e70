"""The stored texts as a run finds and leaves them, told by the state of their files."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from indexer.catalogue import FileRecord, FileState
from indexer.corpus.states import FileState as State
from indexer.indexing.signs import states_below
from indexer.model.identifiers import Sha256
from indexer.texts.store import FAILURE, TEXT


class StoredTexts:
    """The states of the files of a text store, looked at before the texts are.

    Attributes:
        states: By the path of the file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.states = states_below(folder)

    def of(self, outcome: FileRecord) -> State | None:
        """Return the state of the file that keeps the text of an original, or why there is none; None without one."""
        if outcome.sha256 is None:
            return None
        kind = TEXT if outcome.state is FileState.READ else FAILURE
        return self.states.get(self._path(outcome.sha256, outcome.reader, kind))

    def renew(self, contents: Iterable[tuple[Sha256, str]]) -> None:
        """Look again at the texts of some contents and readers, which were just made."""
        paths = {self._path(*content, kind) for content in contents for kind in (TEXT, FAILURE)}
        if paths:
            found = states_below(self._folder)
            kept = {path: state for path, state in self.states.items() if path not in paths}
            self.states = kept | {path: found[path] for path in paths if path in found}

    def holds_others(self, named: Collection[tuple[Sha256, str]]) -> bool:
        """Return whether there is any file that is not of one of these contents and readers."""
        stems = {f"{file}.{reader}" for file, reader in named}
        return any(path.rpartition("/")[2].rpartition(".")[0] not in stems for path in self.states)

    def settled(self) -> Mapping[str, State] | None:
        """Return the states of the texts that are left; None where one is not the one that was known to be whole."""
        found = states_below(self._folder)
        is_known = all(self.states.get(path) == state for path, state in found.items())
        return found if is_known else None

    def _path(self, file: Sha256, reader: str, kind: str) -> str:
        return f"{self._folder}/{file[:2]}/{file}.{reader}{kind}"
