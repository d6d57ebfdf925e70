"""Words in every script: which language they are in, where they end, how they are folded and stemmed."""

import unicodedata
from importlib.metadata import version
from typing import Final

from indexer.language.detection import detect
from indexer.language.folding import fold, folds
from indexer.language.scripts import stands_in_pairs
from indexer.language.segmentation import Token, token_spans, token_texts, tokens
from indexer.language.stemming import query_stems, stem, stems

_RULES: Final = 1

ANALYZER_VERSION: Final = f"{_RULES}-unicode{unicodedata.unidata_version}-snowball{version('PyStemmer')}"
"""Names everything that decides what a word becomes; an index made under another name is out of date."""

__all__ = [
    "ANALYZER_VERSION",
    "Token",
    "detect",
    "fold",
    "folds",
    "query_stems",
    "stands_in_pairs",
    "stem",
    "stems",
    "token_spans",
    "token_texts",
    "tokens",
]
