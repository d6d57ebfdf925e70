"""Columns of numbers over one generation: which values, which work, how long; read as they are on the disk.

A document here is a place in these columns: the live index documents by work and language, so that the versions of
a work stand side by side, whatever segments they are in.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from indexer.model.identifiers import Language, WorkId
from indexer.model.querytree import ExactField, Sort
from indexer.model.results import IndexKey
from indexer.search.ranking import LENGTH_NORMALIZATION, LENGTH_OF, SATURATION, IndexField
from indexer.search.terms import stemmed_as
from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, Scores, place_in
from indexer.search.whoosh_engine.codec.container import PartsFile
from indexer.search.whoosh_engine.codec.rows import VALUE_FIELDS
from indexer.search.whoosh_engine.codec.strings import Strings

UNDATED_LAST: Final = 99_999_999
"""Stands for the date of works without one where the oldest come first."""


class Sharing(StrEnum):
    """How the versions of a work compare in one column; it decides how works are counted."""

    SAME = "same"  # all versions of a work have the same values
    APART = "apart"  # no two versions of a work have a value in common
    MIXED = "mixed"


class Column:
    """The values of one field: document `d` has the values `codes[starts[d]:starts[d + 1]]`."""

    def __init__(self, file: PartsFile, field: str) -> None:
        self._file = file
        self._field = field
        self.sharing = Sharing(str(file.facts[f"{field}.sharing"]))
        self.is_single = bool(file.facts[f"{field}.is_single"])

    @cached_property
    def values(self) -> Strings:
        """All values, in ascending order; a code is a value's place among them."""
        return Strings(self._file, f"{self._field}.values")

    @cached_property
    def starts(self) -> Integers:
        """At which code each document begins, and where the last one ends."""
        return self._file.integers(f"{self._field}.starts")

    @cached_property
    def codes(self) -> Integers:
        """The values of all documents."""
        return self._file.integers(f"{self._field}.codes")

    def code(self, value: str) -> int | None:
        """Return the number of a value; None where no document has it."""
        return self.values.find(value.encode(errors="surrogatepass"))

    def documents(self, values: Sequence[str], size: int) -> Mask:
        """Return which documents have any of these values."""
        found = np.zeros(size, np.bool_)
        for code in map(self.code, values):
            if code is not None:
                start, end = self._value_starts[code : code + 2].tolist()
                found[self._file.integers(f"{self._field}.documents", start, end)] = True
        return found

    @cached_property
    def _value_starts(self) -> Integers:
        return self._file.integers(f"{self._field}.value_starts")


class Columns:
    """All columns of one generation; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Open the columns.

        Raises:
            IndexDamagedError: The file is missing or not as it was written.
        """
        self._file = PartsFile(path)
        self.size = self._fact("documents")
        self.number_of_works = self._fact("works")
        self.by_field = {str(name): Column(self._file, name) for name in VALUE_FIELDS}

    def _fact(self, name: str) -> int:
        found = self._file.facts[name]
        assert isinstance(found, int)
        return found

    @cached_property
    def places(self) -> Numbers:
        """For every document as segments number them, one segment after the other, its place here; -1 if deleted."""
        return self._file.integers("places").astype(np.int64) - 1

    @cached_property
    def numbers(self) -> Integers:
        """For every document, its number among those of all segments, one segment after the other."""
        return self._file.integers("numbers")

    def document(self, key: IndexKey) -> int | None:
        """Return which document has a key; None where there is none."""
        work = self.works.find(key.work.encode(errors="surrogatepass"))
        if work is None or key.language not in self.languages:
            return None
        first, last = place_in(self.work_of, work), place_in(self.work_of, work + 1)
        languages = self.language_of[first:last].tolist()
        language = self.languages.index(key.language)
        return first + languages.index(language) if language in languages else None

    @cached_property
    def works(self) -> Strings:
        """The ids of all works, in ascending order."""
        return Strings(self._file, "works")

    @cached_property
    def work_of(self) -> Integers:
        """The number of each document's work."""
        return self._file.integers("work_of")

    @cached_property
    def language_of(self) -> Integers:
        """The language of each document, as its place among `languages`."""
        return self._file.integers("language_of")

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """All languages."""
        return tuple(map(Language, Strings(self._file, "languages").all()))

    @cached_property
    def stem_languages(self) -> frozenset[Language]:
        """The languages by whose rules words of any document are stemmed."""
        return frozenset(map(stemmed_as, self.languages))

    @cached_property
    def years(self) -> Numbers:
        """The year of each document; -1 where it is not known."""
        return self._file.integers("years").astype(np.int64) - 1

    def documents_of_symbol(self, symbol: str) -> Numbers:
        """Return the documents whose own symbol this is; others may have it as the beginning of theirs."""
        code = self.by_field[ExactField.SYMBOL].code(symbol)
        return np.flatnonzero(self._own_symbols == (-1 if code is None else code + 1))

    @cached_property
    def _own_symbols(self) -> Integers:
        return self._file.integers("own_symbols")

    @cached_property
    def dates(self) -> Integers:
        """The date of each work, as its first version has it; 0 where it is not known."""
        return self._file.integers("dates")

    @cached_property
    def titles(self) -> Strings:
        """The title that each work is ordered by."""
        return Strings(self._file, "titles")

    def order(self, sort: Sort) -> Integers:
        """Return all works in an order."""
        return self._file.integers(f"order.{sort.value}")

    def rank(self, sort: Sort) -> Integers:
        """Return the place of each work in an order."""
        return self._file.integers(f"rank.{sort.value}")

    def damping(self, name: IndexField) -> Scores:
        """Return what more of the same word is held against in each document: BM25's K1 by the length of a field.

        A document is as long as it has words in proportion to the average of documents that have any.
        """
        return self._dampings[LENGTH_OF[name]]

    @cached_property
    def _dampings(self) -> dict[IndexField, Scores]:
        return {field: self._damping(field) for field in dict.fromkeys(LENGTH_OF.values())}

    def _damping(self, field: IndexField) -> Scores:
        average = self._file.facts[f"{field}.average"]
        assert isinstance(average, float)
        damping = self._file.integers(f"{field}.lengths").astype(np.float32)
        damping *= np.float32(SATURATION * LENGTH_NORMALIZATION / average)
        damping += np.float32(SATURATION * (1 - LENGTH_NORMALIZATION))
        return damping

    def keys(self) -> Iterator[IndexKey]:
        """Yield the keys of all documents."""
        works = self.works.all()
        for work, language in zip(self.work_of.tolist(), self.language_of.tolist(), strict=True):
            yield IndexKey(WorkId(works[work]), self.languages[language])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
