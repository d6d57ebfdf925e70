"""A meeting in JSON-LD."""

import json
from typing import Any

from indexer.representations.authority_names import AuthorityNames
from indexer.representations.meeting_json_ld import meeting_json_ld
from tests.indexer.representations.records import ENGLISH, MEETING, PAPER, PUBLIC, SERIES, VOCABULARY

_PAGE = "https://papers.example.org/archive/meetings/12cm-2014"
_PLACE = {"@type": "Place", "name": "New York"}
_NAMES = AuthorityNames(VOCABULARY, PUBLIC, ENGLISH)


def node() -> dict[str, Any]:
    """Return the meeting as a program reads it."""
    read: dict[str, Any] = json.loads(json.dumps(meeting_json_ld(MEETING, SERIES, _NAMES)))
    return read


def test_a_meeting_is_an_event_of_its_series() -> None:
    """Days, place, convenor and documents are said."""
    expected = {
        "@type": "Event",
        "@id": _PAGE,
        "name": "Twelfth Coordination Meeting on International Migration",
        "startDate": "2014-02-20",
        "endDate": "2014-02-21",
        "location": _PLACE,
        "superEvent": {
            "@type": "EventSeries",
            "@id": "https://papers.example.org/archive/series/coordination-meetings",
            "name": "Coordination Meetings on International Migration",
        },
    }
    meeting = node()

    assert expected == {name: meeting[name] for name in expected}
    assert "Department of Economic and Social Affairs, Population Division" == meeting["organizer"]["name"]
    assert PUBLIC.document(PAPER.id) == meeting["workFeatured"][0]["@id"]


def test_agenda_items_hold_their_talks() -> None:
    """Each has its address on the page, whoever spoke, and what was presented."""
    item, side_event = node()["subEvent"]
    talk, remarks = item["subEvent"]

    assert ("III. The Global Forum", f"{_PAGE}#item-iii") == (item["name"], item["url"])
    assert ["United Nations Population Fund"] == [who["name"] for who in item["organizer"]]
    assert ("Preparations", ["Eva Åkerman Börje"]) == (talk["name"], [who["name"] for who in talk["performer"]])
    assert [{"@type": "CreativeWork", "@id": PUBLIC.document(PAPER.id)}] == talk["workFeatured"]
    assert ("Remarks", ["Observers"]) == (remarks["name"], [who["name"] for who in remarks["performer"]])
    assert ("Partnerships", "2014-02-21") == (side_event["name"], side_event["startDate"])


def test_a_meeting_outside_any_series_names_none() -> None:
    """What is not known is left out."""
    assert "superEvent" not in meeting_json_ld(MEETING, None, _NAMES)
