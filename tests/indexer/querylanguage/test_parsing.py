"""Queries as typed, and the trees they mean."""

import pytest
from hypothesis import given

from indexer.model.querytree import (
    And,
    Boosted,
    Everything,
    ExactField,
    Fuzzy,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    TextField,
    Value,
    Wildcard,
    Word,
)
from indexer.model.results import NoteKind
from indexer.querylanguage import parse
from indexer.querylanguage.parsing import DEEPEST, TITLE_FACTOR, titled
from indexer.querylanguage.trees import depth
from tests.indexer.querylanguage.asking import QUERIES, SOME_NAMES, AllNames, messages_of, tree_of

A, B, C = Word("a"), Word("b"), Word("c")
_LONG_QUERIES = (
    "(" * 512,
    '"' * 511,
    "-" * 512,
    "a:" * 256,
    "AND " * 128,
    "国" * 512,
    "a/" * 256,
    "~1" * 256,
    "(a " * 170,
    "\u0301" * 512,
    "A/RES/68(" * 56,
)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("*", Everything()),
        ("-*", Nothing()),
        ("migration", Word("migration")),
        ("+migration", Word("migration")),
        ("a b", titled(And((A, B)))),
        ("a AND b", titled(And((A, B)))),
        ("a && b", titled(And((A, B)))),
        ("a OR b", Or((A, B))),
        ("a || b", Or((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("(a (b c))", titled(And((A, B, C)))),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("NOT -a", A),
        ("a -b", And((A, Not(B)))),
        ("a NOT b", And((A, Not(B)))),
        ("-(a b)", Not(And((A, B)))),
        ("migra*", Prefix("migra")),
        ("mi*gra**n", Wildcard("mi*gra*n")),
        ("mi*gra*", Wildcard("mi*gra*")),
        ("title:mi*n", Wildcard("mi*n", TextField.TITLE)),
        ("post-mi*n", And((Word("post"), Wildcard("mi*n")))),
        ("mi*-ag*a", And((Prefix("mi"), Wildcard("ag*a")))),
        ("ми*я", Wildcard("ми*я")),
        ("migraton~", Fuzzy("migraton", 1)),
        ("migraton~2", Fuzzy("migraton", 2)),
        ("body:migraton~2,", Fuzzy("migraton", 2, TextField.BODY)),
        ("هجره~1", Fuzzy("هجره", 1)),
        ("migration~0", Phrase(("migration",))),
        ("labor-migraton~2", And((Fuzzy("labor", 2), Fuzzy("migraton", 2)))),
        ("2013~2014", titled(And((Word("2013"), Word("2014"))))),
        ("移*", Prefix("移")),
        ("post-20*", And((Word("post"), Prefix("20")))),
        ('"migration"', Phrase(("migration",))),
        ('"making the case"', titled(Phrase(("making", "the", "case")))),
        ("“making the case”", titled(Phrase(("making", "the", "case")))),
        ('"a b"~5', Phrase(("a", "b"), distance=5)),
        ("post-2015", titled(Phrase(("post", "2015")))),
        ("国际移徙", titled(Phrase(("国际", "际移", "移徙")))),
        ("国际移*", titled(Phrase(("国际", "际移")))),
        ("移", Prefix("移")),
        ("2014年", And((Word("2014"), Prefix("年")))),
        ("第12次会议", titled(Phrase(("12", "次会", "会议")))),
        ("第12*", Prefix("12")),
        ('"第12次"', And((Word("12"), Prefix("次")))),
        ("l'émigration", Word("émigration")),
        ("title:a", Word("a", TextField.TITLE)),
        ("TITLE:a", Word("a", TextField.TITLE)),
        ('body:"a b"', Phrase(("a", "b"), TextField.BODY)),
        ("title:(A/RES/68)", Phrase(("A", "RES", "68"), TextField.TITLE)),
        ("title:(a OR b*)", Or((Word("a", TextField.TITLE), Word("b", TextField.TITLE)))),
        (
            "organization:(IOM OR un-desa-pd)",
            Or(tuple(Value(ExactField.ORGANIZATION, i) for i in ("iom", "un-desa-pd"))),
        ),
    ],
)
def test_what_is_typed_means_this(text: str, tree: Node) -> None:
    """Words must all match; operators, signs, fields and parentheses change that."""
    assert tree == parse(text, SOME_NAMES).tree


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/68/4",
        "a/res/68/4",
        "(A/RES/68/4)",
        "A/RES/68/4.",
        "A/RES/68/4, ",
        "[A/RES/68/4]",
        "https://undocs.org/A/RES/68/4",
    ],
)
def test_a_pasted_symbol_finds_its_document_first(text: str) -> None:
    """A symbol in any spelling is the document itself before it is words in others."""
    mention = Phrase(("A", "RES", "68", "4"))

    assert Or((Boosted(Value(ExactField.SYMBOL, "A/RES/68/4"), 8.0), mention)) == tree_of(text)


