"""Why a file gives no text: a code for programs and one sentence for people."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from indexer.model.errors import ArchiveError


class FailureCode(StrEnum):
    """The kinds of reason for which a file gives no text."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    CRASHED = "crashed"
    INTERRUPTED = "interrupted"
    UNSUPPORTED = "unsupported"
    PROGRAM_MISSING = "program_missing"
    UNREADABLE = "unreadable"
    NOT_A_DOCUMENT = "not_a_document"


class ExtractionError(ArchiveError):
    """A file gives no text.

    Attributes:
        code: What kind of reason it is.
        fault: The predicate of the sentence, such as `is encrypted: upload an unlocked copy`.
        path: The file as the caller named it; None until a caller that knows it is reached.
    """

    def __init__(self, code: FailureCode, fault: str, path: Path | None = None) -> None:
        super().__init__(f"{path or 'the file'} {fault}")
        self.code = code
        self.fault = fault
        self.path = path

    def named(self, path: Path) -> Self:
        """Return the same error with the file's name in its sentence."""
        return type(self)(self.code, self.fault, path)


@dataclass(frozen=True, slots=True)
class ExtractionFailure:
    """What a pool yields in the place of a text.

    Attributes:
        reason: One sentence for people that names the file as the caller did.
        code: A FailureCode.
    """

    reason: str
    code: str


def encrypted() -> ExtractionError:
    """Return the error for a file that asks for a password."""
    return ExtractionError(FailureCode.ENCRYPTED, "is encrypted: upload an unlocked copy")


def damaged(detail: str) -> ExtractionError:
    """Return the error for a file whose content breaks off or contradicts itself."""
    return ExtractionError(FailureCode.DAMAGED, f"is damaged ({detail}): upload a sound copy")


def too_large(detail: str) -> ExtractionError:
    """Return the error for a file that would unpack to more than is read."""
    return ExtractionError(FailureCode.TOO_LARGE, f"is too large ({detail}): upload a smaller copy")


def not_a_document() -> ExtractionError:
    """Return the error for a file whose content is of no type that is read."""
    return ExtractionError(
        FailureCode.NOT_A_DOCUMENT, "is not a document: PDF, Word, PowerPoint, HTML, text, .odt and .rtf are read"
    )
