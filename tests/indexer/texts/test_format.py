"""The form of a stored text."""

import pytest

from indexer.model.identifiers import Language, Sha256
from indexer.model.place import ExtractedText, Place, PlaceKind, PlaceText
from indexer.texts.format import PREFIX, read_group, read_head, written


def test_places_are_packed_in_groups_of_a_page_or_two() -> None:
    """Short paragraphs share a group, so that they pack well; a long page is a group by itself."""
    lengths = [100] * 100 + [9_000, 9_000]
    places = tuple(PlaceText(Place(PlaceKind.PAGE, n, ""), "x" * length) for n, length in enumerate(lengths, 1))
    content = written(ExtractedText(Sha256("0" * 64), "pdf-1", "", places, (), Language("en"), (), ()))
    head = read_head(content[PREFIX.size : PREFIX.size + PREFIX.unpack_from(content)[1]])

    assert (1, 61, 102) == tuple(group.first for group in head.groups)
    assert 102 == head.record.places


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xff"])
def test_what_is_no_head_or_group_is_refused(content: bytes) -> None:
    """Bytes that pass the checksum by chance still have to make sense."""
    for read in (read_head, read_group):
        with pytest.raises(ValueError):  # noqa: PT011  # the sentence is for nobody
            read(content)
