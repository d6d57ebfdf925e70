"""Writes a file so that readers, and a machine after a power cut, meet the old content or the new, never a part."""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from indexer.corpus.errors import RecordError


def write_atomically(path: Path, content: bytes) -> None:
    """Put a content in the place of a file, whose permissions stay, or make the file with its folders.

    Raises:
        RecordError: The disk is full, or the folder may not be written.
    """
    _put(path, lambda file: file.write(content))


def copy_atomically(source: Path, path: Path) -> None:
    """Put a copy of a file in a place where there is none.

    Raises:
        RecordError: There is a file of that name, or it cannot be written.
    """
    if path.exists():
        raise RecordError(f"{path} exists: give the file another name, or accept it as the new original.")
    with source.open("rb") as original:
        _put(path, lambda file: shutil.copyfileobj(original, file))


def _put(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        _make_folder(path.parent)
        with temporary.open("wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
        _settle(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise RecordError(f"{path} cannot be written: {error.strerror}; nothing was changed.") from error


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        _settle(folder.parent)


def _settle(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
