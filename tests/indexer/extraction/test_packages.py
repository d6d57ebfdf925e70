"""Zipped documents within limits."""

import io
import zipfile

import pytest

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.limits import Limits
from indexer.extraction.packages import open_package, read_part


def package_of(**parts: bytes) -> bytes:
    """Return a zip file with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "limits", "code"),
    [
        (b"PK\x03\x04 broken", Limits(), FailureCode.DAMAGED),
        (package_of(a=b"x", b=b"x"), Limits(parts=1), FailureCode.TOO_LARGE),
        (package_of(a=b"x" * 100), Limits(unpacked_bytes=99), FailureCode.TOO_LARGE),
        (package_of(a=b"\0" * 20_000_000), Limits(), FailureCode.TOO_LARGE),
    ],
)
def test_a_package_outside_the_limits_is_refused(content: bytes, limits: Limits, code: FailureCode) -> None:
    """The directory alone tells, before anything is unpacked."""
    with pytest.raises(ExtractionError) as caught:
        open_package(content, limits)

    assert code == caught.value.code


def test_a_locked_package_is_said_to_be_encrypted() -> None:
    """The flag of a locked part is believed."""
    content = bytearray(package_of(a=b"x"))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    with pytest.raises(ExtractionError) as caught:
        open_package(bytes(content), Limits())

    assert FailureCode.ENCRYPTED == caught.value.code


def test_parts_are_read_by_name() -> None:
    """A part that is not there is None; one that is damaged says so."""
    content = bytearray(package_of(a=b"some words"))
    package = open_package(bytes(content), Limits())

    assert b"some words" == read_part(package, "a")
    assert read_part(package, "b") is None
    content[33] ^= 0xFF
    with pytest.raises(ExtractionError, match="part a cannot be unpacked"):
        read_part(open_package(bytes(content), Limits()), "a")
