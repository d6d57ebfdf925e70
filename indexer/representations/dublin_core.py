"""The map from our records to the fifteen elements of Dublin Core; it stands here alone."""

from collections.abc import Callable, Mapping
from typing import Final

from indexer.model.document import DocumentKind
from indexer.representations.citation import Citation
from indexer.representations.labels import KINDS, RELATIONS
from indexer.representations.meta_tags import MetaTag

NAMESPACE: Final = "http://purl.org/dc/elements/1.1/"

_NOT_TEXTS: Final = {DocumentKind.RECORDING: "MovingImage"}


def _coverage(citation: Citation) -> tuple[str, ...]:
    return (citation.event.place, citation.event.days) if citation.event else ()


ELEMENTS: Final[Mapping[str, Callable[[Citation], tuple[str, ...]]]] = {
    "title": lambda citation: (citation.title,),
    "creator": lambda citation: tuple(name.inverted for name in citation.authors),
    "subject": lambda citation: tuple(topic.label for topic in citation.topics),
    "description": lambda citation: citation.notes,
    "publisher": lambda citation: tuple(name.text for name in citation.publishers),
    "date": lambda citation: (citation.date.iso(),),
    "type": lambda citation: (_NOT_TEXTS.get(citation.kind, "Text"), KINDS[citation.kind].one),
    "format": lambda citation: tuple(dict.fromkeys(file.media_type for file in citation.files)),
    "identifier": lambda citation: (citation.symbol or "", citation.address or ""),
    "language": lambda citation: (citation.language,),
    "relation": lambda citation: (
        *(f"{RELATIONS[relation.kind]} {relation.target}" for relation in citation.relations),
        *((citation.event.title,) if citation.event else ()),
    ),
    "coverage": _coverage,
}
"""How each element is filled; `contributor`, `source` and `rights` have nothing of ours."""


def dublin_core(citation: Citation) -> dict[str, tuple[str, ...]]:
    """Return the values of every element that has any."""
    found = {name: tuple(value for value in values(citation) if value) for name, values in ELEMENTS.items()}
    return {name: values for name, values in found.items() if values}


def dublin_core_tags(citation: Citation) -> tuple[MetaTag, ...]:
    """Return the elements as meta tags; the page also links NAMESPACE as `schema.DC`."""
    return tuple(
        MetaTag(f"DC.{name}", value, citation.title_language if name == "title" else None)
        for name, values in dublin_core(citation).items()
        for value in values
    )
