"""`masthead verify`: checks every file against its checksum."""

from pathlib import Path

import click

from indexer.archive.accepting import accept
from indexer.archive.composition import open_archive, open_keeper
from indexer.archive.keeping import Keeper
from indexer.archive.verifying import Verification, verify
from indexer.cli.console import Exit, TerminalProgress, as_dictionary, counted, examples, print_json, settings
from indexer.cli.options import AS_JSON, DRY_RUN


@click.command(
    epilog=examples(
        "masthead verify",
        "masthead verify --accept corpus/12cm-2014/papers/05-escwa.docx",
        "masthead verify --accept corpus/12cm-2014",
    )
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Take the file at PATH, or every file below it, as it is now: write its checksum into its record; repeatable.",
)
@DRY_RUN
@AS_JSON
def command(accepted: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Check every original and every derived file against its checksum, and records against the index.

    Every byte is read. A file that differs from its record was damaged or replaced: restore it from a backup, or accept
    it with --accept. Derived files that are damaged come back with masthead index. Exit code 1 where there are faults.
    """
    own = settings()
    keeper = open_keeper(own, "masthead verify")
    if accepted:
        return _accept(keeper, accepted, dry_run=dry_run, as_json=as_json)
    with TerminalProgress(quiet=as_json) as progress:
        found = verify(keeper, open_archive(own), progress)
    if as_json:
        print_json(as_dictionary(found))
    else:
        _print(found)
    return Exit.FILES_FAILED if found.faults else Exit.DONE


def _print(found: Verification) -> None:
    for fault in found.faults:
        click.echo(fault.message)
    if found.unrecorded:
        click.echo(
            f"Note: {counted(len(found.unrecorded), 'original')} without a checksum in the record, such as "
            f"{found.unrecorded[0]}: masthead verify --accept writes it there.",
            err=True,
        )
    checked = (
        f"{counted(found.originals, 'original')}, {counted(found.files, 'derived file')}, "
        f"{counted(found.texts, 'text')} and {counted(found.entries, 'index entry', 'index entries')}"
    )
    faults = counted(len(found.faults), "fault") if found.faults else "no faults"
    click.echo(f"{checked} checked: {faults}.")


def _accept(keeper: Keeper, paths: tuple[Path, ...], *, dry_run: bool, as_json: bool) -> int:
    found = accept(keeper, paths, dry_run=dry_run)
    if as_json:
        print_json({"dry_run": dry_run, "accepted": [as_dictionary(file) for file in found]})
        return Exit.DONE
    would = "would be " if dry_run else ""
    for file in found:
        click.echo(f"{file.path} {would}accepted: {file.sha256}.")
    if not dry_run:
        click.echo("Run masthead index to show it to readers.")
    return Exit.DONE
