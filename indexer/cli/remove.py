"""`masthead remove`: takes a document out of the archive, or puts it back."""

import click

from indexer.archive.composition import open_keeper
from indexer.archive.removing import Removed, remove, restore
from indexer.cli.afterwards import conclude
from indexer.cli.console import as_dictionary, counted, examples, settings
from indexer.cli.options import Manner, with_manner


@click.command(
    epilog=examples(
        'masthead remove A/68/370 --reason "withdrawn by its author"',
        "masthead remove A/68/370 --undo",
    )
)
@click.argument("document")
@click.option("--reason", default="", help="Why it is taken out; readers are told it.")
@click.option("--undo", is_flag=True, help="Put the document back as it was.")
@with_manner
def command(document: str, reason: str, undo: bool, manner: Manner) -> int:
    """Take DOCUMENT out of the archive and leave a tombstone that says when and why.

    Its address answers from then on that it was removed. The record and the files are kept below corpus/.removed/,
    where no reader looks, and --undo puts them back.
    """
    own = settings()
    keeper = open_keeper(own, "masthead remove")
    if undo:
        outcome = restore(keeper, document, dry_run=manner.dry_run)
    else:
        outcome = remove(keeper, document, reason, dry_run=manner.dry_run)
    if not manner.as_json:
        _print(outcome, "put back" if undo else "taken out", dry_run=manner.dry_run)
    return conclude(own, {"undo": undo, **as_dictionary(outcome)}, manner, is_changed=True)


def _print(outcome: Removed, done: str, *, dry_run: bool) -> None:
    verb = f"would be {done}" if dry_run else f"was {done}"
    click.echo(f"{outcome.document} {verb}: {outcome.sidecar} and {counted(len(outcome.files), 'file')}.")
