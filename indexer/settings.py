"""The settings: environment variables that begin with MASTHEAD_, each with a default that works on one machine."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from indexer.model.errors import ArchiveError


class SettingsError(ArchiveError):
    """A setting is wrong; the message names each variable and what it should be."""


class Settings(BaseSettings):
    """What an operator can set.

    The description of a field is its help text: README's table of settings is held against it.
    """

    model_config = SettingsConfigDict(env_prefix="MASTHEAD_", frozen=True, extra="ignore")

    corpus: Path = Field(default=Path("corpus"), description="folder of the archive's own files")
    state: Path = Field(default=Path(".masthead"), description="folder of everything derived from the corpus")
    url: str = Field(
        default="",
        description="public address of the site, with the path under which a proxy serves it, "
        "such as https://papers.example.org/archive; empty: links are relative to the host asked",
    )
    site_name: str = Field(default="Masthead", description="name of the site, shown on every page", min_length=1)
    contact: str = Field(default="", description="e-mail address or page for readers' questions")
    trusted_proxies: Annotated[int, Field(ge=0, le=5)] = Field(
        default=0, description="how many reverse proxies in front of the program set X-Forwarded-* headers"
    )
    log_format: Literal["text", "json"] = Field(default="text", description="how log lines look: text or json")
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="least level logged")
    processes: Annotated[int, Field(ge=0, le=256)] = Field(
        default=0, description="processes that read documents and serve pages; 0: one per processor"
    )
    index_memory: Annotated[int, Field(ge=16, le=65_536)] = Field(
        default=768, description="megabytes that building the index takes, about, all processes together"
    )
    search_seconds: Annotated[float, Field(gt=0, le=60)] = Field(
        default=0.4, description="seconds after which a search answers with what was found so far"
    )

    @field_validator("url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment):
            raise ValueError("must be a whole address such as https://papers.example.org/archive")
        return value.rstrip("/")

    @property
    def path_prefix(self) -> str:
        """The path under which the site is served: empty, or `/archive`."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def base_url(self) -> str:
        """The scheme and host of the public address; empty where none is set."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def load_settings(**given: object) -> Settings:
    """Return the settings of the environment, with those given in their place.

    Raises:
        SettingsError: One sentence that names every variable that is wrong.
    """
    try:
        return Settings.model_validate({**Settings().model_dump(), **given}) if given else Settings()
    except ValidationError as error:
        faults = (
            f"MASTHEAD_{'_'.join(str(part) for part in fault['loc']).upper()}={fault['input']!r}: "
            f"{fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors()
        )
        raise SettingsError(f"Wrong settings: {'; '.join(faults)}.") from error
