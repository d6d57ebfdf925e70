"""Matches of the index -> hits as results show them."""

from collections.abc import Iterable, Iterator

from indexer.archive.answers import Hit
from indexer.archive.generation import Described, Generation
from indexer.archive.labels import Labels
from indexer.archive.passages import PassageMaker
from indexer.archive.texts import rendition_with_text
from indexer.catalogue import MeetingPart
from indexer.model.document import UNDATED, Basis, Document, DocumentDate
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language
from indexer.model.querytree import Node
from indexer.model.results import Match, Passage


class HitMaker:
    """Joins the matches of one query with records and passages."""

    def __init__(self, generation: Generation, tree: Node, language: Language) -> None:
        self._generation = generation
        self._tree = tree
        self._language = language
        self._labels = Labels(generation, language)

    def hits(self, matches: Iterable[Match]) -> Iterator[Hit]:
        """Yield a hit for each match, in their order."""
        wanted = tuple(matches)
        described = self._generation.described([DocumentId(match.work) for match in wanted])
        others = (match.work for match in wanted if DocumentId(match.work) not in described)
        parts = {work: part for work in others if (part := self._generation.catalogue.part(work))}
        passages = PassageMaker(self._generation, self._tree, described, parts).passages(wanted)
        for match in wanted:
            shown = passages.get(match.work, ())
            if known := described.get(DocumentId(match.work)):
                yield self._document_hit(match, known, shown)
            elif part := parts.get(match.work):
                yield self._part_hit(match, part, shown)

    def _document_hit(self, match: Match, known: Described, passages: tuple[Passage, ...]) -> Hit:
        document = known.document
        best = match.languages[0] if match.languages else UNDETERMINED
        title_language, title = shown_title(document, (self._language, best))
        return Hit(
            work=match.work,
            kind=document.kind,
            title=title,
            title_language=title_language,
            symbol=document.symbol,
            date=document.date,
            meetings=self._labels.named("meeting", (meeting.id for meeting in known.meetings)),
            organizations=self._labels.named("organization", document.organizations),
            people=self._labels.named("person", document.people),
            topics=self._labels.named("topic", document.topics),
            languages=document.languages,
            matched=match.languages,
            specimen=document.specimen,
            score=match.score,
            passages=passages,
            original=rendition_with_text(self._generation, document, best),
            document=document,
        )

    def _part_hit(self, match: Match, part: MeetingPart, passages: tuple[Passage, ...]) -> Hit:
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
            passages=passages,
            original=None,
            part=part,
        )


def shown_title(document: Document, languages: Iterable[Language]) -> tuple[Language, str]:
    """Return the first title that there is in one of these languages, with its language; else any title."""
    versions = {version.language: version for version in document.versions}
    for wanted in languages:
        version = versions.get(wanted)
        title = (version.title if version else None) or document.titles.get(wanted)
        if title:
            return wanted, title
    return next(iter(document.titles.items()), (UNDETERMINED, str(document.id)))
