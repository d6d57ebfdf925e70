"""Makes a new file the original of a version: one that was handed in, or one that was replaced in its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from indexer.archive.errors import WrongUseError
from indexer.archive.incoming import Incoming
from indexer.archive.keeping import Desk, Keeper
from indexer.archive.locating import present, version_meant
from indexer.archive.placing import free_path, name_of
from indexer.archive.record_text import with_other_file
from indexer.archive.removing import keep_aside
from indexer.corpus import editing
from indexer.corpus.checksums import ChangedFile, FileChange, changed, sha256_of
from indexer.model.document import Document, Rendition, Version
from indexer.model.identifiers import DocumentId, Language, Sha256


@dataclass(frozen=True, slots=True)
class Replaced:
    """A version with its new original.

    Attributes:
        path, former: Of the new file and of the one before it, relative to the corpus.
        kept: Where the one before it is now; empty where nothing was written.
    """

    document: DocumentId
    language: Language
    path: str
    former: str
    kept: str = ""


def replace_file(
    keeper: Keeper, incoming: Incoming, value: str, language: Language | None, *, dry_run: bool
) -> Replaced:
    """Put a file in the place of a version's original, which is kept where no reader looks.

    The new file gets a name of its own, so that the record is at every moment right about the file that it names.

    Raises:
        WrongUseError: There is no such version, or it cannot be told which file is replaced.
    """
    if dry_run:
        document, version, old = _meant(present(keeper.records, value), language, incoming)
        return Replaced(document.id, version.language, _new_path(keeper, incoming, document, version), old.path)
    with keeper.writing() as desk:
        document, version, old = _meant(present(desk.records, value), language, incoming)
        path = _new_path(keeper, incoming, document, version)
        desk.copy(incoming.path, path, incoming.sha256)
        new = {"file": _named(path, document.sidecar), "sha256": incoming.sha256, "bytes": incoming.size}
        former = _named(old.path, document.sidecar)
        desk.change(document.sidecar, lambda text: with_other_file(text, version.language, former, new))
        return Replaced(document.id, version.language, path, old.path, keep_aside(keeper, old.path))


def _meant(document: Document, language: Language | None, incoming: Incoming) -> tuple[Document, Version, Rendition]:
    version = version_meant(document, language)
    alike = [one for one in version.renditions if one.media_type == incoming.media_type]
    candidates = alike or list(version.renditions)
    if any(one.sha256 == incoming.sha256 for one in version.renditions):
        raise WrongUseError(f"{incoming.path} is the file that {document.id} has already.")
    if len(candidates) != 1:
        names = ", ".join(one.path for one in candidates)
        what = f"several files ({names})" if names else "no file"
        raise WrongUseError(f"{document.id} has {what} in '{version.language}': nothing can be replaced for certain.")
    return document, version, candidates[0]


def _new_path(keeper: Keeper, incoming: Incoming, document: Document, version: Version) -> str:
    sidecar = PurePosixPath(document.sidecar)
    return free_path(keeper.corpus, *name_of(incoming, version.language, str(sidecar.with_suffix(""))))


def _named(path: str, sidecar: str) -> str:
    """Return a file of the corpus as its record names it."""
    return str(PurePosixPath(path).relative_to(PurePosixPath(sidecar).parent))


def accept(keeper: Keeper, paths: Iterable[Path], *, dry_run: bool) -> tuple[ChangedFile, ...]:
    """Write down the checksums that files have now, where their records say others or none.

    Args:
        paths: Files of the corpus, or folders for all files below them.

    Raises:
        WrongUseError: A path is outside the corpus, or none of its files has changed.
    """
    wanted = [_relative(keeper.corpus, path) for path in paths]
    if dry_run:
        return _accepted(keeper, wanted)
    with keeper.writing() as desk:
        found = _accepted(keeper, wanted)
        for file in found:
            _write_down(desk, file)
    return found


def _accepted(keeper: Keeper, wanted: Iterable[str]) -> tuple[ChangedFile, ...]:
    differing = [
        file for file in changed(keeper.records, keeper.corpus, sha256_of) if file.change is not FileChange.MISSING
    ]
    found: dict[str, ChangedFile] = {}
    for path in wanted:
        below = [file for file in differing if path in {".", file.path} or file.path.startswith(f"{path}/")]
        if not below:
            raise WrongUseError(f"There is nothing to accept at {path}: every file there is as its record says.")
        found |= {file.path: file for file in below}
    return tuple(found.values())


def _relative(corpus: Path, path: Path) -> str:
    for candidate in (path, corpus / path):
        if candidate.exists() and candidate.resolve().is_relative_to(corpus.resolve()):
            return candidate.resolve().relative_to(corpus.resolve()).as_posix()
    raise WrongUseError(f"There is no file {path} in the corpus {corpus}.")


def _write_down(desk: Desk, file: ChangedFile) -> None:
    assert file.sha256 is not None
    assert file.size is not None
    sha256, size = Sha256(file.sha256), file.size
    name = _named(file.path, file.sidecar)
    desk.change(
        file.sidecar,
        lambda text: editing.with_file(text, file.language, file=name, sha256=sha256, size=size),
    )
