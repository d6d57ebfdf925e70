"""Writing an index: what is shared stays, segments stay few, memory stays bounded."""

import os
from pathlib import Path

from indexer.model.querytree import Everything, Phrase, Prefix
from indexer.search.whoosh_engine import WhooshWriter
from tests.contract.builders import a_key, a_query, an_entry
from tests.indexer.search.whoosh_engine.indexes import WATER, found, opened, write

COMMITS = 24


def test_folders_that_share_files_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Writing into a copy made of hard links leaves every byte and answer of the first folder unchanged."""
    old, new = write(tmp_path / "1", *WATER), tmp_path / "2"
    new.mkdir()
    for path in old.iterdir():
        os.link(path, new / path.name)
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    with WhooshWriter(new) as changing:
        changing.remove(a_key("a"))
        changing.add(an_entry("b", body="fire"))

    assert before == {path.name: path.read_bytes() for path in old.iterdir()}
    assert ["a", "b"] == found(old, "water")
    assert ([], ["b"]) == (found(new, "water"), found(new, "fire"))


def test_a_small_change_shares_the_large_segment(tmp_path: Path) -> None:
    """What did not change is not written again."""
    large = tuple(an_entry(f"x{n}", body=f"water {n}") for n in range(30))
    before = {path.name for path in write(tmp_path, *large).glob("*.seg")}

    assert before < {path.name for path in write(tmp_path, *WATER).glob("*.seg")}


def test_nothing_but_the_index_stays_in_the_folder(tmp_path: Path) -> None:
    """No lock, draft or temporary folder is left for readers to stumbled over."""
    write(tmp_path, *WATER)

    assert [".col", ".json", ".seg", ".toc"] == sorted(path.suffix for path in tmp_path.iterdir())


def test_segments_stay_few(tmp_path: Path) -> None:
    """Many commits do not make many segments, and nothing is lost when they are merged."""
    for number in range(COMMITS):
        write(
            tmp_path,
            an_entry(f"w{number:02}", title=f"water {number}", body="a b c"),
            an_entry("same", body=f"n{number}"),
        )

    assert len(list(tmp_path.glob("*.seg"))) <= 4
    assert [f"w{number:02}" for number in range(COMMITS)] == found(tmp_path, Phrase(("a", "b", "c")))
    assert ["same"] == found(tmp_path, Prefix("n"))
    assert ["same"] == found(tmp_path, f"n{COMMITS - 1}")


def test_an_index_can_be_emptied(tmp_path: Path) -> None:
    """Taking out everything leaves an index without segments that answers."""
    write(tmp_path, *WATER)
    with WhooshWriter(tmp_path) as emptying:
        for entry in WATER:
            emptying.remove(entry.key)

    assert [] == found(tmp_path, Everything())
    assert [] == list(tmp_path.glob("*.seg"))


def test_what_does_not_fit_into_memory_waits_on_the_disk(tmp_path: Path) -> None:
    """An index written with little memory answers like one written with much."""
    entries = tuple(an_entry(f"w{n:02}", body=f"water and air {n % 7} and {n} and more of the same") for n in range(40))
    much = write(tmp_path / "much", *entries)
    little = tmp_path / "little"
    little.mkdir()
    with WhooshWriter(little, memory=2_000) as writer:
        for entry in entries:
            writer.add(entry)

    for tree in (Phrase(("and", "air")), Prefix("1"), Phrase(("of", "water"), distance=90), Everything()):
        with opened(much) as one, opened(little) as other:
            assert one.search(a_query(tree, size=50)) == other.search(a_query(tree, size=50))
