"""Dividing persons' names."""

import pytest

from indexer.representations.personal_names import split_name


@pytest.mark.parametrize(
    ("person_id", "name", "expected"),
    [
        ("korosi-csaba", "Csaba Kőrösi", ("Kőrösi", "Csaba")),
        ("akerman-borje-eva", "Eva Åkerman Börje", ("Åkerman Börje", "Eva")),
        ("klein-solomon-michele", "Michele Klein Solomon", ("Klein Solomon", "Michele")),
        ("osaki-tomita-keiko", "Keiko Osaki-Tomita", ("Osaki-Tomita", "Keiko")),
        ("altug-esen", "Esen Altuğ", ("Altuğ", "Esen")),
        ("sorensen-soren-m", "Søren M. Sørensen", ("Sørensen", "Søren M.")),
        ("crepeau-francois", "Crépeau, François", ("Crépeau", "François")),
        ("korosi-csaba", "Kőrösi Csaba", None),
        ("ryder", "Ryder", None),
        ("smith-john", "John Smith, Jr., PhD", None),
        ("smith-john", "John,", None),
    ],
)
def test_the_id_tells_where_the_family_name_begins(person_id: str, name: str, expected: tuple[str, str] | None) -> None:
    """A name that cannot be divided with certainty stays whole."""
    assert expected == split_name(person_id, name)
