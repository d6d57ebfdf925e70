"""All that a segment says, in words, so that segments can be compared with texts and with each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from indexer.language import fold, tokens
from indexer.model.querytree import ExactField, Facet
from indexer.model.results import IndexEntry
from indexer.search.ranking import EXACT_FIELDS, IndexField
from indexer.search.spots import WORDS_BETWEEN_MARKS
from indexer.search.terms import stem_term
from indexer.search.whoosh_engine.building.builder import SegmentBuilder
from indexer.search.whoosh_engine.codec.contents import SegmentEntry
from indexer.search.whoosh_engine.codec.rows import Rows
from indexer.search.whoosh_engine.codec.segment import Segment, open_segments
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from tests.contract.plain_terms import entry_terms

Forms = dict[str, list[str]]
Row = tuple[str, str, int, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Told:
    """What a segment says.

    Attributes:
        positions: By exact field, word and document.
        counts: By field, term and document.
        marks: Of each document, the text and the character of each mark, and the first word of each text.
        rows: Of each document, its work, the title and the date it is ordered by, and the values of each field.
    """

    positions: Mapping[IndexField, Mapping[str, Mapping[int, Sequence[int]]]]
    counts: Mapping[IndexField, Mapping[str, Mapping[int, int]]]
    lengths: Mapping[IndexField, Sequence[int]]
    marks: Sequence[tuple[Sequence[tuple[int, int]], Sequence[int]]]
    rows: Sequence[Row]
    forms: Forms


def told_by(segment: Segment) -> Told:
    """Return what a segment says."""
    fields = {field: _terms(segment, field) for field in IndexField}
    return Told(
        positions={field: {term: at for term, (at, _) in fields[field].items()} for field in EXACT_FIELDS},
        counts={field: {term: counts for term, (_, counts) in terms.items()} for field, terms in fields.items()},
        lengths={field: segment.lengths(field).tolist() for field in EXACT_FIELDS},
        marks=[_marks(segment, number) for number in range(segment.size)],
        rows=_rows(segment.rows()),
        forms=_forms(segment),
    )


def _terms(segment: Segment, field: IndexField) -> dict[str, tuple[dict[int, list[int]], dict[int, int]]]:
    reader = segment.field(field)
    terms = reader.terms.all()
    assert sorted(set(terms)) == terms
    found = {}
    for number, term in enumerate(terms):
        documents, counts = reader.documents(number).tolist(), reader.counts(number).tolist()
        assert sorted(set(documents)) == documents
        positions = reader.positions(number).tolist() if reader.has_positions else []
        bounds = list(pairwise([0, *accumulate(counts)])) if reader.has_positions else []
        at = {document: positions[start:end] for document, (start, end) in zip(documents, bounds, strict=False)}
        found[term] = (at, dict(zip(documents, counts, strict=True)))
    return found


def _rows(rows: Rows) -> list[Row]:
    values: list[dict[str, list[str]]] = [{} for _ in rows.works]
    for field, (names, counts, codes) in rows.values.items():
        assert sorted(set(names)) == names
        for of_document, (start, end) in zip(values, pairwise([0, *accumulate(counts.tolist())]), strict=True):
            of_document[field] = [names[code].decode() for code in codes[start:end].tolist()]
    dates = rows.dates.tolist()
    decoded = ([text.decode() for text in texts] for texts in (rows.works, rows.titles))
    return list(zip(*decoded, dates, values, strict=True))


def _row_of(entry: IndexEntry) -> Row:
    values = {
        ExactField.SYMBOL: entry.symbols,
        ExactField.ORGANIZATION: entry.organizations,
        ExactField.PERSON: entry.people,
        ExactField.TOPIC: entry.topics,
        ExactField.KIND: [entry.kind],
        ExactField.MEETING: entry.meetings,
        ExactField.LANGUAGE: [entry.key.language],
        ExactField.AGENDA_ITEM: entry.agenda_items,
        ExactField.CITES: entry.cites,
        Facet.YEAR: ["undated" if entry.year is None else f"{entry.year:04}"],
    }
    distinct = {str(field): list(dict.fromkeys(several)) for field, several in values.items()}
    return entry.key.work, fold(entry.sort_title), entry.sort_date, distinct


def _marks(segment: Segment, number: int) -> tuple[list[tuple[int, int]], list[int]]:
    marks = segment.marks_of(number)
    return list(zip(marks.texts.tolist(), marks.characters.tolist(), strict=True)), marks.text_starts.tolist()


def _forms(segment: Segment) -> Forms:
    starts, words = (column.tolist() for column in segment.forms)
    stems, known = segment.field(IndexField.BODY).terms.all(), segment.field(IndexField.BODY_EXACT).terms.all()
    bounds = pairwise(starts)
    return {stem: [known[word] for word in words[slice(*bound)]] for stem, bound in zip(stems, bounds, strict=True)}


def expected_of(entries: Sequence[IndexEntry]) -> Told:
    """Return what a segment of entries has to say, by the way of plain dictionaries."""
    positions: dict[IndexField, dict[str, dict[int, Sequence[int]]]] = {field: {} for field in EXACT_FIELDS}
    counts: dict[IndexField, dict[str, dict[int, int]]] = {field: {} for field in IndexField}
    forms: dict[str, set[str]] = {}
    every = [entry_terms(entry) for entry in entries]
    for number, terms in enumerate(every):
        for field, words in terms.exact.items():
            for word, places in words.items():
                positions[field].setdefault(word, {})[number] = places
                counts[field].setdefault(word, {})[number] = len(places)
        for field, stems in terms.stems.items():
            for stem, count in stems.items():
                counts[field].setdefault(stem, {})[number] = count
        for word in terms.exact[IndexField.BODY_EXACT]:
            forms.setdefault(stem_term(word, entries[number].key.language), set()).add(word)
    return Told(
        positions=positions,
        counts=counts,
        lengths={field: [terms.lengths[field] for terms in every] for field in EXACT_FIELDS},
        marks=[marks_in([place.text for place in entry.body]) for entry in entries],
        rows=[_row_of(entry) for entry in entries],
        forms={stem: sorted(words) for stem, words in forms.items()},
    )


def marks_in(texts: Iterable[str]) -> tuple[list[tuple[int, int]], list[int]]:
    """Return where every so-manieth word of some texts begins, and the first word of each text."""
    words: list[tuple[int, int]] = []
    firsts: list[int] = []
    for number, text in enumerate(texts):
        firsts.append(len(words))
        words.extend((number, token.start) for token in tokens(text))
    return words[::WORDS_BETWEEN_MARKS], firsts


def built(folder: Path, entries: Iterable[IndexEntry], room: int = 1 << 30, prefix: str = "1") -> list[SegmentEntry]:
    """Write entries as segments."""
    builder = SegmentBuilder(IndexFolder(folder), prefix, room)
    for entry in entries:
        builder.add(entry)
    return builder.finish()


def read(folder: Path, *entries: SegmentEntry) -> list[Told]:
    """Return what segments say, whatever is deleted in them."""
    opened = open_segments(entries, folder)
    try:
        return [told_by(segment) for segment in opened]
    finally:
        for segment in opened:
            segment.close()
