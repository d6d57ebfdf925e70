"""The sample archive says of its meeting what the meeting's page says, and no more."""

import datetime as dt
import functools
from pathlib import Path

import pytest

from indexer.corpus import AuthorityIndex, read_corpus
from indexer.corpus.checksums import changed, sha256_of
from indexer.model.archive import CorpusRecords
from indexer.model.document import Basis, Document, DocumentDate, DocumentKind
from indexer.model.identifiers import OFFICIAL_LANGUAGES, DocumentId, Language, MeetingId
from indexer.model.meeting import AgendaItem, Meeting, Talk
from indexer.symbols import official_address

CORPUS = Path(__file__).parents[2] / "corpus"
PAPERS = tuple(DocumentId(f"UN/POP/MIG-12CM/2014/{number:02}") for number in range(1, 17))
GENERAL_ASSEMBLY = ("A/RES/68/4", "A/68/370", "panel-summary-migration-development")
OTHERS = (
    "migration-in-the-global-partnership",
    "statistics-and-indicators-post-2015",
    "gmg-initiatives-hld-follow-up",
    "retreat-on-migration-indicators",
    "new-global-partnership",
)
CITED = ("A/RES/58/208", "A/RES/67/219", "A/68/190")
TEMPLATE = "template-for-papers-12cm-2014"


@functools.cache
def sample() -> CorpusRecords:
    """Return the records of the sample archive, read once."""
    return read_corpus(CORPUS)


def meeting() -> Meeting:
    """Return the twelfth meeting."""
    return sample().meetings[MeetingId("12cm-2014")]


def document(identity: str) -> Document:
    """Return a document of the sample archive."""
    return sample().documents[DocumentId(identity)]


def item(number: str) -> AgendaItem:
    """Return an item of the agenda."""
    return next(found for found in meeting().agenda if found.number == number)


def talks() -> list[Talk]:
    """Return all talks and remarks in the order of the programme."""
    return [talk for found in meeting().agenda for talk in found.talks]


def test_the_sample_has_no_faults() -> None:
    """Every record is good, every file has its record."""
    assert [] == [str(fault) for fault in sample().faults]
    assert () == sample().unlisted


def test_every_original_is_as_its_record_says() -> None:
    """Each file has its checksum in its record."""
    assert [] == [file.message for file in changed(sample(), CORPUS, sha256_of)]


def test_the_meeting_has_its_place_and_time() -> None:
    """Series, ordinal, dates, place and convenor are those of the page."""
    found = meeting()

    assert ("coordination-meetings", 12, "New York", "un-desa-pd") == (
        found.series,
        found.ordinal,
        found.place,
        found.convenor,
    )
    assert (dt.date(2014, 2, 20), dt.date(2014, 2, 21)) == (found.start, found.end)
    assert {"en": "Twelfth Coordination Meeting on International Migration"} == found.titles


def test_the_mandate_has_the_date_that_the_page_prints() -> None:
    """Resolution 58/208 is dated 13 February 2004, as printed."""
    mandate = meeting().mandate

    assert mandate is not None
    assert ("A/RES/58/208", dt.date(2004, 2, 13)) == (mandate.document, mandate.dated)
    assert "58/208 of 13 February 2004" in mandate.as_printed


def test_the_meeting_says_what_it_was_for() -> None:
    """Objectives, invitation, outcome and the way to hand papers in are told; limits and days are not on the page."""
    found = meeting()
    call = found.call_for_papers

    assert 2 == len(found.objectives)
    assert ["A/RES/68/4" in found.objectives[0], "A/68/190" in found.objectives[0]] == [True, True]
    assert found.invited
    assert "interested Member States" in found.invited
    assert found.outcome
    assert "sixty-ninth session" in found.outcome
    assert "migrationp@un.org" == found.contact
    assert call is not None
    assert (TEMPLATE, "Word file", None, None, False) == (
        call.template,
        call.formats,
        call.limits,
        call.due,
        call.is_open,
    )


def test_there_are_four_sittings_each_with_a_mark() -> None:
    """Two mornings and two afternoons, each with the mark for a recording."""
    sittings = meeting().sittings

    assert [
        (dt.date(2014, 2, day), dt.time(start), dt.time(end)) for day in (20, 21) for start, end in ((10, 13), (15, 18))
    ] == [(sitting.day, sitting.start, sitting.end) for sitting in sittings]
    assert ["marked"] * 4 == [sitting.recording.state for sitting in sittings]


