"""Meta tags: what the head of a page says to programs."""

from dataclasses import dataclass

from indexer.model.identifiers import Language


@dataclass(frozen=True, slots=True)
class MetaTag:
    """One name and its content; the language where the content is words in one."""

    name: str
    content: str
    language: Language | None = None
