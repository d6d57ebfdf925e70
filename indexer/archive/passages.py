"""The passages that hits show, kept for as long as a generation is read: another choice or order shows many again."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Final

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Asked, Described, Generation
from indexer.archive.texts import TextOfVersion
from indexer.catalogue import MeetingPart
from indexer.model.document import Document
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language, WorkId
from indexer.model.querytree import Node
from indexer.model.results import IndexKey, Match, Passage
from indexer.search.passages import passages_at
from indexer.search.spots import Spots

PASSAGES: Final = 3
"""How many passages a hit shows at the most."""


class PassageMaker:
    """Makes the passages of matches of one query."""

    def __init__(
        self,
        generation: Generation,
        tree: Node,
        described: Mapping[DocumentId, Described],
        parts: Mapping[WorkId, MeetingPart],
    ) -> None:
        """Begin.

        Args:
            described, parts: What is known of the documents, and of the parts of meetings, among the matches.
        """
        self._generation = generation
        self._tree = tree
        self._described = described
        self._parts = parts

    def passages(self, matches: Sequence[Match]) -> dict[WorkId, tuple[Passage, ...]]:
        """Return the passages of each work that has any."""
        asked = [(self._tree, match.work, match.languages) for match in matches]
        return {work: found for (_, work, _), found in self._generation.passages.each(asked, self._make).items()}

    def _make(self, asked: Sequence[Asked]) -> dict[Asked, tuple[Passage, ...]]:
        keys = [IndexKey(work, _best(languages)) for _, work, languages in asked]
        every = zip(asked, self._generation.engine.spots(self._tree, keys), strict=True)
        made = {one: self._of_work(one[1], one[2], spots) for one, spots in every}
        return {one: found for one, found in made.items() if found}

    def _of_work(self, work: WorkId, languages: tuple[Language, ...], spots: Spots | None) -> tuple[Passage, ...]:
        known = self._described.get(DocumentId(work))
        if known:
            return self._of_document(known.document, languages, spots)
        part = self._parts.get(work)
        return passages_at(spots, _best(languages), part.text.__getitem__, PASSAGES) if part and spots else ()

    def _of_document(
        self, document: Document, languages: tuple[Language, ...], spots: Spots | None
    ) -> tuple[Passage, ...]:
        """Return passages of the best version that has any; a text that is lost costs its passages alone."""
        others = (IndexKey(WorkId(document.id), language) for language in languages[1:])
        known = chain((spots,), self._generation.engine.spots(self._tree, others))
        for language, found in zip(languages, known, strict=False):
            text_at = TextOfVersion(self._generation, document, language).at
            with suppress(IndexUnavailableError):
                if found and (shown := passages_at(found, language, text_at, PASSAGES)):
                    return shown
        return ()


def _best(languages: tuple[Language, ...]) -> Language:
    """Return which version of a work passages are looked for in first."""
    return languages[0] if languages else UNDETERMINED
