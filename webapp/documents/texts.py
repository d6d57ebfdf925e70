"""The text of a version alone, for programs and for reading aloud."""

from collections.abc import Iterable

from flask import Response

from indexer.archive import browsing
from indexer.archive.answers import TextView
from indexer.archive.errors import NotFoundError
from indexer.model.place import PlaceText
from webapp.caching import conditional
from webapp.documents.originals import disposition, file_name
from webapp.reading import generation


def plain_text(view: TextView) -> Response:
    """Return the text of a version with a form feed between places.

    Raises:
        NotFoundError: The archive has no text of it.
    """
    code = view.version.language
    if not view.places:
        raise NotFoundError("text", f"of {view.document.id} in {code}")
    response = conditional(joined(browsing.places(generation(), view)), "text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = disposition(file_name(view.document, code, "txt"), is_inline=True)
    response.headers["Content-Language"] = code
    return response


def joined(places: Iterable[PlaceText]) -> str:
    """Return texts as one: what stands behind n form feeds is place n + 1, also where places before it are empty."""
    found: list[str] = []
    last = 1
    for text in places:
        found.append("\f" * (text.place.number - last))
        found.append(f"{text.text}\n")
        last = text.place.number
    return "".join(found)
