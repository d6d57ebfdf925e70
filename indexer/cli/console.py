"""What all commands share: exit codes, settings, progress on a terminal, JSON."""

import errno
import json
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import asdict
from enum import IntEnum
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, Self

import click

from indexer.archive.errors import NotFoundError, WrongRecordError, WrongUseError
from indexer.model.errors import ArchiveError

if TYPE_CHECKING:  # pydantic takes a sixth of a second, which --help need not
    from indexer.settings import Settings


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    FILES_FAILED = 1
    WRONG_USE = 2
    NOT_DONE = 3


def exits_for_people(commands: click.Command, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and end with its exit code; a person sees one sentence, never a traceback.

    Args:
        commands: All of them.
        arguments: Those of this process where none are given.
    """
    signal.signal(signal.SIGTERM, _stop)
    try:
        code = commands.main(arguments, prog_name="masthead", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.WRONG_USE)
    except (click.Abort, KeyboardInterrupt):
        _say("Stopped; nothing is half-written: run the command again to go on.")
        sys.exit(Exit.NOT_DONE)
    except ArchiveError as error:
        _say(str(error))
        sys.exit(exit_for(error))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read the output has left
        sys.exit(Exit.DONE)
    except OSError as error:
        _say(_os_message(error))
        sys.exit(Exit.NOT_DONE)
    except Exception as error:  # noqa: BLE001 - whatever it is, a person can do more with a sentence
        _say_unexpected(error)
        sys.exit(Exit.NOT_DONE)
    sys.exit(code if isinstance(code, int) else Exit.DONE)


def exit_for(error: ArchiveError) -> Exit:
    """Return how a command ends that met an error."""
    is_wrong_use = isinstance(error, NotFoundError | WrongRecordError | WrongUseError)
    return Exit.WRONG_USE if is_wrong_use else Exit.NOT_DONE


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _say(message: str) -> None:
    click.echo(f"masthead: {message}", err=True)


def _say_unexpected(error: Exception) -> None:
    _say(
        f"This should not have happened ({type(error).__name__}: {error}). What was done before it is whole. "
        "Please report it, with what is printed when MASTHEAD_LOG_LEVEL is debug."
    )
    if os.environ.get("MASTHEAD_LOG_LEVEL", "").lower() == "debug":
        traceback.print_exception(error)


def _os_message(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "The disk is full: free some space and run the command again; nothing was changed."
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{where}."


def settings() -> "Settings":
    """Return the settings of the environment; a wrong one ends the command as wrong use."""
    from indexer.settings import load_settings

    try:
        return load_settings()
    except ArchiveError as error:
        raise click.UsageError(str(error)) from error


def examples(*lines: str) -> str:
    """Return the end of a help text that shows how a command is used."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


def print_json(value: Any) -> None:  # noqa: ANN401 - anything that JSON can say
    """Print a value as indented JSON; dates and paths are written as text."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def as_dictionary(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    """Return a dataclass and all within it as JSON can say it."""
    found: dict[str, Any] = asdict(record)
    return found


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 document`, `1,204 documents`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


class TerminalProgress:
    """Shows each step as a bar on a terminal, and warnings as lines; says nothing of steps elsewhere."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shows = not quiet and sys.stderr.isatty()
        self._bar: Any = None

    def begin(self, step: str, total: int) -> None:
        """Show a new step."""
        self.end()
        if self._shows and total:
            self._bar = click.progressbar(length=total, label=f"{step:<22}", file=sys.stderr, show_pos=True)
            self._bar.__enter__()

    def advance(self, count: int = 1) -> None:
        """Move the bar on."""
        if self._bar:
            self._bar.update(count)

    def warn(self, message: str) -> None:
        """Print a warning above the bar."""
        if self._bar:
            click.echo("\r\033[K", nl=False, err=True)
        click.echo(f"Warning: {message}", err=True)

    def end(self) -> None:
        """Finish the bar of the last step."""
        if self._bar:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Finish the bar, whatever happened."""
        self.end()
