"""Builders for the first pages that tests read."""

from pathlib import Path

from indexer.extraction import extract
from indexer.mastheads import Proposal, propose
from indexer.model.identifiers import UNDETERMINED, Language
from indexer.model.place import Place, PlaceKind, PlaceText


def pages(*texts: str) -> tuple[PlaceText, ...]:
    """Return the pages of a document with these texts."""
    return tuple(PlaceText(Place(PlaceKind.PAGE, at, str(at)), text) for at, text in enumerate(texts, start=1))


def proposal_of(text: str, name: str = "file.pdf", detected: str = "en", **others: object) -> Proposal:
    """Return what a document with this first page proposes."""
    running = others.get("running_lines", ())
    properties = others.get("properties", ())
    assert isinstance(running, tuple)
    assert isinstance(properties, tuple)
    return propose(pages(text), name, running, properties, Language(detected) if detected else UNDETERMINED)


def proposal_of_file(path: Path) -> Proposal:
    """Return what a real file proposes."""
    text = extract(path)
    return propose(text.places, path.name, text.running_lines, text.properties, text.detected)
