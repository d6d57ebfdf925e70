"""A document's record becomes the noun, or says line by line why not."""

import datetime as dt
from pathlib import Path

import pytest

from indexer.model.document import (
    Contribution,
    ContributionRole,
    DocumentKind,
    Relation,
    RelationKind,
    Removal,
    Review,
    Source,
)
from indexer.model.identifiers import DocumentId, Language, OrganizationId, PersonId
from tests.indexer.corpus.corpora import PAPER, document_of, faults_of

EN, FR = Language("en"), Language("fr")


def test_the_symbol_is_the_id_in_its_canonical_spelling(tmp_path: Path) -> None:
    """However a symbol is typed, the document has its canonical form."""
    document = document_of(tmp_path, PAPER.replace("UN/POP/MIG-12CM/2014/03", "un/pop/mig-12cm/2014/3 "))

    assert ("UN/POP/MIG-12CM/2014/03", "UN/POP/MIG-12CM/2014/03") == (document.id, document.symbol)


def test_a_document_without_a_symbol_has_its_own_id_or_its_file_s_name(tmp_path: Path) -> None:
    """The id is written, or else the record's file gives it."""
    text = 'kind = "report"\ntitle = "x"\n'

    assert "panel-summary" == document_of(tmp_path / "a", 'id = "panel-summary"\n' + text).id
    assert "paper" == document_of(tmp_path / "b", text).id


def test_titles_stand_alone_or_by_language(tmp_path: Path) -> None:
    """One text is the English title; a table has one for each language."""
    by_language = PAPER.replace('"Making research work"', '{ en = "Work", fr = "Travail" }')

    assert {EN: "Making research work"} == document_of(tmp_path / "a", PAPER).titles
    assert {EN: "Work", FR: "Travail"} == document_of(tmp_path / "b", by_language).titles


def test_names_of_any_kind_are_resolved(tmp_path: Path) -> None:
    """Organizations, people and topics are accepted by any name; roles may stand beside."""
    text = 'organizations = ["UNFPA", { organization = "UN/ECE", role = "submitter" }]\n'
    text += 'people = ["Francois Crepeau"]\ntopics = ["envois de fonds", "costs"]\n'
    document = document_of(tmp_path, PAPER + text)

    assert (
        Contribution(ContributionRole.AUTHOR, organization=OrganizationId("unfpa")),
        Contribution(ContributionRole.SUBMITTER, organization=OrganizationId("unece")),
        Contribution(ContributionRole.AUTHOR, person=PersonId("crepeau-francois")),
    ) == document.contributions
    assert ("remittances", "costs") == document.topics


def test_links_to_documents_need_not_be_held(tmp_path: Path) -> None:
    """What a document cites or amends is named by symbol in any spelling, held or not."""
    text = 'cites = ["a/68/190", "panel-summary"]\nrelations = [{ kind = "addendum_to", target = "A/68/370" }]\n'
    document = document_of(tmp_path, PAPER + text)

    assert ("A/68/190", "panel-summary") == document.cites
    assert (Relation(RelationKind.ADDENDUM_TO, DocumentId("A/68/370")),) == document.relations


def test_the_rest_is_taken_as_it_stands(tmp_path: Path) -> None:
    """Further keys are read as they are written."""
    text = (
        'other_titles = ["As printed"]\nstatement_of_responsibility = "A panel"\nnote = "n"\nspecimen = true\n'
        "added = 2026-11-24\nmodified = 2026-11-25\n"
        '[source]\naddress = "https://x"\nretrieved = 2026-11-24\nas_printed = "p"\nmended_by = "m"\n'
        '[[review]]\nfield = "date"\nreason = "r"\n'
    )
    document = document_of(tmp_path, PAPER + text)

    assert (("As printed",), "A panel", "n", True) == (
        document.other_titles,
        document.statement_of_responsibility,
        document.note,
        document.specimen,
    )
    assert (dt.date(2026, 11, 24), dt.date(2026, 11, 25)) == (document.added, document.modified)
    assert Source("https://x", dt.date(2026, 11, 24), "p", "m") == document.source
    assert (Review("date", "r"),) == document.review


