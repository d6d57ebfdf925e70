"""Making citations from records."""

import datetime as dt
from dataclasses import replace

from indexer.model.document import Contribution, ContributionRole, DocumentKind
from indexer.model.identifiers import UNDETERMINED, Language, OrganizationId, PersonId
from indexer.representations.addresses import Addresses
from indexer.representations.citation import SPECIMEN_NOTE, Citation, CitedEvent, CitedName
from indexer.representations.citing import cite, title_in, usual_language
from tests.indexer.representations.records import (
    ARABIC,
    BORJE,
    DIVISION,
    ENGLISH,
    FRENCH,
    MEETING,
    PAPER,
    PUBLIC,
    RESOLUTION,
    UNDATED_REPORT,
    UNFPA,
    VOCABULARY,
)


def cited(language: Language | None = None) -> Citation:
    """Return the citation of the resolution, or of one of its versions."""
    return cite(RESOLUTION, VOCABULARY, [MEETING], PUBLIC, language=language)


def test_authors_are_named_as_the_vocabulary_names_them() -> None:
    """Persons come in parts, bodies whole; the issuing body stands apart."""
    citation = cite(PAPER, VOCABULARY, [MEETING], PUBLIC)
    fund = CitedName("United Nations Population Fund", address=PUBLIC.organization(UNFPA))
    person = CitedName(
        "Eva Åkerman Börje", is_person=True, family="Åkerman Börje", given="Eva", address=PUBLIC.person(BORJE)
    )
    division = "Department of Economic and Social Affairs, Population Division"

    assert (fund, person) == citation.authors
    assert (CitedName(division, address=PUBLIC.organization(DIVISION)),) == citation.publishers


def test_an_issuing_body_alone_is_the_author() -> None:
    """It is not said twice."""
    assert ["General Assembly"] == [name.text for name in cited().authors]
    assert () == cited().publishers


def test_a_statement_alone_is_the_author() -> None:
    """Where nobody is named by a record, the words of the document stand; nobody is invented."""
    citation = cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC)

    assert (CitedName("Report of the High-Level Panel of Eminent Persons"),) == citation.authors
    assert () == citation.notes


def test_a_statement_beside_names_is_a_note() -> None:
    """A specimen says first that it is one."""
    notes = (SPECIMEN_NOTE, "Statement of responsibility: Prepared by the secretariat")

    assert notes == cite(PAPER, VOCABULARY, [MEETING], PUBLIC).notes


def test_the_official_copy_of_the_version_is_named() -> None:
    """Whoever cites our copy is told where the issuing body's is."""
    assert ("Official copy: https://undocs.org/en/A/RES/68/4",) == cited(ENGLISH).notes
    assert () == cited(FRENCH).notes


def test_a_citation_of_nobody_has_no_authors() -> None:
    """An unknown author is left out."""
    assert () == cite(replace(UNDATED_REPORT, statement_of_responsibility=None), VOCABULARY, [], PUBLIC).authors


def test_an_id_that_the_vocabulary_lacks_is_its_own_name() -> None:
    """A record in the making can be cited."""
    named = (
        Contribution(ContributionRole.AUTHOR, organization=OrganizationId("nobody")),
        Contribution(ContributionRole.AUTHOR, person=PersonId("doe-jane")),
        Contribution(ContributionRole.AUTHOR),
    )
    citation = cite(replace(PAPER, contributions=named), VOCABULARY, [], PUBLIC)

    assert ["nobody", "doe-jane"] == [name.text for name in citation.authors]


def test_names_and_titles_are_in_the_language_of_the_version() -> None:
    """The French version is cited in French."""
    french = cited(FRENCH)

    assert ("Déclaration du Dialogue de haut niveau", "Assemblée générale") == (french.title, french.authors[0].text)
    assert f"{PUBLIC.document(RESOLUTION.id)}/fr" == french.address
    assert "A-RES-68-4-fr" == french.key


def test_a_version_has_its_own_title_before_the_works() -> None:
    """What is printed on the version wins; without a title there the English one stands, marked as English."""
    assert ("إعلان الحوار الرفيع المستوى", ARABIC) == title_in(RESOLUTION, ARABIC)
    assert ("Declaration of the High-level Dialogue", ENGLISH) == title_in(RESOLUTION, Language("ru"))


def test_a_title_in_any_language_is_better_than_none() -> None:
    """Without any, the symbol or the id is the title."""
    assert ("Titre", FRENCH) == title_in(replace(RESOLUTION, titles={FRENCH: "Titre"}, versions=()), ARABIC)
    assert ("A/RES/68/4", UNDETERMINED) == title_in(replace(RESOLUTION, titles={}, versions=()), ENGLISH)


def test_the_usual_language_is_english_or_the_first() -> None:
    """A document that is in Arabic alone is cited in Arabic."""
    arabic = replace(RESOLUTION, versions=RESOLUTION.versions[2:3])

    assert (ENGLISH, ARABIC) == (usual_language(RESOLUTION), usual_language(arabic))
    assert UNDETERMINED == usual_language(replace(RESOLUTION, versions=(), titles={}))


def test_a_paper_is_cited_with_its_meeting_and_a_resolution_is_not() -> None:
    """A meeting that lists a resolution among its background is no part of the citation."""
    event = CitedEvent(
        "Twelfth Coordination Meeting on International Migration",
        "New York",
        dt.date(2014, 2, 20),
        dt.date(2014, 2, 21),
        PUBLIC.meeting(MEETING.id),
    )
    note = replace(RESOLUTION, kind=DocumentKind.NOTE, symbol="UN/POP/MIG-12CM/2014/INF.1")

    assert event == cite(PAPER, VOCABULARY, [MEETING], PUBLIC).event
    assert event == cite(note, VOCABULARY, [MEETING], PUBLIC).event
    assert cited().event is None


def test_files_belong_to_the_version_cited() -> None:
    """Each file has the address that the archive serves it under."""
    citation = cite(PAPER, VOCABULARY, [], PUBLIC)
    addresses = [file.address.removeprefix(PUBLIC.document(PAPER.id)) for file in citation.files]

    assert ["/en/original.docx", "/en/original.pdf"] == addresses
    assert () == cited(FRENCH).files


def test_a_site_without_a_public_address_gives_none() -> None:
    """A relative address would lead nowhere from a bibliography."""
    assert cite(PAPER, VOCABULARY, [], Addresses()).address is None


def test_keys_are_plain_and_hold_the_symbol() -> None:
    """Every tool takes letters, digits and hyphens."""
    odd = replace(RESOLUTION, symbol="S/RES/1325(2000)")
    nothing = replace(RESOLUTION, symbol="文")

    assert "S-RES-1325-2000" == cite(odd, VOCABULARY, [], PUBLIC).key
    assert "document" == cite(nothing, VOCABULARY, [], PUBLIC).key
    assert "UN-POP-MIG-12CM-2014-05" == cite(PAPER, VOCABULARY, [], PUBLIC, language=ENGLISH).key
