"""Whatever is asked of the API, valid or not: no server error, and no answer that its description does not have."""

from typing import Any, Final

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from webapp.api.table import OPERATIONS

RECORDS: Final[dict[str, dict[str, list[str]]]] = {
    "/facets/{name}": {"name": ["organization", "year", "language"]},
    "/documents/{id}": {"id": ["UN/POP/MIG-12CM/2014/05", "A/RES/68/4", "panel-summary-migration-development"]},
    "/documents/{id}/{language_code}/text": {"id": ["A/68/370"], "language_code": ["ar", "zh", "en"]},
    "/meetings/{id}": {"id": ["12cm-2014"]},
    "/organizations/{id}": {"id": ["unfpa", "un"]},
    "/people/{id}": {"id": ["korosi-csaba"]},
    "/topics/{id}": {"id": ["remittances"]},
}
"""Values in paths that the sample archive has; random ones hit nothing."""

NOT_CHECKED: Final = [positive_data_acceptance]
"""A well-formed id that the archive does not know is refused: the description cannot list all ids."""

PATHS: Final = [operation.path for operation in OPERATIONS]
any_mode = pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
any_path = pytest.mark.parametrize("path", PATHS)
unhurried = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="session")
def described(app: Flask) -> Any:
    """The API as its own description has it."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


def ask(described: Any, path: str, mode: GenerationMode, data: st.DataObject) -> None:
    """Ask something at a path and check status, headers, media type and body of the answer."""
    known = {name: data.draw(st.sampled_from(values)) for name, values in RECORDS.get(path, {}).items()}
    given_path = known if known and mode is GenerationMode.POSITIVE else None
    case = data.draw(described[path]["GET"].as_strategy(generation_mode=mode, path_parameters=given_path))
    case.call_and_validate(headers={"Accept-Encoding": "identity"}, excluded_checks=NOT_CHECKED)


@any_mode
@any_path
@settings(unhurried, max_examples=12)
@given(data=st.data())
def test_answers_are_as_described(described: Any, path: str, mode: GenerationMode, data: st.DataObject) -> None:
    """A few questions to each operation."""
    ask(described, path, mode, data)


@pytest.mark.slow
@any_mode
@any_path
@settings(unhurried, max_examples=200)
@given(data=st.data())
def test_many_answers_are_as_described(described: Any, path: str, mode: GenerationMode, data: st.DataObject) -> None:
    """Many questions to each operation."""
    ask(described, path, mode, data)
