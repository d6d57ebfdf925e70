"""The base of every error that the archive raises on purpose.

ArchiveError
├── RecordError                 a record cannot be written or understood        (corpus)
├── ExtractionError             a file gives no text; the reason is one line    (extraction)
├── TextMissingError            a text is not in the store, or damaged there    (texts)
├── IndexUnavailableError       there is no generation to read                  (archive)
├── DamagedError                a file of the state folder is not as written    (archive, search)
├── LockHeldError               another run is writing                          (indexing)
├── NotFoundError               nothing has that id                             (archive)
│   └── RemovedError            a document was taken out; says when and why     (archive)
└── SettingsError               a setting is wrong                              (settings)
"""


class ArchiveError(Exception):
    """Something a person can act on; its message is one sentence for that person."""
