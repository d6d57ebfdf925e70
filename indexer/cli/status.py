"""`masthead status`: how the archive stands."""

from collections.abc import Iterable
from typing import Any

import click

from indexer.archive.composition import open_archive, open_keeper
from indexer.archive.status import Status, status
from indexer.catalogue import FileRecord
from indexer.cli.console import Exit, as_dictionary, counted, examples, print_json, settings
from indexer.cli.index import print_pending
from indexer.cli.options import AS_JSON
from indexer.representations.sizes import size_label

SHOWN = 20


@click.command(epilog=examples("masthead status", "masthead status --all", "masthead status --json"))
@click.option("--all", "shows_all", is_flag=True, help=f"List everything, not only the first {SHOWN} of a sort.")
@AS_JSON
def command(shows_all: bool, as_json: bool) -> int:
    """Say what is pending, failed, without text or to review, and which records have faults.

    No document is read for it. Exit code 1 where files or records have failed.
    """
    own = settings()
    found = status(open_keeper(own, "masthead status"), open_archive(own))
    if as_json:
        print_json(_shape(found))
    else:
        _print(found, None if shows_all else SHOWN)
    return Exit.FILES_FAILED if found.failed or found.faults or found.differing else Exit.DONE


def _shape(found: Status) -> dict[str, Any]:
    shape = as_dictionary(found)
    for name in ("failed", "without_text", "noted"):
        shape[name] = [_file(file) for file in getattr(found, name)]
    shape["differing"] = [
        {"path": file.path, "change": file.change, "message": file.message} for file in found.differing
    ]
    shape["pending"]["is_empty"] = found.pending.is_empty
    return shape


def _file(file: FileRecord) -> dict[str, Any]:
    notes = [{"fault": note.fault, "detail": note.detail} for note in file.notes]
    return {"path": file.path, "document": file.document, "state": file.state, "reason": file.reason, "notes": notes}


def _print(found: Status, limit: int | None) -> None:
    removed = f", {found.removed:,} removed" if found.removed else ""
    click.echo(
        f"The corpus holds {counted(found.documents, 'document')}{removed}, {counted(found.meetings, 'meeting')} "
        f"({size_label(found.bytes_corpus)} of originals)."
    )
    if found.generation:
        size = size_label(found.bytes_state)
        click.echo(f"Readers see generation {found.generation}, built {found.built} ({size} in the state folder).")
    else:
        click.echo(f"Readers see nothing: {found.unavailable}")
    print_pending(found.pending)
    _list("Failed", (f"{file.path} {file.reason}" for file in found.failed), limit)
    _list("Not as recorded", (file.message for file in found.differing), limit)
    _list("Without text", (f"{file.path}: {_notes(file)}" for file in found.without_text), limit)
    _list("Of doubtful quality", (f"{file.path}: {_notes(file)}" for file in found.noted), limit)
    _list("Faults of records", (str(fault) for fault in found.faults), limit)
    _list("To review", (_review(one.document, one.marks) for one in found.review), limit)
    _list("Files that no record names", found.unlisted, limit)


def _notes(file: FileRecord) -> str:
    return "; ".join(note.detail for note in file.notes)


def _review(document: str, marks: Iterable[Any]) -> str:
    return f"{document}: " + " ".join(f"[{mark.field}] {mark.reason}" for mark in marks)


def _list(heading: str, lines: Iterable[str], limit: int | None) -> None:
    every = list(lines)
    if not every:
        return
    click.echo(f"\n{click.style(heading, bold=True)} ({len(every):,})")
    for line in every[:limit]:
        click.echo(f"  {line}")
    if limit and len(every) > limit:
        click.echo(f"  and {len(every) - limit:,} more: --all lists them")
