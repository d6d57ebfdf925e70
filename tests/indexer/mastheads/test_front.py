"""Each of the first lines is known for what it is."""

import pytest

from indexer.mastheads.front import Part, front_of
from tests.indexer.mastheads.builders import pages


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("United Nations A/HRC/15/9", Part.MASTHEAD),
        ("Distr.: General", Part.MASTHEAD),
        ("23 May 2008 Original: ENGLISH", Part.MASTHEAD),
        ("ENGLISH ONLY", Part.MASTHEAD),
        ("GE.09-10150 (E) 200109 230109", Part.MASTHEAD),
        ("Date of adoption: 3 October 2013", Part.MASTHEAD),
        ("General Assembly Distr.: General", Part.BODY),
        ("Original: ENGLISH HUMAN RIGHTS COUNCIL", Part.BODY),
        ("Sixty-eighth session", Part.SESSION),
        ("Шестьдесят восьмая сессия", Part.SESSION),
        ("Item 21 (e) of the provisional agenda*", Part.AGENDA_ITEM),
        ("البند ٢١ (هـ) من جدول الأعمال المؤقت*", Part.AGENDA_ITEM),
        ("New York, 20-21 February 2014", Part.PLACE_AND_DATES),
        ("* Previously issued under document symbol A/HRC/WG.6/3/L.5.", Part.FOOTNOTE),
        ("of 10 August 1965", Part.TEXT),
        ("Report of the Secretary-General", Part.TEXT),
    ],
)
def test_a_line_is_told_by_its_words(line: str, expected: Part) -> None:
    """Masthead, body, session, agenda item, place and dates, footnote; all else is text."""
    assert [expected] == [found.part for found in front_of(pages(line))]


def test_lines_of_a_paragraph_share_a_block() -> None:
    """An empty line and a page divide blocks; a line end does not."""
    assert [0, 0, 1, 2] == [line.block for line in front_of(pages("a\nb\n\nc", "d"))]


def test_the_front_is_short() -> None:
    """However long the document, only its first lines are looked at."""
    assert len(front_of(pages("line\n" * 500))) <= 60
