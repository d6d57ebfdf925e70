"""What looks like syntax and is none."""

import pytest

from indexer.model.querytree import And, Node, Phrase, Word
from indexer.querylanguage import parse
from indexer.querylanguage.parsing import titled
from tests.indexer.querylanguage.asking import SOME_NAMES, messages_of


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("foo:bar", And((Word("foo"), Word("bar")))),
        ("10:30", And((Word("10"), Word("30")))),
        ("http://un.org/x", And((Word("http"), Phrase(("un", "org", "x"))))),
        ("title: a", And((Word("title"), Word("a")))),
        ("a - b", And((Word("a"), Word("b")))),
        ("a -- b", And((Word("a"), Word("b")))),
        ("migration,development", And((Word("migration"), Word("development")))),
        ("migration。发展", And((Word("migration"), Word("发展")))),
    ],
)
def test_it_is_searched_as_words(text: str, tree: Node) -> None:
    """Colons, addresses, times and dashes are as people write them in running text."""
    assert titled(tree) == parse(text, SOME_NAMES).tree


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("foo:bar", "There is no field called foo; it is searched as a word."),
        ("mig*ion", "An asterisk stands for letters at the end of a word only; elsewhere it divides words."),
        ("migraton~2", "A word cannot be searched with ~; only a phrase can."),
        ('"a b"~1000', "Words are searched at most 100 words apart."),
        (
            'migration "making the',
            "The quotation mark at character 11 is not closed; the words after it are searched as words.",
        ),
        (
            'title:"making the',
            "The quotation mark at character 7 is not closed; the words after it are searched as a phrase.",
        ),
        ("a*", "At least two letters stand before *; a is searched as a word."),
        ("é*", "At least two letters stand before *; é is searched as a word."),
        ("???", "There is no word in the query; everything is shown."),
    ],
)
def test_what_cannot_be_done_is_said(text: str, message: str) -> None:
    """One sentence says what was meant and what is done."""
    assert [message] == messages_of(text)
