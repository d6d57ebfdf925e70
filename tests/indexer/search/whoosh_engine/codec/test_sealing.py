"""What is sealed comes back, and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.codec.sealing import sealed, unsealed
from indexer.search.whoosh_engine.errors import IndexDamagedError

PATH = Path("contents.toc")


@given(st.binary(max_size=30))
@settings(deadline=None)
def test_text_comes_back(text: bytes) -> None:
    """Whatever it is, line ends among it."""
    assert text == unsealed(PATH, sealed(PATH.name, text))


@given(st.binary(max_size=12), st.data())
@settings(deadline=None)
def test_any_change_is_damage(text: bytes, data: st.DataObject) -> None:
    """Any byte that is another, any length that is left, any byte more."""
    content = sealed(PATH.name, text)
    place, change = data.draw(st.integers(0, len(content) - 1)), data.draw(st.integers(1, 255))
    changed = content[:place] + bytes((content[place] ^ change,)) + content[place + 1 :]
    for damaged in (changed, content[:place], content + bytes((change,)), content + content):
        with pytest.raises(IndexDamagedError, match=r"contents\.toc is damaged"):
            unsealed(PATH, damaged)


def test_a_file_is_not_taken_for_another() -> None:
    """The seal of one name is none for another."""
    with pytest.raises(IndexDamagedError, match="not as it was written"):
        unsealed(PATH, sealed("format.json", b"{}"))
