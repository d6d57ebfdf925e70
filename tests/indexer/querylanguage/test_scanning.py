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
        ("m*ion", "At least two letters stand before *; m*ion is searched as words."),
        ("国际*移徙", "An asterisk stands for letters of an alphabet; between other characters it divides words."),
        ("migra*~2", "A word is searched with * or with ~, not with both; ~ is passed over."),
        ("migraton~3", "At most two letters of a word may differ, and one where it has fewer than five letters."),
        ("care~2", "At most two letters of a word may differ, and one where it has fewer than five letters."),
        ("移徙~1", "Words of an alphabet are searched with ~; 移徙 is searched as it is."),
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
