"""Changing a record changes what was asked for and leaves every other letter."""

import datetime as dt
import tomllib

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st
from tomlkit.items import Comment, Trivia

from indexer.corpus import RecordError, editing
from indexer.model.document import Rendition, Version
from indexer.model.identifiers import DocumentId, Language, Sha256
from tests.indexer.corpus.documents_at_random import TEXT

EN, FR, AR = Language("en"), Language("fr"), Language("ar")
OLD, NEW = Sha256("ab" * 32), Sha256("cd" * 32)
RECORD = f"""# why this record is as it is
symbol = "A/68/370" # as on the masthead
kind = "note"
title   =   'Spaced out'

[source] # where
address = "https://x"

# the original
[[version]]
language = "en"
file = "a.docx" # received
sha256 = "{OLD}"
bytes = 1
media_type = "x/y"

# known only
[[version]]
language = "fr"
"""
MEETING = """
[[documents]]
anchor = "background"
heading = "Background"

[[documents.group]]
anchor = "other"
heading = "Other"
documents = [
    "a-one", # first
    "a-two",
]
"""


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that are gone and those that are new, empty ones aside."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line and line not in new], [line for line in new if line and line not in old]


def test_setting_keys_leaves_the_rest_as_it_was() -> None:
    """A key is changed where it stands, a new one comes before the tables, None takes one away."""
    text = editing.with_fields(RECORD, {"kind": "report", "note": "n", "title": None, "modified": dt.date(2026, 1, 2)})

    assert (
        ['kind = "note"', "title   =   'Spaced out'"],
        ['kind = "report"', 'note = "n"', "modified = 2026-01-02"],
    ) == lines_changed(RECORD, text)
    assert {"kind": "report", "note": "n"}.items() <= tomllib.loads(text).items()


@given(st.dictionaries(st.sampled_from(["note", "title", "zz"]), TEXT | st.lists(TEXT) | st.dictionaries(TEXT, TEXT)))
def test_whatever_is_set_is_what_is_read(fields: dict[str, object]) -> None:
    """Any text, list or table survives."""
    assert {**tomllib.loads(RECORD), **fields} == tomllib.loads(editing.with_fields(RECORD, fields))


def test_a_version_is_added_with_all_its_files() -> None:
    """A further language comes last; its further files below it."""
    files = tuple(Rendition(f"documents/{name}.pdf", "application/pdf", NEW, 2) for name in "bc")
    text = editing.with_version(RECORD, "documents", Version(AR, files, "T"))

    version = tomllib.loads(text)["version"][-1]
    assert ("ar", "b.pdf", "T", ["c.pdf"]) == (
        version["language"],
        version["file"],
        version["title"],
        [further["file"] for further in version["rendition"]],
    )
    assert [] == lines_changed(RECORD, text)[0]


def test_a_first_version_is_added() -> None:
    """A record without versions gets its first."""
    text = editing.with_version('symbol = "A/1"\n', "documents", Version(EN))

    assert 'symbol = "A/1"\n\n[[version]]\nlanguage = "en"\n' == text


def test_versions_in_one_line_stay_so() -> None:
    """A list of tables in brackets grows within its brackets."""
    text = editing.with_version('version = [{ language = "en" }]\n', "documents", Version(FR))

    assert [{"language": "en"}, {"language": "fr"}] == tomllib.loads(text)["version"]


def test_a_second_version_of_a_language_is_refused() -> None:
    """There is one version for each language."""
    with pytest.raises(RecordError, match="has a version in 'fr': add the file to that version"):
        editing.with_version(RECORD, "documents", Version(FR))


def test_a_file_fills_a_version_or_stands_beside_its_first() -> None:
    """A known version becomes held; a held one gets a further file."""
    rendition = Rendition("documents/b.pdf", "application/pdf", NEW, 2)
    once = editing.with_rendition(RECORD, "documents", FR, rendition)
    both = tomllib.loads(editing.with_rendition(once, "documents", EN, rendition))["version"]

    assert ("b.pdf", NEW) == (both[1]["file"], both[1]["sha256"])
    assert [{"file": "b.pdf", "sha256": NEW, "bytes": 2}] == both[0]["rendition"]
    assert ("a.docx", "b.pdf", "b.pdf") == editing.files_of(editing.with_rendition(once, "documents", EN, rendition))


