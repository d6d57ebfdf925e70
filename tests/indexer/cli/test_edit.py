"""`masthead edit`."""

import stat
import subprocess
from pathlib import Path

import pytest

from indexer.corpus import read_corpus
from indexer.model.document import Document
from tests.corpora import record_of, symbol
from tests.indexer.cli.conftest import Masthead


def test_fields_are_set(masthead: Masthead) -> None:
    """Title, date, organizations and topics are those given; what is given is written as ids."""
    outcome = masthead(
        "edit", symbol(1), "title=Another title", "date=2014-02", "organization=UNFPA", "organization=ECE"
    )

    document = _document(masthead, symbol(1))
    assert 0 == outcome.code
    assert {"en": "Another title"} == document.titles
    assert "2014-02" == document.date.iso()
    assert ("unfpa", "unece") == document.organizations


def test_comments_stay(masthead: Masthead) -> None:
    """What the keeper did not touch is as it was typed."""
    record = record_of(masthead.archive.corpus, 1)
    record.write_text("# a remark\n" + record.read_text())

    masthead("edit", symbol(1), "note=Seen")

    assert record.read_text().startswith("# a remark\n")
    assert "Seen" == _document(masthead, symbol(1)).note


def test_an_empty_value_takes_a_field_away(masthead: Masthead) -> None:
    """`note=` leaves no note."""
    masthead("edit", symbol(1), "note=Seen")

    masthead("edit", symbol(1), "note=")

    assert _document(masthead, symbol(1)).note is None


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("date=yesterday", "2014-02-20"),
        ("organization=nosuch body", "not known"),
        ("kind=poem", "resolution"),
        ("titel=A title", "did you mean title"),
        ("title", "sets nothing"),
        ("symbol=no symbol at all", "A/RES/68/4"),
        ("symbol=UN/POP/MIG-12CM/2014/02", "already used"),
        ("title=", "`title` is missing"),
    ],
)
def test_a_wrong_edit_leaves_the_record_as_it_was(masthead: Masthead, field: str, said: str) -> None:
    """The sentence says what is wrong, the command ends with 2, and the file is the same byte for byte."""
    record = record_of(masthead.archive.corpus, 1)
    before = record.read_bytes()

    outcome = masthead("edit", symbol(1), field)

    assert 2 == outcome.code
    assert said in outcome.err
    assert before == record.read_bytes()


def test_the_title_in_another_language_is_added(masthead: Masthead) -> None:
    """`fr.title` stands beside the English one."""
    masthead("edit", symbol(1), "fr.title=Un titre")

    assert "Un titre" == _document(masthead, symbol(1)).titles["fr"]


def test_a_set_field_needs_no_review(masthead: Masthead) -> None:
    """Its mark goes, the others stay; --reviewed takes away marks of fields that are right as they are."""
    record = record_of(masthead.archive.corpus, 1)
    marks = "".join(f'\n[[review]]\nfield = "{name}"\nreason = "unsure"\n' for name in ("title", "date", "kind"))
    record.write_text(record.read_text() + marks)

    masthead("edit", symbol(1), "title=A sure title")
    assert ["date", "kind"] == [mark.field for mark in _document(masthead, symbol(1)).review]

    masthead("edit", symbol(1), "--reviewed", "date")
    assert ["kind"] == [mark.field for mark in _document(masthead, symbol(1)).review]

    masthead("edit", symbol(1), "--reviewed", "all")
    assert () == _document(masthead, symbol(1)).review


def test_a_new_symbol_is_followed_by_the_meeting(masthead: Masthead) -> None:
    """The meeting's page lists the document by its new symbol, and no fault is left behind."""
    masthead("edit", symbol(1), "symbol=a/68/370")

    records = read_corpus(masthead.archive.corpus)
    assert () == records.faults
    assert "A/68/370" in records.meetings["meeting-1"].documents


def test_a_dry_run_checks_and_writes_nothing(masthead: Masthead) -> None:
    """The record stays; a wrong value is told all the same."""
    before = record_of(masthead.archive.corpus, 1).read_bytes()

    assert 0 == masthead("edit", symbol(1), "title=X", "--dry-run").code
    assert 2 == masthead("edit", symbol(1), "kind=poem", "--dry-run").code
    assert before == record_of(masthead.archive.corpus, 1).read_bytes()


def test_an_unknown_document_is_named_with_the_nearest(masthead: Masthead) -> None:
    """A slip of the finger is answered with what was probably meant."""
    outcome = masthead("edit", "UN/POP/MIG-12CM/2014/09", "title=X")

    assert 2 == outcome.code
    assert "did you mean UN/POP/MIG-12CM/2014/0" in outcome.err


def test_without_fields_an_editor_is_opened(
    masthead: Masthead, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the editor saves is checked and becomes the record."""
    monkeypatch.setenv("VISUAL", _editor(tmp_path, "s/^title = .*/title = 'From the editor'/"))

    outcome = masthead("edit", symbol(1))

    assert 0 == outcome.code
    assert {"en": "From the editor"} == _document(masthead, symbol(1)).titles


def test_a_wrong_text_from_the_editor_is_kept_aside(
    masthead: Masthead, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an answer to go on, the record stays as it was and the text is not lost."""
    monkeypatch.setenv("VISUAL", _editor(tmp_path, "s/^kind = .*/kind = 'poem'/"))
    before = record_of(masthead.archive.corpus, 1).read_bytes()

    process = masthead.start("edit", symbol(1), stdin=subprocess.PIPE)
    _, said = process.communicate("n\n", timeout=60)

    assert 2 == process.returncode
    assert "kind 'poem' is not known" in said
    assert "kind = 'poem'" in Path(said.split("kept in ")[1].strip().rstrip(".")).read_text()
    assert before == record_of(masthead.archive.corpus, 1).read_bytes()


def test_as_json(masthead: Masthead) -> None:
    """The outcome names record, fields and whether anything changed."""
    outcome = masthead("edit", symbol(1), "note=Seen", "--json")

    assert {"document": symbol(1), "fields": ["note"], "is_changed": True}.items() <= outcome.json.items()


def _editor(folder: Path, expression: str) -> str:
    script = folder / "editor"
    script.write_text(f'#!/bin/sh\nsleep 0.1\nsed -i "{expression}" "$1"\ntouch -d "+2 seconds" "$1"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def _document(masthead: Masthead, value: str) -> Document:
    return read_corpus(masthead.archive.corpus).documents[value]
