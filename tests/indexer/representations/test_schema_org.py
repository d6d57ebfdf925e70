"""Documents and breadcrumbs in JSON-LD."""

import json

from indexer.representations.citing import cite
from indexer.representations.schema_org import breadcrumbs_json_ld, document_json_ld
from tests.indexer.representations.records import MEETING, PAPER, PUBLIC, RESOLUTION, UNDATED_REPORT, VOCABULARY

_ROOT = "https://papers.example.org/archive"
_ADDRESS = f"{_ROOT}/documents/UN/POP/MIG-12CM/2014/05"


def test_a_paper_is_an_article_and_a_report() -> None:
    """The whole node, with names, files and the meeting that features it."""
    node = document_json_ld(cite(PAPER, VOCABULARY, [MEETING], PUBLIC))
    expected = {
        "@context": "https://schema.org",
        "@type": ["ScholarlyArticle", "Report"],
        "@id": _ADDRESS,
        "url": _ADDRESS,
        "name": "Costs & {benefits}: 50% of migration_data",
        "inLanguage": "en",
        "identifier": "UN/POP/MIG-12CM/2014/05",
        "reportNumber": "UN/POP/MIG-12CM/2014/05",
        "genre": "Contributed paper",
        "datePublished": "2014-02-20",
        "about": [{"@type": "DefinedTerm", "name": "Recruitment costs", "url": f"{_ROOT}/topics/recruitment-costs"}],
        "workExample": [
            {
                "@type": "CreativeWork",
                "name": "Costs & {benefits}: 50% of migration_data",
                "inLanguage": "en",
                "url": f"{_ADDRESS}/en",
            }
        ],
    }
    event = {
        "@type": "Event",
        "name": "Twelfth Coordination Meeting on International Migration",
        "url": f"{_ROOT}/meetings/12cm-2014",
        "startDate": "2014-02-20",
        "endDate": "2014-02-21",
        "location": {"@type": "Place", "name": "New York"},
    }

    assert expected == {name: node[name] for name in expected}
    assert {"workFeatured": event} == node["@reverse"]
    assert {"author", "publisher", "description", "encoding", "@reverse"} == node.keys() - expected.keys()


def test_persons_bodies_and_files_are_nodes() -> None:
    """Each with the address at which the archive has it."""
    node = document_json_ld(cite(PAPER, VOCABULARY, [MEETING], PUBLIC))
    body = {
        "@type": "Organization",
        "name": "United Nations Population Fund",
        "url": f"{_ROOT}/organizations/unfpa",
    }
    person = {
        "@type": "Person",
        "name": "Eva Åkerman Börje",
        "familyName": "Åkerman Börje",
        "givenName": "Eva",
        "url": f"{_ROOT}/people/akerman-borje-eva",
    }
    pdf = {
        "@type": "MediaObject",
        "encodingFormat": "application/pdf",
        "contentUrl": f"{_ADDRESS}/en/original.pdf",
        "contentSize": "3000 B",
        "sha256": "b" * 64,
    }

    assert [body, person] == node["author"]
    assert pdf == json.loads(json.dumps(node["encoding"]))[1]


def test_a_resolution_is_the_same_as_its_official_copy() -> None:
    """The issuing body's own address is named, and every version."""
    node = json.loads(json.dumps(document_json_ld(cite(RESOLUTION, VOCABULARY, [MEETING], PUBLIC))))

    assert ["https://undocs.org/en/A/RES/68/4"] == node["sameAs"]
    assert ["en", "fr", "ar", "ru"] == [version["inLanguage"] for version in node["workExample"]]


def test_what_is_not_known_is_left_out() -> None:
    """An undated report has no date, and without a symbol no number."""
    node = document_json_ld(cite(UNDATED_REPORT, VOCABULARY, [], PUBLIC))

    assert {"@context", "@type", "@id", "url", "name", "inLanguage", "genre", "author"} == set(node)


def test_breadcrumbs_are_counted_from_the_first_page() -> None:
    """Labels and addresses in the order of the page."""
    trail = [("Masthead", PUBLIC.home()), ("Meetings", f"{_ROOT}/meetings")]
    items = [
        {"@type": "ListItem", "position": 1, "name": "Masthead", "item": f"{_ROOT}/"},
        {"@type": "ListItem", "position": 2, "name": "Meetings", "item": f"{_ROOT}/meetings"},
    ]

    assert items == breadcrumbs_json_ld(trail)["itemListElement"]
