"""Matches of the index -> hits as results show them."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Final

from indexer.archive.answers import Hit
from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.archive.labels import Labels
from indexer.archive.texts import TextOfVersion, rendition_with_text
from indexer.catalogue import MeetingPart
from indexer.model.document import UNDATED, Basis, Document, DocumentDate
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language
from indexer.model.querytree import Node
from indexer.model.results import IndexKey, Match, Passage
from indexer.search.passages import passages_at
from indexer.search.spots import Spots

PASSAGES: Final = 3
"""How many passages a hit shows at the most."""


class HitMaker:
    """Joins the matches of one query with records and passages."""

    def __init__(self, generation: Generation, tree: Node, language: Language) -> None:
        self._generation = generation
        self._tree = tree
        self._language = language
        self._labels = Labels(generation, language)

    def hits(self, matches: Iterable[Match]) -> Iterator[Hit]:
        """Yield a hit for each match, in their order."""
        catalogue = self._generation.catalogue
        wanted = tuple(matches)
        every = self._generation.engine.spots(self._tree, [_key(match) for match in wanted])
        for match, spots in zip(wanted, every, strict=True):
            document = catalogue.document(DocumentId(match.work))
            part = None if document else catalogue.part(match.work)
            if document:
                yield self._document_hit(match, document, spots)
            elif part:
                yield self._part_hit(match, part, spots)

    def _document_hit(self, match: Match, document: Document, spots: Spots | None) -> Hit:
        best = match.languages[0] if match.languages else UNDETERMINED
        title_language, title = shown_title(document, (self._language, best))
        meetings = self._generation.meetings_of(document.id)
        return Hit(
            work=match.work,
            kind=document.kind,
            title=title,
            title_language=title_language,
            symbol=document.symbol,
            date=document.date,
            meetings=self._labels.named("meeting", (meeting.id for meeting in meetings)),
            organizations=self._labels.named("organization", document.organizations),
            people=self._labels.named("person", document.people),
            topics=self._labels.named("topic", document.topics),
            languages=document.languages,
            matched=match.languages,
            specimen=document.specimen,
            score=match.score,
            passages=self._passages(document, match, spots),
            original=rendition_with_text(self._generation, document, best),
            document=document,
        )

    def _passages(self, document: Document, match: Match, spots: Spots | None) -> tuple[Passage, ...]:
        """Return passages of the best version that has any; a text that is lost costs its passages alone."""
        others = (IndexKey(match.work, language) for language in match.languages[1:])
        known = chain((spots,), self._generation.engine.spots(self._tree, others))
        for language, found in zip(match.languages, known, strict=False):
            text_at = TextOfVersion(self._generation, document, language).at
            with suppress(IndexUnavailableError):
                if found and (shown := passages_at(found, language, text_at, PASSAGES)):
                    return shown
        return ()

    def _part_hit(self, match: Match, part: MeetingPart, spots: Spots | None) -> Hit:
        best = match.languages[0] if match.languages else UNDETERMINED
        day = part.day
        return Hit(
            work=match.work,
            kind=part.kind,
            title=part.title,
            title_language=best,
            symbol=None,
            date=DocumentDate(Basis.STATED, day.year, day.month, day.day) if day else UNDATED,
            meetings=self._labels.named("meeting", (part.meeting,)),
            organizations=self._labels.named("organization", part.organizations),
            people=self._labels.named("person", part.people),
            topics=(),
            languages=(),
            matched=match.languages,
            specimen=False,
            score=match.score,
            passages=passages_at(spots, best, part.text.__getitem__, PASSAGES) if spots else (),
            original=None,
            part=part,
        )


def _key(match: Match) -> IndexKey:
    """Return which version of a work passages are looked for in first."""
    return IndexKey(match.work, match.languages[0] if match.languages else UNDETERMINED)


def shown_title(document: Document, languages: Iterable[Language]) -> tuple[Language, str]:
    """Return the first title that there is in one of these languages, with its language; else any title."""
    versions = {version.language: version for version in document.versions}
    for wanted in languages:
        version = versions.get(wanted)
        title = (version.title if version else None) or document.titles.get(wanted)
        if title:
            return wanted, title
    return next(iter(document.titles.items()), (UNDETERMINED, str(document.id)))
