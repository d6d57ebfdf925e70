"""Text goes out compressed to those who can read it so."""

import gzip
from typing import Final

from flask import Flask, Response, request

LEAST: Final = 1_024
"""Bytes that are worth it."""

LEVEL: Final = 3
"""A third of the usual level's time, for a tenth more bytes of a page."""

TYPES: Final = ("text/", "application/json", "application/problem+json", "application/atom+xml", "application/xml")


def install(app: Flask) -> None:
    """Compress answers of text that are worth it."""
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if not response.content_type or not response.content_type.startswith(TYPES):
        return response
    response.vary.add("Accept-Encoding")
    wanted = request.accept_encodings["gzip"] > 0
    is_whole = response.status_code == 200 and not response.direct_passthrough and not response.is_streamed  # noqa: PLR2004
    if wanted and is_whole and "Content-Encoding" not in response.headers:
        body = response.get_data()
        if len(body) >= LEAST:
            response.set_data(gzip.compress(body, LEVEL, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
    return response
