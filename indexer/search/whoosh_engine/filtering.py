"""Filters -> which documents pass, name by name, so that a facet can be counted without its own choice."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.model.querytree import Facet, Filters
from indexer.search.whoosh_engine.columns import Columns, Mask
from indexer.search.whoosh_engine.evaluation import years_within


@dataclass(frozen=True, slots=True)
class Passes:
    """Which documents pass filters.

    Attributes:
        not_excluded: Passes all that is excluded.
        by_name: Passes what is chosen under one name; names without a choice are absent.
    """

    not_excluded: Mask
    by_name: dict[str, Mask]

    def all_but(self, name: str | None = None) -> Mask:
        """Return which documents pass everything, save what is chosen under one name."""
        passes = self.not_excluded.copy()
        for chosen, mask in self.by_name.items():
            if chosen != name:
                passes &= mask
        return passes


def passes(columns: Columns, filters: Filters) -> Passes:
    """Return which documents pass the filters."""
    not_excluded = np.ones(columns.size, np.bool_)
    for name, values in filters.excluded.items():
        not_excluded &= ~_having(columns, name, values)
    by_name = {name: _having(columns, name, values) for name, values in filters.chosen.items() if values}
    if filters.years is not None:
        within = years_within(columns, filters.years)
        by_name[Facet.YEAR] = by_name[Facet.YEAR] | within if Facet.YEAR in by_name else within
    return Passes(not_excluded, by_name)


def _having(columns: Columns, name: str, values: Sequence[str]) -> Mask:
    return columns.by_field[name].documents(values, columns.size)
