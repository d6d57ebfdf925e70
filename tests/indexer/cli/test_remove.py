"""`masthead remove`."""

from pathlib import Path

from indexer.corpus import read_corpus
from tests.corpora import file_of, record_of, symbol
from tests.indexer.cli.conftest import Masthead


def test_a_tombstone_stays_and_the_files_are_kept(masthead: Masthead) -> None:
    """The record says when and why; the original is where no reader looks."""
    content = file_of(masthead.archive.corpus, 1).read_bytes()

    outcome = masthead("remove", symbol(1), "--reason", "withdrawn by its author")

    removal = read_corpus(masthead.archive.corpus).documents[symbol(1)].removal
    assert 0 == outcome.code
    assert removal is not None
    assert "withdrawn by its author" == removal.reason
    kept = masthead.archive.corpus / ".removed" / file_of(Path(), 1)
    assert content == kept.read_bytes()
    assert not file_of(masthead.archive.corpus, 1).exists()


def test_it_is_not_found_any_more(masthead: Masthead) -> None:
    """After indexing, a search for its words finds the others alone."""
    masthead("remove", symbol(1), "--reason", "withdrawn", "--index")

    assert [] == masthead.archive.found("unicum1")
    outcome = masthead("show", symbol(1))
    assert (2, True) == (outcome.code, "withdrawn" in outcome.err)


def test_undo_puts_back_what_was(masthead: Masthead) -> None:
    """Record and files are the same byte for byte, and nothing is left in the place where they were kept."""
    before = _content(masthead.archive.corpus)
    masthead("remove", symbol(1), "--reason", "withdrawn")

    outcome = masthead("remove", symbol(1), "--undo")

    assert 0 == outcome.code
    assert before == _content(masthead.archive.corpus)


def test_a_reason_is_needed(masthead: Masthead) -> None:
    """Without one nothing is done."""
    before = _content(masthead.archive.corpus)

    assert 2 == masthead("remove", symbol(1)).code
    assert before == _content(masthead.archive.corpus)


def test_a_removed_document_cannot_be_removed_again(masthead: Masthead) -> None:
    """The sentence says when and why it went; a document that is there cannot be put back."""
    assert 2 == masthead("remove", symbol(1), "--undo").code
    masthead("remove", symbol(1), "--reason", "withdrawn")

    outcome = masthead("remove", symbol(1), "--reason", "again")

    assert 2 == outcome.code
    assert "withdrawn" in outcome.err


def test_a_removal_that_was_ended_midway_is_finished(masthead: Masthead) -> None:
    """Where the tombstone stands and the file is still there, the next run moves the file."""
    file = file_of(masthead.archive.corpus, 1)
    content = file.read_bytes()
    masthead("remove", symbol(1), "--reason", "withdrawn")
    (masthead.archive.corpus / ".removed" / file_of(Path(), 1)).rename(file)

    outcome = masthead("remove", symbol(1), "--reason", "withdrawn")

    assert 0 == outcome.code
    assert content == (masthead.archive.corpus / ".removed" / file_of(Path(), 1)).read_bytes()


def test_a_file_that_another_document_names_stays(masthead: Masthead) -> None:
    """Removing one of two documents takes nothing from the other."""
    record = record_of(masthead.archive.corpus, 1)
    record.with_name("other.toml").write_text(record.read_text().replace(symbol(1), "A/68/370"))

    masthead("remove", symbol(1), "--reason", "withdrawn")

    assert file_of(masthead.archive.corpus, 1).exists()


def test_a_dry_run_removes_nothing(masthead: Masthead) -> None:
    """It says what would be taken out."""
    before = _content(masthead.archive.corpus)

    outcome = masthead("remove", symbol(1), "--reason", "withdrawn", "--dry-run")

    assert "would be taken out" in outcome.out
    assert before == _content(masthead.archive.corpus)


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
