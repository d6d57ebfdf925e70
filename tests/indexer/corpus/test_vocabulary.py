"""Authority records are read one by one, and links between them lead somewhere and end."""

from pathlib import Path

import pytest

from indexer.model.authority import OrganizationKind
from tests.indexer.corpus.corpora import ORGANIZATIONS, TOPICS, records_of

FILE = "vocabulary/organizations.toml"


def test_all_sorts_of_authority_records_are_read(tmp_path: Path) -> None:
    """Countries are organizations of the kind state; a series finds its convenor by any name."""
    records = records_of(tmp_path, {})
    vocabulary = records.vocabulary

    assert () == records.faults
    assert {"un", "unfpa", "unece", "hun"} == set(vocabulary.organizations)
    assert {"crepeau-francois", "akerman-borje-eva"} == set(vocabulary.people)
    assert {"costs", "remittances"} == set(vocabulary.topics)
    assert ["unfpa"] == [series.convenor for series in records.series.values()]
    hungary = vocabulary.organizations[next(key for key in vocabulary.organizations if key == "hun")]
    assert (OrganizationKind.STATE, ("The Republic of Hungary",)) == (hungary.kind, hungary.aliases)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[[organization]]\nid = "x"\n', "1: `names` is missing;"),
        ('[[organization]]\nid = "X y"\nnames = { en = "x" }\n', "2: id 'X y' is no id;"),
        ('[[organization]]\nid = "x"\nnames = { en = "x" }\nkind = "body"\n', "4: kind 'body' is not known;"),
        (
            '[[organization]]\nid = "x"\nnames = { en = "x" }\n\n[[organization]]\nid = "x"\nnames = { en = "y" }\n',
            "6: id 'x' is used twice;",
        ),
        (
            '[[organization]]\nid = "x"\nnames = { en = "x" }\nparents = "y"\n',
            "4: key 'parents' is not known; did you mean 'parent'?",
        ),
        ('[[organisation]]\nid = "x"\n', "1: key 'organisation' is not known; did you mean 'organization'?"),
        ('[[organization]]\nid = "x"\nnames = { en = "x" }\nparent = "y"\n', "4: parent 'y' is not known;"),
        ('[[organization]]\nid = "x"\nnames = { en = "x" }\nparent = "x"\n', "4: parent 'x' leads back to 'x';"),
        ("x = = 1", "1: this is not TOML"),
    ],
)
def test_a_wrong_authority_record_is_told(tmp_path: Path, text: str, fault: str) -> None:
    """Each fault names its line in the file of all records of that sort."""
    records = records_of(tmp_path, {FILE: text, "vocabulary/series.toml": ""})

    assert [fault] == [f"{found.line}: {found.message}"[: len(fault)] for found in records.faults]


def test_a_faulty_authority_record_stops_no_other(tmp_path: Path) -> None:
    """One organization without names leaves the others as they were."""
    records = records_of(tmp_path, {FILE: ORGANIZATIONS + '\n[[organization]]\nid = "x"\n'})

    assert {"un", "unfpa", "unece", "hun"} == set(records.vocabulary.organizations)
    assert 1 == len(records.faults)


def test_a_country_must_not_take_an_organization_s_id(tmp_path: Path) -> None:
    """Both live under one kind of address."""
    records = records_of(tmp_path, {"vocabulary/countries.toml": '[[country]]\nid = "un"\nnames = { en = "x" }\n'})

    assert ["id 'un' is used twice; give one of the two another id, or join them"] == [
        fault.message for fault in records.faults
    ]


def test_links_that_lead_in_a_circle_are_taken_away(tmp_path: Path) -> None:
    """Topics that are broader than each other are told; both stay, without the link."""
    circle = TOPICS.replace('labels = { en = "Costs" }', 'labels = { en = "Costs" }\nbroader = ["remittances"]')
    records = records_of(tmp_path, {"vocabulary/topics.toml": circle})

    assert 2 == len(records.faults)
    assert {()} == {topic.broader for topic in records.vocabulary.topics.values()}


def test_a_parent_that_was_merged_is_the_one_that_absorbed_it(tmp_path: Path) -> None:
    """A link to a merged id goes on to the record that has it now."""
    text = ORGANIZATIONS + '\n[[organization]]\nid = "branch"\nnames = { en = "Branch" }\nparent = "unfpa-old"\n'
    records = records_of(tmp_path, {FILE: text})

    assert () == records.faults
    assert {"unfpa"} == {body.parent for body in records.vocabulary.organizations.values() if body.id == "branch"}


def test_alternatives_may_be_english_alone(tmp_path: Path) -> None:
    """A list without languages is a list of English wordings."""
    text = TOPICS.replace('{ en = ["Money sent home"] }', '["Money sent home"]')
    records = records_of(tmp_path, {"vocabulary/topics.toml": text})

    assert [{}, {"en": ("Money sent home",)}] == [topic.alternatives for topic in records.vocabulary.topics.values()]
