"""What belongs to a corpus and what does not."""

import os
from pathlib import Path

import pytest

from indexer.corpus import read_corpus
from indexer.corpus.files import is_inside, walk


@pytest.mark.parametrize("path", ["a.pdf", "sub/a.pdf", "..a/b..pdf", "الوثيقة.pdf", "a b.pdf"])
def test_a_plain_path_stays_inside(path: str) -> None:
    """Names with dots, spaces and letters of any script are names."""
    assert is_inside(path)


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../../b", "a//b", "a/", ".", "./a", "a\\b", "C:a", "a\0b"])
def test_a_path_that_may_lead_out_is_refused(path: str) -> None:
    """Nothing absolute, no way up, no other system's separators, no empty part."""
    assert not is_inside(path)


def test_what_is_no_file_is_none_of_the_files(tmp_path: Path) -> None:
    """A pipe or a socket in the folder would stop whoever reads it."""
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "a.toml").write_text("")

    assert {"a.toml": "a.toml"} == walk(tmp_path).known


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    """Such a file can be named by no record and on no page."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("words")

    assert ({}, {"caf\ufffd.txt"}) == (walk(tmp_path).known, set(walk(tmp_path).misnamed))
    assert ["caf\ufffd.txt: the name of this file is not in UTF-8; give it another one"] == [
        str(fault) for fault in read_corpus(tmp_path).faults
    ]
