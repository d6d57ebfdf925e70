"""The corpus: the archive's own files, and the only code that knows their shape."""

from indexer.corpus.authorities import AuthorityIndex
from indexer.corpus.errors import CorpusLockedError, RecordError
from indexer.corpus.reading import read_corpus

__all__ = ["AuthorityIndex", "CorpusLockedError", "RecordError", "read_corpus"]
