"""The matches of a query within one text: which places have some, and every place with them marked."""

from collections.abc import Iterable, Iterator

from indexer.archive.answers import MarkedPlace, PlaceMatches, TextView
from indexer.archive.generation import Generation
from indexer.archive.texts import places_of_version
from indexer.model.identifiers import Language
from indexer.model.place import PlaceText
from indexer.model.querytree import Everything, Node
from indexer.querylanguage import parse
from indexer.search.passages import mark, passages


def marked_places(generation: Generation, view: TextView, query: str = "") -> Iterator[MarkedPlace]:
    """Yield the text of a version, place by place, with the matches of a query marked."""
    tree = parse(query, generation.authorities).tree
    for text in _texts(generation, view):
        yield MarkedPlace(text.place, mark(tree, view.version.language, text.text), text)


def matches_within(generation: Generation, view: TextView, query: str) -> tuple[PlaceMatches, ...]:
    """Return the places of a version on which a query matches, in the order of the file."""
    tree = parse(query, generation.authorities).tree
    if isinstance(tree, Everything):
        return ()
    return tuple(_matching(tree, view.version.language, _texts(generation, view)))


def matches_beside(
    generation: Generation, view: TextView, number: int, query: str
) -> tuple[PlaceMatches | None, PlaceMatches | None]:
    """Return the nearest places with a match before and after one; None where there is no further match."""
    tree = parse(query, generation.authorities).tree
    if isinstance(tree, Everything):
        return None, None
    texts = tuple(_texts(generation, view))
    before = (text for text in reversed(texts) if text.place.number < number)
    after = (text for text in texts if text.place.number > number)
    language = view.version.language
    return next(_matching(tree, language, before), None), next(_matching(tree, language, after), None)


def _matching(tree: Node, language: Language, texts: Iterable[PlaceText]) -> Iterator[PlaceMatches]:
    for text in texts:
        count = sum(is_match for _, is_match in mark(tree, language, text.text))
        if count:
            yield PlaceMatches(text.place, count, passages(tree, language, (text,), 1))


def _texts(generation: Generation, view: TextView) -> Iterator[PlaceText]:
    return places_of_version(generation, view.document, view.version.language)
