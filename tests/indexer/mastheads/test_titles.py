"""A title is found after the masthead, or the best that stands in for one."""

import pytest

from tests.indexer.mastheads.builders import proposal_of


def _title(text: str, name: str = "file.pdf", **others: object) -> str | None:
    found = proposal_of(text, name, **others).title
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REPUBLIC OF RWANDA\n\nA PLAN FOR RWANDA\n\n1. Introduction", "A PLAN FOR RWANDA"),
        (
            "République Centrafricaine\n\nUnité - Dignité - Travail\n\nUn plan au niveau\n\nNational",
            "Un plan au niveau National",
        ),
        (
            "A plan within the\n\nframework of the Convention\n\nIntroduction",
            "A plan within the framework of the Convention",
        ),
        ("Apples and Pears\n\nA text about fruit that goes on.", "Apples and Pears"),
    ],
)
def test_a_document_without_masthead_has_its_first_heading(text: str, expected: str) -> None:
    """The state that speaks, its motto and the date are no title; a heading broken over lines is whole."""
    assert expected == _title(text)


def test_the_properties_help_where_the_text_has_no_heading() -> None:
    """A title in the file's properties is taken where it is one."""
    assert "Employee Handbook" == _title("Name | Age", properties=(("title", "Employee Handbook"),))


@pytest.mark.parametrize(
    "junk", ["Microsoft Word - x.doc", "untitled", "0612865", "United Nations", "DRAFT_x", "Document1"]
)
def test_junk_in_the_properties_is_passed_over(junk: str) -> None:
    """What programs write there by themselves is no title."""
    assert "my plan" == _title("", "my_plan.pdf", properties=(("title", junk),))


def test_a_state_above_its_own_title_is_no_title() -> None:
    """The name of the state in the file's name is known when it stands alone on the page."""
    text = "ANTIGUA AND BARBUDA\n\nINTENDED CONTRIBUTION\n\nIntroduction"

    assert "INTENDED CONTRIBUTION" == _title(text, "ATG_Antigua-and-Barbuda_INDC_English.pdf")


def test_the_properties_complete_a_broken_heading() -> None:
    """A heading that the page breaks over many lines is whole in the properties."""
    properties = (("title", "Summary of the hearings with representatives of civil society"),)
    text = "United Nations A/68/370\n\nSummary of the hearings\n\nwith representatives of civil society"

    assert "Summary of the hearings with representatives of civil society" == _title(text, properties=properties)


def test_a_notice_above_the_title_is_passed_over() -> None:
    """Sentences about the copy, with its address, are no title."""
    text = "联合国 A/68/370\n\n样本。并非大会主席的说明。正式文本见： https://undocs.org/A/68/370\n\n听讯会摘要"

    assert "听讯会摘要" == _title(text)


def test_an_addendum_says_so_in_its_title() -> None:
    """The titles of a report and of its addendum differ."""
    text = (
        "United Nations A/HRC/15/9/Add.1\n\nReport of the Working Group*\n\nArmenia\n\nAddendum\n\nViews on conclusions"
    )

    assert "Report of the Working Group: Armenia: Addendum" == _title(text)
