"""The page of a document."""

from flask.testing import FlaskClient

from tests.webapp.odd_records import HOSTILE
from tests.webapp.reading_pages import (
    all_words,
    facts,
    headings,
    json_ld,
    links,
    meta,
    page,
    skips_a_level,
    words,
)

RESOLUTION = "/documents/A/RES/68/4"
PAPER = "/documents/UN/POP/MIG-12CM/2014/03"


def test_a_record_is_told_line_by_line(client: FlaskClient) -> None:
    """Symbol, kind, date, bodies, topics and meeting stand as names and values."""
    found = facts(page(client, RESOLUTION))

    assert ["A/RES/68/4"] == found["Symbol"]
    assert ["Resolution"] == found["Kind"]
    assert ["3 October 2013"] == found["Date"]
    assert ["General Assembly"] == found["Issuing body"]
    assert "Human rights of migrants" in found["Topics"]
    assert ["Twelfth Coordination Meeting on International Migration"] == found["Meeting"]


def test_a_date_that_is_not_stated_says_where_it_comes_from(client: FlaskClient) -> None:
    """A year that was taken from the symbol is not passed off as printed."""
    assert ["2014 (taken from the symbol)"] == facts(page(client, PAPER))["Date"]


def test_languages_are_named_as_their_readers_do(client: FlaskClient) -> None:
    """Each tab is in the language that it leads to."""
    tabs = page(client, RESOLUTION).xpath("//nav[@aria-label='Languages of this document']//a")

    assert {("ar", "العربية"), ("zh", "中文"), ("fr", "Français")} <= {(tab.get("lang"), words(tab)) for tab in tabs}
    assert f"{RESOLUTION}/ar" in [tab.get("href") for tab in tabs]


def test_a_version_that_is_not_held_says_so(client: FlaskClient) -> None:
    """What is only known is marked in words, and the official copy is offered."""
    tree = page(client, "/documents/A/68/190")

    assert ["English not held"] == all_words(tree, "//nav[@aria-label='Languages of this document']//a")
    assert "https://undocs.org/en/A/68/190" == links(tree)["Official copy"]
    assert [] == tree.xpath("//h2[text()='Read']")


def test_a_specimen_says_what_it_is(client: FlaskClient) -> None:
    """No reader takes a specimen for the issuing body's text."""
    notice = page(client, RESOLUTION).xpath("//p[contains(@class, 'notice')]")[0]

    assert words(notice).startswith("This text is a specimen: it was written for this archive")
    assert ["https://undocs.org/en/A/RES/68/4"] == notice.xpath(".//a/@href")


def test_files_are_offered_with_type_and_size(client: FlaskClient) -> None:
    """Text, file and plain text of a version have a link each."""
    found = links(page(client, PAPER), "//ul[contains(@class, 'versions')]//a")

    assert f"{PAPER}/en/text.txt" == found["Plain text"]
    assert any(
        label.startswith("Word, ") and address == f"{PAPER}/en/original.docx" for label, address in found.items()
    )
    assert any(label.startswith("Read the text") and address == f"{PAPER}/en" for label, address in found.items())


def test_a_talk_that_presents_a_paper_is_linked(client: FlaskClient) -> None:
    """The way from a paper to its talk, as from the talk to its paper."""
    found = links(page(client, PAPER))
    title = "Making migration research work for migrants: The role of the United Nations University"

    assert "/meetings/12cm-2014#" in found[title]


def test_works_that_cite_lead_to_the_place(client: FlaskClient) -> None:
    """Each sentence stands beside a link to its page, with the symbol to be marked there."""
    tree = page(client, RESOLUTION)
    place = tree.xpath("//section[@id='cited-by']//li[contains(@class, 'citing-place')]")[0]

    assert place.xpath("./a/@href")[0].endswith("?q=%22A%2FRES%2F68%2F4%22#match-1")
    assert "A/RES/68/4" in words(place.xpath("./blockquote")[0])


def test_a_citing_place_marks_the_symbol(client: FlaskClient) -> None:
    """The link from a citation leads to a page with something marked."""
    tree = page(client, RESOLUTION)
    address = tree.xpath("//section[@id='cited-by']//li[contains(@class, 'citing-place')]/a/@href")[0]

    assert page(client, address).xpath("//mark[@id='match-1']")


def test_the_search_for_what_cites_finds_as_many(client: FlaskClient) -> None:
    """The count of the page is the count of the search that it leads to."""
    tree = page(client, RESOLUTION)
    count = words(tree.xpath("//h2[@id='cited-by-title']/span")[0]).split()[0]
    results = page(client, links(tree)["Search within the documents that cite it"])

    assert words(results.xpath("//h1")[0]).startswith(f"{count} work")


