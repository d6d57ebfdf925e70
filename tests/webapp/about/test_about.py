"""The pages about the site itself."""

from flask.testing import FlaskClient
from lxml import html

from indexer.archive.help import QUERY_HELP
from indexer.settings import Settings
from webapp.application import create_app


def test_every_example_of_the_help_finds_something(client: FlaskClient) -> None:
    """An example that finds nothing teaches nothing."""
    links = html.fromstring(client.get("/help").data).cssselect(".examples a")
    empty = [
        link.text_content() for link in links if b"There are no matching works" in client.get(link.get("href")).data
    ]

    assert (len(QUERY_HELP), []) == (len(links), empty)


def test_about_says_that_every_file_could_be_read(client: FlaskClient) -> None:
    """Where none failed, that is said too."""
    assert "Every file of the archive could be read." in client.get("/about").text


def test_about_names_the_files_that_could_not_be_read(odd_client: FlaskClient) -> None:
    """With the reason, and a link to the record."""
    files = html.fromstring(odd_client.get("/about").data).cssselect("#files li")

    assert files


def test_privacy_keeps_its_word(client: FlaskClient) -> None:
    """No page sets a cookie."""
    assert [] == [path for path in ("/", "/search?q=a", "/privacy") if "Set-Cookie" in client.get(path).headers]


def test_a_contact_is_shown_where_one_is_set(archive_settings: Settings) -> None:
    """As a link to write to."""
    settings = archive_settings.model_copy(update={"contact": "library@example.org"})

    assert 'href="mailto:library@example.org"' in create_app(settings).test_client().get("/about").text
