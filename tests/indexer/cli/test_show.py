"""`masthead show`."""

from tests.corpora import symbol
from tests.indexer.cli.conftest import Masthead


def test_a_record_is_shown(masthead: Masthead) -> None:
    """By its symbol in any spelling, with names in the place of ids."""
    outcome = masthead("show", symbol(1).lower())

    assert 0 == outcome.code
    assert "Migrants and housing, part 1" in outcome.out
    assert "United Nations Population Fund" in outcome.out


def test_a_page_is_shown(masthead: Masthead) -> None:
    """The text of one place, under its label."""
    outcome = masthead("show", symbol(1), "--page", "1", "--language", "en")

    assert 0 == outcome.code
    assert "Migrants and housing" in outcome.out


def test_the_whole_text_is_shown(masthead: Masthead) -> None:
    """With a language and no page, every place."""
    assert "unicum1" in masthead("show", symbol(1), "--language", "en").out


def test_as_json_it_is_the_object_of_the_api(masthead: Masthead) -> None:
    """Record and text alike."""
    assert symbol(1) == masthead("show", symbol(1), "--json").json["id"]
    assert symbol(1) == masthead("show", symbol(1), "--page", "1", "--json").json["document"]


def test_what_there_is_not_is_wrong_use(masthead: Masthead) -> None:
    """An unknown document, language or page is told in one sentence."""
    for arguments in (("A/1/1",), (symbol(1), "--language", "fr"), (symbol(1), "--page", "99")):
        outcome = masthead("show", *arguments)
        assert (2, 1) == (outcome.code, outcome.err.count("\n"))
