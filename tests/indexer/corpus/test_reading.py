"""A corpus is read whole; what is wrong is told, with its line, and costs nothing else."""

from pathlib import Path

import pytest

from indexer.corpus import RecordError, read_corpus
from indexer.corpus.files import walk
from indexer.corpus.ledger import Ledger
from indexer.corpus.reading import read_records
from indexer.model.identifiers import DocumentId
from tests.indexer.corpus.corpora import MEETING, PAPER, a_corpus, records_of

OTHER = 'symbol = "A/RES/68/4"\nkind = "resolution"\ntitle = "Declaration"\n'


def test_an_empty_folder_is_an_empty_corpus(tmp_path: Path) -> None:
    """A new archive has no records and no faults."""
    records = read_corpus(tmp_path)

    assert (0, 0, ()) == (len(records.documents), len(records.meetings), records.faults)


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    """A wrong setting says which folder is missing and which variable to set."""
    with pytest.raises(RecordError, match="does not exist: create it, or set MASTHEAD_CORPUS"):
        read_corpus(tmp_path / "nowhere")


def test_documents_stand_anywhere_and_meetings_in_their_folder(tmp_path: Path) -> None:
    """Each record is found wherever it stands, and a meeting without an id is called as its folder."""
    records = records_of(
        tmp_path, {"12cm-2014/meeting.toml": MEETING, "12cm-2014/papers/03.toml": PAPER, "documents/a.toml": OTHER}
    )

    assert () == records.faults
    assert ["12cm-2014"] == list(records.meetings)
    assert {"UN/POP/MIG-12CM/2014/03", "A/RES/68/4"} == set(records.documents)
    assert "12cm-2014/papers/03.toml" == records.documents[DocumentId("UN/POP/MIG-12CM/2014/03")].sidecar


def test_a_faulty_record_stops_no_other(tmp_path: Path) -> None:
    """One record that is no TOML is told with its line; the rest is there."""
    records = records_of(tmp_path, {"documents/a.toml": "kind = = 1", "documents/b.toml": OTHER})

    assert ["A/RES/68/4"] == list(records.documents)
    assert ["documents/a.toml:1: this is not TOML: Invalid value; mend the line or the one above it"] == [
        str(fault) for fault in records.faults
    ]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b'a = 1\nb = "\xff"', 2, "this is not UTF-8; save the file in the encoding UTF-8"),
        (b"a = [1,\n", 1, "this is not TOML: Invalid value; mend the line or the one above it"),
        (b"a = 1\na = 2\n", 2, "this is not TOML: Cannot overwrite a value; mend the line or the one above it"),
        (b"a = " + b"[" * 100_000, 1, "this is not TOML: "),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, line: int, message: str) -> None:
    """Each way of being unreadable has its line and its sentence."""
    records = records_of(tmp_path, {"documents/a.toml": content})

    assert [line] == [fault.line for fault in records.faults]
    assert records.faults[0].message.startswith(message)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Some editors begin a file with a mark of the encoding."""
    records = records_of(tmp_path, {"documents/a.toml": b"\xef\xbb\xbf" + OTHER.replace("\n", "\r\n").encode()})

    assert () == records.faults


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    """A record that is a link to itself is none of the corpus's files."""
    corpus = a_corpus(tmp_path, {"documents/b.toml": OTHER})
    (corpus / "documents" / "a.toml").symlink_to("a.toml")

    records = read_corpus(corpus)

    assert ["documents/a.toml: this is a link that leads out of the corpus; put the record itself there"] == [
        str(fault) for fault in records.faults
    ]


def test_a_record_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    """A file that went, or may not be read, after the folder was walked is a fault like any other."""
    files = walk(a_corpus(tmp_path, {"documents/a.toml": OTHER, "documents/b.toml": PAPER}))
    (tmp_path / "documents" / "a.toml").unlink()

    records = read_records(files, Ledger())

    assert ["documents/a.toml: the file cannot be read: No such file or directory; mend its permissions"] == [
        str(fault) for fault in records.faults
    ]
    assert ["UN/POP/MIG-12CM/2014/03"] == list(records.documents)


def test_an_id_that_is_used_twice_is_told(tmp_path: Path) -> None:
    """Two records of one symbol, however it is spelled, are one too many: the first stays."""
    records = records_of(tmp_path, {"documents/a.toml": OTHER, "documents/b.toml": OTHER.replace("A/RES", "a/res")})

    assert "documents/a.toml" == next(iter(records.documents.values())).sidecar
    assert ["documents/b.toml:1"] == [str(fault).split(": ")[0] for fault in records.faults]
    assert "id 'A/RES/68/4' is already used by documents/a.toml" in records.faults[0].message


def test_a_meeting_that_stands_twice_is_told(tmp_path: Path) -> None:
    """Two meetings of one id are one too many: the first stays."""
    text = 'id = "12cm-2014"\n' + MEETING
    records = records_of(tmp_path, {"a/meeting.toml": text, "b/meeting.toml": text})

    assert "a/meeting.toml" == next(iter(records.meetings.values())).sidecar
    assert "b/meeting.toml" == records.faults[0].path


def test_files_that_no_record_names_are_listed(tmp_path: Path) -> None:
    """Stray files are listed, be they beside faulty records; what editors and systems leave behind is not."""
    version = '[[version]]\nlanguage = "en"\nfile = "{}"\n'
    records = records_of(
        tmp_path,
        {
            "README.md": "",
            "documents/a.toml": OTHER + version.format("a.pdf"),
            "documents/b.toml": "kind = 1\n" + version.format("b.pdf"),
            "documents/a.pdf": "a",
            "documents/b.pdf": "b",
            "documents/stray.pdf": "",
            "documents/a.toml~": "",
            "documents/.DS_Store": "",
            "documents/~$a.docx": "",
            ".git/config.toml": "",
            "vocabulary/notes.toml": "",
        },
    )

    assert ("documents/stray.pdf", "vocabulary/notes.toml") == records.unlisted


def test_a_thousand_records_are_read(tmp_path: Path) -> None:
    """Every one of many is there."""
    version = '[[version]]\nlanguage = "en"\nfile = "{}.pdf"\nsha256 = "' + "0" * 64 + '"\nbytes = 1\n'
    files: dict[str, str | bytes] = {}
    for number in range(1000):
        text = PAPER.replace("2014/03", f"2014/{number + 1}") + 'organizations = ["UNFPA"]\ntopics = ["Remittances"]\n'
        files |= {f"documents/{number}.toml": text + version.format(number), f"documents/{number}.pdf": "x"}
    corpus = a_corpus(tmp_path, files)

    records = read_corpus(corpus)

    assert 1000 == len(records.documents)
