"""What is wrong with a text although it was read."""

import re
from collections.abc import Sequence

from indexer.model.place import PlaceText, QualityFault, QualityNote

UNMAPPED = re.compile("\ufffd|[\ue000-\uf8ff]|\\(cid:\\d+\\)")
MOST_UNMAPPED = 0.02
SCANNED_SHARE = 0.5


def quality_notes(places: Sequence[PlaceText]) -> tuple[QualityNote, ...]:
    """Return the notes that the text itself gives cause for."""
    found = (_no_text(places), _unmapped(places))
    return tuple(note for note in found if note is not None)


def truncated(read: int, kind: str, total: int | None = None) -> QualityNote:
    """Return the note for a file of which only the first places were read."""
    known = f" of {total}" if total is not None else ""
    detail = f"Only the first {read}{known} {kind}s were read: divide the file to have the rest found."
    return QualityNote(QualityFault.TRUNCATED, detail)


def _no_text(places: Sequence[PlaceText]) -> QualityNote | None:
    empty = sum(not any(map(str.isalnum, place.text)) for place in places)
    if places and empty <= len(places) * SCANNED_SHARE:
        return None
    if empty == len(places):
        detail = "The file has no text: where it is a scan, run text recognition (OCR) over it and add that copy."
    else:
        detail = f"{empty} of {len(places)} pages have no text: where they are scans, run text recognition (OCR)."
    return QualityNote(QualityFault.NO_TEXT, detail)


def _unmapped(places: Sequence[PlaceText]) -> QualityNote | None:
    characters = sum(len(place.text) for place in places)
    unmapped = sum(len(UNMAPPED.findall(place.text)) for place in places)
    if unmapped <= characters * MOST_UNMAPPED:
        return None
    share = round(100 * min(1, unmapped / characters))
    detail = (
        f"About {share} % of the characters are of a font that does not say which letters it shows: words are lost."
    )
    return QualityNote(QualityFault.UNMAPPED_FONT, detail)
