"""Where incoming files go: a new document, a further language or file of one, or nowhere because they are held."""

import datetime as dt
import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final

from indexer.archive.drafting import Draft, as_known_without
from indexer.archive.incoming import Incoming
from indexer.corpus.checksums import sha256_of
from indexer.corpus.versions import MEDIA_TYPES, media_type_by_name
from indexer.language import fold
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, DocumentKind, Rendition, Review, Version
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language, Sha256

_LONGEST_SLUG: Final = 60
_ENDINGS: Final = {media_type: ending for ending, media_type in reversed(MEDIA_TYPES.items())}


class Action(StrEnum):
    """What becomes of an incoming file."""

    NEW_DOCUMENT = "new_document"
    NEW_VERSION = "new_version"
    FURTHER_FILE = "further_file"
    HELD = "held"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Placement:
    """One incoming file with its place.

    Attributes:
        document: As it will be with this file; None where it is left out.
        version: The version that the file belongs to, as the file makes it.
        path, sidecar: Relative to the corpus; None where it is left out.
        is_copied: Whether the file still has to be copied to its path.
        reason: Why it is held or left out, or gives no text.
        is_failed: Whether somebody has to do something about it.
    """

    source: Path
    action: Action
    document: Document | None = None
    version: Version | None = None
    path: str | None = None
    sidecar: str | None = None
    reviews: tuple[Review, ...] = ()
    is_copied: bool = True
    reason: str = ""
    is_failed: bool = False


