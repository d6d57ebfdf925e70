"""A meeting's record becomes the noun, with every name resolved and every document known."""

import datetime as dt
from pathlib import Path

import pytest

from indexer.model.document import Basis
from indexer.model.meeting import CallForPapers, DocumentGroup, Mandate, Meeting
from tests.indexer.corpus.corpora import MEETING, PAPER, records_of

FULL = (
    MEETING
    + '''symbol_prefix = "UN/POP/MIG-12CM/2014"
convenor = "UNFPA"
introduction = """
Two \\
lines."""
objectives = ["First.", "Second."]
invited = "All."
outcome = "A report."
outcome_documents = ["A/69/207"]
contact = "a@example.org"

[mandate]
document = "a/res/58/208"
dated = 2004-02-13
as_printed = "resolution 58/208"

[call_for_papers]
instructions = "Send them."
formats = "Word"
limits = "4 pages"
due = 2014-02-14
is_open = true
template = "UN/POP/MIG-12CM/2014/03"

[[documents]]
anchor = "background"
heading = "Background"

[[documents.group]]
anchor = "other"
heading = "Other"
documents = ["UN/POP/MIG-12CM/2014/03"]
'''
)


def meeting_of(folder: Path, text: str) -> Meeting:
    """Read the only meeting of a corpus that has one paper; it must have no faults."""
    records = records_of(folder, {"12cm-2014/meeting.toml": text, "12cm-2014/03.toml": PAPER})
    assert () == records.faults
    return records.meetings[next(iter(records.meetings))]


def meeting_faults(folder: Path, text: str) -> list[str]:
    """Return the faults of a meeting's record as `line: message`."""
    records = records_of(folder, {"12cm-2014/meeting.toml": text, "12cm-2014/03.toml": PAPER})
    return [f"{fault.line}: {fault.message}" for fault in records.faults]


def test_a_meeting_is_read_with_all_it_says(tmp_path: Path) -> None:
    """Every key of a meeting has its place."""
    meeting = meeting_of(tmp_path, FULL)

    assert ("12cm-2014", "coordination-meetings", 12) == (meeting.id, meeting.series, meeting.ordinal)
    assert (dt.date(2014, 2, 20), dt.date(2014, 2, 21), "New York") == (meeting.start, meeting.end, meeting.place)
    assert ("unfpa", "Two lines.", ("First.", "Second.")) == (
        meeting.convenor,
        meeting.introduction,
        meeting.objectives,
    )
    assert Mandate("A/RES/58/208", dt.date(2004, 2, 13), "resolution 58/208") == meeting.mandate  # type: ignore[arg-type]  # an id
    assert ("A/69/207",) == meeting.outcome_documents
    assert CallForPapers(
        "Send them.",
        "Word",
        "4 pages",
        dt.date(2014, 2, 14),
        is_open=True,
        template="UN/POP/MIG-12CM/2014/03",  # type: ignore[arg-type]  # an id
    ) == (meeting.call_for_papers)
    assert (
        DocumentGroup(
            "background",
            "Background",
            (),
            (DocumentGroup("other", "Other", ("UN/POP/MIG-12CM/2014/03",)),),  # type: ignore[arg-type]  # an id
        ),
    ) == meeting.groups


PROGRAMME = """
[[sitting]]
id = "am"
day = 2014-02-20
name = "Morning"
start = "9:30"
end = 13:00:00

[[agenda]]
number = "IV"
title = "Costs"
sitting = "am"
moderators = [{ person = "Eva Åkerman Börje", organization = "UNFPA", affiliation = "Fund", role = "Chief" }]

[[agenda.talk]]
speakers = [{ person = "crepeau-francois" }]

[[agenda.talk]]
title = "Data"
speakers = [{ affiliation = "A delegation" }]
recording_address = "https://v"

[[side_event]]
title = "Beside"
day = 2014-02-20
organizers = ["UN/ECE"]
programme = [{ number = "I", title = "Opening" }, { title = "Talk" }]
"""


