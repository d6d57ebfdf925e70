"""The shape of a search's answer."""

from pydantic import Field

from indexer.representations.json.shapes import NamedShape, PassageShape, QueryShape, Shape, TotalShape


class HitLinks(Shape):
    """Addresses of a work."""

    self: str | None = Field(description="the work's own record as JSON; for parts of a meeting, the meeting's")
    html: str
    original: str | None = Field(description="the file whose text matches best")


class HitShape(Shape):
    """A work that was found."""

    id: str = Field(description="canonical symbol or slug; `<meeting>/<anchor>` for parts of a meeting")
    kind: str = Field(description="kind of document, or `talk`, `agenda_item`, `side_event`")
    symbol: str | None
    title: str
    title_language: str
    year: int | None
    date: str | None = Field(description="as precise as is known: 2014-02-20, 2014-02 or 2014")
    date_basis: str = Field(description="`stated`, `from_symbol`, `inferred` or `unknown`")
    meetings: list[NamedShape]
    organizations: list[NamedShape]
    people: list[NamedShape]
    topics: list[NamedShape]
    languages: list[str] = Field(description="of all versions, held or only known")
    matched_languages: list[str] = Field(description="of the versions that match, the best first")
    specimen: bool = Field(description="the text was written for the sample archive and is not the issuing body's")
    score: float
    passages: list[PassageShape]
    links: HitLinks


class FacetValueLinks(Shape):
    """Addresses of a facet's value."""

    toggle: str = Field(description="this search with the value chosen, or no longer chosen")


class FacetValueShape(Shape):
    """A value of a facet."""

    value: str
    label: str
    count: int = Field(description="works that match and have this value, whatever else of this facet is chosen")
    selected: bool
    links: FacetValueLinks


class FacetShape(Shape):
    """The values of a facet with the most works."""

    label: str
    values: list[FacetValueShape]
    more: bool = Field(description="there are further values: see /api/v1/facets")


class SearchLinks(Shape):
    """Addresses of this page of results and its neighbours."""

    self: str
    html: str
    next: str | None
    prev: str | None
    feed: str


class SearchShape(Shape):
    """The answer to a search."""

    query: QueryShape
    generation: str = Field(description="the state of the archive that answered")
    total: TotalShape
    sort: str
    results: list[HitShape]
    facets: dict[str, FacetShape]
    suggestion: str | None = Field(description="another spelling, where nothing was found")
    links: SearchLinks
    unreadable_files: int = Field(description="files that could not be read and are not in the counts")
