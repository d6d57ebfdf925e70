"""Records of the small archive by id, and what is around them."""

import pytest

from indexer.archive import browsing
from indexer.archive.errors import IndexUnavailableError, MovedError, NotFoundError, RemovedError
from indexer.archive.generation import Generation
from indexer.archive.reading import Archive
from indexer.model.identifiers import DocumentId, Language
from indexer.model.querytree import Facet
from tests.corpora import ENGLISH, SmallArchive, record_of, symbol


def test_a_document_knows_what_is_around_it(generation: Generation) -> None:
    """Its body, topic, meeting and file."""
    view = browsing.document_view(generation, symbol(1))

    assert (["unfpa"], ["remittances"], ["meeting-1"], ["meeting/paper-1.docx"]) == (
        [one.id for one in view.organizations],
        [one.id for one in view.topics],
        [one.id for one in view.meetings],
        [one.path for one in view.files],
    )


def test_another_spelling_leads_to_the_document(generation: Generation) -> None:
    """The error says where."""
    with pytest.raises(MovedError) as moved:
        browsing.document(generation, symbol(1).lower())

    assert symbol(1) == moved.value.target


@pytest.mark.parametrize("value", ["nothing", "A/RES/1/1", ""])
def test_what_is_not_there_is_not_found(generation: Generation, value: str) -> None:
    """Whatever it looks like."""
    with pytest.raises(NotFoundError, match="There is no document"):
        browsing.document(generation, value)


def test_a_removed_document_says_when_and_why(archive: SmallArchive) -> None:
    """Its record is a tombstone."""
    tombstone = f'symbol = "{symbol(2)}"\nkind = "other"\n\n[removed]\non = 2026-01-02\nreason = "withdrawn"\n'
    record_of(archive.corpus, 2).write_text(tombstone)
    archive.index()
    door = Archive(archive.state)
    with door.reading() as generation, pytest.raises(RemovedError, match="removed on 02 January 2026: withdrawn"):
        browsing.document(generation, symbol(2))
    door.close()


def test_documents_come_in_pages(generation: Generation) -> None:
    """In the order of ids, with how many there are."""
    found, total = browsing.documents(generation, 1, 2)

    assert ([symbol(2), symbol(3)], 4) == ([one.id for one in found], total)


def test_a_text_is_read_place_by_place(generation: Generation) -> None:
    """Marked where a query matches."""
    view = browsing.text_view(generation, symbol(3), ENGLISH)
    texts = list(browsing.places(generation, view))
    marked = browsing.place(generation, view, texts[-1].place.number, "unicum3")

    assert view.characters == sum(len(one.text) for one in texts)
    assert texts[-1] == marked.text


@pytest.mark.parametrize("language", ["fr", "und", "xx"])
def test_a_version_that_is_not_there_says_which_are(generation: Generation, language: str) -> None:
    """One sentence names them."""
    with pytest.raises(NotFoundError, match=r"there are: en"):
        browsing.text_view(generation, symbol(1), Language(language))


def test_a_place_that_is_not_there_is_not_found(generation: Generation) -> None:
    """Counted from 1."""
    view = browsing.text_view(generation, symbol(1), ENGLISH)

    with pytest.raises(NotFoundError, match="There is no place 0"):
        browsing.place(generation, view, 0)


def test_a_lost_text_says_what_to_run(archive: SmallArchive, generation: Generation) -> None:
    """It is damage, not the reader's mistake."""
    for text in (archive.state / "texts").rglob("*.text"):
        text.unlink()

    with pytest.raises(IndexUnavailableError, match="run masthead index"):
        browsing.text_view(generation, symbol(1), ENGLISH)


def test_a_merged_organization_leads_to_the_one_that_absorbed_it(generation: Generation) -> None:
    """Old ids stay good."""
    with pytest.raises(MovedError) as moved:
        browsing.organization(generation, "unfpa-old")

    assert "unfpa" == moved.value.target


def test_a_body_knows_what_it_is_part_of(generation: Generation) -> None:
    """Up and down."""
    assert (["un"], ["unece", "unfpa"]) == (
        [one.id for one in browsing.body_view(generation, "unfpa").parents],
        sorted(one.id for one in browsing.body_view(generation, "un").children),
    )


def test_a_meeting_has_its_series_and_documents(generation: Generation) -> None:
    """Those that its groups list."""
    view = browsing.meeting_view(generation, "meeting-1")

    assert {DocumentId(symbol(number)) for number in (1, 2, 3, 4)} == set(view.documents)


def test_the_overview_counts_works(generation: Generation) -> None:
    """Of every kind."""
    overview = browsing.overview(generation, ENGLISH)

    assert (4, {"contributed_paper": 4, "agenda_item": 1}) == (
        overview.documents,
        {value.value: value.count for value in overview.works},
    )


def test_only_named_authorities_are_listed(generation: Generation) -> None:
    """For the sitemap."""
    named = browsing.named_authorities(generation)

    expected = (("un", "unece", "unfpa"), ("costs", "remittances"))
    assert expected == (named[Facet.ORGANIZATION], named[Facet.TOPIC])
