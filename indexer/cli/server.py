"""Runs a WSGI application in processes of their own, and stops them without leaving a request or a process behind."""

import ctypes
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any, Final

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from indexer.logs import logger
from indexer.model.errors import ArchiveError

BACKLOG: Final = 2048
"""Connections that wait or are half open, all processes together; slow ones take no process's time."""

HEADER_MILLISECONDS: Final = 10_000
"""A connection that has not sent its request by then is closed."""

STOP_SECONDS: Final = 30
"""A process that has not ended its requests by then is killed."""

READY_SECONDS: Final = 0.1
"""How often it is asked whether the first process answers."""

_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG of prctl(2)

Application = Callable[[dict[str, Any], Any], Any]


class NotServedError(ArchiveError):
    """The address cannot be served at."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """The address as a browser takes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def free_address(host: str, port: int) -> Address:
    """Return an address that can be listened at.

    The server's own sockets share their port, so that two servers would take it without a word; this one does not.

    Raises:
        NotServedError: The port is taken or not allowed, or the host is none of this machine.
    """
    try:
        family, kind, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
            return Address(str(place[0]), probe.getsockname()[1])
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotServedError(f"Cannot serve on {host}, port {port}: {reason}. Choose another with --port.") from error


class Server:
    """An application served at an address.

    Args:
        application: `module:function`; the function makes the application, once in each process.
        workers: How many processes answer; 0: one per processor.
        log_level: Least level of the server's own log lines.
    """

    def __init__(self, application: str, address: Address, workers: int, log_level: str) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._application = application
        self._address = address
        self._granian = Granian(
            application,
            address=address.host,
            port=address.port,
            interface=Interfaces.WSGI,
            workers=self.workers,
            blocking_threads=1,  # searching is Python that computes: more threads would only share one processor
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(header_read_timeout=HEADER_MILLISECONDS),
            backlog=BACKLOG,
            backpressure=BACKLOG,
            respawn_failed_workers=True,
            workers_kill_timeout=STOP_SECONDS,
            log_dictconfig=_LOG_CONFIGURATION,
            log_level=LogLevels.warning if log_level == "info" else LogLevels(log_level),
        )

    def run(self, on_ready: Callable[[], None]) -> None:
        """Serve until SIGINT or SIGTERM; then running requests are ended.

        Args:
            on_ready: Called when the first process answers.
        """
        self._granian.on_startup(threading.Thread(target=self._wait, args=(on_ready,), daemon=True).start)
        load = partial(load_application, self._application, os.getpid())
        self._granian.serve(target_loader=load, wrap_loader=False)

    def _wait(self, on_ready: Callable[[], None]) -> None:
        """Wait without a name looked up or a module imported: a process forked meanwhile would inherit their locks."""
        family = socket.AF_INET6 if ":" in self._address.host else socket.AF_INET
        while True:
            with socket.socket(family) as probe:
                if probe.connect_ex((self._address.host, self._address.port)) == 0:
                    on_ready()
                    return
            time.sleep(READY_SECONDS)


def load_application(name: str, parent: int) -> Application:
    """Return a new application in a process that ends with its parent, however that ends."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)  # the parent's handlers would pass over an end that comes this early
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGTERM)
    if os.getppid() != parent:
        raise SystemExit  # the parent died before it could be watched
    module, _, function = name.partition(":")
    application: Application = getattr(import_module(module), function)()
    return application


class ForwardedLog(logging.Handler):
    """Writes what the server says of itself as log lines like all others."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        logger("server").log(record.levelno, "server_said", message=record.getMessage())


_LOG_CONFIGURATION: Final = {
    "formatters": {},
    "handlers": {"forwarded": {"class": f"{__name__}.{ForwardedLog.__name__}"}},
    "loggers": {"_granian": {"handlers": ["forwarded"], "propagate": False}},
}
