"""`masthead add`: takes a file into the archive, or puts it in the place of one."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from indexer.archive.accepting import Replaced, replace_file
from indexer.archive.adding import Said, add, read_file, understood
from indexer.archive.adopting import Wish
from indexer.archive.composition import open_keeper
from indexer.archive.drafting import Given, draft_of
from indexer.archive.errors import WrongUseError
from indexer.archive.incoming import Incoming
from indexer.archive.removing import KEPT_IN
from indexer.cli.adopt import adoption_shape, print_adoption
from indexer.cli.afterwards import conclude
from indexer.cli.console import Exit, TerminalProgress, as_dictionary, examples, settings
from indexer.cli.options import Manner, with_manner
from indexer.corpus import AuthorityIndex
from indexer.model.document import DocumentKind
from indexer.settings import Settings


@click.command(
    epilog=examples(
        "masthead add paper.docx --meeting 12cm-2014",
        'masthead add paper.docx --symbol UN/POP/MIG-12CM/2014/05 --title "A title" --organization escwa --yes',
        "masthead add resolution-fr.pdf --symbol A/RES/68/4 --language fr --index",
        "masthead add corrected.pdf --replace --symbol A/RES/68/4 --language en",
    )
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--symbol", help="Its symbol, in any spelling.")
@click.option("--id", "id_", metavar="ID", help="Its id where it has no symbol.")
@click.option("--kind", type=click.Choice([kind.value for kind in DocumentKind]), help="What sort of document it is.")
@click.option("--title", help="Its title, in its own language.")
@click.option("--language", metavar="CODE", help="The language of the file, such as fr.")
@click.option("--date", metavar="DATE", help="When it was issued: 2014-02-20, 2014-02 or 2014.")
@click.option(
    "--organization", "organizations", multiple=True, metavar="NAME", help="Who issued or wrote it; repeatable."
)
@click.option("--person", "people", multiple=True, metavar="NAME", help="Who wrote it; repeatable.")
@click.option("--topic", "topics", multiple=True, metavar="NAME", help="What it is about; repeatable.")
@click.option("--note", help="A remark for readers.")
@click.option("--meeting", metavar="ID", help="The meeting that it belongs to.")
@click.option("--replace", "replaces", is_flag=True, help="Put the file in the place of the one that the document has.")
@click.option("--yes", "-y", is_flag=True, help="Take what the first page says without asking.")
@with_manner
def command(
    *,
    file: Path,
    meeting: str | None,
    replaces: bool,
    yes: bool,
    manner: Manner,
    **said: Any,  # noqa: ANN401 - click's options
) -> int:
    """Take FILE into the archive.

    What is not given is asked for, with what the file's first page says as the proposal; without a terminal, or with
    --yes, the proposals are taken and what is unsure is marked for review. With the symbol or id of a document that
    the archive has, the file becomes a further language or file of it.
    """
    own = settings()
    keeper = open_keeper(own, "masthead add")
    authorities = AuthorityIndex(keeper.records.vocabulary)
    given = understood(Said(id=said.pop("id_"), **said), authorities)
    wish = Wish(meeting)
    wish.shelf(keeper.records)
    with TerminalProgress(quiet=manner.as_json) as progress:
        incoming = read_file(keeper, file, progress, dry_run=manner.dry_run)
        progress.end()
        if replaces:
            outcome = replace_file(keeper, incoming, _document(incoming, given), given.language, dry_run=manner.dry_run)
            return _conclude_replaced(own, outcome, manner)
        if not (yes or manner.as_json) and sys.stdin.isatty():
            given = _asked(incoming, given, authorities)
        adoption = add(keeper, (incoming, given), wish, progress, dry_run=manner.dry_run)
    if not manner.as_json:
        print_adoption(adoption, file.parent, dry_run=manner.dry_run)
    code = conclude(own, adoption_shape(adoption, file.parent), manner, is_changed=adoption.is_change)
    return Exit.FILES_FAILED if adoption.has_failures else code


def _document(incoming: Incoming, given: Given) -> str:
    read = incoming.proposal.symbol
    document = given.symbol or given.id or (read.value if read else None)
    if document is None:
        raise WrongUseError("Which document the file belongs to is not known: give --symbol or --id.")
    return document


def _conclude_replaced(own: Settings, outcome: Replaced, manner: Manner) -> Exit:
    if not manner.as_json:
        is_now = "would be" if manner.dry_run else "is"
        kept = f"would be kept below corpus/{KEPT_IN}/" if manner.dry_run else f"is kept as {outcome.kept}"
        click.echo(f"{outcome.path} {is_now} the file of {outcome.document} in '{outcome.language}'.")
        click.echo(f"The former one, {outcome.former}, {kept}.")
    return conclude(own, as_dictionary(outcome), manner, is_changed=True)


def _asked(incoming: Incoming, given: Given, authorities: AuthorityIndex) -> Given:
    """Return what is given with the answers to what is not; an empty answer leaves a field unsaid."""
    draft = draft_of(incoming, given, authorities)
    proposals = {
        "symbol": draft.symbol or "",
        "title": draft.title,
        "kind": draft.kind.value,
        "language": draft.language,
        "date": draft.date.iso(),
        "organizations": "; ".join(one.organization for one in draft.contributions if one.organization),
        "topics": "",
    }
    click.echo("Press Enter to take what stands in brackets; organizations and topics are divided by semicolons.")
    for field, proposal in proposals.items():
        if not getattr(given, field) and not (field == "symbol" and given.id):
            given = click.prompt(
                field.capitalize(),
                default=proposal,
                value_proc=_understands(given, field, authorities),
            )
    return given


def _understands(given: Given, field: str, authorities: AuthorityIndex) -> Callable[[str], Given]:
    """Return what makes an answer a part of what is given, or has the question asked again."""

    def understand(answer: str) -> Given:
        several = tuple(part.strip() for part in answer.split(";") if part.strip())
        answers: dict[str, Any] = {field: several if field in {"organizations", "topics"} else answer.strip() or None}
        try:
            found = understood(Said(**answers), authorities)
        except WrongUseError as error:
            raise click.UsageError(str(error)) from error
        return replace(given, **{field: getattr(found, field)})

    return understand
