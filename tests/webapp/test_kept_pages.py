"""Pages that were given before are given again while they hold, and no longer."""

from pathlib import Path

import pytest

from indexer.settings import Settings
from tests.corpora import an_archive, write_paper
from webapp.application import create_app
from webapp.search import views


def test_a_page_is_made_once_for_each_address_host_and_language(
    archive_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other addresses, hosts and languages have pages of their own."""
    made: list[str] = []
    render = views.render_template

    def counting(name: str, **values: object) -> str:
        made.append(name)
        return render(name, **values)

    monkeypatch.setattr(views, "render_template", counting)
    client = create_app(archive_settings).test_client()
    first, again = (client.get("/search?q=migration").data for _ in range(2))
    for address, host in (("/search?q=migration&lang=fr", "localhost"), ("/search?q=migration", "elsewhere.example")):
        client.get(address, base_url=f"http://{host}")

    assert first == again
    assert 3 == len(made)


def test_a_new_generation_has_new_pages(tmp_path: Path) -> None:
    """What is indexed anew is seen at once."""
    archive = an_archive(tmp_path, documents=2)
    archive.index()
    client = create_app(Settings(corpus=archive.corpus, state=archive.state)).test_client()
    before = client.get("/search?q=").data
    write_paper(archive.corpus, 1, title="A title that is new")
    archive.index()

    assert b"A title that is new" not in before
    assert b"A title that is new" in client.get("/search?q=").data
