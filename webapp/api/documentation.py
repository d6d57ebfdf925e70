"""The page about the API that people read."""

from dataclasses import dataclass
from typing import Final

from flask import Response, render_template

from webapp.api.operations import ROOT, Operation, Parameter
from webapp.api.table import OPERATIONS
from webapp.caching import conditional
from webapp.reading import public_addresses

EXAMPLES: Final = {
    "search": "/search?q=remittances&facet=organization,year&size=2",
    "facet_values": "/facets/organization?q=migration&prefix=united",
    "suggest": "/suggest?q=migrat",
    "documents": "/documents?size=2",
    "document": "/documents/UN/POP/MIG-12CM/2014/05",
    "document_text": "/documents/UN/POP/MIG-12CM/2014/05/en/text?size=2",
    "meetings": "/meetings",
    "meeting": "/meetings/12cm-2014",
    "organizations": "/organizations?size=2",
    "organization": "/organizations/unfpa",
    "people": "/people?size=2",
    "person": "/people/korosi-csaba",
    "topics": "/topics?size=2",
    "topic": "/topics/remittances",
}
"""One for each operation, of the sample archive."""


Runs = tuple[tuple[str, bool], ...]
"""Words, and whether they are code."""


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """A parameter as the page shows it."""

    name: str
    place: str
    values: str
    description: Runs


@dataclass(frozen=True, slots=True)
class OperationView:
    """An operation as the page shows it."""

    name: str
    path: str
    summary: str
    description: Runs
    parameters: tuple[ParameterRow, ...]
    example: str


def api_page() -> Response:
    """Show what can be asked, with an example of each."""
    here = public_addresses()
    views = [_view(operation, here.at(ROOT)) for operation in OPERATIONS]
    return conditional(
        render_template("api/api.html", operations=views, root=here.at(ROOT), openapi=here.at(f"{ROOT}/openapi.json"))
    )


def _view(operation: Operation, root: str) -> OperationView:
    return OperationView(
        name=operation.name,
        path=ROOT + operation.path,
        summary=operation.summary,
        description=_runs(operation.description),
        parameters=tuple(_row(parameter) for parameter in operation.parameters),
        example=root + EXAMPLES[operation.name],
    )


def _row(parameter: Parameter) -> ParameterRow:
    schema = parameter.schema
    values = str(schema["type"])
    if "maximum" in schema:
        values = f"1 to {schema['maximum']:,}, usually {schema['default']}"
    elif "enum" in schema and isinstance(schema["enum"], list):
        values = ", ".join(schema["enum"])
    place = "path" if parameter.is_in_path else ("repeatable" if parameter.is_repeatable else "")
    return ParameterRow(parameter.name, place, values, _runs(parameter.description))


def _runs(markdown: str) -> Runs:
    """Return a description, which OpenAPI reads as Markdown, without the marks of its code."""
    return tuple((words, number % 2 == 1) for number, words in enumerate(markdown.split("`")) if words)
