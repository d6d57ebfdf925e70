"""What the process is told of memory, in a process of its own."""

import subprocess
import sys
from typing import Final

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
