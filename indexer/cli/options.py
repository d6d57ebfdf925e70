"""Options that several commands have in common, with one wording."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
INDEX = click.option("--index", "then_index", is_flag=True, help="Run masthead index afterwards.")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a command that changes the corpus should go about it."""

    then_index: bool
    dry_run: bool
    as_json: bool


def with_manner(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of all commands that change the corpus, together as `manner`."""

    @INDEX
    @DRY_RUN
    @AS_JSON
    @wraps(function)
    def wrapped(*, then_index: bool, dry_run: bool, as_json: bool, **options: Any) -> int:  # noqa: ANN401 - any option
        return function(manner=Manner(then_index, dry_run, as_json), **options)

    return wrapped
