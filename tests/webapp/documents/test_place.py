"""The page of one place, with its matches."""

from flask.testing import FlaskClient

from tests.webapp.reading_pages import all_words, headings, links, page, skips_a_level, words

LONG = "/documents/long-report/en"


def test_matches_are_marked_and_numbered(odd_client: FlaskClient) -> None:
    """A mark can be gone to by its anchor."""
    marks = page(odd_client, f"{LONG}/pages/20?q=remittances").xpath("//mark")

    assert [("match-1", "Remittances"), ("match-2", "remittances")] == [(mark.get("id"), words(mark)) for mark in marks]


def test_ways_lead_from_match_to_match_across_places(odd_client: FlaskClient) -> None:
    """The previous match is the last one before, the next one the first one after, whatever lies between."""
    found = links(page(odd_client, f"{LONG}/pages/20?q=remittances"), "//nav[@aria-label='Matches']//a")

    assert f"{LONG}/pages/10?q=remittances#match-2" == found["← Previous match: Page 10"]
    assert f"{LONG}/pages/30?q=remittances#match-1" == found["→ Next match: Page 30"]
    assert "#match-2" == found["Match 2"]
    assert f"{LONG}?q=remittances" == found["All matches in this text"]


def test_a_place_without_match_still_leads_to_the_nearest(odd_client: FlaskClient) -> None:
    """Whoever leafs away from the matches finds the way back."""
    tree = page(odd_client, f"{LONG}/pages/15?q=remittances")
    found = links(tree, "//nav[@aria-label='Matches']//a")

    assert "No matches on this page" in all_words(tree, "//nav[@aria-label='Matches']//strong")
    assert {"← Previous match: Page 10", "→ Next match: Page 20"} <= set(found)


def test_the_ends_have_one_way(odd_client: FlaskClient) -> None:
    """Nothing is before the first place, nothing behind the last."""
    first = links(page(odd_client, f"{LONG}/pages/1?q=remittances"))
    last = links(page(odd_client, f"{LONG}/pages/300?q=remittances"))

    assert not any(label.startswith(("Previous:", "← Previous match")) for label in first)
    assert not any(label.startswith(("Next:", "→ Next match")) for label in last)


def test_leafing_keeps_the_words_asked_for(odd_client: FlaskClient) -> None:
    """The next page has its matches marked too."""
    found = links(page(odd_client, f"{LONG}/pages/20?q=remittances"), "//nav[contains(@aria-label, 'Places')]//a")

    assert {f"{LONG}/pages/19?q=remittances", f"{LONG}/pages/21?q=remittances"} == set(found.values())


def test_a_passage_has_a_link_without_marks(client: FlaskClient) -> None:
    """What is passed on is the place, not what was searched."""
    found = links(page(client, "/documents/A/RES/68/4/en/pages/2?q=costs"))

    assert "/documents/A/RES/68/4/en/pages/2" == found["Link to this passage"]


def test_a_pdf_opens_at_the_page(client: FlaskClient) -> None:
    """Browsers open a PDF where the reader is."""
    found = links(page(client, "/documents/A/RES/68/4/en/pages/2"))

    assert "/documents/A/RES/68/4/en/original.pdf#page=2" == found["Original (PDF) at page 2"]


def test_a_word_file_is_offered_as_it_is(client: FlaskClient) -> None:
    """No browser opens a Word file at a paragraph."""
    found = links(page(client, "/documents/UN/POP/MIG-12CM/2014/03/en/paragraphs/3"))

    assert "/documents/UN/POP/MIG-12CM/2014/03/en/original.docx" == found["Original (Word)"]


def test_a_chinese_text_is_marked(client: FlaskClient) -> None:
    """Languages without spaces are searched and marked as others are."""
    tree = page(client, "/documents/A/RES/68/4/zh/pages/1?q=移徙")
    text = tree.xpath("//div[contains(@class, 'place-text')]")[0]

    assert "zh" == text.get("lang")
    assert "移徙" in all_words(text, ".//mark")


def test_headings_go_down_step_by_step(client: FlaskClient) -> None:
    """One h1, and no level is left out."""
    levels = headings(page(client, "/documents/A/RES/68/4/en/pages/2?q=costs"))

    assert [1, 2] == levels
    assert not skips_a_level(levels)
