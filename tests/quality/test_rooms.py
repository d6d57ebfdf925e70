"""Rooms state their law, files stay small, and nothing of the machines they were made on is left in them."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.quality.readme import ROOT, rows_below
from tests.quality.rooms import modules, rooms

LONGEST_README = 10
LONGEST_MODULE = 400
UNWANTED = re.compile(
    "|".join(
        (
            "py" + r"pi\.org",
            "python" + "hosted",
            "npm" + r"js\.(org|com)",
            "(?<![\\w.])/(wo" + "rk|ro" + "ot|ho" + "me)/",
        )
    )
)
"""Hosts that packages come from, and folders of one machine; put together so that this file holds none."""
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b(?! says)")
"""Marks of what is left to do; the style rules name one where they say that there are none."""


def _tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("This is no git checkout, so it is not known which files belong to the project.")
    return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def _holding(pattern: re.Pattern[str]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in _tracked() if pattern.search(path.read_text("utf-8", "ignore"))]


@pytest.mark.parametrize("room", rooms())
def test_room_states_its_law(room: str) -> None:
    """A README of at most ten lines says the law, what comes in and what goes out."""
    text = (ROOT / room / "README.md").read_text("utf-8")

    assert len(text.splitlines()) <= LONGEST_README
    assert [] == [word for word in ("Law:", "In:", "Out:") if word not in text]


@pytest.mark.parametrize("room", rooms())
def test_files_that_a_room_names_are_there(room: str) -> None:
    """A file that was renamed is renamed in the README too."""
    named = re.findall(r"`([a-z_*/]+\.py)`", (ROOT / room / "README.md").read_text("utf-8"))
    places = (ROOT / room, ROOT / "indexer", ROOT / "indexer/search")

    assert [] == [name for name in named if not any(any(place.glob(name)) for place in places)]


def test_map_names_every_room() -> None:
    """README's map has every room, and every folder on it is there."""
    named = {row[0].split("`")[1].rstrip("/") for row in rows_below("| folder | what is there |")}

    assert set() == {*rooms(), "indexer", "webapp"} - named
    assert [] == [folder for folder in sorted(named) if not (ROOT / folder).is_dir()]


def test_modules_are_short() -> None:
    """No file has grown into a giant."""
    assert [] == [path for path in modules() if len(path.read_text("utf-8").splitlines()) > LONGEST_MODULE]


def test_nothing_is_left_to_do() -> None:
    """What is not done stands in README, not in marks."""
    assert [] == _holding(UNFINISHED)


def test_no_file_knows_the_machine_that_it_was_made_on() -> None:
    """Neither folders of one machine nor hosts that packages came from stand in any file."""
    assert [] == _holding(UNWANTED)
