"""Addresses of one search with other values under one parameter: a page links to dozens of them."""

from collections.abc import Iterable
from urllib.parse import quote_plus

from indexer.representations.search_parameters import QUERY_SAFE, SearchParameters, written


class Choosing:
    """Writes the searches that differ in the values of one parameter, each from the first page on.

    What they share is written once; the addresses are those that `Addresses` gives for the same parameters.
    """

    def __init__(self, page: str, parameters: SearchParameters, name: str) -> None:
        """Take the address of the page without a query, the search, and the parameter whose values change."""
        self._page = page
        self._name = quote_plus(name)
        self._chosen = frozenset(parameters.values(name))
        before, after = parameters.with_page(1).pairs_around(name)
        self._before, self._after = written(before), written(after)

    def toggled(self, value: str) -> str:
        """Return the address of the search with a value chosen that was not, or the other way round."""
        return self.only(self._chosen ^ {value})

    def only(self, values: Iterable[str]) -> str:
        """Return the address of the search with just these values chosen."""
        chosen = [f"{self._name}={quote_plus(value, safe=QUERY_SAFE)}" for value in sorted(values)]
        query = "&".join(part for part in (self._before, *chosen, self._after) if part)
        return f"{self._page}?{query}" if query else self._page
