"""Errors of the archive -> answers: pages for people, problem+json under /api (RFC 9457)."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from flask import Flask, Response, jsonify, redirect, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from indexer.archive.errors import MovedError, NotFoundError, RemovedError
from indexer.logs import logger
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import DocumentId
from webapp.reading import addresses, language

RETRY_SECONDS: Final = 30
API_PREFIX: Final = "/api/"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader is told.

    Attributes:
        code: For programs, the same for ever.
        detail: One sentence for people.
    """

    status: HTTPStatus
    code: str
    detail: str


def install(app: Flask) -> None:
    """Answer every error with a page or with problem+json, as the address asks."""
    app.register_error_handler(MovedError, _moved)
    app.register_error_handler(RemovedError, _removed)
    app.register_error_handler(NotFoundError, _missing)
    app.register_error_handler(ArchiveError, _unavailable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _moved(error: MovedError) -> AnyResponse:
    if error.what == "document":
        target = addresses().document(DocumentId(error.target))
    else:
        target = addresses().at(f"/{COLLECTIONS[error.what]}/{error.target}")
    if request.path.startswith(API_PREFIX):
        target = addresses().api_record(COLLECTIONS[error.what], error.target)
    query = request.query_string.decode()
    return redirect(f"{target}?{query}" if query else target, HTTPStatus.MOVED_PERMANENTLY)


COLLECTIONS: Final = {
    "document": "documents",
    "organization": "organizations",
    "person": "people",
    "topic": "topics",
}
"""The collection of each kind of record that can have moved."""


def _removed(error: RemovedError) -> tuple[Response, int]:
    return answer(Problem(HTTPStatus.GONE, "removed", str(error)))


def _missing(error: NotFoundError) -> tuple[Response, int]:
    return answer(Problem(HTTPStatus.NOT_FOUND, "not_found", str(error)))


def _unavailable(error: ArchiveError) -> tuple[Response, int]:
    logger("webapp").error("index_unavailable", reason=str(error))
    response, status = answer(
        Problem(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "index_unavailable",
            "The archive cannot be searched at the moment. Please try again in a minute.",
        )
    )
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response, status


def _http(error: HTTPException) -> tuple[Response, int] | HTTPException:
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        return error
    status = HTTPStatus(error.code)
    detail = "There is nothing at this address." if status is HTTPStatus.NOT_FOUND else str(error.description)
    response, code = answer(Problem(status, status.name.lower(), detail))
    response.headers.extend((name, value) for name, value in error.get_headers() if name == "Allow")
    return response, code


def _unexpected(error: Exception) -> tuple[Response, int]:
    logger("webapp").exception("request_failed", path=request.path, error=type(error).__name__)
    detail = "Something went wrong on our side; it has been noted."
    return answer(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", detail))


def answer(problem: Problem, **members: object) -> tuple[Response, int]:
    """Return the problem as a page, or as problem+json under /api.

    Args:
        problem: What went wrong.
        members: Further members of the JSON object, such as `errors`.
    """
    if request.path.startswith(API_PREFIX):
        body = {
            "type": "about:blank",
            "title": problem.status.phrase,
            "status": problem.status.value,
            "detail": problem.detail,
            "instance": request.full_path.rstrip("?"),
            "code": problem.code,
            **members,
        }
        response = jsonify(body)
        response.content_type = "application/problem+json"
    else:
        page = render_template("errors/error.html", problem=problem, language=language())
        response = Response(page, content_type="text/html; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response, problem.status.value
