"""What stands above every page of a document: masthead, way, languages, title."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indexer.archive.hits import shown_title
from indexer.model.authority import best_label
from indexer.model.document import Document, Version
from indexer.model.identifiers import LANGUAGE_NAMES, RIGHT_TO_LEFT, Language
from indexer.model.meeting import Meeting
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.labels import kind_label, language_name
from webapp.links import Words, followable


@dataclass(frozen=True, slots=True)
class LanguageTab:
    """A language version that is held, or of which only the existence is known.

    Attributes:
        own_name: The language as those who read it call it.
        official: The issuing body's copy, where the archive holds none.
    """

    code: Language
    own_name: str
    name: str
    address: str
    is_held: bool
    is_current: bool
    official: str


@dataclass(frozen=True, slots=True)
class DocumentFrame:
    """What stands above every page of a document.

    Attributes:
        body: Who answers for it: the first body or person that it names, else its meeting, else its kind.
        mark: The symbol; empty for a document that has none.
        official: The issuing body's copy.
    """

    body: Words
    mark: str
    kind: str
    title: str
    title_language: str
    record: str
    tabs: tuple[LanguageTab, ...]
    is_specimen: bool
    official: Words | None


class Framing:
    """Makes what stands around a document, in one language of labels."""

    def __init__(self, document: Document, meetings: tuple[Meeting, ...], names: AuthorityNames) -> None:
        self._document = document
        self._meetings = meetings
        self._names = names
        self._addresses = names.addresses

    def frame(self, languages: Iterable[Language], current: Language | None, official: str | None) -> DocumentFrame:
        """Return what stands above a page.

        Args:
            languages: Those in which the title is wanted, the first first.
            current: The version that the page shows, if it shows one.
            official: The issuing body's copy.
        """
        document = self._document
        title_language, title = shown_title(document, languages)
        return DocumentFrame(
            body=next(self._bodies(), Words(kind_label(document.kind, 2))),
            mark=document.symbol or "",
            kind=kind_label(document.kind),
            title=title,
            title_language=title_language,
            record=self._addresses.document(document.id),
            tabs=tuple(self._tab(version, current) for version in document.versions),
            is_specimen=document.specimen,
            official=followable("official copy", official),
        )

    def trail(self, *steps: Words) -> tuple[Words, ...]:
        """Return the way to a page of the document: its meeting, the document, the steps below it."""
        document = self._document
        name = Words(document.symbol or shown_title(document, ())[1], self._addresses.document(document.id))
        return (*tuple(self._collections())[:1], name, *steps)

    def step(self, language: Language) -> Words:
        """Return the step to a version."""
        return Words(language_name(language), self._addresses.version(self._document.id, language))

    def _bodies(self) -> Iterator[Words]:
        for given in self._document.contributions:
            name = self._names.contributor(given)
            if name:
                yield Words(name.text, name.address or "")
        yield from self._collections()

    def _collections(self) -> Iterator[Words]:
        for meeting in self._meetings:
            yield Words(best_label(meeting.titles, self._names.language), self._addresses.meeting(meeting.id))

    def _tab(self, version: Version, current: Language | None) -> LanguageTab:
        return LanguageTab(
            code=version.language,
            own_name=own_name(version.language),
            name=language_name(version.language),
            address=self._addresses.version(self._document.id, version.language),
            is_held=bool(version.renditions),
            is_current=version.language == current,
            official=version.official or "",
        )


def own_name(language: Language) -> str:
    """Return a language as those who read it call it."""
    return LANGUAGE_NAMES.get(language) or language_name(language)


def direction(language: Language) -> str:
    """Return the direction of a text: that of its language, else of its first letters."""
    return "rtl" if language in RIGHT_TO_LEFT else "auto"
