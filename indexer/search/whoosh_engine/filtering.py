"""Filters -> which documents pass, name by name, so that a facet can be counted without its own choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from indexer.model.querytree import Facet, Filters
from indexer.search.whoosh_engine.arrays import Mask
from indexer.search.whoosh_engine.columns import Columns
from indexer.search.whoosh_engine.evaluation import years_within


@dataclass(frozen=True, slots=True)
class Passes:
    """Which documents pass filters.

    Attributes:
        not_excluded: Passes all that is excluded; None where nothing is.
        by_name: Passes what is chosen under one name; names without a choice are absent.
    """

    not_excluded: Mask | None
    by_name: dict[str, Mask]

    def all_but(self, name: str | None = None) -> Mask | None:
        """Return which documents pass everything, save what is chosen under one name; None where all do."""
        masks = [mask for chosen, mask in self.by_name.items() if chosen != name]
        if self.not_excluded is not None:
            masks.append(self.not_excluded)
        return reduce(np.logical_and, masks) if masks else None


def passes(columns: Columns, filters: Filters) -> Passes:
    """Return which documents pass the filters."""
    excluded = [_having(columns, name, values) for name, values in filters.excluded.items()]
    by_name = {name: _having(columns, name, values) for name, values in filters.chosen.items() if values}
    if filters.years is not None:
        within = years_within(columns, filters.years)
        by_name[Facet.YEAR] = by_name[Facet.YEAR] | within if Facet.YEAR in by_name else within
    return Passes(~reduce(np.logical_or, excluded) if excluded else None, by_name)


def _having(columns: Columns, name: str, values: Sequence[str]) -> Mask:
    return columns.by_field[name].documents(values, columns.size)
