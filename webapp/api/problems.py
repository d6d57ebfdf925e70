"""Wrong parameters as problem+json."""

from http import HTTPStatus

from flask import Response

from webapp.api.faults import BadParametersError
from webapp.errors import Problem, answer


def bad_parameters(error: BadParametersError) -> tuple[Response, int]:
    """Answer 400 and name every parameter that is wrong."""
    errors = [
        {"parameter": fault.parameter, "value": fault.value, "code": fault.code, "message": fault.message}
        for fault in error.faults
    ]
    return answer(Problem(HTTPStatus.BAD_REQUEST, "bad_parameters", str(error)), errors=errors)
