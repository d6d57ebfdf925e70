"""The sentence around a name is found and trimmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.citations.sentences import LONGEST, sentence_around


def _around(text: str, name: str) -> str:
    start = text.index(name)
    return sentence_around(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two A/1/2 is here. Three.", "Two A/1/2 is here."),
        ("See para. 5 of A/1/2, vol. 3. Next.", "See para. 5 of A/1/2, vol. 3."),
        ("First\n\nsecond A/1/2\nwith a line end\n\nthird", "second A/1/2 with a line end"),
        ("第一句。第二句A/1/2在此。第三句。", "第二句A/1/2在此。"),
        ("أولا. ثانيا A/1/2 هنا. ثالثا.", "ثانيا A/1/2 هنا."),
        ("Первое. Второе A/1/2 здесь. Третье.", "Второе A/1/2 здесь."),
        ("A/1/2", "A/1/2"),
    ],
)
def test_a_sentence_ends_where_readers_think_it_does(text: str, expected: str) -> None:
    """Abbreviations end no sentence, empty lines do; a line end within one is a space."""
    assert expected == _around(text, "A/1/2")


def test_a_long_sentence_is_cut_between_words() -> None:
    """Both cut ends are marked and the name stays inside."""
    found = _around(f"{'word ' * 100}A/1/2 {'more ' * 100}", "A/1/2")

    assert found.startswith("…word ")
    assert found.endswith(" more…")
    assert "A/1/2" in found
    assert len(found) <= LONGEST + 2


@given(st.text(max_size=900), st.text(max_size=900), st.sampled_from(["A/1/2", "58/208"]))
def test_the_name_is_always_in_its_sentence(before: str, after: str, name: str) -> None:
    """However the text around it is made, the sentence holds the name and is short."""
    found = sentence_around(f"{before}{name}{after}", len(before), len(before) + len(name))

    assert name in found
    assert len(found) <= LONGEST + 2
    assert "\n" not in found
