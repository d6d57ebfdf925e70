"""`masthead index`: brings the archive up to date with the corpus."""

from dataclasses import asdict

import click

from indexer.archive.composition import indexing_run
from indexer.cli.console import Exit, TerminalProgress, counted, print_json, settings
from indexer.indexing import RunReport


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def command(as_json: bool) -> int:
    """Bring the archive up to date with the files in corpus/.

    Only what changed is read and indexed. Readers see the old archive until the new one is whole and checked; the
    command can be stopped at any moment and run again.
    """
    progress = TerminalProgress(quiet=as_json)
    try:
        report = indexing_run(settings(), progress).run()
    finally:
        progress.end()
    if as_json:
        print_json(_as_json(report))
    else:
        _print(report)
    return Exit.FILES_FAILED if report.has_failures else Exit.DONE


def _as_json(report: RunReport) -> dict[str, object]:
    found = asdict(report)
    found["faults"] = [str(fault) for fault in report.faults]
    found["failed"] = [{"path": file.path, "state": file.state, "reason": file.reason} for file in report.failed]
    found["noted"] = [
        {"path": file.path, "notes": [{"fault": note.fault, "detail": note.detail} for note in file.notes]}
        for file in report.noted
    ]
    found["seconds"] = round(report.seconds, 3)
    return found


def _print(report: RunReport) -> None:
    for fault in report.faults:
        click.echo(f"Warning: {fault}", err=True)
    for file in report.failed:
        click.echo(f"Warning: {file.path} {file.reason}", err=True)
    for file in report.noted:
        for note in file.notes:
            click.echo(f"Note: {file.path}: {note.detail}", err=True)
    if report.unlisted:
        names = ", ".join(report.unlisted[:5]) + (", ..." if len(report.unlisted) > 5 else "")  # noqa: PLR2004
        click.echo(f"Note: {counted(len(report.unlisted), 'file')} that no record names: {names}", err=True)
    click.echo(_summary(report))


def _summary(report: RunReport) -> str:
    holds = f"{counted(report.documents, 'document')} ({counted(report.entries, 'index entry', 'index entries')})"
    if not report.changed:
        return f"Nothing has changed: generation {report.generation} holds {holds}."
    return (
        f"Generation {report.generation} holds {holds}: {report.added:,} indexed, {report.removed:,} removed, "
        f"{counted(report.extracted, 'file')} read, in {report.seconds:.1f} s."
    )
