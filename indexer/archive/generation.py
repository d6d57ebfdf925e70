"""One generation of the archive, open for reading: records, index and texts that belong together."""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from indexer.archive.errors import IndexUnavailableError
from indexer.catalogue import Catalogue, FileRecord, FileState
from indexer.corpus import AuthorityIndex
from indexer.indexing import DamagedError, Generations, Manifest
from indexer.kept import Kept
from indexer.model.authority import Vocabulary
from indexer.model.document import Document
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import DocumentId, Language, MeetingId, WorkId
from indexer.model.meeting import Meeting
from indexer.model.querytree import Everything, Facet, Node, SearchQuery, Sort, Word
from indexer.model.results import FacetCounts, IndexKey, Passage
from indexer.search.engine import SearchEngine
from indexer.search.whoosh_engine import WhooshEngine
from indexer.texts import TextStore

A_WORD: Final = Word("of")
"""Looked for before the first reader comes, so that all has been opened by then that searches for words need."""

REMEMBERED: Final = 4_096
"""Documents of which records, files and meetings are remembered: those that many searches find."""

COUNTS_KEPT: Final = 1 << 16
"""So many counts of values of facets are kept, of some 200 bytes each: they are the same on all pages, in any order."""

PASSAGES_KEPT: Final = 8 << 20
"""Characters of passages that are kept: a choice beside the words, or another order, shows many of them again."""

_OF_PASSAGE: Final = 400
"""What a passage takes beside its text, as characters."""

TEXTS_KEPT: Final = 2_048
"""Texts of which the pages that searches show stay in memory: some 20 KB each."""


Asked = tuple[Node, WorkId, tuple[Language, ...]]
"""All that passages depend on: the query, the work, and its versions that match, the best first."""


class Described(NamedTuple):
    """A document, tombstones too, with its files in the order of paths and the meetings that list it."""

    document: Document
    files: tuple[FileRecord, ...]
    meetings: tuple[Meeting, ...]


class Generation:
    """What readers see until the next generation is switched in; safe to share between threads."""

    def __init__(self, state: Path, generations: Generations, number: str) -> None:
        """Open a generation.

        Raises:
            IndexUnavailableError: A file of it is missing or damaged.
        """
        folder = generations.folder(number)
        try:
            self.manifest: Manifest = generations.manifest(number)
            _refuse_damage(generations, number)
            with ExitStack() as opened:
                self.catalogue = opened.enter_context(closing(Catalogue(folder / "catalogue.sqlite")))
                self.engine: SearchEngine = WhooshEngine.open(folder / "index", number)
                opened.pop_all()
        except ArchiveError as error:
            raise IndexUnavailableError(str(error)) from error
        self.number = number
        self.texts = TextStore(state / "texts")
        self.text_of = lru_cache(maxsize=TEXTS_KEPT)(self.texts.text)
        self.counts: Kept[Hashable, Mapping[str, FacetCounts]] = Kept(COUNTS_KEPT, _values)
        self.passages: Kept[Asked, tuple[Passage, ...]] = Kept(PASSAGES_KEPT, _characters)
        self._described: Kept[DocumentId, Described] = Kept(REMEMBERED)

    def described(self, documents: Iterable[DocumentId]) -> dict[DocumentId, Described]:
        """Return what is known of each document, of those that there are."""
        return self._described.each(documents, self._describe)

    def _describe(self, wanted: Sequence[DocumentId]) -> dict[DocumentId, Described]:
        found = {document.id: document for document in self.catalogue.documents(wanted)}
        files, meetings = self.catalogue.files_of_each([*found]), self.catalogue.meetings_of_each([*found])
        return {one: Described(document, files[one], meetings[one]) for one, document in found.items()}

    def files_of(self, document: DocumentId) -> tuple[FileRecord, ...]:
        """Return the files of a document; none where there is no such document."""
        known = self.described([document])
        return known[document].files if known else ()

    def hold(self) -> None:
        """Take hold of the files for this thread, so that it reads on when they are deleted."""
        self.catalogue.hold()

    def warm(self) -> None:
        """Make now what the first readers would else wait for.

        Raises:
            IndexUnavailableError: A file of it is damaged.
        """
        try:
            self.engine.search(SearchQuery(A_WORD, seconds=None))
            for sort in Sort:
                found = self.engine.search(SearchQuery(Everything(), sort=sort, facets=tuple(Facet), seconds=None))
                deque(self.engine.spots(A_WORD, [IndexKey(one.work, one.languages[0]) for one in found.matches]), 0)
            _ = self.authorities, self.meetings, self.unreadable
        except ArchiveError as error:
            raise IndexUnavailableError(str(error)) from error

    def close(self) -> None:
        """Let go of all files."""
        self.engine.close()
        self.catalogue.close()

    @property
    def vocabulary(self) -> Vocabulary:
        """All authority records."""
        return self.catalogue.vocabulary

    @cached_property
    def meetings(self) -> dict[MeetingId, Meeting]:
        """All meetings by their ids."""
        return {meeting.id: meeting for meeting in self.catalogue.meetings}

    @cached_property
    def authorities(self) -> AuthorityIndex:
        """Finds authority records by any name, acronym or spelling."""
        return AuthorityIndex(self.vocabulary)

    @cached_property
    def unreadable(self) -> tuple[FileRecord, ...]:
        """The files that could not be read; searches say how many they are."""
        unread = (FileState.FAILED, FileState.MISSING, FileState.DAMAGED)
        return tuple(file for state in unread for file in self.catalogue.files(state))


def _values(facets: Mapping[str, FacetCounts]) -> int:
    return 1 + sum(len(facet.counts) for facet in facets.values())


def _characters(passages: tuple[Passage, ...]) -> int:
    return sum(_OF_PASSAGE + sum(len(text) for text, _ in passage.parts) for passage in passages)


def _refuse_damage(generations: Generations, number: str) -> None:
    for fault in generations.faults(number, thorough=False):
        raise DamagedError(f"The index is damaged ({fault}): run masthead index to build it anew.")
