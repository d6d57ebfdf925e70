"""Lines of real documents, pasted as queries."""

import os
from pathlib import Path

import pytest

from indexer.language import fold, token_texts
from indexer.model.identifiers import OFFICIAL_LANGUAGES, Language
from indexer.model.querytree import And, Boosted, Node, Or, Phrase, Prefix, Word
from indexer.querylanguage import parse
from indexer.querylanguage.parsing import LONGEST
from tests.indexer.querylanguage.asking import SOME_NAMES

_LINES = 400


@pytest.mark.real_files
@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_a_pasted_line_finds_itself(language: Language) -> None:
    """Whatever punctuation, numbers and symbols a line has, as a query it matches the line."""
    folder = os.environ.get("MASTHEAD_TEST_DATA")
    if folder is None:
        pytest.skip("MASTHEAD_TEST_DATA names no folder")
    lines = (Path(folder) / "un/devset6" / f"dev2000.{language}").read_text("utf-8").splitlines()[:_LINES]
    pasted = [line for line in lines if len(line) <= LONGEST and not line.startswith("-") and " -" not in line]

    assert [] == [line for line in pasted if not _matches(parse(line, SOME_NAMES).tree, token_texts(line))]


def _matches(node: Node, tokens: list[str]) -> bool:
    match node:
        case Word(text, _):
            return _has_row((text,), tokens)
        case Phrase(words, _, _):
            return _has_row(words, tokens)
        case Prefix(text, _):
            return any(token.startswith(fold(text)) for token in tokens)
        case And(children) | Or(children):
            found = (_matches(child, tokens) for child in children)
            return all(found) if isinstance(node, And) else any(found)
        case Boosted(child, _):
            return _matches(child, tokens)
        case _:
            return False


def _has_row(words: tuple[str, ...], tokens: list[str]) -> bool:
    row = [token for word in words for token in token_texts(word)]
    return any(row == tokens[start : start + len(row)] for start in range(len(tokens) - len(row) + 1))