def test_a_language_that_is_missing_is_told() -> None:
    """The languages that there are stand in the message."""
    with pytest.raises(RecordError, match="no version in 'ar': its languages are en, fr"):
        editing.with_rendition(RECORD, "documents", AR, Rendition("documents/b.pdf", "x/y", NEW, 2))


def test_an_accepted_file_has_its_new_checksum() -> None:
    """Only checksum and size change, comments stay."""
    text = editing.with_file(RECORD, EN, file="a.docx", sha256=NEW, size=2)

    assert ([f'sha256 = "{OLD}"', "bytes = 1"], [f'sha256 = "{NEW}"', "bytes = 2"]) == lines_changed(RECORD, text)


def test_an_accepted_file_may_have_another_name() -> None:
    """The only original of a version is replaced, and its type with it."""
    version = tomllib.loads(editing.with_file(RECORD, EN, file="b.pdf", sha256=NEW, size=2))["version"][0]

    assert ("b.pdf", NEW, 2, False) == (version["file"], version["sha256"], version["bytes"], "media_type" in version)


def test_an_accepted_file_fills_a_version_without_one() -> None:
    """A version that was only known is held from then on."""
    version = tomllib.loads(editing.with_file(RECORD, FR, file="b.pdf", sha256=NEW, size=2))["version"][1]

    assert "b.pdf" == version["file"]


def test_which_of_two_originals_is_replaced_must_be_clear() -> None:
    """A new name beside two originals could mean either."""
    two = editing.with_rendition(RECORD, "documents", EN, Rendition("documents/b.pdf", "application/pdf", NEW, 2))

    with pytest.raises(RecordError, match=r"'c.pdf' could replace 'a.docx', 'b.pdf'"):
        editing.with_file(two, EN, file="c.pdf", sha256=OLD, size=3)
    assert (
        3
        == tomllib.loads(editing.with_file(two, EN, file="b.pdf", sha256=OLD, size=3))["version"][0]["rendition"][0][
            "bytes"
        ]
    )


def test_documents_are_listed_once_in_their_group() -> None:
    """A list keeps its layout and its comments; a group without a list gets one."""
    text = editing.with_documents(MEETING, "other", [DocumentId("a-two"), DocumentId("a-three")])
    both = editing.with_documents(text, "background", [DocumentId("A/1")])

    assert ([], ['    "a-three",']) == lines_changed(MEETING, text)
    assert (["A/1"], ["a-one", "a-two", "a-three"]) == (
        tomllib.loads(both)["documents"][0]["documents"],
        tomllib.loads(both)["documents"][0]["group"][0]["documents"],
    )


def test_a_group_that_is_missing_is_told() -> None:
    """The groups that there are stand in the message."""
    with pytest.raises(RecordError, match="no group 'papers': its groups are background, other"):
        editing.with_documents(MEETING, "papers", [])


def test_a_tombstone_keeps_the_identity_alone() -> None:
    """Nothing of the removed document stays but what its address needs."""
    text = editing.tombstone(RECORD, dt.date(2026, 11, 24), 'said "no"')

    assert {
        "symbol": "A/68/370",
        "kind": "note",
        "removed": {"on": dt.date(2026, 11, 24), "reason": 'said "no"'},
    } == tomllib.loads(text)
    assert "#" not in text


def test_a_record_that_is_no_toml_is_not_touched() -> None:
    """A faulty record must be mended by hand first."""
    with pytest.raises(RecordError, match="The record is not TOML"):
        editing.with_fields("x = = 1", {})


def test_a_text_that_would_read_otherwise_is_not_given() -> None:
    """Should the library that keeps comments ever lay out something else than was set, nothing is written."""
    record = tomlkit.parse("")
    record.append(None, Comment(Trivia(comment="b = 2")))

    with pytest.raises(RecordError, match="change it by hand"):
        editing._written(record)
