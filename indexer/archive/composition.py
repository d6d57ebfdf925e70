"""Wires the doors of the archive from settings; the only place that knows both."""

import os
from collections.abc import Callable
from datetime import UTC, datetime

from indexer.archive.keeping import Keeper
from indexer.archive.reading import Archive
from indexer.indexing import IndexingRun, Means, Progress
from indexer.settings import Settings


def open_archive(settings: Settings, *, is_beside: bool = False) -> Archive:
    """Return the readers' door of the archive that the settings name.

    Args:
        settings: Where it is.
        is_beside: Readers go on with the generation they have while a new one is opened.
    """
    return Archive(settings.state, is_beside=is_beside)


def indexing_run(settings: Settings, progress: Progress, now: Callable[[], datetime] | None = None) -> IndexingRun:
    """Return the run that brings the archive of the settings up to date."""
    return IndexingRun(
        settings.corpus,
        settings.state,
        progress,
        means=Means(settings.processes or os.cpu_count() or 1, settings.index_memory << 20),
        now=now or (lambda: datetime.now(UTC)),
    )


def open_keeper(settings: Settings, command: str, now: Callable[[], datetime] | None = None) -> Keeper:
    """Return the keepers' door of the archive that the settings name.

    Args:
        command: What is going to be done; whoever finds the corpus held is told it.
    """
    return Keeper(
        settings.corpus,
        settings.state,
        command,
        processes=settings.processes or os.cpu_count() or 1,
        now=now or (lambda: datetime.now(UTC)),
    )
