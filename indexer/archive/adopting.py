"""Takes files into the corpus: copies each beside its record, and lists the documents on their meeting's page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from indexer.archive.drafting import NOTHING_GIVEN, Draft, Given, draft_of
from indexer.archive.errors import WrongRecordError, WrongUseError
from indexer.archive.incoming import Incoming, files_in, read_incoming
from indexer.archive.keeping import Desk, Keeper
from indexer.archive.placing import Action, Placement, Placer
from indexer.archive.record_text import with_reviews
from indexer.archive.shelves import Shelf, list_on, shelf_of
from indexer.corpus import AuthorityIndex, RecordError, editing
from indexer.corpus.sidecars import document_to_toml
from indexer.indexing import Progress
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import MeetingId


@dataclass(frozen=True, slots=True)
class Adoption:
    """What became of files that were to be taken in.

    Attributes:
        meeting: That lists their documents; None where they belong to none.
        is_new_meeting: Whether its record was made for them.
    """

    placements: tuple[Placement, ...]
    meeting: MeetingId | None
    is_new_meeting: bool

    def count(self, action: Action) -> int:
        """Return how many files this became of."""
        return sum(placement.action is action for placement in self.placements)

    @property
    def is_change(self) -> bool:
        """Whether any file was taken in."""
        return any(one.action not in {Action.HELD, Action.LEFT_OUT} for one in self.placements)

    @property
    def has_failures(self) -> bool:
        """Whether a file could not be read, or was left out for another reason than its type."""
        return any(one.is_failed for one in self.placements)


@dataclass(frozen=True, slots=True)
class Wish:
    """Where files should go.

    Attributes:
        create: Found the meeting where there is none of that id, in `series` where one is named.
    """

    meeting: str | None = None
    create: bool = False
    series: str | None = None

    def shelf(self, records: CorpusRecords) -> Shelf:
        """Return the shelf that is meant; raises WrongUseError where there is none."""
        return shelf_of(records, self.meeting, create=self.create, series=self.series)


def adopt(keeper: Keeper, folder: Path, wish: Wish, progress: Progress, *, dry_run: bool) -> Adoption:
    """Take in every document below a folder; what could not be read for certain is marked for review.

    Raises:
        WrongUseError: The meeting is not known.
        CorpusLockedError: Somebody else is writing.
    """
    wish.shelf(keeper.records)
    _refuse_overlap(keeper.corpus, folder)
    paths, leading_out = files_in(folder)
    incoming = tuple(read_incoming(keeper, paths, progress, keeps_texts=not dry_run))
    links = tuple(
        Placement(path, Action.LEFT_OUT, reason="is a link that leads out of the folder") for path in leading_out
    )
    found = take_in(keeper, [(one, NOTHING_GIVEN) for one in incoming], wish, progress, dry_run=dry_run)
    return Adoption((*found.placements, *links), found.meeting, found.is_new_meeting)


def _refuse_overlap(corpus: Path, folder: Path) -> None:
    inner, outer = folder.resolve(), corpus.resolve()
    if inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise WrongUseError(
            f"{folder} and the corpus {corpus} lie within each other: move the loose files to a folder of their own, "
            "for they are copied to where they belong."
        )


def take_in(
    keeper: Keeper,
    incoming: Iterable[tuple[Incoming, Given]],
    wish: Wish,
    progress: Progress,
    *,
    dry_run: bool,
    check: Callable[[Placement], None] = lambda _: None,
) -> Adoption:
    """Take in files that were read, with what is given of each.

    Args:
        check: Raises where a placement should stop everything; nothing has been written then.
    """
    if dry_run:
        return _Intake(keeper, keeper.records, wish, check).adoption(incoming)
    with keeper.writing() as desk:
        intake = _Intake(keeper, desk.records, wish, check)
        adoption = intake.adoption(incoming)
        progress.begin("Copying files", len(adoption.placements))
        written: list[Placement] = []
        for placement in adoption.placements:
            written.append(_written(desk, placement, len(written)))
            progress.advance()
        list_on(desk, intake.shelf, _documents(written), keeper.today)
    return replace(adoption, placements=tuple(written))


def _written(desk: Desk, placement: Placement, done: int) -> Placement:
    try:
        write_placement(desk, placement)
    except WrongRecordError as error:
        return Placement(placement.source, Action.LEFT_OUT, reason=f"was left out: {error}", is_failed=True)
    except ArchiveError as error:
        before = f" What came before it is done ({done} of all files): run the command again to go on." if done else ""
        raise RecordError(f"{error}{before}") from error
    return placement


class _Intake:
    """Finds the places of files in one state of the corpus."""

    def __init__(self, keeper: Keeper, records: CorpusRecords, wish: Wish, check: Callable[[Placement], None]) -> None:
        self.shelf = wish.shelf(records)
        self._check = check
        self._authorities = AuthorityIndex(records.vocabulary)
        self._placer = Placer(keeper.corpus, records, self.shelf.folder_for, keeper.today)

    def adoption(self, incoming: Iterable[tuple[Incoming, Given]]) -> Adoption:
        placements = tuple(self._placed(one, given) for one, given in incoming)
        return Adoption(placements, self.shelf.meeting, self.shelf.founded_in is not None)

    def _placed(self, incoming: Incoming, given: Given) -> Placement:
        draft: Draft = draft_of(incoming, given, self._authorities)
        placement = self._placer.place(incoming, draft, given.id)
        self._check(placement)
        return placement


def write_placement(desk: Desk, placement: Placement) -> None:
    """Copy a file to its place and write its record; a run that ends between the two does it again."""
    document, version, sidecar = placement.document, placement.version, placement.sidecar
    if not document or not version or not sidecar or not placement.path:
        return
    folder = str(PurePosixPath(sidecar).parent)
    if placement.action is Action.NEW_DOCUMENT:
        desk.check(sidecar, document_to_toml(document, folder))
    if placement.is_copied:
        desk.copy(placement.source, placement.path, version.renditions[-1].sha256)
    if placement.action is Action.NEW_DOCUMENT:
        desk.put(sidecar, document_to_toml(document, folder))
    elif placement.action is Action.NEW_VERSION:
        desk.change(
            sidecar,
            lambda text: editing.with_version(text, folder, version),
            lambda text: with_reviews(text, placement.reviews),
        )
    else:
        desk.change(
            sidecar,
            lambda text: editing.with_rendition(text, folder, version.language, version.renditions[-1]),
            lambda text: with_reviews(text, placement.reviews),
        )


def _documents(placements: Iterable[Placement]) -> tuple[Document, ...]:
    found = {one.document.id: one.document for one in placements if one.document and one.action is not Action.LEFT_OUT}
    return tuple(found.values())