def test_a_symbol_with_its_year_in_parentheses_is_one() -> None:
    """The parentheses of a symbol are not a group."""
    assert Value(ExactField.SYMBOL, "S/RES/2178(2014)") == tree_of("symbol:S/RES/2178(2014)")


@pytest.mark.parametrize(
    "title",
    [
        "Migration and post-2015: Making the case",
        "Migration and post-2015: [Making] the case?",
        "“Migration” and «post-2015» – Making (the) case!",
        "Migration and post‑2015; Making: the case...",
        "Migration, and post-2015 / Making the case*",
    ],
)
def test_a_pasted_title_is_words(title: str) -> None:
    """Punctuation of a title is not syntax, and a title with all its words in a row comes first."""
    tree = parse(title.removesuffix("*"), SOME_NAMES).tree

    words = ("Migration", "and", "post", "2015", "Making", "the", "case")
    assert isinstance(tree, Or)
    assert Boosted(Phrase(words, TextField.TITLE), TITLE_FACTOR) == tree.children[0]
    assert [] == messages_of(title)


def test_a_pasted_title_may_name_a_symbol() -> None:
    """The row of words goes on through a symbol."""
    tree = tree_of("Implementation of resolution A/RES/68/4")

    assert isinstance(tree, Or)
    row = Phrase(("Implementation", "of", "resolution", "A", "RES", "68", "4"), TextField.TITLE)
    assert Boosted(row, TITLE_FACTOR) == tree.children[0]


def test_words_for_suggestions_are_those_looked_for() -> None:
    """What is excluded, quoted, cut short or an id is not spelled better."""
    text = 'migraton title:devlopment -drugs "making the" post* organization:IOM A/RES/68/4'

    assert ("migraton", "devlopment") == parse(text, SOME_NAMES).words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a" * 512, 512),
        ("a" * 513, 512),
        ("a" * 500 + " " + "b" * 20, 501),
        ("  " + "a" * 520, 512),
        ("a" * 512 + " b", 512),
        ("a" * 511 + " b", 512),
    ],
)
def test_a_long_query_is_cut_before_a_word(text: str, kept: int) -> None:
    """Five hundred and twelve characters are searched, and no half of a word."""
    bounds = [(note.kind, note.start) for note in parse(text, SOME_NAMES).notes]

    assert ([(NoteKind.BOUND, kept)] if len(text) > 512 else []) == bounds


@pytest.mark.parametrize("opening", ["(", "-(", "(a OR ", "(a -(b OR ", "title:("])
def test_a_deep_query_stays_within_its_depth(opening: str) -> None:
    """Parentheses without end are passed over from some depth on, and a note says so."""
    parsed = parse(opening * 60 + "c", SOME_NAMES)

    assert depth(parsed.tree) <= DEEPEST
    assert NoteKind.BOUND in {note.kind for note in parsed.notes}


@given(QUERIES)
def test_nothing_that_is_typed_fails(text: str) -> None:
    """Any text gives a tree within its depth, and notes that point into the text."""
    parsed = parse(text, AllNames())

    assert depth(parsed.tree) <= DEEPEST
    assert all(0 <= (note.start or 0) <= (note.end or 0) <= len(text) for note in parsed.notes)


@pytest.mark.parametrize("text", _LONG_QUERIES)
def test_long_queries_are_understood(text: str) -> None:
    """The worst of five hundred characters come to an end, as a tree of bounded depth."""
    assert depth(parse(text, SOME_NAMES).tree) <= DEEPEST
