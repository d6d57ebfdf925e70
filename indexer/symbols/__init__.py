"""United Nations document symbols: any spelling -> the canonical one, its parts explained; symbols in running text."""

from indexer.symbols.finding import find_symbols
from indexer.symbols.parsing import canonical, official_address, parse, prefixes, series_of, variants, year_of
from indexer.symbols.plaintext import PlainText, plain
from indexer.symbols.symbol import FoundSymbol, Symbol, SymbolPart

__all__ = [
    "FoundSymbol",
    "PlainText",
    "Symbol",
    "SymbolPart",
    "canonical",
    "find_symbols",
    "official_address",
    "parse",
    "plain",
    "prefixes",
    "series_of",
    "variants",
    "year_of",
]
