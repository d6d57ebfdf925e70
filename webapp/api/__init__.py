"""The JSON API: read-only, the same search as the pages."""

from collections.abc import Callable
from functools import wraps

from flask import Flask, Response, request

from indexer.model.results import TotalRelation
from indexer.representations.json.search_shapes import SearchShape
from indexer.representations.json.shapes import Shape
from webapp.api.documentation import api_page
from webapp.api.faults import BadParametersError
from webapp.api.openapi import openapi_json
from webapp.api.operations import ROOT, Operation
from webapp.api.problems import bad_parameters
from webapp.api.table import OPERATIONS
from webapp.caching import conditional, passing, unchanged

CONVERTERS = {"id": "path:"}
"""Ids of documents hold slashes."""


def install(app: Flask) -> None:
    """Add every operation, the OpenAPI description and the page that people read."""
    for operation in OPERATIONS:
        app.add_url_rule(_rule(operation), f"api_{operation.name}", _view(operation))
    app.add_url_rule(f"{ROOT}/openapi.json", "openapi", openapi_json)
    app.add_url_rule("/api", "api", api_page)
    app.register_error_handler(BadParametersError, bad_parameters)
    app.after_request(_let_others_read)


def _rule(operation: Operation) -> str:
    rule = operation.path
    for parameter in operation.parameters:
        if parameter.is_in_path:
            converter = CONVERTERS.get(parameter.name, "")
            rule = rule.replace(f"{{{parameter.name}}}", f"<{converter}{parameter.name}>")
    return ROOT + rule


def _view(operation: Operation) -> Callable[..., Response]:
    @wraps(operation.answer)
    def view(**values: str) -> Response:
        if kept := unchanged():
            return kept
        shape: Shape = operation.answer(**values)
        response = conditional(shape.model_dump_json(), "application/json")
        return passing(response) if _is_partial(shape) else response

    return view


def _is_partial(shape: Shape) -> bool:
    return isinstance(shape, SearchShape) and shape.total.relation != TotalRelation.EXACT


def _let_others_read(response: Response) -> Response:
    """Let scripts of other sites read the API; there is nothing here that is not public."""
    if request.path.startswith("/api/"):
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Retry-After"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
            response.headers["Access-Control-Max-Age"] = "86400"
    return response
