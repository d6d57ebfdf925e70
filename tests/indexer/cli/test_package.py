"""The command line as a whole."""

import datetime as dt
import os
import subprocess
import sys

import pytest

from indexer.cli import COMMANDS
from indexer.corpus.writing import corpus_writer
from indexer.indexing import RunLock
from tests.corpora import symbol
from tests.indexer.cli.conftest import Masthead

WRITING = ("add", "adopt", "edit", "remove", "index", "verify")
NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_an_example(masthead: Masthead, name: str) -> None:
    """The help says what the command does and shows how it is used."""
    outcome = masthead(name, "--help")

    assert 0 == outcome.code
    assert f"Usage: masthead {name}" in outcome.out.replace("commands", "masthead")
    assert "Examples:" in outcome.out
    assert f"masthead {name}" in outcome.out.split("Examples:")[1]


@pytest.mark.parametrize("name", WRITING)
def test_every_command_that_writes_has_a_dry_run(masthead: Masthead, name: str) -> None:
    """And says so in its help."""
    assert "--dry-run" in masthead(name, "--help").out


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "serve"])
def test_every_command_can_answer_in_json(masthead: Masthead, name: str) -> None:
    """All but the server, which does not end."""
    assert "--json" in masthead(name, "--help").out


def test_the_overview_is_quick() -> None:
    """No library that reads or searches is loaded for it."""
    slow = "{'pydantic', 'whoosh', 'numpy', 'tomlkit'}"
    code = f"import sys; from indexer.cli import commands; print({slow} & {{*sys.modules}})"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "set()\n" == printed


@pytest.mark.parametrize(
    "arguments",
    [
        ["edit", symbol(1), "title=X"],
        ["remove", symbol(1), "--reason", "x"],
        ["verify", "--accept", "."],
    ],
)
def test_a_second_keeper_is_told_who_holds_the_corpus(masthead: Masthead, arguments: list[str]) -> None:
    """Process and command are named, and the command ends with 3."""
    (masthead.archive.corpus / "meeting" / "paper-3.txt").write_text("changed")
    with corpus_writer(masthead.archive.corpus, masthead.archive.state, "masthead add", NOON):
        outcome = masthead(*arguments)

    assert 3 == outcome.code
    assert f"process {os.getpid()}" in outcome.err
    assert "masthead add" in outcome.err


def test_a_second_run_is_told_who_holds_the_lock(masthead: Masthead) -> None:
    """Two runs of index at once: the second one ends with 3 and says who is at work."""
    with RunLock(masthead.archive.state / "index.lock", NOON):
        outcome = masthead("index")

    assert 3 == outcome.code
    assert f"process {os.getpid()}" in outcome.err


def test_wrong_settings_are_wrong_use(masthead: Masthead, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is named."""
    monkeypatch.setenv("MASTHEAD_PROCESSES", "many")

    outcome = masthead("status")

    assert 2 == outcome.code
    assert "MASTHEAD_PROCESSES" in outcome.err


def test_an_unknown_command_or_option_is_wrong_use(masthead: Masthead) -> None:
    """Usage is shown, and no traceback."""
    for arguments in (["nosuch"], ["index", "--nosuch"], ["edit"]):
        outcome = masthead(*arguments)
        assert 2 == outcome.code
        assert "Traceback" not in outcome.err
