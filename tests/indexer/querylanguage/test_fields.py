"""Fields of a query and what their values mean."""

import pytest

from indexer.model.querytree import And, ExactField, Value, Word, YearRange
from indexer.model.results import NoteKind
from indexer.querylanguage import parse
from tests.indexer.querylanguage.asking import SOME_NAMES, messages_of, tree_of


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("organization:IOM", ExactField.ORGANIZATION, "iom"),
        ("Organization:iom,", ExactField.ORGANIZATION, "iom"),
        ('organization:"League of Arab States"', ExactField.ORGANIZATION, "las"),
        ("organization:“League of Arab States”", ExactField.ORGANIZATION, "las"),
        ("person:Crépeau", ExactField.PERSON, "crepeau-francois"),
        ("author:Crépeau", ExactField.PERSON, "crepeau-francois"),
        ("speaker:Crépeau", ExactField.PERSON, "crepeau-francois"),
        ("topic:remittances", ExactField.TOPIC, "remittances"),
        ("symbol:a/res/68", ExactField.SYMBOL, "A/RES/68"),
        ("cites:A/RES/68/4", ExactField.CITES, "A/RES/68/4"),
        ("language:fr", ExactField.LANGUAGE, "fr"),
        ("language:French", ExactField.LANGUAGE, "fr"),
        ("language:français", ExactField.LANGUAGE, "fr"),
        ("language:francais", ExactField.LANGUAGE, "fr"),
        ("language:中文", ExactField.LANGUAGE, "zh"),
        ("language:pt", ExactField.LANGUAGE, "pt"),
        ("kind:resolution", ExactField.KIND, "resolution"),
        ("kind:Resolutions", ExactField.KIND, "resolution"),
        ('kind:"contributed paper"', ExactField.KIND, "contributed_paper"),
        ("kind:side-event", ExactField.KIND, "side_event"),
        ("kind:talk", ExactField.KIND, "talk"),
        ("meeting:12CM-2014", ExactField.MEETING, "12cm-2014"),
    ],
)
def test_a_value_is_an_id(text: str, field: ExactField, value: str) -> None:
    """Names, acronyms and spellings all come to the id."""
    assert Value(field, value) == tree_of(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("year:2013", YearRange(2013, 2013)),
        ("year:2013.", YearRange(2013, 2013)),
        ("year:2013..2014", YearRange(2013, 2014)),
        ("year:2013-2014", YearRange(2013, 2014)),
        ("year:2014..2013", YearRange(2013, 2014)),
        ("year:2013..", YearRange(2013, None)),
        ("year:..2014", YearRange(None, 2014)),
        ("year:٢٠١٣", YearRange(2013, 2013)),
    ],
)
def test_years_are_spans(text: str, years: YearRange) -> None:
    """Either end may be open, and the order does not matter."""
    assert years == tree_of(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("organization:Nowhere", "No organization is called Nowhere; it is searched as words."),
        ("person:Nobody", "No person is called Nobody; it is searched as words."),
        ("topic:nothing", "No topic is called nothing; it is searched as words."),
        ("kind:paperwork", "No kind of document is called paperwork; it is searched as words."),
        ("language:klingon", "No language is called klingon; it is searched as words."),
        ("symbol:unknown", "unknown is no document symbol; it is searched as words."),
        ("cites:unknown", "unknown is no document symbol; it is searched as words."),
        (
            "year:soon",
            "soon is neither a year nor a span such as 2013..2014; it is searched as words.",
        ),
        ('meeting:"the last one"', "No meeting is called the last one; it is searched as words."),
    ],
)
def test_an_unknown_value_is_said_and_searched_as_words(text: str, message: str) -> None:
    """Nothing is lost by a name that the archive does not know."""
    assert [message] == messages_of(text)


def test_the_words_of_an_unknown_value_must_all_match() -> None:
    """An unknown name is searched in all of the text, and the note says where it stands."""
    parsed = parse('x organization:"Nowhere Land"', SOME_NAMES)

    assert And((Word("x"), Word("Nowhere"), Word("Land"))) in getattr(parsed.tree, "children", ())
    assert [(NoteKind.UNKNOWN_VALUE, 2, 29)] == [(note.kind, note.start, note.end) for note in parsed.notes]
