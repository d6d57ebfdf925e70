"""Settings come from the environment, and a wrong one is said in one sentence."""

from pathlib import Path

import pytest

from indexer.settings import SettingsError, load_settings


def test_defaults_work_on_one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has to be set."""
    monkeypatch.delenv("MASTHEAD_CORPUS", raising=False)
    monkeypatch.delenv("MASTHEAD_STATE", raising=False)
    settings = load_settings()

    assert (Path("corpus"), Path(".masthead"), "") == (settings.corpus, settings.state, settings.path_prefix)


def test_an_address_gives_host_and_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """One setting says where a proxy serves the site."""
    monkeypatch.setenv("MASTHEAD_URL", "https://papers.example.org/archive/")
    settings = load_settings()

    assert ("https://papers.example.org", "/archive") == (settings.base_url, settings.path_prefix)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MASTHEAD_URL", "papers.example.org"),
        ("MASTHEAD_TRUSTED_PROXIES", "many"),
        ("MASTHEAD_LOG_FORMAT", "xml"),
        ("MASTHEAD_SEARCH_SECONDS", "0"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The message says which variable is wrong, and what it is now."""
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=f"{name}='{value}'"):
        load_settings()
