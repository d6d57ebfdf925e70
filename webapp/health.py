"""Health for operators: /healthz says that the program runs, /readyz that it can answer."""

from flask import Flask, Response, jsonify

from indexer.archive.errors import IndexUnavailableError
from webapp.reading import generation, site


def install(app: Flask) -> None:
    """Add the two addresses."""
    app.add_url_rule("/healthz", "healthz", healthz)
    app.add_url_rule("/readyz", "readyz", readyz)


def healthz() -> Response:
    """Say that the process answers, whatever the archive is like."""
    return _uncached(jsonify(status="ok", version=site().version))


def readyz() -> tuple[Response, int]:
    """Say whether there is a generation to read, and which."""
    try:
        found = generation()
    except IndexUnavailableError as error:
        return _uncached(jsonify(status="unavailable", reason=str(error))), 503
    manifest = found.manifest
    answer = jsonify(status="ready", generation=found.number, documents=manifest.documents, built=manifest.built)
    return _uncached(answer), 200


def _uncached(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
