"""Any name that a vocabulary knows is found in any spelling, and nothing is guessed."""

import pytest

from indexer.corpus.authorities import AuthorityIndex
from indexer.model.authority import Organization, OrganizationKind, Person, Topic, Vocabulary
from indexer.model.identifiers import Language, OrganizationId, PersonId, TopicId

EN, FR, AR = Language("en"), Language("fr"), Language("ar")


def an_organization(key: str, **fields: object) -> Organization:
    """Return an organization with an English name."""
    given = {"kind": OrganizationKind.ENTITY, "names": {EN: f"Organization {key}"}, **fields}
    return Organization(OrganizationId(key), **given)  # type: ignore[arg-type]  # a builder passes fields through


def an_index(*records: Organization | Person | Topic) -> AuthorityIndex:
    """Return an index of these records."""
    return AuthorityIndex(
        Vocabulary(
            {record.id: record for record in records if isinstance(record, Organization)},
            {record.id: record for record in records if isinstance(record, Person)},
            {record.id: record for record in records if isinstance(record, Topic)},
        )
    )


INDEX = an_index(
    an_organization(
        "unfpa",
        names={EN: "United Nations Population Fund", AR: "صندوق الأمم المتحدة للسكان"},
        acronyms={EN: "UNFPA", FR: "FNUAP"},
        aliases=("Population Fund",),
        merged=(OrganizationId("old-fund"),),
    ),
    an_organization("unece", aliases=("UN/ECE",)),
    an_organization("cms", acronyms={EN: "CMS"}),
    an_organization("species", acronyms={EN: "Species"}, aliases=("CMS", "Twice")),
    an_organization("other", aliases=("Twice",)),
    Person(PersonId("crepeau-francois"), "François Crépeau"),
    Person(PersonId("akerman-borje-eva"), "Eva Åkerman Börje"),
    Person(PersonId("smith-ann"), "Ann Smith"),
    Person(PersonId("the-chair"), "Chair of the Group"),
    Person(PersonId("smith-bob"), "Bob Smith"),
    Topic(TopicId("remittances"), {EN: "Remittances"}, alternatives={FR: ("Envois de fonds",)}),
)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("organization", "unfpa", "unfpa"),
        ("organization", "UNFPA", "unfpa"),
        ("organization", "fnuap", "unfpa"),
        ("organization", "united nations  population fund", "unfpa"),
        ("organization", "صُندوق الأُمم المتّحدة للسكان", "unfpa"),
        ("organization", "Population Fund", "unfpa"),
        ("organization", "old-fund", "unfpa"),
        ("organization", "un/ece", "unece"),
        ("organization", "UN-ECE", "unece"),
        ("person", "Francois Crepeau", "crepeau-francois"),
        ("person", "CRÉPEAU, François", "crepeau-francois"),
        ("person", "Akerman Borje, Eva", "akerman-borje-eva"),
        ("person", "Åkerman Börje", "akerman-borje-eva"),
        ("person", "crépeau", "crepeau-francois"),
        ("topic", "envois de fonds", "remittances"),
    ],
)
def test_a_name_in_any_spelling_gives_its_id(field: str, text: str, value: str) -> None:
    """Names, acronyms, aliases, merged ids and turned names are found without case, accents and punctuation."""
    assert value == INDEX.value(field, text)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("organization", "unfpaa"),
        ("organization", "Twice"),
        ("organization", ""),
        ("person", "Smith"),
        ("person", "François"),
        ("person", "Group"),
        ("kind", "unfpa"),
    ],
)
def test_what_is_unknown_or_means_two_gives_nothing(field: str, text: str) -> None:
    """There is no id for an unknown name, a name of two records, a given name or a field without authorities."""
    assert INDEX.value(field, text) is None


def test_an_acronym_comes_before_another_record_s_alias() -> None:
    """A name that is one record's acronym and another's alias means the first."""
    assert "cms" == INDEX.value("organization", "CMS")


def test_a_surname_is_no_name_for_a_record() -> None:
    """A record must name a person in full: another of that surname may come."""
    assert INDEX.named("person", "Crépeau") is None
    assert "crepeau-francois" == INDEX.named("person", "Francois Crepeau")


def test_the_nearest_names_are_offered() -> None:
    """A misspelt name offers the id that it is nearest to."""
    assert "unfpa" == INDEX.nearest("organization", "unfpaa")[0]


def test_a_name_of_two_records_offers_both() -> None:
    """Where a name means two records, those are the nearest."""
    assert {"species", "other"} == set(INDEX.nearest("organization", "Twice"))
    assert {"smith-ann", "smith-bob"} == set(INDEX.nearest("person", "Smith"))


def test_nothing_is_near_in_a_field_without_authorities() -> None:
    """Fields such as the kind have no names to offer."""
    assert () == INDEX.nearest("kind", "paper")
    assert INDEX.named("kind", "paper") is None
