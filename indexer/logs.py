"""Log lines: events in the past tense with keys and values, for people in text and for machines in JSON."""

import io
import logging
import sys
from contextlib import suppress
from typing import Any, Final, TextIO, cast

import structlog


class _StandardError(io.TextIOBase):
    """Standard error as it is at that time; a line that nobody takes any more is lost, and nothing else."""

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            return sys.stderr.write(text)
        return 0

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.flush()


_STANDARD_ERROR: Final = cast("TextIO", _StandardError())


def configure_logs(log_format: str = "text", level: str = "info") -> None:
    """Send log lines to standard error, as text or as one JSON object each."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=lambda *_: structlog.PrintLogger(_STANDARD_ERROR),
        cache_logger_on_first_use=False,
    )


def logger(room: str) -> Any:  # noqa: ANN401 - structlog's loggers have no common type
    """Return the logger of a room."""
    return structlog.get_logger(room=room)
