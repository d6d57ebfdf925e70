"""The OpenAPI 3.1 description, made from the table of operations and the shapes of the answers."""

import json
from functools import cache
from typing import Any, Final

from flask import Response
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema

from indexer.representations.json.problem_shapes import ProblemShape
from indexer.representations.json.shapes import Shape
from webapp.api.operations import ROOT, Operation, Parameter
from webapp.api.table import OPERATIONS
from webapp.caching import conditional
from webapp.reading import addresses, site

_REFERENCE: Final = "#/components/schemas/{model}"
_MODE: Final[JsonSchemaMode] = "serialization"


def openapi_json() -> Response:
    """Answer with the description."""
    return conditional(json.dumps(description(), ensure_ascii=False), "application/json")


def description() -> dict[str, Any]:
    """Return the description of the API of this site."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{site().settings.site_name} API",
            "version": site().version,
            "summary": "Search an archive of meeting documents and read its records.",
            "description": "Read-only. Answers carry an ETag; ask again with If-None-Match.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": addresses().at(ROOT)}],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {"schemas": _schemas()},
    }


@cache
def _schemas() -> dict[str, Any]:
    shapes: list[type[Shape]] = [ProblemShape, *(operation.shape for operation in OPERATIONS)]
    _, schema = models_json_schema(
        [(shape, _MODE) for shape in dict.fromkeys(shapes)],
        ref_template=_REFERENCE,
        schema_generator=GenerateJsonSchema,
    )
    definitions: dict[str, Any] = schema["$defs"]
    return definitions


def _operation(operation: Operation) -> dict[str, Any]:
    found = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": _responses(operation),
    }
    return {**found, "description": operation.description} if operation.description else found


def _parameter(parameter: Parameter) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": parameter.name,
        "in": "path" if parameter.is_in_path else "query",
        "required": parameter.is_in_path,
        "description": parameter.description,
        "schema": parameter.schema,
    }
    if not parameter.is_in_path:
        found["allowEmptyValue"] = True  # the fields of a form that nobody filled in count as absent
    if parameter.is_repeatable:
        items = {"anyOf": [parameter.schema, {"const": ""}]}
        found |= {"schema": {"type": "array", "items": items}, "style": "form", "explode": True}
    return found


def _responses(operation: Operation) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": _REFERENCE.format(model=operation.shape.__name__)}}}
    found: dict[str, Any] = {
        "200": {"description": "The answer.", "content": content, "headers": {"ETag": {"schema": {"type": "string"}}}},
        "304": {"description": "Nothing has changed since the ETag given."},
        "400": _problem("A parameter is wrong; `errors` names each."),
        "503": _problem("The archive cannot be read at the moment; Retry-After says when to ask again."),
    }
    if operation.can_miss:
        found |= {
            "301": {"description": "The record is at another address, which Location names."},
            "404": _problem("There is nothing at this address."),
            "410": _problem("The record was removed; `detail` says when and why."),
        }
    return found


def _problem(described: str) -> dict[str, Any]:
    schema = {"$ref": _REFERENCE.format(model=ProblemShape.__name__)}
    return {"description": described, "content": {"application/problem+json": {"schema": schema}}}
