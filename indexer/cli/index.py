"""`masthead index`: brings the archive up to date with the corpus."""

from dataclasses import asdict
from typing import Any

import click

from indexer.archive.composition import indexing_run, open_archive, open_keeper
from indexer.archive.status import Pending, pending
from indexer.cli.console import Exit, TerminalProgress, as_dictionary, counted, examples, print_json, settings
from indexer.cli.options import AS_JSON, DRY_RUN
from indexer.indexing import RunReport
from indexer.settings import Settings

_SHOWN = 5


@click.command(epilog=examples("masthead index", "masthead index --dry-run", "masthead index --json"))
@DRY_RUN
@AS_JSON
def command(dry_run: bool, as_json: bool) -> int:
    """Bring the archive up to date with the files in corpus/.

    Only what changed is read and indexed. Readers see the old archive until the new one is whole and checked; the
    command can be stopped at any moment and run again.
    """
    own = settings()
    if dry_run:
        waiting = pending(open_keeper(own, "masthead index"), open_archive(own))
        if as_json:
            print_json(as_dictionary(waiting))
        else:
            print_pending(waiting)
        return Exit.DONE
    report = run_index(own, quiet=as_json)
    if as_json:
        print_json(report_shape(report))
    else:
        print_report(report)
    return Exit.FILES_FAILED if report.has_failures else Exit.DONE


def run_index(own: Settings, *, quiet: bool) -> RunReport:
    """Bring the archive up to date, with progress on a terminal."""
    with TerminalProgress(quiet=quiet) as progress:
        return indexing_run(own, progress).run()


def report_shape(report: RunReport) -> dict[str, Any]:
    """Return what a run did as JSON can say it."""
    found = asdict(report)
    found["faults"] = [str(fault) for fault in report.faults]
    found["failed"] = [{"path": file.path, "state": file.state, "reason": file.reason} for file in report.failed]
    found["noted"] = [
        {"path": file.path, "notes": [{"fault": note.fault, "detail": note.detail} for note in file.notes]}
        for file in report.noted
    ]
    found["seconds"] = round(report.seconds, 3)
    return found


def print_report(report: RunReport) -> None:
    """Print what a run did, and what went wrong."""
    for fault in report.faults:
        click.echo(f"Warning: {fault}", err=True)
    for file in report.failed:
        click.echo(f"Warning: {file.path} {file.reason}", err=True)
    for file in report.noted:
        for note in file.notes:
            click.echo(f"Note: {file.path}: {note.detail}", err=True)
    if report.unlisted:
        click.echo(
            f"Note: {counted(len(report.unlisted), 'file')} that no record names: {_some(report.unlisted)}", err=True
        )
    click.echo(_summary(report))


def print_pending(waiting: Pending) -> None:
    """Print what a run would do."""
    if waiting.is_empty:
        click.echo("Nothing is pending: readers see what the corpus says.")
    for what, values in (
        ("New documents", waiting.new),
        ("Changed documents", waiting.changed),
        ("Documents gone", waiting.gone),
        ("Other records", waiting.others),
        ("New or changed files", waiting.files),
    ):
        if values:
            click.echo(f"{what}: {len(values):,} ({_some(values)})")


def _some(values: tuple[str, ...]) -> str:
    return ", ".join(values[:_SHOWN]) + (", ..." if len(values) > _SHOWN else "")


def _summary(report: RunReport) -> str:
    holds = f"{counted(report.documents, 'document')} ({counted(report.entries, 'index entry', 'index entries')})"
    if not report.changed:
        return f"Nothing has changed: generation {report.generation} holds {holds}."
    return (
        f"Generation {report.generation} holds {holds}: {report.added:,} indexed, {report.removed:,} removed, "
        f"{counted(report.extracted, 'file')} read, in {report.seconds:.1f} s."
    )