def test_a_cited_work_that_is_not_held_says_so(client: FlaskClient) -> None:
    """The record of a work without file is linked, with the official copy beside it."""
    lines = all_words(page(client, RESOLUTION), "//section[@id='cites']//ul[contains(@class, 'citing')]/li")

    assert any("no copy held here" in line and "official copy" in line for line in lines)


def test_a_cited_work_without_record_leads_to_its_official_copy(odd_client: FlaskClient) -> None:
    """A symbol that the archive knows nothing of is not a dead end."""
    line = page(odd_client, "/documents/A/70/2").xpath("//section[@id='cites']//li[contains(., 'A/70/999')]")[0]

    assert "not in this archive" in words(line)
    assert ["https://undocs.org/A/70/999"] == line.xpath(".//a/@href")


def test_relations_are_told_on_both_sides(odd_client: FlaskClient) -> None:
    """An addendum names its document, and the document names its addendum."""
    assert ["A damaged file (A/70/3)"] == facts(page(odd_client, "/documents/A/70/2"))["Addendum to"]
    assert ["Has addendum"] == [name for name in facts(page(odd_client, "/documents/A/70/3")) if "addendum" in name]


def test_people_are_named_by_what_they_did(odd_client: FlaskClient) -> None:
    """A person stands under the role that the record gives."""
    tree = page(odd_client, "/documents/A/70/2")

    assert ["François Crépeau"] == facts(tree)["Submitter"]
    assert "/people/crepeau-francois" == links(tree)["François Crépeau"]


def test_a_relation_to_a_removed_document_leads_nowhere(odd_client: FlaskClient) -> None:
    """Its symbol is named, with what became of it."""
    assert ["A/70/1 (not in this archive)"] == facts(page(odd_client, "/documents/A/70/2"))["Replaces"]


def test_a_file_that_is_damaged_is_not_linked(odd_client: FlaskClient) -> None:
    """Readers learn that there is a file, and why they do not get it."""
    versions = page(odd_client, "/documents/A/70/3").xpath("//ul[contains(@class, 'versions')]")[0]

    assert "This file is not as it was recorded, so it is not given out." in words(versions)
    assert [] == versions.xpath(".//a")


def test_programs_read_citation_and_json_ld(client: FlaskClient) -> None:
    """Zotero, Scholar and search engines find what they look for."""
    tree = page(client, RESOLUTION)
    document, way = json_ld(tree)

    assert ["Declaration of the High-level Dialogue on International Migration and Development"] == meta(
        tree, "citation_title"
    )
    assert ["http://localhost/documents/A/RES/68/4/en/original.pdf"] == meta(tree, "citation_pdf_url")
    assert ("Legislation", "A/RES/68/4") == (document["@type"], document["identifier"])
    assert "BreadcrumbList" == way["@type"]


def test_nothing_of_a_record_becomes_markup(odd_client: FlaskClient) -> None:
    """A title that looks like a script is words everywhere, in JSON-LD too."""
    response = odd_client.get("/documents/A/70/2")
    tree = page(odd_client, "/documents/A/70/2")

    assert "<script>alert" not in response.text
    assert HOSTILE == words(tree.xpath("//h1")[0])
    assert HOSTILE == json_ld(tree)[0]["name"]


def test_a_record_of_almost_nothing_has_a_page(odd_client: FlaskClient) -> None:
    """What is not known is left out, not shown empty."""
    tree = page(odd_client, "/documents/bare")

    assert {"Kind": ["Other document"], "Date": ["Undated"]} == facts(tree)
    assert "No version of this document is known." in words(tree.xpath("//main")[0])


def test_notes_for_staff_stay_with_staff(odd_client: FlaskClient) -> None:
    """Readers are told that a file has no text, not what staff should do about it."""
    said = words(page(odd_client, "/documents/A/70/5").xpath("//main")[0])

    assert "This file has no text: it cannot be searched." in said
    assert "OCR" not in said


def test_headings_go_down_step_by_step(client: FlaskClient) -> None:
    """One h1, and no level is left out."""
    levels = headings(page(client, RESOLUTION))

    assert 1 == levels.count(1)
    assert not skips_a_level(levels)


def test_titles_keep_language_and_direction(client: FlaskClient) -> None:
    """The heading of another interface language is in that language."""
    heading = page(client, f"{RESOLUTION}?lang=ar").xpath("//h1")[0]

    assert ("ar", "auto") == (heading.get("lang"), heading.get("dir"))
