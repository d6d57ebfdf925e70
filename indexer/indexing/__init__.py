"""The run that brings the archive up to date: what changed is read, catalogued and indexed, checked, switched in."""

from indexer.indexing.build import Means
from indexer.indexing.generations import DamagedError, Generations, Manifest
from indexer.indexing.lock import LockHeldError, RunLock
from indexer.indexing.progress import Progress, Silent
from indexer.indexing.report import RunReport
from indexer.indexing.run import IndexingRun

__all__ = [
    "DamagedError",
    "Generations",
    "IndexingRun",
    "LockHeldError",
    "Manifest",
    "Means",
    "Progress",
    "RunLock",
    "RunReport",
    "Silent",
]
