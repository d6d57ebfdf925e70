"""`masthead serve`."""

import json
import os
import re
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep

import pytest

from indexer.cli.server import free_address
from indexer.model.errors import ArchiveError
from tests.corpora import write_paper
from tests.indexer.cli.conftest import Masthead


@dataclass
class Served:
    """A server that answers."""

    process: subprocess.Popen[str]
    port: int

    def get(self, path: str, timeout: float = 30) -> tuple[int, str]:
        """Return status and body of an answer."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=timeout)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to end and return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(40)


@pytest.fixture
def serve(masthead: Masthead) -> Iterator[Callable[..., Served]]:
    """Starts servers with two processes; the test's own are ended after it."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> Served:
        process = masthead.start("serve", "--port", "0", "--workers", "2", *arguments, stdout=subprocess.DEVNULL)
        started.append(process)
        assert process.stderr is not None
        said = ""
        while "Serving on" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        return Served(process, int(re.findall(r"http://127\.0\.0\.1:(\d+)", said)[0]))

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def _children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _are_gone(processes: list[int], seconds: float = 10) -> bool:
    end = monotonic() + seconds
    while monotonic() < end:
        if not any(Path(f"/proc/{one}").exists() for one in processes):
            return True
        sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_ends_without_a_trace(serve: Callable[..., Served], number: int) -> None:
    """Two processes answer; asked to end, all of them are gone, the port is free and the exit code is 0."""
    served = serve()
    workers = _children(served.process.pid)

    assert (200, "ok") == (served.get("/healthz")[0], json.loads(served.get("/healthz")[1])["status"])
    assert 2 == len(workers)
    assert 0 == served.stop(number)
    assert _are_gone(workers)
    assert served.port == free_address("127.0.0.1", served.port).port


def test_slow_connections_keep_nobody_waiting(serve: Callable[..., Served]) -> None:
    """With 200 connections that never finish their request, /healthz answers within a second, again and again."""
    served = serve()
    served.get("/healthz")
    slow = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(200)]
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")

    assert [200] * 10 == [served.get("/healthz", timeout=1)[0] for _ in range(10)]
    for connection in slow:
        connection.close()


def test_a_new_generation_is_seen_without_a_restart(masthead: Masthead, serve: Callable[..., Served]) -> None:
    """Within two seconds of indexing, every process answers from it."""
    served = serve()
    before = {json.loads(served.get("/readyz")[1])["generation"] for _ in range(8)}
    write_paper(masthead.archive.corpus, 4)
    masthead.archive.index()
    sleep(2)

    assert ({"1"}, {"2"}) == (before, {json.loads(served.get("/readyz")[1])["generation"] for _ in range(16)})


def test_running_requests_are_ended(serve: Callable[..., Served]) -> None:
    """A request that was sent before the end is answered, though its last byte comes after it."""
    served = serve()
    served.get("/search?q=migrants")
    with closing(socket.create_connection(("127.0.0.1", served.port))) as connection:
        connection.sendall(b"GET /search?q=migrants HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        sleep(0.02)
        served.process.send_signal(signal.SIGTERM)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk

    assert answer.startswith(b"HTTP/1.1 200")
    assert b"</html>" in answer
    assert 0 == served.process.wait(40)


def test_a_process_that_dies_is_replaced(serve: Callable[..., Served]) -> None:
    """The others go on answering, and soon there are two again."""
    served = serve()
    sleep(0.5)
    first, second = _children(served.process.pid)
    os.kill(first, signal.SIGKILL)
    end = monotonic() + 20
    while first in (found := _children(served.process.pid)) or len(found) < 2:
        assert monotonic() < end
        sleep(0.1)

    assert second in found
    assert 200 == served.get("/healthz")[0]


def test_processes_end_with_their_parent(serve: Callable[..., Served]) -> None:
    """A server that is killed leaves no process that holds its port."""
    served = serve()
    workers = _children(served.process.pid)

    served.stop(signal.SIGKILL)

    assert _are_gone(workers, 40)


def test_without_an_index_it_serves_and_says_so(masthead: Masthead, serve: Callable[..., Served]) -> None:
    """Pages answer 503 until there is one."""
    (masthead.archive.state / "current").unlink()
    served = serve()

    assert 503 == served.get("/search?q=migrants")[0]
    assert 200 == served.get("/healthz")[0]


def test_a_taken_port_is_told(masthead: Masthead) -> None:
    """In one sentence with exit code 3, also where the other server would share its port."""
    with closing(socket.socket()) as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        outcome = masthead("serve", "--port", other.getsockname()[1])

    assert 3 == outcome.code
    assert "Address already in use" in outcome.err
    assert 1 == outcome.err.count("\n")


def test_a_foreign_host_is_told() -> None:
    """An address that is none of this machine cannot be listened at."""
    with pytest.raises(ArchiveError, match=r"Cannot serve on 192\.0\.2\.1"):
        free_address("192.0.2.1", 0)
