"""No command without help, an example in it, and a place in README."""

import re

import pytest
from click.testing import CliRunner

from indexer.cli import COMMANDS, commands
from tests.quality.readme import README


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example(name: str) -> None:
    """A person who asks for help sees what the command does and how it is written."""
    shown = CliRunner().invoke(commands, [name, "--help"])

    assert 0 == shown.exit_code
    assert re.search(rf"^  Examples:\n    masthead {name}\b", shown.output, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_options_are_described(name: str) -> None:
    """No option is listed without what it does."""
    command = commands.get_command(None, name)  # type: ignore[arg-type]  # the context is not looked at

    assert command is not None
    assert [] == [option.name for option in command.params if option.param_type_name == "option" and not option.help]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_names_the_command(name: str) -> None:
    """Whoever reads README alone hears of every command."""
    assert re.search(rf"masthead {name}\b", README.read_text("utf-8"))
