"""`masthead adopt`: takes a folder of loose files into the archive."""

from pathlib import Path
from textwrap import shorten
from typing import Any

import click

from indexer.archive.adopting import Adoption, Wish, adopt
from indexer.archive.composition import open_keeper
from indexer.archive.incoming import readable
from indexer.archive.placing import Action, Placement
from indexer.cli.afterwards import conclude
from indexer.cli.console import Exit, TerminalProgress, counted, examples, settings
from indexer.cli.options import Manner, with_manner

WORDS = {
    Action.NEW_DOCUMENT: "new",
    Action.NEW_VERSION: "language",
    Action.FURTHER_FILE: "file",
    Action.HELD: "held",
    Action.LEFT_OUT: "left out",
}
_NAME_WIDTH, _WIDEST_NAMES, _ID_WIDTH, _TITLE_WIDTH = 34, 50, 26, 90


@click.command(
    epilog=examples(
        "masthead adopt ~/Downloads/papers --meeting 12cm-2014",
        "masthead adopt ~/scans --meeting 13cm-2015 --create --dry-run",
        "masthead adopt ~/scans --index",
    )
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--meeting", metavar="ID", help="The meeting that the documents belong to; without it they belong to none."
)
@click.option("--create", is_flag=True, help="Make a record of the meeting where there is none.")
@click.option("--series", metavar="ID", help="With --create: the series of the new meeting.")
@with_manner
def command(folder: Path, manner: Manner, **wanted: Any) -> int:  # noqa: ANN401 - click's options
    """Take every document in FOLDER into the archive.

    Each file is copied into the folder of the meeting. Symbol, date, language, title and issuing body are read from
    its first page and its name; what is unsure is marked for review (see masthead status) and can be set with masthead
    edit. Files with the same symbol become language versions of one document. A file that the archive holds already is
    not taken twice, so the command can be run again.
    """
    own = settings()
    keeper = open_keeper(own, "masthead adopt")
    with TerminalProgress(quiet=manner.as_json) as progress:
        adoption = adopt(keeper, folder, Wish(**wanted), progress, dry_run=manner.dry_run)
    if not manner.as_json:
        print_adoption(adoption, folder, dry_run=manner.dry_run)
    code = conclude(own, adoption_shape(adoption, folder), manner, is_changed=adoption.is_change)
    return Exit.FILES_FAILED if adoption.has_failures else code


def adoption_shape(adoption: Adoption, folder: Path) -> dict[str, Any]:
    """Return what became of the files as JSON can say it."""
    return {
        "meeting": adoption.meeting,
        "is_new_meeting": adoption.is_new_meeting,
        "files": [_shape(one, folder) for one in adoption.placements],
    }


def _shape(one: Placement, folder: Path) -> dict[str, Any]:
    document = one.document
    return {
        "file": _name(one, folder),
        "action": one.action,
        "document": document.id if document else None,
        "symbol": document.symbol if document else None,
        "language": one.version.language if one.version else None,
        "title": next(iter(document.titles.values()), None) if document else None,
        "date": document.date.iso() or None if document else None,
        "organizations": list(document.organizations) if document else [],
        "path": one.path,
        "record": one.sidecar,
        "review": [{"field": mark.field, "reason": mark.reason} for mark in one.reviews],
        "reason": one.reason or None,
    }


def print_adoption(adoption: Adoption, folder: Path, *, dry_run: bool) -> None:
    """Print a line for each file, then what stands out."""
    names = [_name(one, folder) for one in adoption.placements]
    width = min(max(map(len, names), default=0), _WIDEST_NAMES)
    for one, name in zip(adoption.placements, names, strict=True):
        click.echo(_line(one, f"{name:<{max(width, _NAME_WIDTH)}}"))
    would = "would be " if dry_run else ""
    parts = [
        f"{counted(adoption.count(action), what)} {would}{done}"
        for action, what, done in (
            (Action.NEW_DOCUMENT, "document", "added"),
            (Action.NEW_VERSION, "language version", "added"),
            (Action.FURTHER_FILE, "further file", "added"),
            (Action.HELD, "file", "held already"),
            (Action.LEFT_OUT, "file", "left out"),
        )
        if adoption.count(action)
    ]
    click.echo(("; ".join(parts) or "There is no file in this folder") + ".")
    unsure = sum(bool(one.reviews) for one in adoption.placements)
    if unsure:
        click.echo(f"{counted(unsure, 'record')} to review: see masthead status.")
    if adoption.is_new_meeting and not dry_run:
        click.echo(f"Please mend the record of the new meeting: {adoption.meeting}/meeting.toml.")


def _line(one: Placement, name: str) -> str:
    document = one.document
    about = document.id if document else ""
    language = one.version.language if one.version else ""
    title = next(iter(document.titles.values()), "") if document and one.action is not Action.HELD else ""
    marks = ", ".join(mark.field for mark in one.reviews)
    tail = one.reason or shorten(title, _TITLE_WIDTH, placeholder=" ...")
    review = click.style(f"  [review: {marks}]", fg="yellow") if marks else ""
    return f"{WORDS[one.action]:<8}  {name}  {about:<{_ID_WIDTH}} {language:<3} {tail}{review}".rstrip()


def _name(one: Placement, folder: Path) -> str:
    return readable(str(one.source.relative_to(folder)) if one.source.is_relative_to(folder) else one.source.name)
