"""The engine that is built in: Whoosh's index, evaluated on arrays. The only folder that imports whoosh."""

from indexer.search.whoosh_engine.building.builder import SegmentBuilder
from indexer.search.whoosh_engine.checking import check_index
from indexer.search.whoosh_engine.codec.contents import SegmentEntry
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.errors import IndexBusyError, IndexDamagedError, IndexOutdatedError
from indexer.search.whoosh_engine.markers import FORMAT
from indexer.search.whoosh_engine.reader import WhooshEngine
from indexer.search.whoosh_engine.writer import WhooshWriter

__all__ = [
    "FORMAT",
    "IndexBusyError",
    "IndexDamagedError",
    "IndexFolder",
    "IndexOutdatedError",
    "SegmentBuilder",
    "SegmentEntry",
    "WhooshEngine",
    "WhooshWriter",
    "check_index",
]
