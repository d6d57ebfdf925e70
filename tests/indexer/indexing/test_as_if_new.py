"""An archive that was brought up to date step by step is the one that would be built from the corpus at once."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpora import SmallArchive, an_archive, file_of, record_of, symbol, write_paper
from tests.indexer.catalogue.test_written_upon import dump

SEED = 20_140_220
QUERIES = ("unicum*", "title:part", "bees", '"wide europe body"', "topic:costs", "organization:unfpa", "migrants")


def _edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def _agenda(archive: SmallArchive) -> None:
    _edit(archive.corpus / "meeting" / "meeting.toml", "day = 2014-02-20\n", f'documents = ["{symbol(2)}"]\n')


def _second_meeting(archive: SmallArchive) -> None:
    text = (archive.corpus / "meeting" / "meeting.toml").read_text("utf-8")
    other = archive.corpus / "other" / "meeting.toml"
    other.parent.mkdir(exist_ok=True)
    other.write_text(text.replace("meeting-1", "meeting-2").replace("ordinal = 12", "ordinal = 13"), "utf-8")


CHANGES: tuple[Callable[[SmallArchive], object], ...] = (
    lambda a: write_paper(a.corpus, 1, title="Bees", topic="costs"),
    lambda a: write_paper(a.corpus, 2, extra="Bees are new."),
    lambda a: write_paper(a.corpus, 7),
    lambda a: record_of(a.corpus, 3).unlink(missing_ok=True),
    lambda a: file_of(a.corpus, 4).write_bytes(b"other words"),
    lambda a: file_of(a.corpus, 4).unlink(missing_ok=True),
    lambda a: write_paper(a.corpus, 3),
    lambda a: record_of(a.corpus, 2).write_text(
        f'symbol = "{symbol(2)}"\nkind = "other"\n\n[removed]\non = 2026-01-02\nreason = "withdrawn"\n', "utf-8"
    ),
    lambda a: _edit(a.corpus / "vocabulary" / "organizations.toml", '["UN/ECE"]', '["UN/ECE", "Wide Europe Body"]'),
    lambda a: _edit(a.corpus / "vocabulary" / "topics.toml", 'broader = ["costs"]', ""),
    lambda a: _edit(a.corpus / "meeting" / "meeting.toml", f'"{symbol(1)}", ', ""),
    _agenda,
    _second_meeting,
    lambda _: None,
)


def _told(archive: SmallArchive) -> tuple[object, ...]:
    """Return all that readers can learn of an archive, but for the number of its generation."""
    report = archive.index()
    tables = dump(archive.state / "current" / "catalogue.sqlite")
    marks = [row for row in tables.pop("meta") if row[0] != "generation"]
    found = {query: archive.found(query) for query in QUERIES}
    return tables, marks, found, report.faults, report.failed, report.noted, report.unlisted, report.entries


@pytest.mark.parametrize("turn", [0, *(pytest.param(turn, marks=pytest.mark.slow) for turn in (1, 2, 3))])
def test_step_by_step_is_as_at_once(tmp_path: Path, turn: int) -> None:
    """After all changes, in any order; some runs see one of them, some several."""
    archive = an_archive(tmp_path)
    archive.index()
    chance = random.Random(SEED + turn)
    for change in chance.sample(CHANGES, len(CHANGES)):
        change(archive)
        if chance.random() < 2 / 3:
            archive.index()

    assert _told(SmallArchive(archive.corpus, tmp_path / "new")) == _told(archive)
