"""The pages of organizations, people and topics."""

from http import HTTPStatus

import pytest
from flask.testing import FlaskClient

from tests.webapp.reading_pages import all_words, facts, headings, links, page, skips_a_level, words


def test_an_organization_has_its_names_in_every_language(client: FlaskClient) -> None:
    """Each name is in its language, with the acronym of that language."""
    tree = page(client, "/organizations/un-desa")
    names = {
        line.get("lang"): words(line) for line in tree.xpath("//section[h2='Names']//dd") if line.get("dir") == "auto"
    }

    assert ["ar", "zh", "en", "fr", "ru", "es"] == list(names)
    assert "Department of Economic and Social Affairs · UN DESA" == names["en"]


def test_an_organization_stands_between_parents_and_parts(client: FlaskClient) -> None:
    """The way to it leads over those above; those under it are linked."""
    tree = page(client, "/organizations/un-desa")

    assert [
        "Masthead",
        "United Nations",
        "United Nations Secretariat",
        "Department of Economic and Social Affairs",
    ] == all_words(tree, "//nav[@aria-label='You are here']//a")
    assert "Population Division" in facts(tree)["Parts"]
    assert "/organizations/un-desa-pd" == links(tree)["Population Division"]


@pytest.mark.parametrize(
    "address", ["/organizations/un-desa", "/people/crepeau-francois", "/topics/migration-and-development"]
)
def test_works_are_as_many_as_the_search_finds(client: FlaskClient, address: str) -> None:
    """The count, with the works of all that stands under the record, is that of the results it leads to."""
    tree = page(client, address)
    heading = words(tree.xpath("//h2[@id='works-title']")[0])
    results = page(client, tree.xpath("//section[@aria-labelledby='works-title']/p/a/@href")[-1])

    assert heading == words(results.xpath("//h1")[0])
    assert int(heading.split()[0]) >= len(tree.xpath("//ol[@class='results']/li")) > 0


def test_works_are_counted_by_kind(client: FlaskClient) -> None:
    """Each kind leads to the works of that kind."""
    tree = page(client, "/organizations/un-desa")
    counts = [int(count) for count in tree.xpath("//section[h2='By kind']//span[@class='number']/text()")]

    assert words(tree.xpath("//h2[@id='works-title']")[0]) == f"{sum(counts)} works"
    assert "/search?organization=un-desa&kind=talk" in links(tree, "//section[h2='By kind']//a").values()


def test_a_person_has_papers_and_other_spellings(client: FlaskClient, odd_client: FlaskClient) -> None:
    """What a person wrote, and how else the name is written."""
    title = "Contributions to the 2013 High-level Dialogue on Migration and Development"

    assert "/documents/UN/POP/MIG-12CM/2014/10" == links(page(client, "/people/crepeau-francois"))[title]
    assert ["Eva Akerman"] == facts(page(odd_client, "/people/akerman-borje-eva"))["Other spellings"]


def test_a_topic_stands_between_broader_and_narrower(odd_client: FlaskClient) -> None:
    """Both directions are linked, and works of narrower topics count."""
    remittances, costs = page(odd_client, "/topics/remittances"), page(odd_client, "/topics/costs")

    assert "/topics/costs" == links(remittances)[facts(remittances)["Broader"][0]]
    assert "/topics/remittances" == links(costs)[facts(costs)["Narrower"][0]]
    assert "1 work" == words(costs.xpath("//h2[@id='works-title']")[0])


def test_a_merged_record_leads_to_the_one_that_absorbed_it(odd_client: FlaskClient) -> None:
    """Old addresses go on working."""
    response = odd_client.get("/organizations/unfpa-old")

    assert (HTTPStatus.MOVED_PERMANENTLY, "/organizations/unfpa") == (response.status_code, response.location)


def test_a_record_without_works_says_so(odd_client: FlaskClient) -> None:
    """And offers no search that would find nothing."""
    tree = page(odd_client, "/people/akerman-borje-eva")

    assert "No works" == words(tree.xpath("//h2[@id='works-title']")[0])
    assert [] == tree.xpath("//h2[text()='Search these works']")


def test_labels_follow_the_interface_language(client: FlaskClient) -> None:
    """The heading says in which language it is."""
    heading = page(client, "/organizations/un-desa?lang=fr").xpath("//h1")[0]

    assert "fr" == heading.get("lang")
    assert words(heading).startswith("Département")


@pytest.mark.parametrize("address", ["/organizations/nosuch", "/people/nosuch", "/topics/nosuch"])
def test_a_record_that_is_not_there_is_not_found(client: FlaskClient, address: str) -> None:
    """404, as for any record."""
    assert HTTPStatus.NOT_FOUND == client.get(address).status_code


@pytest.mark.parametrize("address", ["/organizations/un-desa", "/people/korosi-csaba", "/topics/remittances"])
def test_headings_go_down_step_by_step(client: FlaskClient, address: str) -> None:
    """One h1, and no level is left out."""
    levels = headings(page(client, address))

    assert 1 == levels.count(1)
    assert not skips_a_level(levels)
