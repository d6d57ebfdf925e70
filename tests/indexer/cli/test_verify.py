"""`masthead verify`."""

import re

from indexer.corpus import read_corpus
from tests.corpora import file_of, symbol, write_paper
from tests.indexer.cli.conftest import Masthead


def test_an_archive_in_order_has_no_faults(masthead: Masthead) -> None:
    """Everything is checked and nothing is said."""
    outcome = masthead("verify")

    assert 0 == outcome.code
    assert "3 originals" in outcome.out
    assert "no faults" in outcome.out


def test_a_changed_original_is_told_and_accepted(masthead: Masthead) -> None:
    """A file replaced in its place is a fault until it is accepted; then its record holds the new checksum."""
    file = file_of(masthead.archive.corpus, 3)
    file.write_text("Quite another text.")

    assert 1 == masthead("verify").code
    accepted = masthead("verify", "--accept", file)

    assert 0 == accepted.code
    assert 0 == masthead("index").code
    assert 0 == masthead("verify").code
    version = read_corpus(masthead.archive.corpus).documents[symbol(3)].versions[0]
    assert file.stat().st_size == version.renditions[0].size


def test_a_folder_is_accepted_as_a_whole(masthead: Masthead) -> None:
    """Every changed file below it is taken as it is, and no other."""
    for number in (1, 3):
        file_of(masthead.archive.corpus, number).write_text(f"Another text {number}.")

    outcome = masthead("verify", "--accept", masthead.archive.corpus / "meeting", "--json")

    assert 2 == len(outcome.json["accepted"])


def test_there_may_be_nothing_to_accept(masthead: Masthead) -> None:
    """A file that is as its record says, and a path outside the corpus, are wrong use."""
    assert 2 == masthead("verify", "--accept", file_of(masthead.archive.corpus, 1)).code
    assert 2 == masthead("verify", "--accept", "/etc/passwd").code


def test_a_missing_original_is_a_fault(masthead: Masthead) -> None:
    """It is named."""
    file_of(masthead.archive.corpus, 1).unlink()

    outcome = masthead("verify")

    assert 1 == outcome.code
    assert file_of(masthead.archive.corpus, 1).name in outcome.out


def test_a_damaged_index_is_a_fault(masthead: Masthead) -> None:
    """Each file that is not as written is named, with what to do."""
    generation = masthead.archive.state / "current"
    damaged = max((generation / "index").iterdir(), key=lambda path: path.stat().st_size)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.chmod(0o644)
    damaged.write_bytes(content)

    outcome = masthead("verify")

    assert 1 == outcome.code
    assert damaged.name in outcome.out
    assert "masthead index" in outcome.out


def test_a_damaged_text_is_a_fault(masthead: Masthead) -> None:
    """The store of texts is read too."""
    text = next((masthead.archive.state / "texts").glob("??/*.text"))
    text.write_bytes(text.read_bytes()[:-5])

    outcome = masthead("verify")

    assert 1 == outcome.code
    assert text.name in outcome.out


def test_an_archive_without_an_index_is_a_fault(masthead: Masthead) -> None:
    """The originals are checked all the same."""
    (masthead.archive.state / "current").unlink()

    outcome = masthead("verify", "--json")

    assert 1 == outcome.code
    assert 3 == outcome.json["originals"]
    assert ["generation"] == [fault["part"] for fault in outcome.json["faults"]]


def test_originals_without_a_checksum_are_told(masthead: Masthead) -> None:
    """They cannot be checked: that is said, and accepting writes the checksum."""
    write_paper(masthead.archive.corpus, 1)
    record = file_of(masthead.archive.corpus, 1).with_suffix(".toml")
    record.write_text(re.sub("sha256.*", "", record.read_text()))

    assert "1 original without a checksum" in masthead("verify").err
    assert 0 == masthead("verify", "--accept", masthead.archive.corpus).code
    assert "sha256" in record.read_text()
