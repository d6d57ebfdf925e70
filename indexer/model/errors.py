"""The base of every error that the archive raises on purpose.

ArchiveError
├── SettingsError               a setting is wrong                                       (settings)
├── RecordError                 a record cannot be written or understood                 (corpus)
│   └── CorpusLockedError       another command is writing records                       (corpus)
├── ExtractionError             a file gives no text; the reason is one line             (extraction)
├── TextMissingError            a text is not in the store                               (texts)
├── TextDamagedError            a text is not as it was stored                           (texts)
├── CatalogueNotWrittenError    a catalogue cannot be written                            (catalogue)
├── CatalogueDamagedError       a catalogue is not as it was written                     (catalogue)
├── IndexDamagedError           an index is not as it was written                        (search)
├── IndexOutdatedError          an index was made by other rules                         (search)
├── IndexBusyError              another process is writing the index                     (search)
├── LockHeldError               another run is at work                                   (indexing)
├── CorpusMissingError          there is no folder to index                              (indexing)
├── CheckFailedError            a new generation is not what it should be                (indexing)
├── DamagedError                a file of a generation is not as it was written          (indexing)
├── IndexUnavailableError       there is no generation that can be read                  (archive)
├── WrongUseError               what a keeper asked for cannot be meant                  (archive)
├── WrongRecordError            a change would make a record that cannot be read         (archive)
├── NotFoundError               nothing has that id                                      (archive)
│   ├── RemovedError            a document was taken out; says when and why              (archive)
│   ├── MovedError              the id is another spelling, or was merged                (archive)
│   └── FileUnavailableError    a file is missing or damaged                             (webapp)
├── NotServedError              the site cannot be served                                (cli)
└── BadParametersError          parameters of the API are wrong                          (webapp)
"""


class ArchiveError(Exception):
    """Something a person can act on; its message is one sentence for that person."""
