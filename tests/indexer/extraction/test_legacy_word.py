"""Old Word files, through programs that may not be installed."""

import pytest

from indexer.extraction.errors import ExtractionError, FailureCode
from indexer.extraction.legacy_word import LegacyWordReader
from indexer.extraction.limits import Budget, Limits

ECHO = ("cat",)
NONE = ("no-such-program",)


def test_the_first_program_that_gives_text_is_believed() -> None:
    """Programs that are missing or find nothing are passed over."""
    reader = LegacyWordReader([NONE, ("false",), ECHO])

    assert "one\n\ntwo" == reader.read(b"one\ntwo\n", Budget(Limits())).places[0].text


def test_a_missing_program_is_named() -> None:
    """The reason says what to install."""
    with pytest.raises(ExtractionError, match="install no-such-program, or save the file") as caught:
        LegacyWordReader([NONE]).read(b"x", Budget(Limits()))

    assert FailureCode.PROGRAM_MISSING == caught.value.code


def test_a_file_without_text_is_said_to_be_damaged() -> None:
    """Where no program finds words the file gives the reason."""
    with pytest.raises(ExtractionError) as caught:
        LegacyWordReader([("false",)]).read(b"x", Budget(Limits()))

    assert FailureCode.DAMAGED == caught.value.code
