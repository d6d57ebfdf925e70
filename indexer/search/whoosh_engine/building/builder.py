"""Makes as many segments of entries as memory demands."""

from typing import Final

from indexer.language.lexicon import Lexicon
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine.building.gathering import Gatherer
from indexer.search.whoosh_engine.building.segment_file import write_segment
from indexer.search.whoosh_engine.building.stems import Stemmer
from indexer.search.whoosh_engine.codec.contents import SegmentEntry
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.memory import keep_freed_memory

MOST_DOCUMENTS: Final = 1 << 16
"""So many documents of a segment have numbers of two bytes."""

_MOST_WORDS: Final = 1 << 21
"""More distinct words than these are forgotten with the segment they came up in."""


Placed = tuple[int, int]
"""Where an entry is: in which of the builder's segments, as which document."""


class SegmentBuilder:
    """Takes in entries and writes them as segments of one folder, each on the disk when it is written."""

    def __init__(self, folder: IndexFolder, prefix: str, room: int) -> None:
        """Begin.

        Args:
            prefix: What the names of the files begin with.
            room: How many bytes may be used, about; with less than one entry takes, each is a segment.
        """
        keep_freed_memory()
        self._folder = folder
        self._prefix = prefix
        self._room = room
        self._written: list[SegmentEntry] = []
        self._forget_words()
        self._gatherer = self._new_gatherer()

    def _new_gatherer(self) -> Gatherer:
        return Gatherer(self._lexicon, self._stemmer)

    def add(self, entry: IndexEntry) -> Placed:
        """Put an entry in."""
        if self._gatherer.size == MOST_DOCUMENTS or (self._gatherer.size and self._gatherer.used > self._room):
            self._write()
        return len(self._written), self._gatherer.add(entry)

    def finish(self) -> list[SegmentEntry]:
        """Write what is left and return all segments."""
        if self._gatherer.size:
            self._write()
        return self._written

    def _write(self) -> None:
        name = f"{self._prefix}-{len(self._written)}.seg"
        write_segment(self._folder, name, self._gatherer.gathered())
        self._written.append(SegmentEntry(name, self._gatherer.size))
        if len(self._lexicon.words) > _MOST_WORDS:
            self._forget_words()
        self._gatherer = self._new_gatherer()

    def _forget_words(self) -> None:
        self._lexicon = Lexicon()
        self._stemmer = Stemmer(self._lexicon.words)
