"""The page of a language version, and the search within it."""

from flask.testing import FlaskClient

from tests.webapp.odd_records import PAGES
from tests.webapp.reading_pages import all_words, headings, links, meta, page, skips_a_level, words

ARABIC = "/documents/A/RES/68/4/ar"
LONG = "/documents/long-report/en"


def test_a_short_text_stands_on_one_page(client: FlaskClient) -> None:
    """Every page of the file has its words here and a link to its own address."""
    tree = page(client, "/documents/A/RES/68/4/en")
    places = tree.xpath("//div[@class='place']")

    assert ["page-1", "page-2"] == [place.get("id") for place in places]
    assert ["/documents/A/RES/68/4/en/pages/1"] == places[0].xpath("./div[@class='place-mark']//a/@href")
    assert "Remittances are private money" in words(places[1])


def test_an_arabic_text_reads_from_the_right(client: FlaskClient) -> None:
    """The text has its language and direction, the page around it stays English."""
    tree = page(client, ARABIC)
    text = tree.xpath("//div[contains(@class, 'place-text')]")[0]

    assert ("ar", "rtl") == (text.get("lang"), text.get("dir"))
    assert ("en", "ltr") == (tree.get("lang"), tree.get("dir"))


def test_a_long_text_lists_its_places(odd_client: FlaskClient) -> None:
    """A page of three hundred pages would help nobody."""
    tree = page(odd_client, LONG)
    places = tree.xpath("//ol[contains(@class, 'places')]/li/a")

    assert PAGES == len(places)
    assert ("Page 300", f"{LONG}/pages/300") == (words(places[-1]), places[-1].get("href"))
    assert [] == tree.xpath("//div[contains(@class, 'place-text')]")


def test_a_search_within_lists_places_with_counts(odd_client: FlaskClient) -> None:
    """Each place with matches leads to its first match."""
    tree = page(odd_client, f"{LONG}?q=remittances")
    first = tree.xpath("//ol[contains(@class, 'found-places')]/li")[0]

    assert "60 matches on 30 pages for remittances" == words(tree.xpath("//h2[@id='found-title']")[0])
    assert [f"{LONG}/pages/10?q=remittances#match-1"] == first.xpath("./p/a/@href")
    assert "2 matches" in words(first)
    assert ["Remittances", "remittances"] == all_words(first, ".//mark")


def test_a_search_within_a_short_text_marks_it(client: FlaskClient) -> None:
    """Links of the list lead to marks of the same page, which are numbered through."""
    tree = page(client, f"{ARABIC}?q=الهجرة")
    marks = [mark.get("id") for mark in tree.xpath("//div[contains(@class, 'place-text')]//mark")]
    targets = [link.lstrip("#") for link in tree.xpath("//ol[contains(@class, 'found-places')]/li/p/a/@href")]

    assert [f"match-{number}" for number in range(1, len(marks) + 1)] == marks
    assert targets
    assert set(targets) <= set(marks)


def test_a_reader_can_go_from_match_to_match_in_the_text(client: FlaskClient) -> None:
    """Each page with matches leads to the last match before it and the first one behind it."""
    tree = page(client, f"{ARABIC}?q=الهجرة")
    first, second = tree.xpath("//p[contains(@class, 'place-matches')]")
    on_first = len(tree.xpath("//div[@id='page-1']//mark[@id]"))

    assert [f"#match-{on_first + 1}"] == first.xpath("./a/@href")
    assert [f"#match-{on_first}"] == second.xpath("./a/@href")


def test_programs_find_the_other_forms(client: FlaskClient) -> None:
    """File, plain text and the other languages are named in the head."""
    tree = page(client, ARABIC)
    forms = {link.get("type"): link.get("href") for link in tree.xpath("//link[@rel='alternate'][@type]")}

    assert {"text/plain": f"{ARABIC}/text.txt", "application/pdf": f"{ARABIC}/original.pdf"} == forms
    assert 6 == len(tree.xpath("//link[@rel='alternate'][@hreflang]"))


def test_a_search_that_finds_nothing_says_so(client: FlaskClient) -> None:
    """The text stays, with what else to try."""
    tree = page(client, "/documents/A/RES/68/4/en?q=nosuchword")

    assert "No matches for nosuchword" == words(tree.xpath("//h2[@id='found-title']")[0])
    assert "/documents/A/RES/68/4/en" == links(tree)["Show it without a search"]


def test_what_was_asked_stays_in_the_field(client: FlaskClient) -> None:
    """A reader can change the words and ask again."""
    assert ["costs"] == page(client, "/documents/A/RES/68/4/en?q=costs").xpath("//input[@id='within-q']/@value")


def test_many_places_with_matches_are_cut_and_counted(odd_client: FlaskClient) -> None:
    """A word of every page does not make a page without end."""
    tree = page(odd_client, f"{LONG}?q=committee")

    assert 100 == len(tree.xpath("//ol[contains(@class, 'found-places')]/li"))
    assert "200 pages more with matches are not listed" in words(tree.xpath("//section[@id='found']")[0])


def test_a_version_that_is_not_held_says_so(odd_client: FlaskClient) -> None:
    """The page of a version that is only known leads to the official copy."""
    tree = page(odd_client, "/documents/long-report/fr")

    assert "Un long rapport" == words(tree.xpath("//h1")[0])
    assert "This archive holds no copy in French. Read the official copy." in all_words(tree, "//p")
    assert [] == tree.xpath("//input[@id='within-q']")


def test_a_text_that_could_not_be_read_says_why(odd_client: FlaskClient) -> None:
    """No text, and a damaged file, are told apart."""
    silent = words(page(odd_client, "/documents/A/70/5/en").xpath("//main//p[contains(@class, 'notice')]")[0])
    damaged = words(page(odd_client, "/documents/A/70/3/en").xpath("//main//p[contains(@class, 'notice')]")[0])

    assert silent.startswith("This file has no text: it cannot be searched.")
    assert damaged.startswith("This file is not as it was recorded, so it is not given out.")


def test_a_version_is_cited_in_its_language(client: FlaskClient) -> None:
    """The citation of the French text has the French title."""
    tree = page(client, "/documents/A/RES/68/4/fr")

    assert ["fr"] == meta(tree, "citation_language")
    assert meta(tree, "citation_title")[0].startswith("Déclaration")


def test_headings_go_down_step_by_step(client: FlaskClient) -> None:
    """With and without a search."""
    for address in (ARABIC, f"{ARABIC}?q=الهجرة"):
        levels = headings(page(client, address))

        assert 1 == levels.count(1)
        assert not skips_a_level(levels)
