"""The shape of an error (RFC 9457)."""

from pydantic import Field

from indexer.representations.json.shapes import Shape


class ParameterErrorShape(Shape):
    """What is wrong with one parameter."""

    parameter: str
    value: str
    code: str = Field(description="for programs; the same for ever")
    message: str = Field(description="says what is allowed")


class ProblemShape(Shape):
    """What went wrong."""

    type: str
    title: str
    status: int
    detail: str = Field(description="one sentence for people")
    instance: str
    code: str = Field(description="for programs; the same for ever")
    errors: list[ParameterErrorShape] = Field(default=[], description="with `bad_parameters`, each of them")