@dataclass
class Placer:
    """Finds places one file after the other, each knowing those before it.

    Attributes:
        folder: Gives the folder of a new document of a kind.
    """

    corpus: Path
    records: CorpusRecords
    folder: Callable[[DocumentKind], str]
    today: dt.date
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Take up what the corpus holds."""
        self.documents = dict(self.records.documents)
        self.held: dict[Sha256, tuple[str, DocumentId]] = {}
        for document in self.documents.values():
            self._hold(document)

    def place(self, incoming: Incoming, draft: Draft, wanted: DocumentId | None = None) -> Placement:
        """Return where a file goes.

        Args:
            wanted: The id of a document without a symbol; made from the file's name where none is given.
        """
        if incoming.media_type is None:
            reason = incoming.no_text or "is of no document type"
            return Placement(incoming.path, Action.LEFT_OUT, reason=reason, is_failed=incoming.is_unreadable)
        if incoming.sha256 in self.held:
            path, document = self.held[incoming.sha256]
            return Placement(
                incoming.path, Action.HELD, self.documents[document], path=path, reason=f"is already held as {path}"
            )
        known = self.documents.get(DocumentId(draft.symbol or wanted or ""))
        if known and known.removal:
            reason = f"belongs to {known.id}, which was removed: put that back with masthead remove --undo first"
            return Placement(incoming.path, Action.LEFT_OUT, known, reason=reason, is_failed=True)
        if known is None:
            return self._new_document(incoming, draft, wanted)
        return self._of_known(incoming, draft, known)

    def _of_known(self, incoming: Incoming, draft: Draft, known: Document) -> Placement:
        version = next((one for one in known.versions if one.language == draft.language), None)
        if version and any(one.media_type == incoming.media_type for one in version.renditions):
            return self._second_of_that_name(incoming, draft, known)
        sidecar = PurePosixPath(known.sidecar)
        path, is_copied = self._path(incoming, draft.language, str(sidecar.parent / sidecar.stem))
        rendition = _rendition(incoming, path)
        if version is None:
            title = draft.title if draft.title != known.titles.get(draft.language) else None
            version, action = Version(draft.language, (rendition,), title), Action.NEW_VERSION
            versions = (*known.versions, version)
        else:
            action = Action.FURTHER_FILE
            version = replace(version, renditions=(*version.renditions, rendition))
            versions = tuple(version if one.language == version.language else one for one in known.versions)
        reviews = tuple(review for review in draft.reviews if review.field in {"language", "file", "symbol"})
        document = replace(known, versions=versions)
        self._hold(document)
        return Placement(
            incoming.path,
            action,
            document,
            version=version,
            path=path,
            sidecar=known.sidecar,
            reviews=reviews,
            is_copied=is_copied,
            reason=incoming.no_text or "",
            is_failed=incoming.is_unreadable,
        )

    def _second_of_that_name(self, incoming: Incoming, draft: Draft, known: Document) -> Placement:
        """Return a place for a file that claims a symbol whose document has another file of the same sort."""
        held = f"{known.id} has another file in that language: {known.sidecar}"
        review = Review("symbol", f"Its first page says {draft.symbol}, but {held}.")
        others = tuple(one for one in draft.reviews if one.field != "symbol")
        own = replace(draft, symbol=None, date=as_known_without(None, draft.date), reviews=(review, *others))
        return self._new_document(incoming, own, None)

    def _new_document(self, incoming: Incoming, draft: Draft, wanted: DocumentId | None) -> Placement:
        identity = DocumentId(draft.symbol) if draft.symbol else wanted or self._free_id(incoming)
        folder = self.folder(draft.kind)
        base = f"{folder}/{slug_of(identity)}"
        sidecar = free_path(self.corpus, base, ".toml", self._taken)
        self._taken.add(sidecar)
        path, is_copied = self._path(incoming, draft.language, base)
        version = Version(draft.language, (_rendition(incoming, path),))
        title_language = Language("en") if draft.language == UNDETERMINED else draft.language
        document = Document(
            id=identity,
            kind=draft.kind,
            titles={title_language: draft.title},
            symbol=draft.symbol,
            contributions=draft.contributions,
            statement_of_responsibility=draft.responsibility,
            date=draft.date,
            topics=draft.topics,
            versions=(version,),
            note=draft.note,
            added=self.today,
            review=draft.reviews,
            sidecar=sidecar,
        )
        self._hold(document)
        return Placement(
            incoming.path,
            Action.NEW_DOCUMENT,
            document,
            version=version,
            path=path,
            sidecar=sidecar,
            reviews=draft.reviews,
            is_copied=is_copied,
            reason=incoming.no_text or "",
            is_failed=incoming.is_unreadable,
        )

    def _hold(self, document: Document) -> None:
        self.documents[document.id] = document
        for rendition in (one for version in document.versions for one in version.renditions):
            if rendition.sha256:
                self.held.setdefault(rendition.sha256, (rendition.path, document.id))

    def _free_id(self, incoming: Incoming) -> DocumentId:
        slug = slug_of(PurePosixPath(incoming.name).stem) or f"document-{incoming.sha256[:8]}"
        return next(DocumentId(one) for one in _numbered(slug, "") if DocumentId(one) not in self.documents)

    def _path(self, incoming: Incoming, language: Language, base: str) -> tuple[str, bool]:
        """Return a free path for a file, and whether it is not yet there: a run that was ended may have left it."""
        stem, suffix = name_of(incoming, language, base)
        left = f"{stem}{suffix}"
        is_left = left not in self._taken and (self.corpus / left).is_file()
        is_copied = not is_left or sha256_of(self.corpus / left) != incoming.sha256
        path = free_path(self.corpus, stem, suffix, self._taken) if is_copied else left
        self._taken.add(path)
        return path, is_copied


def name_of(incoming: Incoming, language: Language, base: str) -> tuple[str, str]:
    """Return the path that a file has beside its record, and its ending; the ending is that of its content."""
    suffix = incoming.path.suffix.lower()
    if media_type_by_name(incoming.path.name) != incoming.media_type:
        suffix = _ENDINGS.get(incoming.media_type or "", suffix)
    return f"{base}.{language}", suffix


def free_path(corpus: Path, stem: str, suffix: str, taken: Container[str] = ()) -> str:
    """Return a path in the corpus at which there is nothing, numbered where the plain one is taken."""
    return next(one for one in _numbered(stem, suffix) if one not in taken and not (corpus / one).exists())


def slug_of(text: str) -> str:
    """Return a text as a part of an address: lower-case letters, digits and hyphens; empty where it has none."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:_LONGEST_SLUG].strip("-")


def _numbered(stem: str, suffix: str) -> Iterable[str]:
    yield f"{stem}{suffix}"
    number = 2
    while True:
        yield f"{stem}-{number}{suffix}"
        number += 1


def _rendition(incoming: Incoming, path: str) -> Rendition:
    return Rendition(path, incoming.media_type or "", incoming.sha256, incoming.size)
