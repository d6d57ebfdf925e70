"""A client that keeps its connections: each is a thread that asks one address after the other."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Final

PATIENCE: Final = 120


def asked(host: str, addresses: Sequence[str], connections: int) -> list[float]:
    """Ask for every address once, over some connections at a time, and return the milliseconds that each took."""
    shares = [addresses[start::connections] for start in range(connections)]
    with ThreadPoolExecutor(connections) as threads:
        return [time for times in threads.map(lambda share: _asked_in_turn(host, share), shares) for time in times]


def _asked_in_turn(host: str, addresses: Sequence[str]) -> list[float]:
    connection = HTTPConnection(host, timeout=PATIENCE)
    try:
        return [_asked(connection, address) for address in addresses]
    finally:
        connection.close()


def _asked(connection: HTTPConnection, address: str) -> float:
    started = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    took = (time.perf_counter() - started) * 1_000
    if answer.status != 200:
        raise RuntimeError(f"{address} was answered with {answer.status}")
    return took
