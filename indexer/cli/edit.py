"""`masthead edit`: changes the facts of a document."""

import tempfile
from pathlib import Path

import click

from indexer.archive.changing import Changed, edit, replace_text
from indexer.archive.composition import open_keeper
from indexer.archive.errors import WrongRecordError, WrongUseError
from indexer.archive.fields import FIELD_NAMES
from indexer.archive.keeping import Keeper
from indexer.archive.locating import present
from indexer.cli.afterwards import conclude
from indexer.cli.console import Exit, as_dictionary, examples, settings
from indexer.cli.options import Manner, with_manner


@click.command(
    epilog=examples(
        'masthead edit A/68/370 date=2013-09-12 title="Report of the Special Rapporteur"',
        "masthead edit A/68/370 organization=un-ga topic=migration topic=remittances fr.title=Rapport",
        "masthead edit panel-summary --reviewed language",
        "masthead edit A/68/370",
    )
)
@click.argument("document")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option(
    "--reviewed", multiple=True, metavar="FIELD", help="Take away the mark to review a field, or `all`; repeatable."
)
@with_manner
def command(document: str, fields: tuple[str, ...], reviewed: tuple[str, ...], manner: Manner) -> int:
    """Set fields of DOCUMENT, or open its record in an editor where none is given.

    A field without a value (note=) is taken away; one that is repeated becomes a list. The record is checked before
    it is written: a wrong one leaves everything as it was. A field that is set is no longer marked for review.
    """
    own = settings()
    keeper = open_keeper(own, "masthead edit")
    if fields or reviewed:
        marks = None if "all" in reviewed else reviewed
        outcome = edit(keeper, document, fields, reviewed=marks, dry_run=manner.dry_run)
    elif manner.dry_run or manner.as_json:
        raise click.UsageError(f"Give fields to set, such as title=..., out of: {', '.join(FIELD_NAMES)}.")
    else:
        found = _in_editor(keeper, document)
        if found is None:
            click.echo("Nothing was changed.")
            return Exit.DONE
        outcome = found
    if not manner.as_json:
        _print(outcome, is_review=bool(reviewed) and not fields, dry_run=manner.dry_run)
    return conclude(own, as_dictionary(outcome), manner, is_changed=outcome.is_changed)


def _print(outcome: Changed, *, is_review: bool, dry_run: bool) -> None:
    what = ", ".join(dict.fromkeys(outcome.fields)) or ("review marks" if is_review else "the record")
    done = "taken away" if is_review else "set"
    if dry_run:
        click.echo(f"{outcome.sidecar}: {what} would be {done}.")
    elif not outcome.is_changed:
        click.echo(f"{outcome.sidecar}: all was as it should be.")
    else:
        click.echo(f"{outcome.sidecar}: {what} {done}; the document is {outcome.document}.")
    for meeting in outcome.renamed_in:
        click.echo(f"{meeting}: names it by its new id.")


def _in_editor(keeper: Keeper, value: str) -> Changed | None:
    path = keeper.corpus / present(keeper.records, value).sidecar
    before = path.read_text("utf-8-sig")
    text = click.edit(before, extension=".toml", require_save=True)
    while text is not None and text != before:
        try:
            return replace_text(keeper, value, before, text)
        except WrongRecordError as error:
            click.echo(str(error), err=True)
            if not click.confirm("Open it again?", default=True, err=True):
                raise WrongUseError(f"Nothing was changed; your text is kept in {_set_aside(text)}.") from error
            text = click.edit(text, extension=".toml", require_save=True) or text
    return None


def _set_aside(text: str) -> Path:
    with tempfile.NamedTemporaryFile("w", suffix=".toml", prefix="masthead-", delete=False, encoding="utf-8") as file:
        file.write(text)
    return Path(file.name)
