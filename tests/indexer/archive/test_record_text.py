"""Changes in the text of records."""

import tomllib

import pytest

from indexer.archive.record_text import (
    titled,
    with_document_renamed,
    with_listed,
    with_other_file,
    with_reviews,
    with_version_fields,
)
from indexer.corpus import RecordError
from indexer.model.document import Review
from indexer.model.identifiers import DocumentId, Language

EN, FR = Language("en"), Language("fr")
RECORD = """# a remark
symbol = "A/68/370" # the symbol
kind = "report"
title = "A title"

[[version]]
language = "en" # as printed
file = "a.pdf"
sha256 = "1"
media_type = "application/pdf"

[[version.rendition]]
file = "a.docx"

[[version]]
language = "fr"
"""
MEETING = """title = "A meeting"

[[agenda]]
number = "I"
documents = ["A/68/370"]

[[agenda.talk]]
title = "A/68/370"
documents = [
    "A/68/370", # the report
]

[[documents]]
anchor = "background"
heading = "Background"
[[documents.group]]
anchor = "general"
heading = "General"
documents = ["A/68/370", "A/68/371"]
"""


def test_a_field_of_a_version_is_set_and_taken_away() -> None:
    """The other version and the comments stay."""
    text = with_version_fields(RECORD, FR, {"title": "Titre"})

    assert RECORD == with_version_fields(text, FR, {"title": None})
    assert "Titre" == tomllib.loads(text)["version"][1]["title"]
    with pytest.raises(RecordError, match="en, fr"):
        with_version_fields(RECORD, Language("ru"), {"title": "x"})


def test_another_file_takes_the_place_of_one() -> None:
    """Of that name alone, wherever it stands in the version."""
    text = with_other_file(RECORD, EN, "a.docx", {"file": "b.docx", "sha256": "2", "bytes": 3})

    version = tomllib.loads(text)["version"][0]
    assert ("a.pdf", {"file": "b.docx", "sha256": "2", "bytes": 3}) == (version["file"], version["rendition"][0])


def test_marks_are_added_once_and_taken_away() -> None:
    """Adding a mark twice is adding it once, and a record whose marks are all gone is as it was."""
    marks = (Review("date", "unsure"), Review("title", 'with "quotes"'))

    text = with_reviews(with_reviews(RECORD, marks), marks)

    assert [mark.field for mark in marks] == [mark["field"] for mark in tomllib.loads(text)["review"]]
    assert ["title"] == [
        mark["field"] for mark in tomllib.loads(with_reviews(text, (), without=frozenset({"date"})))["review"]
    ]
    assert tomllib.loads(RECORD) == tomllib.loads(with_reviews(text, (), without=None))
    assert "# as printed" in text


def test_nothing_to_mark_leaves_the_text_as_it_is() -> None:
    """Byte for byte."""
    assert RECORD == with_reviews(RECORD, (), without=frozenset({"date"}))


def test_documents_are_listed_in_a_group_that_may_be_new() -> None:
    """An existing group grows, another one is made at the end."""
    grown = tomllib.loads(with_listed(MEETING, ("general", "x"), [DocumentId("A/1/1")]))
    new = tomllib.loads(with_listed(MEETING, ("papers", "Papers"), [DocumentId("A/1/1")]))
    beside = tomllib.loads(with_listed(MEETING, ("background", "x"), [DocumentId("A/1/1")]))

    assert ["A/68/370", "A/68/371", "A/1/1"] == grown["documents"][0]["group"][0]["documents"]
    assert ("Papers", ["A/1/1"]) == (new["documents"][1]["heading"], new["documents"][1]["documents"])
    assert ["A/1/1"] == beside["documents"][0]["documents"]


def test_a_meeting_names_a_document_by_its_new_id() -> None:
    """Wherever it names it, and nowhere else: a title that reads the same stays."""
    text = with_document_renamed(MEETING, DocumentId("A/68/370"), DocumentId("A/68/999"))

    assert 3 == text.count("A/68/999")
    assert 'title = "A/68/370"' in text
    assert "# the report" in text


def test_a_title_is_set_in_a_language() -> None:
    """The English one alone is plain text; with another it becomes a table."""
    assert {"title": "New"} == titled(RECORD, None, "New")
    assert {"title": {"en": "A title", "fr": "Titre"}} == titled(RECORD, FR, "Titre")
    assert {"title": {"fr": "Neuf"}} == titled('title = { fr = "Titre" }', None, "Neuf")
    assert {"title": None} == titled(RECORD, None, None)
