"""The terms of a segment, as Whoosh looks them up and goes through them."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from whoosh.codec import base
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.reading import TermInfo, TermNotFound
from whoosh.scoring import BaseScorer

from indexer.search.ranking import LENGTH_OF, IndexField
from indexer.search.whoosh_engine.arrays import Integers, Numbers, starts_of
from indexer.search.whoosh_engine.codec.segment import Segment
from indexer.search.whoosh_engine.codec.strings import Strings
from indexer.search.whoosh_engine.codec.whoosh_matcher import PostingsMatcher, TermPostings

TermOfField = tuple[str, bytes]


class LiveField:
    """The terms of one field that live documents have; terms are told by their numbers."""

    def __init__(self, segment: Segment, name: IndexField) -> None:
        self._reader = segment.field(name)
        self._live = segment.live
        self._lengths: Integers = segment.lengths(LENGTH_OF[name])

    @property
    def terms(self) -> Strings:
        """All terms, those of deleted documents among them."""
        return self._reader.terms

    @cached_property
    def frequencies(self) -> Numbers:
        """How many documents have each term."""
        starts = self._reader.starts
        if self._live.all():
            return self._reader.frequencies(range(len(self.terms)))
        is_live = self._live[self._reader.all_documents(0, int(starts[-1]))]
        return np.diff(starts_of(is_live.astype(np.uint8))[starts])

    def find(self, text: bytes) -> int | None:
        """Return the number of a term; None where no document has it."""
        found = self.terms.find(text)
        return found if found is not None and self.frequencies[found] else None

    def numbers(self, text: bytes) -> Iterator[int]:
        """Yield the numbers of all terms from this one on."""
        first = bisect_left(self.terms, text)
        return iter((first + np.flatnonzero(self.frequencies[first:])).tolist())

    def postings(self, term: int) -> TermPostings:
        """Return the postings of a term."""
        return TermPostings(self._reader, term, self._live, self._lengths)

    def info(self, term: int) -> TermInfo:
        """Return what is known of a term."""
        postings = self.postings(term)
        return TermInfo(
            weight=float(postings.counts.sum()),
            df=len(postings.documents),
            minlength=int(postings.lengths.min()),
            maxlength=int(postings.lengths.max()),
            maxweight=float(postings.counts.max()),
            minid=int(postings.documents[0]),
            maxid=int(postings.documents[-1]),
        )


class SegmentTerms(base.TermsReader):  # type: ignore[misc]  # Whoosh carries no types
    """The terms of a segment that live documents have, by field and term in ascending order."""

    def __init__(self, segment: Segment) -> None:
        self._fields = {name.value: LiveField(segment, name) for name in sorted(IndexField)}

    def __contains__(self, term: TermOfField) -> bool:
        field, text = term
        return field in self._fields and self._fields[field].find(text) is not None

    def indexed_field_names(self) -> Iterator[str]:
        """Return the names of the fields."""
        return iter(self._fields)

    def cursor(self, fieldname: str, fieldobj: FieldType) -> "TermsCursor":
        """Return what goes through the terms of a field."""
        return TermsCursor(self._fields[fieldname], fieldobj)

    def terms(self) -> Iterator[TermOfField]:
        """Yield all terms."""
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[TermOfField]:
        """Yield all terms from one of a field on, those of later fields among them."""
        for name, field in self._fields.items():
            if name >= fieldname:
                for number in field.numbers(prefix if name == fieldname else b""):
                    yield name, field.terms[number]

    def items(self) -> Iterator[tuple[TermOfField, TermInfo]]:
        """Yield all terms with what is known of them."""
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[TermOfField, TermInfo]]:
        """Yield all terms from one of a field on, with what is known of them."""
        for name, text in self.terms_from(fieldname, prefix):
            yield (name, text), self.term_info(name, text)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return what is known of a term."""
        return self._fields[fieldname].info(self._number(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term occurs."""
        return float(self.term_info(fieldname, text).weight()) if (fieldname, text) in self else 0.0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many documents have a term."""
        field = self._fields[fieldname]
        found = field.find(text)
        return 0 if found is None else int(field.frequencies[found])

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: BaseScorer | None = None
    ) -> PostingsMatcher:
        """Return the postings of a term."""
        postings = self._fields[fieldname].postings(self._number(fieldname, text))
        return PostingsMatcher(postings, (fieldname, text), format_, scorer)

    def _number(self, fieldname: str, text: bytes) -> int:
        found = self._fields[fieldname].find(text)
        if found is None:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        return found


class TermsCursor(base.FieldCursor):  # type: ignore[misc]  # Whoosh carries no types
    """Stands at one term of a field, or behind the last one."""

    def __init__(self, field: LiveField, fieldobj: FieldType) -> None:
        self._field = field
        self._fieldobj = fieldobj
        self.first()

    def first(self) -> str | None:
        """Go to the first term and return it."""
        return self.find(b"")

    def find(self, string: str | bytes) -> str | None:
        """Go to this term, or the first one after it, and return it."""
        text = string.encode(errors="surrogatepass") if isinstance(string, str) else string
        self._numbers = self._field.numbers(text)
        return self.next()

    def next(self) -> str | None:
        """Go to the next term and return it."""
        self._number = next(self._numbers, None)
        return self.text()

    def text(self) -> str | None:
        """Return the term; None behind the last one."""
        if self._number is None:
            return None
        text: str = self._fieldobj.from_bytes(self._field.terms[self._number])
        return text

    def term_info(self) -> TermInfo | None:
        """Return what is known of the term; None behind the last one."""
        return None if self._number is None else self._field.info(self._number)

    def is_valid(self) -> bool:
        """Return whether there is a term."""
        return self._number is not None
