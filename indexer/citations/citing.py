"""The places of a text -> the documents that it names."""

from collections.abc import Iterable, Iterator, Sequence

from indexer.citations.citation import FoundCitation
from indexer.citations.sentences import sentence_around
from indexer.model.place import PlaceText
from indexer.symbols import FoundSymbol, canonical, find_symbols


def _distinct(symbols: Iterable[FoundSymbol], own: str | None) -> Iterator[FoundSymbol]:
    """Yield each symbol once, where it is named first; the document's own is no citation."""
    seen = {own}
    for symbol in symbols:
        if symbol.canonical not in seen:
            seen.add(symbol.canonical)
            yield symbol


def _cited_on(place: PlaceText, own: str | None) -> Iterator[FoundCitation]:
    for symbol in _distinct(find_symbols(place.text, own), own):
        sentence = sentence_around(place.text, symbol.start, symbol.end)
        yield FoundCitation(symbol.canonical, place.place, sentence, symbol.start, symbol.end)


def cited_in(places: Sequence[PlaceText], own: str | None = None) -> tuple[FoundCitation, ...]:
    """Return the documents that a text names, once for each place, in the order of the text.

    Args:
        places: The text without running lines.
        own: The symbol of the document itself: it is left out, and it tells whose resolutions are meant where
            the text names no body.
    """
    symbol = canonical(own) or own if own else None
    return tuple(citation for place in places for citation in _cited_on(place, symbol))
