"""Citations as files."""

import json

import pytest
from flask.testing import FlaskClient

PAPER = "/documents/UN/POP/MIG-12CM/2014/03"


@pytest.mark.parametrize(
    ("name", "media_type", "begins"),
    [
        ("bib", "application/x-bibtex", "@techreport{"),
        ("ris", "application/x-research-info-systems", "TY  - RPRT\r\n"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "["),
    ],
)
def test_a_citation_is_a_file_of_its_type(client: FlaskClient, name: str, media_type: str, begins: str) -> None:
    """Reference managers open it by its type, people by its name."""
    response = client.get(f"{PAPER}/citation.{name}")

    assert media_type == response.mimetype
    assert f'attachment; filename="UN-POP-MIG-12CM-2014-03.{name}"' in response.headers["Content-Disposition"]
    assert response.text.startswith(begins)


def test_a_citation_leads_back_here(client: FlaskClient) -> None:
    """Its address can be followed from anywhere."""
    (item,) = json.loads(client.get(f"{PAPER}/citation.csl.json").text)

    assert f"http://localhost{PAPER}" == item["URL"]
    assert "Specimen" in item["note"]


def test_the_page_offers_every_format(client: FlaskClient) -> None:
    """Each format is linked for people and for programs."""
    text = client.get(PAPER).text

    for name in ("bib", "ris", "csl.json"):
        assert 2 == text.count(f'href="{PAPER}/citation.{name}"')
