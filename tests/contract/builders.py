"""Builders of what the contract speaks of: entries, queries, and engines that hold entries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from indexer.model.identifiers import Language, WorkId
from indexer.model.place import Place, PlaceKind, PlaceText
from indexer.model.querytree import Everything, Filters, Node, SearchQuery, Word, YearRange
from indexer.model.results import IndexEntry, IndexKey, Matches
from indexer.search.engine import SearchEngine


@dataclass(frozen=True, slots=True)
class Commit:
    """What one run does to an index."""

    add: tuple[IndexEntry, ...] = ()
    remove: tuple[IndexKey, ...] = ()


EngineOf = Callable[[Iterable[Commit]], SearchEngine]
"""Makes an engine that has gone through some commits."""


def a_key(work: str = "a", language: str = "en") -> IndexKey:
    """Return a key."""
    return IndexKey(WorkId(work), Language(language))


def pages(*texts: str) -> tuple[PlaceText, ...]:
    """Return texts as the pages of a document."""
    return tuple(PlaceText(Place(PlaceKind.PAGE, n, str(n)), text) for n, text in enumerate(texts, 1))


def an_entry(work: str = "a", language: str = "en", *, body: str | tuple[str, ...] = (), **fields: Any) -> IndexEntry:
    """Return an entry; its title is its sort title unless both are said."""
    texts = (body,) if isinstance(body, str) else body
    title = fields.pop("title", "")
    return IndexEntry(
        key=a_key(work, language),
        kind=fields.pop("kind", "note"),
        title=title,
        sort_title=fields.pop("sort_title", title),
        body=pages(*texts),
        **fields,
    )


def a_query(tree: Node | str = Everything(), *, years: YearRange | None = None, **fields: Any) -> SearchQuery:  # noqa: B008  # frozen
    """Return a query without a time limit; a text is one word, `organization=("who",)` and the like are choices.

    `exclude_organization=("who",)` and the like are exclusions.
    """
    asked = ("sort", "offset", "size", "facets", "facet_size", "whole_facets", "after", "seconds")
    given = {name: fields.pop(name) for name in asked if name in fields}
    excluded = {
        name.removeprefix("exclude_"): fields.pop(name) for name in tuple(fields) if name.startswith("exclude_")
    }
    return SearchQuery(
        tree=Word(tree) if isinstance(tree, str) else tree,
        filters=Filters(chosen=fields, excluded=excluded, years=years),
        **{"seconds": None, **given},
    )


def works(found: Matches) -> list[str]:
    """Return the works found, in order."""
    return [match.work for match in found.matches]


def counts(found: Matches, facet: str) -> dict[str, int]:
    """Return how many works have each value of a facet."""
    return {one.value: one.count for one in found.facets[facet].counts}
