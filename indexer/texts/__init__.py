"""The store of extracted texts, by checksum of the file and version of the reader."""

from indexer.texts.errors import TextDamagedError, TextMissingError
from indexer.texts.format import TextFailure, TextRecord
from indexer.texts.store import StoredText, TextFault, TextStore

__all__ = ["StoredText", "TextDamagedError", "TextFailure", "TextFault", "TextMissingError", "TextRecord", "TextStore"]
