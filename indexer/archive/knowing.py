"""Which ids a generation knows, so that a choice that is none can be refused."""

from collections.abc import Callable, Container

from indexer.archive.generation import Generation
from indexer.model.identifiers import WorkId


def resolver(generation: Generation) -> Callable[[str, str], str | None]:
    """Return what gives, for a filter's name and an id, the id that it stands for now; None for an unknown one."""
    vocabulary = generation.vocabulary
    known: dict[str, Container[str]] = {
        "organization": vocabulary.organizations,
        "person": vocabulary.people,
        "topic": vocabulary.topics,
        "meeting": generation.meetings,
    }

    def resolve(name: str, value: str) -> str | None:
        if name == "agenda_item":
            return value if generation.catalogue.part(WorkId(value)) else None
        if value in known[name]:
            return value
        return generation.catalogue.merged_into(name, value)

    return resolve