def test_a_tombstone_needs_no_more_than_its_identity(tmp_path: Path) -> None:
    """A removed document has neither title nor kind to show."""
    document = document_of(tmp_path, 'symbol = "A/68/370"\n[removed]\non = 2026-11-24\nreason = "withdrawn"\n')

    assert (Removal(dt.date(2026, 11, 24), "withdrawn"), DocumentKind.OTHER) == (document.removal, document.kind)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            PAPER + 'organizations = ["unfpaa"]\n',
            "4: organization 'unfpaa' is not known; did you mean 'unfpa'?",
        ),
        (
            PAPER + 'organizations = ["zzzzzzz"]\n',
            "4: organization 'zzzzzzz' is not known; add it to vocabulary/organizations.toml or countries.toml",
        ),
        (PAPER + 'people = ["Crépeau"]\n', "4: person 'Crépeau' is not known; did you mean 'crepeau-francois'?"),
        (PAPER + 'topics = ["remitances"]\n', "4: topic 'remitances' is not known; did you mean 'remittances'?"),
        (PAPER + 'topic = ["costs"]\n', "4: key 'topic' is not known; did you mean 'topics'?"),
        (
            PAPER.replace("contributed_paper", "contributed_papr"),
            "2: kind 'contributed_papr' is not known; did you mean 'contributed_paper'?",
        ),
        (
            PAPER.replace("UN/POP/MIG-12CM/2014/03", "UN/ECE"),
            "1: 'UN/ECE' is no symbol; write it as on the masthead, such as A/RES/68/4",
        ),
        (
            PAPER + 'id = "other"\n',
            "4: id 'other' is not the symbol 'UN/POP/MIG-12CM/2014/03'; take the id away: the symbol is the id",
        ),
        (
            'id = "No Slug"\nkind = "note"\ntitle = "x"\n',
            "1: id 'No Slug' is no id; write lower-case letters, digits and hyphens, or use `symbol`",
        ),
        (
            'symbol = "A/68/370"\nkind = "note"\n',
            'None: `title` is missing; write title = "...", or title = { en = "...", fr = "..." }',
        ),
        (
            PAPER.replace('"Making research work"', "3"),
            "3: `title` should be text, or a table of texts by language, but is a whole number",
        ),
        (
            PAPER.replace('"Making research work"', '{ xx = "x" }'),
            "3: language 'xx' is not known; write an ISO 639-1 code such as en, ar or zh",
        ),
        (
            PAPER + 'cites = ["A/RES/68/4", "not one"]\n',
            "4: 'not one' is no symbol and no id; write a symbol as A/RES/68/4 or an id as panel-summary",
        ),
        (
            PAPER + 'relations = [{ kind = "replaces" }]\n',
            '4: `target` is missing; write target = "..."',
        ),
        (PAPER + 'specimen = "yes"\n', "4: `specimen` should be true or false, but is text in quotes"),
        (PAPER + "note = 3\n", "4: `note` should be text in quotes, but is a whole number"),
        (PAPER + "other_titles = 3\n", "4: `other_titles` should be a list of texts in quotes, but is a whole number"),
        (
            PAPER + "organizations = 3\n",
            "4: `organizations` should be a list of texts or tables, but is a whole number",
        ),
        (PAPER + 'organizations = [{ role = "author" }]\n', '4: `organization` is missing; write organization = "..."'),
        (PAPER + 'source = "page"\n', "4: `source` should be a table, but is text in quotes"),
        (PAPER + "version = 1\n", "4: `version` should be a list of tables, but is a whole number"),
        (
            PAPER + 'added = "yesterday"\n',
            "4: `added` is 'yesterday', which is no date of the calendar; write it as 2014-02-20",
        ),
        (
            PAPER + "[removed]\nreason = 'x'\n",
            "4: `on` is missing; write on = 2014-02-20",
        ),
    ],
)
def test_a_fault_is_one_sentence_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    """Every fault says what is wrong, where, and what to do, naming the nearest known value."""
    assert [fault] == faults_of(tmp_path, text)


def test_a_kind_is_needed(tmp_path: Path) -> None:
    """A record without a kind is told all kinds there are."""
    (fault,) = faults_of(tmp_path, 'symbol = "A/68/370"\ntitle = "x"\n')

    assert fault.startswith("None: `kind` is missing; write one of contributed_paper, resolution, note,")


def test_a_relation_needs_its_kind(tmp_path: Path) -> None:
    """A relation without a kind is told which kinds there are."""
    (fault,) = faults_of(tmp_path, PAPER + 'relations = [{ target = "A/68/370" }]\n')

    assert ("4: `kind` is missing; write one of addendum_to, revision_of, corrigendum_to, replaces") == fault


def test_a_file_whose_name_is_no_id_needs_one(tmp_path: Path) -> None:
    """Where neither symbol nor id nor the file's name will do, the record says so."""
    (fault,) = faults_of(tmp_path, 'symbol = ""\nkind = "note"\ntitle = "x"\n', {"documents/No Name.toml": ""})[:1]

    assert "there is neither `symbol` nor `id`; write one of them" in fault
