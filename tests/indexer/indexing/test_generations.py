"""Generations: whole folders, of which readers see one."""

from pathlib import Path

import pytest

from indexer.indexing import DamagedError, Generations, Manifest
from indexer.indexing.generations import WrittenFile, written_files


def a_manifest(generation: str, **files: WrittenFile) -> Manifest:
    """Return the manifest of a generation with these files."""
    return Manifest(generation, "2026-01-02T12:00:00+00:00", "0.1.0", "catalogue 1", 1, 1, dict(files))


def a_generation(generations: Generations, content: str = "words") -> str:
    """Build a generation of one file and switch it in."""
    number, draft = generations.begin()
    (draft / "catalogue").write_text(content)
    generations.finish(draft, a_manifest(number, **written_files(draft, {}, set())))
    return number


def test_there_is_no_generation_at_first(tmp_path: Path) -> None:
    """An empty state folder has nothing to read."""
    assert Generations(tmp_path).current() is None


def test_readers_see_the_generation_that_was_finished_last(tmp_path: Path) -> None:
    """Finishing switches."""
    generations = Generations(tmp_path)
    a_generation(generations)
    second = a_generation(generations)

    assert second == generations.current()


def test_a_draft_is_not_seen(tmp_path: Path) -> None:
    """What is being built is nobody's business."""
    generations = Generations(tmp_path)
    first = a_generation(generations)
    generations.begin()

    assert first == generations.current()


def test_leftovers_of_a_dead_run_go(tmp_path: Path) -> None:
    """The next run begins with an empty draft."""
    generations = Generations(tmp_path)
    _, dead = generations.begin()
    (dead / "half").write_text("half")
    _, draft = generations.begin()

    assert [] == list(draft.iterdir())


def test_one_generation_to_go_back_to_is_kept(tmp_path: Path) -> None:
    """The current one and the one before stay, older ones go."""
    generations = Generations(tmp_path)
    for _ in range(4):
        a_generation(generations)
    generations.discard_old()

    assert ["3", "4"] == sorted(path.name for path in (tmp_path / "generations").iterdir())


def test_going_back_is_a_switch(tmp_path: Path) -> None:
    """The generation before can be read again."""
    generations = Generations(tmp_path)
    first = a_generation(generations)
    a_generation(generations)
    generations.switch(first)

    assert first == generations.current()


def test_a_whole_generation_has_no_faults(tmp_path: Path) -> None:
    """Files as written are not complained of."""
    generations = Generations(tmp_path)
    number = a_generation(generations)

    assert [] == list(generations.faults(number, thorough=True))


@pytest.mark.parametrize(
    ("content", "thorough", "expected"),
    [
        (None, False, "is missing"),
        ("longer words", False, "has 12 bytes instead of 5"),
        ("wordz", True, "has other content than was written"),
    ],
)
def test_damage_is_named(tmp_path: Path, content: str | None, thorough: bool, expected: str) -> None:  # noqa: FBT001 - a case
    """A file that is gone, of another size or of other content is found."""
    generations = Generations(tmp_path)
    number = a_generation(generations)
    path = generations.folder(number) / "catalogue"
    path.unlink() if content is None else path.write_text(content)

    assert [f"{path} {expected}"] == list(generations.faults(number, thorough=thorough))


@pytest.mark.parametrize("content", ["", "{}", "[1, 2]", "\x00"])
def test_a_damaged_manifest_is_said_in_one_sentence(tmp_path: Path, content: str) -> None:
    """Whatever stands in it, the message says what to run."""
    generations = Generations(tmp_path)
    number = a_generation(generations)
    (generations.folder(number) / "manifest.json").write_text(content)

    with pytest.raises(DamagedError, match="run masthead index"):
        generations.manifest(number)


def test_unchanged_files_are_not_read_again(tmp_path: Path) -> None:
    """A hard link of the generation before keeps its checksum."""
    (tmp_path / "segment").write_text("words")
    known = {"segment": WrittenFile(5, 1, "known before")}

    assert known == written_files(tmp_path, known, {"segment"})
