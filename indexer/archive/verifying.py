"""Checks everything against its checksum, and that records, catalogue, index and texts say the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.archive.keeping import Keeper
from indexer.archive.reading import Archive
from indexer.catalogue import FileState, parts_of
from indexer.catalogue.parts import PARTS_LANGUAGE
from indexer.corpus.checksums import FileChange, changed, sha256_of
from indexer.indexing import Generations, Progress
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import UNDETERMINED, Language, Sha256, WorkId
from indexer.model.results import IndexKey


class Part(StrEnum):
    """What is checked."""

    RECORDS = "records"
    ORIGINALS = "originals"
    GENERATION = "generation"
    TEXTS = "texts"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be, in one sentence."""

    part: Part
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and what is wrong.

    Attributes:
        unrecorded: Originals whose records hold no checksum, so that they cannot be checked.
    """

    originals: int
    files: int
    texts: int
    entries: int
    unrecorded: tuple[str, ...]
    faults: tuple[Fault, ...]


def verify(keeper: Keeper, archive: Archive, progress: Progress) -> Verification:
    """Read every original and every derived file, and hold them against what is written of them.

    Raises:
        RecordError: There is no corpus.
    """
    faults = [Fault(Part.RECORDS, str(fault)) for fault in keeper.records.faults]
    originals, unrecorded = _originals(keeper, progress, faults)
    texts = _texts(keeper, progress, faults)
    generations = Generations(keeper.state)
    current = generations.current()
    if current is None:
        faults.append(Fault(Part.GENERATION, "The archive has not been indexed yet: run masthead index."))
        return Verification(originals, 0, texts, 0, unrecorded, tuple(faults))
    files = _generation_files(generations, current, progress, faults)
    entries = _generation(archive, progress, faults)
    if any(fault.part not in {Part.RECORDS, Part.ORIGINALS} for fault in faults):
        generations.distrust()
    return Verification(originals, files, texts, entries, unrecorded, tuple(faults))


def _originals(keeper: Keeper, progress: Progress, faults: list[Fault]) -> tuple[int, tuple[str, ...]]:
    documents = [document for document in keeper.records.documents.values() if document.removal is None]
    paths = [file.path for document in documents for version in document.versions for file in version.renditions]
    progress.begin("Originals", len(paths))

    def checksum(path: Path) -> Sha256:
        progress.advance()
        return sha256_of(path)

    found = changed(keeper.records, keeper.corpus, checksum)
    for file in found:
        if file.change is not FileChange.UNRECORDED:
            hint = f": masthead verify --accept {file.path}" if file.change is FileChange.DIFFERS else ""
            faults.append(Fault(Part.ORIGINALS, f"{file.message}{hint}."))
    return len(paths), tuple(file.path for file in found if file.change is FileChange.UNRECORDED)


def _generation_files(generations: Generations, current: str, progress: Progress, faults: list[Fault]) -> int:
    progress.begin("Derived files", 1)
    try:
        files = len(generations.manifest(current).files)
        wrong = tuple(generations.faults(current, thorough=True))
    except ArchiveError as error:
        faults.append(Fault(Part.GENERATION, str(error)))
        return 0
    faults.extend(Fault(Part.GENERATION, f"{one}: run masthead index to build it anew.") for one in wrong)
    progress.advance()
    return files


def _texts(keeper: Keeper, progress: Progress, faults: list[Fault]) -> int:
    progress.begin("Texts", 1)
    faults.extend(Fault(Part.TEXTS, fault.message) for fault in keeper.texts.verify())
    progress.advance()
    return sum(1 for _ in (keeper.state / "texts").glob("??/*.text"))


def _generation(archive: Archive, progress: Progress, faults: list[Fault]) -> int:
    progress.begin("Records and index", 1)
    try:
        with archive.reading() as generation:
            faults.extend(_disagreements(generation))
            faults.extend(_missing_texts(generation))
            progress.advance()
            return len(generation.catalogue.entries())
    except IndexUnavailableError as error:
        known = {fault.message for fault in faults}
        faults.extend([] if str(error) in known else [Fault(Part.INDEX, str(error))])
        return 0


def _disagreements(generation: Generation) -> Iterator[Fault]:
    listed = {row.key for row in generation.catalogue.entries()}
    held, wanted = set(generation.engine.keys()), set(_keys_of_records(generation))
    for what, keys in (
        ("is in the catalogue and not in the index", listed - held),
        ("is in the index and not in the catalogue", held - listed),
        ("has a record and is not listed as indexed", wanted - listed),
        ("is listed as indexed and has no record", listed - wanted),
    ):
        for key in sorted(keys):
            yield Fault(Part.INDEX, f"{key.work} in '{key.language}' {what}: run masthead index.")


def _keys_of_records(generation: Generation) -> Iterator[IndexKey]:
    catalogue = generation.catalogue
    for document in catalogue.documents(catalogue.document_ids()):
        for language in document.languages or (UNDETERMINED,):
            yield IndexKey(WorkId(document.id), language)
    for meeting in catalogue.meetings:
        for part in parts_of(meeting, generation.vocabulary):
            yield IndexKey(part.work, Language(PARTS_LANGUAGE))


def _missing_texts(generation: Generation) -> Iterator[Fault]:
    for file in generation.catalogue.files(FileState.READ):
        if file.sha256 and generation.texts.find(file.sha256, file.reader) is None:
            yield Fault(Part.TEXTS, f"The text of {file.path} is missing from the store: run masthead index.")
