"""The command line: one file per command, each found here by its name and loaded when it is called."""

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Final, NoReturn

import click

from indexer.cli.console import exits_for_people

COMMANDS: Final = {
    "index": "Bring the archive up to date with the files in corpus/.",
    "search": "Search the archive.",
    "show": "Show a document, or a page of its text.",
    "add": "Take a file into the archive, or replace one.",
    "adopt": "Take a folder of loose files into the archive.",
    "edit": "Change the facts of a document.",
    "remove": "Take a document out of the archive.",
    "status": "Say what is pending, failed, without text, to review.",
    "verify": "Check every file against its checksum.",
    "serve": "Serve the pages and the API.",
}
"""Every command with its summary, in the order of the help text."""


class _Commands(click.Group):
    """Loads a command when it is called, so that `masthead --help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"indexer.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("masthead"), prog_name="masthead")
def commands() -> None:
    """Search engine for archives of meeting documents.

    The archive's own files are in the folder that MASTHEAD_CORPUS names (corpus/), everything derived from them in
    MASTHEAD_STATE (.masthead/).

    Every command says more with --help. Exit codes: 0 done, 1 done but some files failed, 2 wrong use, 3 not done.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    exits_for_people(commands, arguments)