def test_a_programme_has_anchors_modes_and_bases_by_default(tmp_path: Path) -> None:
    """What a programme does not say is as is usual: anchors by number, talks with a title, facts stated."""
    meeting = meeting_of(tmp_path, MEETING + PROGRAMME)
    item, event, sitting = meeting.agenda[0], meeting.side_events[0], meeting.sittings[0]

    assert ("item-iv", ["talk-iv-1", "talk-iv-2"]) == (item.anchor, [talk.anchor for talk in item.talks])
    assert ["remarks", "talk"] == [talk.mode for talk in item.talks]
    assert ["none", "available"] == [talk.recording.state for talk in item.talks]
    assert (Basis.STATED, Basis.STATED) == (item.sitting_basis, event.organizers_basis)
    assert ("side-event-1", ("unece",), ["I", ""]) == (
        event.anchor,
        event.organizers,
        [entry.number for entry in event.programme],
    )
    assert (dt.time(9, 30), dt.time(13, 0)) == (sitting.start, sitting.end)
    assert ("akerman-borje-eva", "unfpa", "Fund", "Chief") == (
        item.moderators[0].person,
        item.moderators[0].organization,
        item.moderators[0].affiliation,
        item.moderators[0].role,
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            MEETING.replace('"coordination-meetings"', '"coordination"'),
            "series 'coordination' is not known; did you mean",
        ),
        (MEETING.replace("America/New_York", "New York"), "time zone 'New York' is not known; write one such as"),
        (
            MEETING.replace("end = 2014-02-21", "end = 2014-02-19"),
            "the meeting ends on 2014-02-19, before it starts on",
        ),
        (MEETING.replace("end = 2014-02-21\n", ""), "`end` is missing; write end = 2014-02-20"),
        (MEETING + 'id = "No"\n', "id 'No' is no id; write lower-case letters, digits and hyphens"),
        (MEETING + "[mandate]\nas_printed = 'x'\n", "`document` is missing"),
        (
            MEETING + PROGRAMME.replace('sitting = "am"', 'sitting = "amm"'),
            "sitting 'amm' is not known; did you mean 'am'?",
        ),
        (
            MEETING + PROGRAMME.replace('start = "9:30"', 'start = "half nine"'),
            "`start` is 'half nine', which is no time",
        ),
        (
            MEETING + PROGRAMME.replace('start = "9:30"', 'start = "14:00"'),
            "the sitting ends at 13:00, before it starts at",
        ),
        (MEETING + PROGRAMME.replace('title = "Data"', 'anchor = "item-iv"'), "anchor 'item-iv' is used 2 times;"),
    ],
)
def test_a_wrong_meeting_is_told(tmp_path: Path, text: str, fault: str) -> None:
    """Every fault of a meeting is one sentence."""
    (found, *_) = meeting_faults(tmp_path, text)

    assert fault in found


def test_a_document_without_a_record_is_told_and_left_out(tmp_path: Path) -> None:
    """The meeting stays; only the list is shorter."""
    group = (
        '[[documents]]\nanchor = "papers"\nheading = "Papers"\ndocuments = [\n  "UN/POP/MIG-12CM/2014/03",\n  "A/1"]\n'
    )
    records = records_of(tmp_path, {"12cm-2014/meeting.toml": MEETING + group, "12cm-2014/03.toml": PAPER})

    assert ["12cm-2014/meeting.toml:13: document 'A/1' is not known; write a record of it first"] == [
        str(fault) for fault in records.faults
    ]
    assert [("UN/POP/MIG-12CM/2014/03",)] == [meeting.documents for meeting in records.meetings.values()]


def test_a_document_whose_record_is_faulty_is_not_told_twice(tmp_path: Path) -> None:
    """A meeting that lists a document with a faulty record is not to blame."""
    group = '[[documents]]\nanchor = "papers"\nheading = "Papers"\ndocuments = ["UN/POP/MIG-12CM/2014/03"]\n'
    records = records_of(tmp_path, {"12cm-2014/meeting.toml": MEETING + group, "12cm-2014/03.toml": PAPER + "x = 1\n"})

    assert ["12cm-2014/03.toml"] == [fault.path for fault in records.faults]
    assert [()] == [meeting.documents for meeting in records.meetings.values()]


def test_a_meeting_that_is_no_toml_is_told(tmp_path: Path) -> None:
    """The documents of the corpus are read all the same."""
    records = records_of(tmp_path, {"12cm-2014/meeting.toml": "x", "12cm-2014/03.toml": PAPER})

    assert (1, 1, 0) == (len(records.faults), len(records.documents), len(records.meetings))
