"""Cursors."""

import base64
import json

from hypothesis import given
from hypothesis import strategies as st

from indexer.model.querytree import Sort
from indexer.representations.cursors import Cursor, _checksum, decode, encode, outdated
from indexer.representations.faults import FaultCode

_WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
_BY_NUMBER = st.builds(
    Cursor, _WORDS, st.sampled_from([Sort.RELEVANCE, Sort.NEWEST, Sort.OLDEST]), st.floats(-1e6, 1e8), _WORDS
)
_BY_TITLE = st.builds(Cursor, _WORDS, st.just(Sort.TITLE), _WORDS, _WORDS)


def forged(content: object) -> str:
    """Return a text with a right checksum over any content."""
    data = json.dumps(content).encode()
    return base64.urlsafe_b64encode(_checksum(data) + data).decode().rstrip("=")


@given(_BY_NUMBER | _BY_TITLE)
def test_a_cursor_comes_back_as_it_was(cursor: Cursor) -> None:
    """Encoding and decoding lose nothing, not even a digit of a score."""
    assert cursor == decode(encode(cursor))


@given(_BY_NUMBER | _BY_TITLE, st.data())
def test_a_damaged_cursor_is_none(cursor: Cursor, data: st.DataObject) -> None:
    """A text with one character changed is no cursor, unless the change says nothing."""
    text = encode(cursor)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from("ABCabc019-_"))

    assert decode(text[:at] + other + text[at + 1 :]) in {None, cursor}


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    """What was not given out by the archive is no cursor."""
    assert decode(text) is None


def test_a_cursor_made_by_others_cannot_name_a_key_that_hits_do_not_have() -> None:
    """A right checksum is no proof: the key must be one that an engine can compare."""
    wrong = (["1", "newest", "zebra", "x"], ["1", "title", 3, "x"], ["1", "best", 3, "x"], ["1", "newest", 1e300, "x"])
    nested = base64.urlsafe_b64encode(_checksum(b"[" * 2900) + b"[" * 2900).decode()

    assert [None] * 6 == [decode(text) for text in (*map(forged, wrong), forged({"a": 1}), nested)]


def test_not_a_number_is_no_key() -> None:
    """NaN compares with nothing."""
    assert decode(forged(["1", "newest", float("nan"), "x"])) is None


def test_a_cursor_of_an_older_generation_is_a_fault() -> None:
    """Hits of two generations are not one list."""
    cursor = Cursor("7", Sort.NEWEST, 20140220, "A/RES/68/4")
    fault = outdated(cursor, "8")

    assert outdated(cursor, "7") is None
    assert fault is not None
    assert (FaultCode.OUTDATED_CURSOR, "cursor") == (fault.code, fault.parameter)
