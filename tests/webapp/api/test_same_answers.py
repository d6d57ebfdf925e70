"""The command line, the API and the page give the same hits, counts and passages."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html

from indexer.settings import Settings

FACETS = "organization,person,year,topic,language,kind,meeting"


def by_command(settings: Settings, q: str) -> Any:
    """Return what `masthead search --json` prints."""
    environment = {**os.environ, "MASTHEAD_STATE": str(settings.state), "MASTHEAD_CORPUS": str(settings.corpus)}
    command = [sys.executable, "-c", "from indexer.cli import main; main()", "search", q, "--json"]
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)


def on_page(client: FlaskClient, q: str) -> list[tuple[str, str, list[str]]]:
    """Return address, title and passages of the cards on the page; a match stands between brackets."""
    tree = html.fromstring(client.get("/search", query_string={"q": q}).text)
    for match in tree.xpath("//p[@class='passage-text']/mark"):
        match.text = f"[{match.text}]"
    return [
        (
            card.xpath(".//h3//a/@href")[0],
            " ".join(card.xpath(".//h3//a")[0].text_content().split()),
            [passage.text_content() for passage in card.xpath(".//p[@class='passage-text']")],
        )
        for card in tree.xpath("//ol[@class='results']/li")
    ]


def in_json(body: Any) -> list[tuple[str, str, list[str]]]:
    """Return address, title and passages of the hits in the same form."""
    return [
        (
            hit["links"]["html"],
            " ".join(hit["title"].split()),
            ["".join(f"[{text}]" if match else text for text, match in one["parts"]) for one in hit["passages"]],
        )
        for hit in body["results"]
    ]


def counts(body: Any, facet: str) -> list[tuple[str, int]]:
    """Return the counts of a facet."""
    return [(value["value"], value["count"]) for value in body["facets"][facet]["values"]]


def choices(page: Any, facet: str) -> list[tuple[str, int]]:
    """Return the counts of a facet as the page shows them."""
    counted = page.xpath(f"//label[@class='choice'][input/@name='{facet}']")
    return [
        (one.xpath("input/@value")[0], int(one.xpath("string(span[@class='choice-count']/text())").replace(",", "")))
        for one in counted
    ]


@pytest.mark.parametrize("q", ["remittances", '"recruitment costs" OR title:migration', "移徙"])
def test_command_and_api_print_the_same_object(client: FlaskClient, archive_settings: Settings, q: str) -> None:
    """Byte for byte as data."""
    body = client.get("/api/v1/search", query_string={"q": q, "facet": FACETS}).json

    assert by_command(archive_settings, q) == body


@pytest.mark.parametrize("q", ["remittances", '"recruitment costs" OR title:migration', "移徙", "الهجرة"])
def test_page_and_api_show_the_same_hits(client: FlaskClient, q: str) -> None:
    """Titles, addresses, and passages with their matches."""
    body = client.get("/api/v1/search", query_string={"q": q}).json

    assert in_json(body) == on_page(client, q)
    assert body["results"]


def test_page_and_api_show_the_same_counts(client: FlaskClient) -> None:
    """Of each value of each facet that the page shows."""
    body = client.get("/api/v1/search?q=remittances&facet=organization,year,topic").json
    page = html.fromstring(client.get("/search?q=remittances").text)

    assert {name: counts(body, name) for name in ("organization", "topic")} == {
        name: choices(page, name) for name in ("organization", "topic")
    }
    assert page.xpath("string(//h1)").startswith(f"{body['total']['value']} ")
