"""A file is read once for each of its states, and one that changed is told."""

import hashlib
import os
import zlib
from pathlib import Path

import pytest

from indexer.corpus import read_corpus
from indexer.corpus.checksums import CACHE_FILE, ChecksumCache, FileChange, changed, sha256_of
from tests.indexer.corpus.corpora import PAPER, a_corpus

SHA = hashlib.sha256(b"one").hexdigest()


def test_a_second_run_reads_no_file(tmp_path: Path) -> None:
    """What was found is kept: a file whose state is the same need not even be readable."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    first = ChecksumCache(tmp_path / "state")
    assert SHA == first.checksum(path)
    first.save()

    stored = (tmp_path / "state" / CACHE_FILE).read_bytes().partition(b"\n")[2].replace(SHA.encode(), b"0" * 64)
    (tmp_path / "state" / CACHE_FILE).write_bytes(b"%08x\n%b" % (zlib.crc32(stored), stored))

    assert "0" * 64 == ChecksumCache(tmp_path / "state").checksum(path)


def test_a_file_of_the_same_size_and_time_is_read_again(tmp_path: Path) -> None:
    """A replaced file is noticed although it was given the old one's size and time."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    cache = ChecksumCache(tmp_path / "state")
    cache.checksum(path)
    times = path.stat()

    (tmp_path / "b.pdf").write_bytes(b"two")
    (tmp_path / "b.pdf").replace(path)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert hashlib.sha256(b"two").hexdigest() == cache.checksum(path)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 1}', '00000000\n{"x": [1]}'])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, content: str) -> None:
    """The cache is no more than memory."""
    (tmp_path / CACHE_FILE).write_text(content)
    (tmp_path / "a.pdf").write_bytes(b"one")

    assert SHA == ChecksumCache(tmp_path).checksum(tmp_path / "a.pdf")


def test_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    """The cache does not grow for ever, and is not written when nothing is new."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    cache = ChecksumCache(tmp_path)
    cache.save()
    assert not (tmp_path / CACHE_FILE).exists()

    cache.checksum(path)
    path.unlink()
    cache.save()

    assert "{}" == (tmp_path / CACHE_FILE).read_text().partition("\n")[2]


def test_every_way_of_being_changed_is_told(tmp_path: Path) -> None:
    """Damaged, missing and unrecorded files are told apart; good ones are not told."""
    version = '[[version]]\nlanguage = "{}"\nfile = "{}.pdf"\n'
    text = PAPER + version.format("en", "good") + f'sha256 = "{SHA}"\n'
    text += version.format("fr", "other") + f'sha256 = "{"0" * 64}"\n'
    text += version.format("es", "gone") + f'sha256 = "{SHA}"\n' + version.format("ar", "new")
    files: dict[str, str | bytes] = {f"documents/{name}.pdf": "one" for name in ("good", "other", "gone", "new")}
    corpus = a_corpus(tmp_path, {"documents/paper.toml": text, **files})
    records = read_corpus(corpus)
    (corpus / "documents" / "gone.pdf").unlink()

    found = changed(records, corpus, sha256_of)

    assert [
        ("documents/other.pdf", "fr", FileChange.DIFFERS, SHA, 3),
        ("documents/gone.pdf", "es", FileChange.MISSING, None, None),
        ("documents/new.pdf", "ar", FileChange.UNRECORDED, SHA, 3),
    ] == [(file.path, file.language, file.change, file.sha256, file.size) for file in found]
    assert "documents/other.pdf was damaged or replaced: restore it, or accept the new file" == found[0].message
    assert {("documents/paper.toml", "UN/POP/MIG-12CM/2014/03")} == {(file.sidecar, file.document) for file in found}
