"""Shapes that several answers share; their field descriptions become the API's documentation."""

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A JSON object with exactly the members that it declares."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NamedShape(Shape):
    """A stable id, and what people call it."""

    value: str = Field(description="stable id; filters take it")
    label: str = Field(description="for people, in the language asked for by `lang` where there is such a label")


class PlaceShape(Shape):
    """A page, paragraph or slide."""

    kind: str = Field(description="`page`, `paragraph` or `slide`")
    number: int = Field(description="counts from 1 in the order of the file")
    label: str = Field(description="how the document itself names the place")


class PassageShape(Shape):
    """A few words around matches; runs of text, never HTML."""

    language: str
    place: PlaceShape
    parts: list[tuple[str, bool]] = Field(description="runs of text, each with whether it is a match")
    url: str = Field(description="page on which the passage stands, with the matches marked")


class TotalShape(Shape):
    """How many works match."""

    value: int
    relation: str = Field(description="`eq`: exact; `gte`: time ran out, at least as many")
    unit: str = Field(description="always `work`: the language versions of a document count once")


class NoteShape(Shape):
    """Something that was not done as typed."""

    kind: str
    message: str
    start: int | None = Field(description="character offset in `q`; null where the note is about the whole")
    end: int | None


class QueryShape(Shape):
    """The query as it was understood."""

    q: str
    parsed: str = Field(description="the query in the query language, as it was searched")
    notes: list[NoteShape]
