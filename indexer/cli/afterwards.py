"""What follows a change of the corpus: indexing, or a word that it is still to be done."""

from typing import Any

import click

from indexer.cli.console import Exit, print_json
from indexer.cli.index import print_report, report_shape, run_index
from indexer.cli.options import Manner
from indexer.settings import Settings


def conclude(own: Settings, outcome: dict[str, Any], manner: Manner, *, is_changed: bool) -> Exit:
    """Index where that is asked, print the outcome as JSON where that is, and return how the command ends.

    Args:
        outcome: What the command did, which has been printed already unless as JSON.
        is_changed: Whether the corpus is another than before.
    """
    does_index = manner.then_index and not manner.dry_run
    report = run_index(own, quiet=manner.as_json) if does_index else None
    if manner.as_json:
        print_json({"dry_run": manner.dry_run, **outcome, "index": report_shape(report) if report else None})
    elif report:
        print_report(report)
    elif is_changed and not manner.dry_run:
        click.echo("Run masthead index to show it to readers.")
    return Exit.FILES_FAILED if report and report.has_failures else Exit.DONE
