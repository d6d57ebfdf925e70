"""Zipped documents (.docx, .pptx, .odt), opened within limits: a small file can unpack to gigabytes."""

import io
import zipfile

from indexer.extraction.errors import damaged, encrypted, too_large
from indexer.extraction.limits import MEGABYTE, Limits

LARGE_PART = 10 * MEGABYTE
MOST_RATIO = 200  # text in XML packs to a twentieth; a bomb to a thousandth


def open_package(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Return the opened package, once its directory promises to stay within the limits.

    Raises:
        ExtractionError: It is damaged, locked, or would unpack to too much.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged("its zip directory cannot be read") from error
    _check_directory(package.infolist(), limits)
    return package


def _check_directory(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.parts:
        raise too_large(f"{len(entries)} parts, at most {limits.parts} are read")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        allowed = limits.unpacked_bytes // MEGABYTE
        raise too_large(f"it unpacks to {unpacked // MEGABYTE} MB, at most {allowed} are read")
    for entry in entries:
        if entry.flag_bits & 1:
            raise encrypted()
        if entry.file_size > max(LARGE_PART, entry.compress_size * MOST_RATIO):
            raise too_large(f"{entry.filename} unpacks to {MOST_RATIO} times its size")


def read_part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """Return a part's bytes, never more than its directory entry promises; None where there is no such part.

    Raises:
        ExtractionError: The part is damaged.
    """
    try:
        entry = package.getinfo(name)
        with package.open(entry) as part:
            return part.read(entry.file_size)
    except KeyError:
        return None
    except Exception as error:  # zipfile lets zlib, lzma, struct and its own errors through
        raise damaged(f"its part {name} cannot be unpacked") from error
