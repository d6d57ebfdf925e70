"""What words an entry has is told plainly enough to be the measure of engines."""

from indexer.search.ranking import GAP, IndexField
from tests.contract.builders import an_entry
from tests.contract.plain_terms import entry_terms


def test_positions_go_on_over_pages_and_jump_between_titles_and_names() -> None:
    """A body is one text; titles and names are each for themselves; the own symbol is among the names."""
    terms = entry_terms(
        an_entry("a", title="One two", other_titles=("Three",), body=("a b", "c"), names=("Ana",), symbols=("A/5", "A"))
    )

    assert {"one": [0], "two": [1], "three": [2 + GAP]} == terms.exact[IndexField.TITLE_EXACT]
    assert {"a": [0], "b": [1], "c": [2]} == terms.exact[IndexField.BODY_EXACT]
    assert {"a": [0], "5": [1], "ana": [2 + GAP]} == terms.exact[IndexField.NAMES]
    assert (3, 3, 3) == tuple(terms.lengths[name] for name in (IndexField.TITLE, IndexField.BODY, IndexField.NAMES))


def test_stems_are_counted_by_language() -> None:
    """The forms of a word are counted together, under the language of the version; others have the words themselves."""
    assert {"en:migrant": 2, "en:of": 1} == entry_terms(an_entry("a", body="Migrants of migrant")).stems[
        IndexField.BODY
    ]
    assert {"und:migrants": 1} == entry_terms(an_entry("a", "de", body="Migrants")).stems[IndexField.BODY]
