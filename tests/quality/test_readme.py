"""README says what is so: its commands do what it shows, its tables are those of the code, its links lead somewhere."""

import re
from pathlib import Path

import pytest

from indexer.settings import Settings
from tests.quality import tables
from tests.quality.printed import agrees
from tests.quality.readme import ROOT, Command, blocks, commands, links, rows_below
from tests.quality.scratch import Scratch, scratch


def _fault(place: Scratch, command: Command) -> str | None:
    run = place.run(command.text)
    if run.code:
        return f"$ {command.text}\nended with {run.code}:\n{run.output}"
    if not agrees(command.output, run.output):
        return f"$ {command.text}\nREADME shows:\n{command.output}\nit printed:\n{run.output}"
    return None


def test_commands_do_what_the_readme_shows(tmp_path: Path) -> None:
    """A reader who types them in their order sees what README shows; none of them fails."""
    found = [command for command in commands() if not command.text.startswith("make ")]
    with scratch(tmp_path) as place:
        faults = [fault for command in found if (fault := _fault(place, command))]

    assert len(found) > 30
    assert not faults, "\n\n".join(faults)


def test_every_command_of_the_program_stands_where_it_is_run() -> None:
    """A command in a block that is not run could be wrong without a test."""
    others = [block.text for block in blocks() if block.kind != "console"]

    assert [] == [text for text in others if re.search(r"^(masthead|curl) ", text, re.MULTILINE)]


def test_make_commands_are_targets() -> None:
    """README's commands of make are there."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"^(?:\$ )?make (\S+)", "\n".join(block.text for block in blocks()), re.MULTILINE))

    assert {"serve", "test"} == named
    assert named <= targets


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("| write | finds |", tables.query_rows()),
        ("| variable | usually | what |", tables.setting_rows()),
        ("| what | limit |", tables.limit_rows()),
    ],
)
def test_tables_are_those_of_the_code(heading: str, rows: list[tuple[str, ...]]) -> None:
    """What README tells in a table is what the program goes by."""
    assert rows == rows_below(heading)[: len(rows)]


def test_links_lead_somewhere() -> None:
    """Every file or folder that README links to is there."""
    assert [] == [link for link in sorted(links()) if not (ROOT / link).exists()]


def test_settings_of_the_service_are_settings() -> None:
    """The environment file for operators sets nothing that the program does not know."""
    lines = [line for line in (ROOT / "deploy/masthead.env").read_text("utf-8").splitlines() if line[0] != "#"]
    known = {f"MASTHEAD_{name.upper()}" for name in Settings.model_fields}

    assert set() == {line.partition("=")[0] for line in lines} - known


def test_all_deployments_agree_on_the_address() -> None:
    """The service listens where both proxies send to, and serves the address that they are reached at."""
    texts = [(ROOT / "deploy" / name).read_text("utf-8") for name in ("nginx.conf", "Caddyfile")]

    assert "--host 127.0.0.1 --port 8000" in (ROOT / "deploy/masthead.service").read_text("utf-8")
    assert "MASTHEAD_URL=https://papers.example.org/archive" in (ROOT / "deploy/masthead.env").read_text("utf-8")
    assert all("127.0.0.1:8000" in text and "/archive/" in text for text in texts)
