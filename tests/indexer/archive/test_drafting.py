"""Proposals and words of a keeper -> a draft."""

from pathlib import Path

import pytest

from indexer.archive.drafting import NOTHING_GIVEN, Given, draft_of, known_ids
from indexer.archive.errors import WrongUseError
from indexer.archive.incoming import Incoming
from indexer.corpus import AuthorityIndex, read_corpus
from indexer.mastheads import Proposal, Proposed
from indexer.model.document import Basis, ContributionRole, DocumentDate, DocumentKind
from indexer.model.identifiers import DocumentId, Language, OrganizationId, Sha256
from indexer.model.querytree import ExactField
from tests.indexer.corpus.corpora import a_corpus

SAID = Proposal(
    symbol=Proposed("A/68/370", 1.0, "Masthead and file name agree."),
    date=Proposed(DocumentDate(Basis.STATED, 2013), 0.95, "The first page says it."),
    language=Proposed(Language("en"), 0.9, "The text is written in it."),
    title=Proposed("A title", 0.7, "It is the first heading."),
    body=Proposed("Population Fund", 0.95, "It stands on the masthead."),
    kind=Proposed(DocumentKind.REPORT, 0.8, "Its title says so."),
)
SILENT = Proposal(None, None, None, None, None, None)


@pytest.fixture(scope="module")
def authorities(tmp_path_factory: pytest.TempPathFactory) -> AuthorityIndex:
    """The names of the small vocabulary."""
    return AuthorityIndex(read_corpus(a_corpus(tmp_path_factory.mktemp("corpus"))).vocabulary)


def incoming(proposal: Proposal, no_text: str | None = None) -> Incoming:
    """Return a file that says this of itself."""
    return Incoming(Path("some paper.pdf"), Sha256("0" * 64), 10, "application/pdf", proposal, no_text)


def test_what_was_read_fills_the_record(authorities: AuthorityIndex) -> None:
    """A body is found by any of its names; what is unsure is marked with the reason."""
    draft = draft_of(incoming(SAID), NOTHING_GIVEN, authorities)

    assert ("A/68/370", "A title", "report") == (draft.symbol, draft.title, draft.kind)
    assert [("unfpa", ContributionRole.ISSUING_BODY)] == [(one.organization, one.role) for one in draft.contributions]
    assert [("title", "It is the first heading.")] == [(mark.field, mark.reason) for mark in draft.reviews]


def test_what_is_given_counts_and_is_not_marked(authorities: AuthorityIndex) -> None:
    """It takes the place of the proposal."""
    given = Given(
        symbol="A/1/1", title="Other", organizations=(OrganizationId("unece"),), kind=DocumentKind.CONTRIBUTED_PAPER
    )

    draft = draft_of(incoming(SAID), given, authorities)

    assert ("A/1/1", "Other", ()) == (draft.symbol, draft.title, draft.reviews)
    assert [("unece", ContributionRole.AUTHOR)] == [(one.organization, one.role) for one in draft.contributions]


def test_what_is_not_known_is_marked(authorities: AuthorityIndex) -> None:
    """The file's name stands for the title, and everything has a mark."""
    draft = draft_of(incoming(SILENT, "is encrypted: upload an unlocked copy"), NOTHING_GIVEN, authorities)

    assert ("some paper", "und", "other") == (draft.title, draft.language, draft.kind)
    assert {"symbol", "title", "language", "kind", "date", "file"} == {mark.field for mark in draft.reviews}


def test_a_given_id_means_that_there_is_no_symbol(authorities: AuthorityIndex) -> None:
    """The first page may cite one."""
    draft = draft_of(incoming(SAID), Given(id=DocumentId("panel-summary")), authorities)

    assert draft.symbol is None


def test_the_name_of_a_body_stays_where_no_record_bears_it(authorities: AuthorityIndex) -> None:
    """It becomes the statement of responsibility, with a mark."""
    proposal = Proposal(None, None, None, None, Proposed("General Assembly", 0.95, "It stands on the masthead."), None)

    draft = draft_of(incoming(proposal), NOTHING_GIVEN, authorities)

    assert ("General Assembly", ()) == (draft.responsibility, draft.contributions)
    assert "organization" in {mark.field for mark in draft.reviews}


def test_names_that_mean_nothing_are_refused_with_the_nearest(authorities: AuthorityIndex) -> None:
    """A slip of the finger is answered."""
    assert ("unfpa", "unece") == known_ids(authorities, ExactField.ORGANIZATION, ["FNUAP", "ECE", "unfpa"])
    with pytest.raises(WrongUseError, match="did you mean unfpa"):
        known_ids(authorities, ExactField.ORGANIZATION, ["UNFPAA"])


@pytest.mark.parametrize(
    ("symbol", "basis"), [("A/68/370", Basis.INFERRED), ("UN/POP/MIG-12CM/2014/05", Basis.FROM_SYMBOL)]
)
def test_a_year_of_another_symbol_is_inferred(authorities: AuthorityIndex, symbol: str, basis: Basis) -> None:
    """A date may say that it is from the symbol only where the symbol has that year."""
    proposal = Proposal(None, Proposed(DocumentDate(Basis.FROM_SYMBOL, 2014), 0.8, ""), None, None, None, None)

    draft = draft_of(incoming(proposal), Given(symbol=symbol), authorities)

    assert DocumentDate(basis, 2014) == draft.date
