"""All symbols in a running text, written out or named in words."""

from indexer.symbols.plaintext import plain
from indexer.symbols.symbol import FoundSymbol
from indexer.symbols.worded import worded_resolutions
from indexer.symbols.written import written_symbols


def find_symbols(text: str, own: str | None = None) -> list[FoundSymbol]:
    """Return the symbols in a text in their order; what could be something else is left out.

    Args:
        text: Any running text, in any of the six languages.
        own: The symbol of the document that the text is of: it tells whose resolutions are meant where none is named.
    """
    seen = plain(text)
    found = []
    for symbol in (*written_symbols(seen.text), *worded_resolutions(seen.text, own)):
        start, end = seen.place_of(symbol.start, symbol.end)
        found.append(FoundSymbol(symbol.canonical, start, end, text[start:end]))
    return sorted(dict.fromkeys(found), key=lambda each: (each.start, each.end, each.canonical))
