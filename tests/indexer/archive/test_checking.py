"""Records are read as the next run would read them before they are written."""

from pathlib import Path

import pytest

from indexer.archive.checking import RecordCheck
from indexer.archive.errors import WrongRecordError
from indexer.corpus import read_corpus
from tests.indexer.corpus.corpora import MEETING, PAPER, a_corpus

FILE = '\n[[version]]\nlanguage = "en"\nfile = "paper.pdf"\n'


@pytest.fixture
def check(tmp_path: Path) -> RecordCheck:
    """The check of a corpus that holds one paper without its file."""
    corpus = a_corpus(tmp_path / "corpus", {"documents/paper.toml": PAPER + FILE})
    return RecordCheck(corpus, read_corpus(corpus))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("documents/paper.toml", PAPER),
        ("documents/paper.toml", PAPER + FILE),
        ("documents/other.toml", PAPER.replace("/03", "/04")),
        ("meeting/meeting.toml", MEETING),
        ("vocabulary/series.toml", "[[series]]\n"),
    ],
)
def test_good_records_pass(check: RecordCheck, path: str, text: str) -> None:
    """A file that is missing makes no record bad: it is told by the next run."""
    check.refuse_faults(path, text)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("documents/paper.toml", PAPER + "nosuch = 1\n", "documents/paper.toml:4: key 'nosuch' is not known"),
        ("documents/paper.toml", PAPER + 'topics = ["nosuch"]\n', "topic 'nosuch' is not known"),
        ("documents/other.toml", PAPER, "already used by documents/paper.toml"),
        ("documents/paper.toml", "symbol = ", "this is not TOML"),
        ("meeting/meeting.toml", MEETING.replace("2014-02-21", "2013-02-21"), "before it starts"),
        ("vocabulary/series.toml", "[[series", "this is not TOML"),
    ],
)
def test_records_that_would_be_left_out_are_refused(check: RecordCheck, path: str, text: str, said: str) -> None:
    """With file, line and what is wrong."""
    with pytest.raises(WrongRecordError) as refused:
        check.refuse_faults(path, text)

    assert "Nothing was written." in str(refused.value)
    assert said in str(refused.value)
