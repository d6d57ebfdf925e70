"""Files that are to be taken in: what each says of itself, read in a sandbox."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.archive.keeping import Keeper
from indexer.corpus.checksums import sha256_of
from indexer.corpus.files import walk
from indexer.extraction import ExtractionFailure, ExtractionPool, media_type_of, reader_for
from indexer.indexing import Progress
from indexer.mastheads import Proposal, propose
from indexer.model.identifiers import UNDETERMINED, Sha256
from indexer.model.place import ExtractedText, PlaceText, QualityFault
from indexer.texts import TextDamagedError, TextFailure, TextRecord

_FRONT_PLACES = 40
"""Word counts paragraphs, of which a first page has many."""
_SILENT = Proposal(None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file from outside.

    Attributes:
        media_type: None for a file of no document type.
        proposal: Empty where there is no text to read it from.
        no_text: Why it gives no text, as the rest of a sentence that begins with its name; None where it gives some.
        is_unreadable: It gives none because it could not be read, not because there is none on its pages.
    """

    path: Path
    sha256: Sha256
    size: int
    media_type: str | None
    proposal: Proposal = _SILENT
    no_text: str | None = None
    is_unreadable: bool = False

    @property
    def name(self) -> str:
        """The file's name without what cannot be shown or written."""
        return readable(self.path.name)


def readable(name: str) -> str:
    """Return the name of a file as text: bytes that are no UTF-8 and control characters are replaced."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", os.fsencode(name).decode("utf-8", "replace"))


def files_in(folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the files below a folder, hidden ones and leftovers of editors aside, and the links that lead out."""
    found = walk(folder)
    return tuple(folder / path for path in found.known.values()), tuple(folder / path for path in found.escaping)


def read_incoming(
    keeper: Keeper, paths: Iterable[Path], progress: Progress, *, keeps_texts: bool
) -> Iterator[Incoming]:
    """Yield what each file says of itself, in the order of the paths.

    Args:
        keeps_texts: Store the texts, so that the next run of `masthead index` need not read the files again.
    """
    paths = tuple(paths)
    done = {path: known for path in paths if (known := _known(keeper, path))}
    waiting = [path for path in paths if path not in done]
    progress.begin("Reading documents", len(waiting))
    if waiting:
        with ExtractionPool(workers=min(keeper.processes, len(waiting))) as pool:
            for path, result in pool.extract_many(waiting):
                done[path] = _read(keeper, path, result, keeps_text=keeps_texts)
                progress.advance()
    for path in paths:
        yield done[path]


def _known(keeper: Keeper, path: Path) -> Incoming | None:
    """Return what is known of a file without reading it: that it is no document, or what the store has of it."""
    try:
        sha256, size, kind = sha256_of(path), path.stat().st_size, media_type_of(path)
    except OSError as error:
        return Incoming(path, Sha256(""), 0, None, no_text=f"cannot be opened: {error.strerror}", is_unreadable=True)
    if kind is None:
        is_empty = size == 0
        return Incoming(path, sha256, size, None, no_text="is empty" if is_empty else None, is_unreadable=is_empty)
    text = keeper.texts.find(sha256, reader_for(kind))
    try:
        return _incoming(path, size, text, keeper.texts.places(sha256, text.reader)) if text else None
    except TextDamagedError:
        return None


def _read(keeper: Keeper, path: Path, result: ExtractedText | ExtractionFailure, *, keeps_text: bool) -> Incoming:
    size = path.stat().st_size
    if isinstance(result, ExtractionFailure):
        sha256, kind = sha256_of(path), media_type_of(path)
        reason = result.reason.removeprefix(f"{path} ")
        if keeps_text:
            keeper.texts.put_failure(TextFailure(sha256, reader_for(kind), result.code, reason))
        return Incoming(path, sha256, size, str(kind), propose((), readable(path.name)), reason, is_unreadable=True)
    if keeps_text:
        keeper.texts.put(result)
    return _incoming(path, size, result, result.places)


def _incoming(path: Path, size: int, text: ExtractedText | TextRecord, places: tuple[PlaceText, ...]) -> Incoming:
    proposal = propose(
        places[:_FRONT_PLACES],
        readable(path.name),
        text.running_lines,
        text.properties,
        text.detected if places else UNDETERMINED,
    )
    return Incoming(path, text.file, size, text.media_type, proposal, _no_text(text, places))


def _no_text(text: ExtractedText | TextRecord, places: tuple[PlaceText, ...]) -> str | None:
    notes = [note.detail for note in text.notes if note.fault is QualityFault.NO_TEXT]
    if notes or not any(place.text.strip() for place in places):
        return f"has no text: {'; '.join(notes) or 'nothing stands in it'}"
    return None
