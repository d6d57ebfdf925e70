"""Changes the facts of a document's record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.archive.errors import WrongUseError
from indexer.archive.fields import Assignment, assignments, change_of
from indexer.archive.keeping import Change, Desk, Keeper
from indexer.archive.locating import present
from indexer.archive.record_text import with_document_renamed, with_reviews
from indexer.corpus import AuthorityIndex, editing
from indexer.model.document import Document
from indexer.model.identifiers import DocumentId
from indexer.symbols import canonical


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a record.

    Attributes:
        document: The id that it has now.
        sidecar: Relative to the corpus.
        fields: Those that were set, or whose marks were taken away.
        is_changed: False where all was as it should be.
        renamed_in: The meetings' records that named it by its old id.
    """

    document: DocumentId
    sidecar: str
    fields: tuple[str, ...]
    is_changed: bool
    renamed_in: tuple[str, ...] = ()


def edit(keeper: Keeper, value: str, texts: Sequence[str], *, reviewed: Iterable[str] | None, dry_run: bool) -> Changed:
    """Set fields of a document's record; what is set need not be reviewed any more.

    Args:
        texts: Each `field=value`.
        reviewed: Fields whose marks are taken away as they are; None takes away every mark.

    Raises:
        WrongUseError: There is no such document or field, or the value is none.
        WrongRecordError: The record would not be a good one; it stays as it was.
    """
    wanted = assignments(texts)
    if dry_run:
        document = present(keeper.records, value)
        for one in wanted:
            change_of(one, AuthorityIndex(keeper.records.vocabulary))
        return Changed(document.id, document.sidecar, tuple(one.field for one in wanted), is_changed=False)
    with keeper.writing() as desk:
        document = present(desk.records, value)
        return _edited(desk, document, wanted, (reviewed if reviewed is None else frozenset(reviewed), keeper))


def _edited(
    desk: Desk, document: Document, wanted: Sequence[Assignment], rest: tuple[frozenset[str] | None, Keeper]
) -> Changed:
    reviewed, keeper = rest
    authorities = AuthorityIndex(desk.records.vocabulary)
    settled = None if reviewed is None else reviewed | {one.field for one in wanted}
    changes: list[Change] = [change_of(one, authorities) for one in wanted]
    changes.append(lambda text: with_reviews(text, (), without=settled))
    before = desk.text(document.sidecar)
    after = _applied(before, changes)
    if after != before:
        desk.put(document.sidecar, editing.with_fields(after, {"modified": keeper.today}))
    identity = _new_id(document, wanted)
    renamed = _rename_in_meetings(desk, document.id, identity) if identity != document.id else ()
    fields = tuple(one.field for one in wanted)
    return Changed(identity, document.sidecar, fields, is_changed=after != before, renamed_in=renamed)


def replace_text(keeper: Keeper, value: str, before: str, after: str) -> Changed:
    """Put a text that was written in an editor in the place of a record.

    Args:
        before: The text that was opened.

    Raises:
        WrongUseError: The record was changed by somebody else meanwhile.
        WrongRecordError: The text is not a good record; the old one stays.
    """
    with keeper.writing() as desk:
        document = present(desk.records, value)
        if desk.text(document.sidecar) != before:
            raise WrongUseError(f"{document.sidecar} was changed by somebody else meanwhile: open it again.")
        desk.put(document.sidecar, after)
        desk.refresh()
        identity = next((one.id for one in desk.records.documents.values() if one.sidecar == document.sidecar), "")
        renamed = _rename_in_meetings(desk, document.id, identity) if identity != document.id else ()
        return Changed(DocumentId(identity), document.sidecar, (), is_changed=after != before, renamed_in=renamed)


def _applied(text: str, changes: Iterable[Change]) -> str:
    for change in changes:
        text = change(text)
    return text


def _new_id(document: Document, wanted: Iterable[Assignment]) -> DocumentId:
    symbols = [canonical(one.value) for one in wanted if one.field == "symbol" and one.value]
    return DocumentId(symbols[-1]) if symbols and symbols[-1] else document.id


def _rename_in_meetings(desk: Desk, old: DocumentId, new: str) -> tuple[str, ...]:
    naming = []
    for meeting in desk.records.meetings.values():
        before = desk.text(meeting.sidecar)
        after = with_document_renamed(before, old, DocumentId(new))
        if after != before:
            desk.put(meeting.sidecar, after)
            naming.append(meeting.sidecar)
    return tuple(naming)