def test_thursday_afternoon_is_empty_and_says_so() -> None:
    """The source lists nobody for it; that item IV was taken there is inferred."""
    sitting = meeting().sittings[1]

    assert sitting.note
    assert "lists no speakers" in sitting.note
    assert [("IV", Basis.INFERRED, ())] == [
        (found.number, found.sitting_basis, found.talks) for found in meeting().agenda if found.sitting == sitting.id
    ]
    assert item("IV").sitting_note


def test_the_agenda_has_eight_items_with_all_their_wordings() -> None:
    """The short agenda's titles stand first, those of the programme beside them."""
    assert ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"] == [found.number for found in meeting().agenda]
    assert {
        "I": ("Opening and introductory remarks",),
        "III": ("The Global Forum on Migration and Development (GFMD): The way forward",),
        "VI": ("Reducing costs of migration and leveraging its benefits",),
        "VIII": ("Closing remarks",),
    } == {found.number: found.other_titles for found in meeting().agenda if found.other_titles}
    assert ["20"] * 4 + ["21"] * 4 == [f"{found.day:%d}" for found in meeting().agenda if found.day]


def test_there_are_seventeen_titled_talks_and_two_remarks() -> None:
    """Opening and closing remarks have no title."""
    assert 17 == len([talk for talk in talks() if talk.title])
    assert [("I", "perucci-francesca"), ("VIII", "wilmoth-john")] == [
        (found.number, talk.speakers[0].person)
        for found in meeting().agenda
        for talk in found.talks
        if talk.mode == "remarks"
    ]
    assert [3, 4, 3, 3, 4] == [len(item(number).talks) for number in ("II", "III", "V", "VI", "VII")]
    assert all(len(talk.speakers) == 1 and talk.speakers[0].person for talk in talks())


def test_there_are_five_moderators() -> None:
    """Each stands on the item that was moderated."""
    assert {
        "II": "seth-nikhil",
        "III": "klein-solomon-michele",
        "V": "khoudour-david",
        "VI": "alarcon-diana",
        "VII": "menozzi-clare",
    } == {found.number: moderator.person for found in meeting().agenda for moderator in found.moderators}


@pytest.mark.parametrize(
    ("number", "place", "organization", "role"),
    [
        ("II", 0, "srsg-migration", "Special Representative of the Secretary-General for Migration"),
        ("II", 1, "columbia-university", "Professor"),
        ("III", 0, "swe", "Ambassador, Chair-in-Office, GFMD"),
        ("III", 3, "ilo", "Director-General, GMG Chair-in-Office"),
        ("V", 0, "un-desa-unsd", None),
        ("VI", 2, "knomad", None),
        ("VII", 1, "ohchr", None),
    ],
)
def test_speakers_have_their_affiliations_and_roles(
    number: str, place: int, organization: str, role: str | None
) -> None:
    """A speaker comes from an organization, in a function where the page names one."""
    speaker = item(number).talks[place].speakers[0]

    assert (organization, role) == (speaker.organization, speaker.role)


def test_what_is_special_about_a_talk_is_told() -> None:
    """One keynote, one video message, one speaker to be confirmed."""
    modes = {talk.mode: talk.speakers[0].person for talk in talks() if talk.mode in {"keynote", "video_message"}}

    assert {"keynote": "pritchett-lant", "video_message": "ryder-guy"} == modes
    assert ["marshall-david"] == [talk.speakers[0].person for talk in talks() if talk.status == "to_be_confirmed"]


def test_five_talks_are_marked_as_recorded() -> None:
    """The marks stand before these speakers, without an address."""
    marked = [talk for talk in talks() if talk.recording.state == "marked"]

    assert ["sutherland-peter", "doyle-michael", "korosi-csaba", "bingham-john", "ryder-guy"] == [
        talk.speakers[0].person for talk in marked
    ]
    assert {None} == {talk.recording.address for talk in marked}


def test_bloom_s_talk_presents_her_university_s_paper() -> None:
    """The link says that it is inferred."""
    talk = item("VII").talks[2]

    assert ("bloom-tendayi", (PAPERS[2],)) == (talk.speakers[0].person, talk.documents)
    assert talk.note
    assert "inferred" in talk.note


def test_there_are_two_side_events_as_numbered() -> None:
    """Organizers are inferred from the titles; the second programme goes from II to V."""
    first, second = meeting().side_events

    assert (dt.date(2014, 2, 20), ("gmg", "gfmd"), Basis.INFERRED) == (
        first.day,
        first.organizers,
        first.organizers_basis,
    )
    assert (dt.date(2014, 2, 21), ("gmg",), Basis.INFERRED) == (second.day, second.organizers, second.organizers_basis)
    assert (["I", "II", "III", "IV", "V"], ["I", "II", "V"]) == (
        [entry.number for entry in first.programme],
        [entry.number for entry in second.programme],
    )


