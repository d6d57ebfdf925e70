"""All that the outcome of a run depends on, told without reading any file."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from indexer.corpus.files import CorpusFiles
from indexer.corpus.states import FileState, state_of

OUTCOME_FILE: Final = "outcome.sqlite"
"""What the last run found, for as long as all signs are the same."""


def signs(files: CorpusFiles, state: Path, texts: Mapping[str, FileState]) -> str:
    """Return what is the same for as long as corpus and state folder are: the next run would find what the last did.

    Args:
        files: The corpus as it was looked at before anything of it was read.
        state: The folder whose generations readers see.
        texts: The stored texts as they were when they were last known to be whole.
    """
    digest = hashlib.sha256()
    for line in (*_corpus(files), *_generations(state), *_lines(texts)):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def states_below(folder: Path | str) -> dict[str, FileState]:
    """Return the state of every file below a folder, links not followed, by its path."""
    return dict(_states(folder))


def _corpus(files: CorpusFiles) -> Iterator[str]:
    yield f"{files.root.absolute()}\n"
    yield from (f"{path}\n" for path in sorted(files.escaping | files.misnamed))
    yield from _lines(files.states)


def _generations(state: Path) -> Iterator[str]:
    yield from _lines(states_below(state / "generations"))
    try:
        link = state / "current"
        yield f"{link.readlink()} {state_of(link.lstat())}\n"
    except OSError:
        yield "nothing\n"


def _lines(states: Mapping[str, FileState]) -> Iterator[str]:
    return (f"{path} {states[path]}\n" for path in sorted(states))


def _states(folder: Path | str) -> Iterator[tuple[str, FileState]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _states(entry.path)
                else:
                    yield entry.path, state_of(entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return
