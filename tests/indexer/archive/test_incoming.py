"""Files that are to be taken in."""

import datetime as dt
from pathlib import Path

import pytest

from indexer.archive.incoming import files_in, read_incoming, readable
from indexer.archive.keeping import Keeper
from indexer.indexing import Silent
from tests.indexer.corpus.corpora import a_corpus

TEXT = "United Nations\n\nA/68/370\n\nA text about migrants who cross the borders to find work in other countries.\n"


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    """The keeper of an empty corpus."""
    noon = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
    return Keeper(a_corpus(tmp_path / "corpus"), tmp_path / "state", "a test", 2, lambda: noon)


def test_each_file_says_what_it_is(keeper: Keeper, tmp_path: Path) -> None:
    """In the order of the paths: a text, a broken file, an empty one, one that is no document, one that is gone."""
    contents = {"a.txt": TEXT.encode(), "b.pdf": b"%PDF-1.4 broken", "c.pdf": b"", "d.png": b"\x89PNG\r\n\x1a\n"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in (*contents, "gone.pdf")]

    found = list(read_incoming(keeper, paths, Silent(), keeps_texts=True))

    assert paths == [one.path for one in found]
    assert [False, True, True, False, True] == [one.is_unreadable for one in found]
    assert ["text/plain", "application/pdf", None, None, None] == [one.media_type for one in found]
    assert found[0].proposal.symbol is not None
    assert "A/68/370" == found[0].proposal.symbol.value


def test_texts_are_kept_where_that_is_asked(keeper: Keeper, tmp_path: Path) -> None:
    """And read from the store the next time: the same is said of the file."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (without,) = read_incoming(keeper, [path], Silent(), keeps_texts=False)
    assert not (keeper.state / "texts").exists()

    (first,) = read_incoming(keeper, [path], Silent(), keeps_texts=True)
    (second,) = read_incoming(keeper, [path], Silent(), keeps_texts=True)

    assert without == first == second
    assert 1 == len(list((keeper.state / "texts").glob("??/*.text")))


def test_names_are_readable() -> None:
    """Bytes that are no UTF-8 and line breaks are replaced."""
    assert "caf\ufffd 1.pdf" == readable("caf\udce9\n1.pdf")


def test_hidden_files_and_links_that_lead_out(tmp_path: Path) -> None:
    """Hidden ones are passed over, links are told apart."""
    folder = tmp_path / "loose"
    (folder / "deeper").mkdir(parents=True)
    for name in ("a.txt", ".hidden", "deeper/b.txt", "~$lock.docx"):
        (folder / name).write_text("x")
    (folder / "out.txt").symlink_to("/etc/passwd")

    assert ((folder / "a.txt", folder / "deeper" / "b.txt"), (folder / "out.txt",)) == files_in(folder)
