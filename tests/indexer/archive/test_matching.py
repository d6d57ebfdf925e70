"""The matches of a query within one text."""

from collections.abc import Iterator

import pytest

from indexer.archive.answers import TextView
from indexer.archive.browsing import text_view
from indexer.archive.generation import Generation
from indexer.archive.matching import marked_places, matches_beside, matches_within
from indexer.archive.reading import Archive
from indexer.model.identifiers import Language
from tests.corpora import an_archive, checksum

PAGES = ("Costs of moving.", "Nothing here.", "Moving costs, and the costs of staying.", "", "Costs.")


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    """An archive of one report of five pages, of which the fourth is empty."""
    made = an_archive(tmp_path_factory.mktemp("matching"), documents=0)
    folder = made.corpus / "documents"
    folder.mkdir()
    file = folder / "report.txt"
    file.write_text("\f".join(PAGES), encoding="utf-8")
    (folder / "report.toml").write_text(
        'id = "report"\nkind = "report"\ntitle = "A report"\n\n[[version]]\nlanguage = "en"\nfile = "report.txt"\n'
        f'sha256 = "{checksum(file)}"\n',
        encoding="utf-8",
    )
    made.index()
    archive = Archive(made.state)
    with archive.reading() as opened:
        yield opened
    archive.close()


@pytest.fixture
def view(generation: Generation) -> TextView:
    """The English text of the report."""
    return text_view(generation, "report", Language("en"))


def test_places_with_matches_come_in_their_order(generation: Generation, view: TextView) -> None:
    """Each with how many matches it has, and words around the first."""
    found = matches_within(generation, view, "cost")

    assert [(1, 1), (3, 2), (5, 1)] == [(one.place.number, one.count) for one in found]
    assert all(any(is_match for _, is_match in one.passages[0].parts) for one in found)


def test_the_nearest_places_are_found_both_ways(generation: Generation, view: TextView) -> None:
    """Whatever lies between, and nothing beyond the ends."""

    def beside(number: int) -> tuple[int | None, int | None]:
        before, after = matches_beside(generation, view, number, "costs")
        return (before.place.number if before else None, after.place.number if after else None)

    assert [(None, 3), (1, 3), (1, 5), (3, None)] == [beside(number) for number in (1, 2, 3, 5)]


def test_nothing_asked_matches_nothing(generation: Generation, view: TextView) -> None:
    """An empty question marks no word, although it finds every work."""
    assert () == matches_within(generation, view, " ")
    assert (None, None) == matches_beside(generation, view, 2, "")
    assert not any(is_match for place in marked_places(generation, view) for _, is_match in place.parts)


def test_marking_changes_no_word(generation: Generation, view: TextView) -> None:
    """The runs of a place are its text, whatever is marked."""
    for place in marked_places(generation, view, "costs moving"):
        assert place.text.text == "".join(text for text, _ in place.parts)