def test_documents_stand_in_the_groups_of_the_page() -> None:
    """Template, background documents in two groups, contributed papers."""
    template, background, papers = meeting().groups

    assert ("template", (TEMPLATE,)) == (template.anchor, template.documents)
    assert ("papers", PAPERS) == (papers.anchor, papers.documents)
    assert ("background", [("general-assembly", GENERAL_ASSEMBLY), ("other-documents", OTHERS)]) == (
        background.anchor,
        [(group.anchor, group.documents) for group in background.groups],
    )
    assert {*PAPERS, *GENERAL_ASSEMBLY, *OTHERS, TEMPLATE, *CITED} == set(sample().documents)


def test_papers_come_from_their_organizations() -> None:
    """Sixteen papers, each with the body that the page names."""
    assert [
        ("metropolis", "carleton-university"),
        *((body,) for body in ("unece", "unu-gcm", "unfpa", "escwa", "las", "unodc", "fao", "acp-observatory")),
        *((body,) for body in ("sr-migrants", "unaoc", "simn", "cms", "unesco", "iom", "unicef")),
    ] == [document(paper).organizations for paper in PAPERS]
    assert ("crepeau-francois",) == document(PAPERS[9]).people
    assert {(DocumentKind.CONTRIBUTED_PAPER, DocumentDate(Basis.FROM_SYMBOL, 2014))} == {
        (document(paper).kind, document(paper).date) for paper in PAPERS
    }


def test_general_assembly_documents_have_six_languages() -> None:
    """Each version has its file, its title and its official copy."""
    for identity in ("A/RES/68/4", "A/68/370"):
        found = document(identity)
        assert OFFICIAL_LANGUAGES == found.languages
        assert set(OFFICIAL_LANGUAGES) == set(found.titles)
        assert {1} == {len(version.renditions) for version in found.versions}
    assert DocumentDate(Basis.STATED, 2013, 10, 3) == document("A/RES/68/4").date
    assert ("A/RES/67/219",) == document("A/68/370").cites


def test_two_author_lines_are_no_bodies() -> None:
    """They are kept as printed; the others are organizations."""
    assert {
        "migration-in-the-global-partnership": (
            "United Nations Special Representative for International Migration and an informal working group of "
            "states, agencies, experts, and civil society"
        ),
        "new-global-partnership": (
            "Report of the High-Level Panel of Eminent Persons on the Post-2015 Development Agenda"
        ),
    } == {
        found.id: found.statement_of_responsibility
        for found in sample().documents.values()
        if found.statement_of_responsibility
    }
    assert ["un-desa-dpad", "gmg", "gmg"] == [document(identity).organizations[0] for identity in OTHERS[1:4]]


def test_the_page_s_typing_errors_are_mended_and_kept() -> None:
    """The title shown is right; the title as printed is found too."""
    paper = document(PAPERS[10])

    assert "Follow-up to, and Implementation" in paper.titles[Language("en")]
    assert "Follo-up tp, and Implementation" in paper.other_titles[0]
    assert paper.source
    assert (paper.other_titles[0], "Masthead editors") == (paper.source.as_printed, paper.source.mended_by)


def test_originals_are_specimens_and_cited_documents_are_not_held() -> None:
    """What is held was written for this archive and says so; what is only cited has no file."""
    assert {True: len(PAPERS) + len(GENERAL_ASSEMBLY) + len(OTHERS) + 1, False: len(CITED)} == {
        is_specimen: len([1 for found in sample().documents.values() if found.specimen == is_specimen])
        for is_specimen in (True, False)
    }
    for found in sample().documents.values():
        assert found.specimen == any(version.renditions for version in found.versions)


def test_every_document_has_topics_and_every_symbol_its_official_copy() -> None:
    """One to five topics; the official address ends in the symbol."""
    for found in sample().documents.values():
        assert 1 <= len(found.topics) <= 5
        for version in found.versions:
            if found.symbol:
                assert version.official
                assert official_address(found.symbol).rsplit(found.symbol)[0] in version.official
                assert version.official.endswith(f"/{found.symbol}")


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("François Crépeau", "crepeau-francois"),
        ("Francois Crepeau", "crepeau-francois"),
        ("Csaba Korosi", "korosi-csaba"),
        ("Eva Åkerman Börje", "akerman-borje-eva"),
        ("Esen Altug", "altug-esen"),
    ],
)
def test_names_are_found_with_and_without_their_diacritics(typed: str, identity: str) -> None:
    """Each name keeps its letters and is found without them."""
    assert identity == AuthorityIndex(sample().vocabulary).value("person", typed)
