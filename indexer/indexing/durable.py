"""Files that are on the disk when a function returns."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    sync_file(path)


def sync_tree(folder: Path) -> None:
    """Wait until every file and name below a folder is on the disk."""
    for path in sorted(folder.rglob("*")):
        sync_file(path)
    sync_folder(folder)


def replace_text(path: Path, text: str) -> None:
    """Write a file so that readers find the old text or the new one, never a part."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    sync_file(draft)
    draft.replace(path)
    sync_folder(path.parent)
