"""What a person meets when something goes wrong."""

import errno
import signal
from collections.abc import Callable, Iterator

import click
import pytest

from indexer.archive.errors import NotFoundError, WrongUseError
from indexer.cli.console import Exit, counted, examples, exits_for_people
from indexer.model.errors import ArchiveError

Ended = Callable[[BaseException], tuple[int, str]]


@pytest.fixture
def ended(capsys: pytest.CaptureFixture[str]) -> Iterator[Ended]:
    """Gives the exit code and the words of a command that meets an error."""

    def end(error: BaseException) -> tuple[int, str]:
        @click.command()
        def command() -> None:
            raise error

        with pytest.raises(SystemExit) as found:
            exits_for_people(command, [])
        return int(found.value.code or 0), capsys.readouterr().err.strip()

    before = signal.getsignal(signal.SIGTERM)
    yield end
    signal.signal(signal.SIGTERM, before)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (ArchiveError("The lock is held."), Exit.NOT_DONE, "The lock is held."),
        (WrongUseError("There is no such field."), Exit.WRONG_USE, "There is no such field."),
        (NotFoundError("meeting", "nosuch"), Exit.WRONG_USE, "no meeting nosuch"),
        (click.UsageError("No such option."), Exit.WRONG_USE, "No such option."),
        (KeyboardInterrupt(), Exit.NOT_DONE, "nothing is half-written"),
        (OSError(errno.ENOSPC, "No space left on device"), Exit.NOT_DONE, "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "corpus"), Exit.NOT_DONE, "Permission denied (corpus)."),
        (ValueError("odd"), Exit.NOT_DONE, "ValueError: odd"),
    ],
)
def test_every_error_is_a_sentence(ended: Ended, error: BaseException, code: int, said: str) -> None:
    """With the exit code that stands for it, and never a traceback."""
    found, words = ended(error)

    assert code == found
    assert said in words
    assert "Traceback" not in words


def test_the_traceback_is_there_for_those_who_ask(ended: Ended, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the log level debug an unexpected error says where it came from."""
    monkeypatch.setenv("MASTHEAD_LOG_LEVEL", "debug")

    assert "Traceback" in ended(ValueError("odd"))[1]


def test_numbers_have_their_noun() -> None:
    """One and many."""
    assert ("1 file", "2 files", "1,204 entries") == (
        counted(1, "file"),
        counted(2, "file"),
        counted(1204, "e", "entries"),
    )


def test_examples_keep_their_lines() -> None:
    """Click would run them together without the mark at the start."""
    assert "\b\nExamples:\n  a\n  b" == examples("a", "b")
