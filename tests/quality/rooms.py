"""The rooms of the project: every folder of code that has a law of its own."""

from pathlib import Path

from tests.quality.readme import ROOT

PACKAGES = ("indexer", "webapp")
WITHIN = ("indexer/representations/json", "indexer/search/whoosh_engine")
"""Rooms inside rooms; other folders of that depth are parts of their room."""


def rooms() -> tuple[str, ...]:
    """Return every room, relative to the project."""
    folders = (folder for package in PACKAGES for folder in (ROOT / package).iterdir())
    found = (folder.relative_to(ROOT).as_posix() for folder in folders if (folder / "__init__.py").exists())
    return tuple(sorted((*found, *WITHIN)))


def modules() -> tuple[Path, ...]:
    """Return every Python file of the program and its tests."""
    return tuple(path for folder in (*PACKAGES, "tests") for path in sorted((ROOT / folder).rglob("*.py")))
