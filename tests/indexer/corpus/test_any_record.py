"""Whatever stands in a record, reading it ends with a record or with faults, never with an error."""

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from indexer.corpus import read_corpus
from indexer.corpus.toml_text import table_text
from tests.indexer.corpus.corpora import a_corpus

SOURCES = Path(__file__).parents[3] / "indexer" / "corpus"
KEYS = sorted({key for path in SOURCES.glob("*.py") for key in re.findall(r'\("([a-z_]+)"[,)]', path.read_text())})
SCALARS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    st.sampled_from(["en", "A/68/370", "unfpa", "author", "2014-02", "a.pdf", "10:00", "stated", "https://x.org"]),
    st.integers(-1, 3000),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times(),
    st.datetimes(),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8)
PLACES = st.sampled_from(
    [
        "documents/a.toml",
        "m/meeting.toml",
        *(f"vocabulary/{name}.toml" for name in ("organizations", "countries", "people", "topics", "series")),
    ]
)


def test_the_keys_tried_are_those_that_are_read() -> None:
    """The keys are taken from the source, so that new ones are tried too."""
    assert {"symbol", "version", "sitting", "agenda", "broader", "removed"} <= set(KEYS)


@given(PLACES, RECORDS)
def test_any_record_is_read_or_told(place: str, record: dict[str, object]) -> None:
    """Every kind of value under every key."""
    with tempfile.TemporaryDirectory() as folder:
        read_corpus(a_corpus(Path(folder), {place: table_text("", record)}))


@given(PLACES, st.binary(max_size=60))
def test_any_bytes_are_read_or_told(place: str, content: bytes) -> None:
    """Every sequence of bytes."""
    with tempfile.TemporaryDirectory() as folder:
        read_corpus(a_corpus(Path(folder), {place: content}))
