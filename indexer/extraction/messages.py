"""How a text or a failure travels from a child process: as JSON, which can do nothing but be read."""

import json
from typing import Any

from indexer.extraction.errors import ExtractionFailure
from indexer.model.identifiers import Language, Sha256
from indexer.model.place import ExtractedText, Place, PlaceKind, PlaceText, QualityFault, QualityNote


def packed(result: ExtractedText | ExtractionFailure) -> bytes:
    """Return a result as bytes."""
    if isinstance(result, ExtractionFailure):
        return json.dumps({"reason": result.reason, "code": result.code}).encode()
    message = {
        "file": result.file,
        "reader": result.reader,
        "media_type": result.media_type,
        "places": [(item.place.kind, item.place.number, item.place.label, item.text) for item in result.places],
        "running_lines": result.running_lines,
        "detected": result.detected,
        "notes": [(note.fault, note.detail) for note in result.notes],
        "properties": result.properties,
    }
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")


def unpacked(content: bytes) -> ExtractedText | ExtractionFailure:
    """Return the result that bytes stand for.

    Raises:
        ValueError: They stand for none.
    """
    message = json.loads(content)
    try:
        if "reason" in message:
            return ExtractionFailure(str(message["reason"]), str(message["code"]))
        return _text(message)
    except (KeyError, TypeError) as error:
        raise ValueError("the message lacks a field") from error


def _text(message: dict[str, Any]) -> ExtractedText:
    return ExtractedText(
        file=Sha256(message["file"]),
        reader=message["reader"],
        media_type=message["media_type"],
        places=tuple(
            PlaceText(Place(PlaceKind(kind), number, label), text) for kind, number, label, text in message["places"]
        ),
        running_lines=tuple(message["running_lines"]),
        detected=Language(message["detected"]),
        notes=tuple(QualityNote(QualityFault(fault), detail) for fault, detail in message["notes"]),
        properties=tuple((name, value) for name, value in message["properties"]),
    )
