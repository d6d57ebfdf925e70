"""What the process is told of memory."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from indexer.search.whoosh_engine import WhooshWriter
from indexer.search.whoosh_engine.errors import IndexBusyError
from indexer.search.whoosh_engine.memory import collect_young, without_collector
from tests.contract.builders import an_entry

CHURN: Final = """
import resource
import numpy as np
from indexer.search.whoosh_engine.memory import keep_freed_memory
{}
def churn():
    for _ in range(20):
        np.ones(1 << 19), np.ones(1 << 19)
churn()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
churn()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def faults(told: str) -> int:
    """Return how often the system had to give pages for arrays that come and go."""
    run = subprocess.run([sys.executable, "-c", CHURN.format(told)], capture_output=True, text=True, check=True)
    return int(run.stdout)


def test_freed_memory_is_used_again() -> None:
    """Without a word to the C library, each array is cleared by the system anew; where it takes none, nothing fails."""
    assert faults("keep_freed_memory()") <= faults("")


@pytest.fixture
def _collector() -> Iterator[None]:
    """Leave it running, whatever the test does."""
    yield
    gc.enable()


@pytest.mark.usefixtures("_collector")
@pytest.mark.parametrize("error", [None, ValueError()])
@pytest.mark.parametrize("turn", [gc.enable, gc.disable])
def test_the_collector_is_afterwards_as_it_was(turn: Callable[[], None], error: ValueError | None) -> None:
    """It does not run inside; after an error, too, it is as before."""
    turn()
    runs = gc.isenabled()
    with suppress(ValueError), without_collector():
        assert not gc.isenabled()
        if error:
            raise error

    assert runs == gc.isenabled()


class _Loop:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("_collector")
def test_cycles_made_meanwhile_are_let_go_of() -> None:
    """When they are looked for, without an end of the rest."""
    with without_collector():
        held = weakref.ref(_Loop())
        assert held()
        collect_young()

        assert not held()


@pytest.mark.usefixtures("_collector")
@pytest.mark.parametrize("error", [None, ValueError()])
def test_the_collector_rests_while_a_writer_is_open(tmp_path: Path, error: ValueError | None) -> None:
    """After an error, and after a writer that could not be opened, too, it runs."""
    with suppress(ValueError), WhooshWriter(tmp_path) as writer:
        assert not gc.isenabled()
        with pytest.raises(IndexBusyError), WhooshWriter(tmp_path):
            pass
        writer.add(an_entry("a"))
        if error:
            raise error

    assert gc.isenabled()
