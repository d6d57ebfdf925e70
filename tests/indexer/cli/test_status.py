"""`masthead status` and `masthead index`."""

import shutil

from tests.corpora import file_of, record_of, symbol, write_paper
from tests.indexer.cli.conftest import Masthead


def test_nothing_is_pending_after_indexing(masthead: Masthead) -> None:
    """The generation is named, and nothing waits."""
    outcome = masthead("status")

    assert 0 == outcome.code
    assert "Nothing is pending" in outcome.out
    assert "3 documents" in outcome.out


def test_changes_are_pending_until_indexed(masthead: Masthead) -> None:
    """New, changed and vanished documents are told apart."""
    write_paper(masthead.archive.corpus, 4)
    write_paper(masthead.archive.corpus, 1, title="Another title")
    for path in (file_of(masthead.archive.corpus, 2), record_of(masthead.archive.corpus, 2)):
        path.unlink()

    pending = masthead("status", "--json").json["pending"]

    assert [symbol(4)] == pending["new"]
    assert [symbol(1)] == pending["changed"]
    assert [symbol(2)] == pending["gone"]


def test_a_dry_run_of_index_says_what_is_pending(masthead: Masthead) -> None:
    """And builds no generation."""
    write_paper(masthead.archive.corpus, 4)

    outcome = masthead("index", "--dry-run")

    assert f"New documents: 1 ({symbol(4)})" in outcome.out
    assert "1" == (masthead.archive.state / "current").readlink().name


def test_what_failed_and_what_differs_is_listed(masthead: Masthead) -> None:
    """A damaged file and a faulty record are named, and the command ends with 1."""
    file_of(masthead.archive.corpus, 1).write_text("changed")
    record_of(masthead.archive.corpus, 2).write_text("kind = 'poem'\n")

    outcome = masthead("status")

    assert 1 == outcome.code
    assert "Not as recorded (1)" in outcome.out
    assert "Faults of records" in outcome.out


def test_marks_to_review_and_unlisted_files_are_told(masthead: Masthead) -> None:
    """Both are listed, and neither is a failure."""
    record = record_of(masthead.archive.corpus, 1)
    record.write_text(record.read_text() + '\n[[review]]\nfield = "date"\nreason = "It is unsure."\n')
    (masthead.archive.corpus / "meeting" / "loose.txt").write_text("loose")

    outcome = masthead("status")

    assert 0 == outcome.code
    assert f"{symbol(1)}: [date] It is unsure." in outcome.out
    assert "meeting/loose.txt" in outcome.out


def test_an_archive_without_an_index(masthead: Masthead) -> None:
    """Everything is pending, and the way out is named."""
    shutil.rmtree(masthead.archive.state)

    outcome = masthead("status")

    assert 0 == outcome.code
    assert "run masthead index" in outcome.out
    assert "New documents: 3" in outcome.out


def test_a_missing_corpus_is_told(masthead: Masthead) -> None:
    """In one sentence, with exit code 3."""
    shutil.rmtree(masthead.archive.corpus)

    for command in ("status", "verify", "index"):
        outcome = masthead(command)
        assert (3, 1) == (outcome.code, outcome.err.count("\n"))
        assert "MASTHEAD_CORPUS" in outcome.err
