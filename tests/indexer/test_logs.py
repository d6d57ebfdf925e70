"""Log lines for people and for machines."""

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
import structlog

from indexer.logs import configure_logs, logger


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the logs of other tests as they were."""
    yield
    structlog.reset_defaults()


def logged(log_format: str, level: str) -> str:
    """Return what one line of news looks like."""
    configure_logs(log_format, level)
    with redirect_stderr(io.StringIO()) as written:
        logger("webapp").info("request_answered", status=200)
    return written.getvalue()


def test_json_lines_are_objects() -> None:
    """A machine reads event, room and values by name."""
    line = json.loads(logged("json", "info"))

    assert ("request_answered", "webapp", 200) == (line["event"], line["room"], line["status"])


def test_text_lines_name_event_and_values() -> None:
    """A person reads the same in one line."""
    line = logged("text", "info")

    assert ("request_answered" in line, "status=200" in line) == (True, True)


def test_lines_below_the_level_are_left_out() -> None:
    """An operator can ask for warnings alone."""
    assert "" == logged("text", "warning")


def test_lines_go_where_standard_error_goes_now() -> None:
    """A stream that was closed since the logs were set up does no harm."""
    with redirect_stderr(io.StringIO()):
        configure_logs("text", "info")
    with redirect_stderr(io.StringIO()) as written:
        logger("webapp").info("request_answered")

    assert "request_answered" in written.getvalue()


@pytest.mark.parametrize("error", [BrokenPipeError(), ValueError("I/O operation on closed file")])
def test_a_line_that_nobody_takes_stops_nothing(error: Exception) -> None:
    """Whoever read the log may have gone: requests are answered all the same, and later lines are written."""

    class Gone:
        def write(self, _: str) -> int:
            raise error

        def flush(self) -> None:
            raise error

    configure_logs("text", "info")
    with redirect_stderr(Gone()):
        logger("webapp").info("request_answered")
    with redirect_stderr(io.StringIO()) as written:
        logger("webapp").info("request_answered_later")

    assert "request_answered_later" in written.getvalue()
