"""Writes a segment."""

from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.arrays import Integers
from indexer.search.whoosh_engine.building.gathering import Gathered
from indexer.search.whoosh_engine.building.inverting import FieldPostings
from indexer.search.whoosh_engine.codec.container import PartsWriter, narrowed
from indexer.search.whoosh_engine.codec.marks import Marks
from indexer.search.whoosh_engine.codec.rows import put_rows
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.codec.strings import put_strings


def write_segment(folder: IndexFolder, name: str, gathered: Gathered) -> None:
    """Write a segment into a file of its own, which is on the disk on return."""
    with PartsWriter(folder, name) as file:
        file.say(documents=len(gathered.rows.works))
        for field, postings in gathered.fields.items():
            put_postings(file, field, postings)
        for field, lengths in gathered.lengths.items():
            file.put(f"{field}.lengths", narrowed(lengths))
        put_forms(file, *gathered.forms)
        put_marks(file, gathered.marks)
        put_rows(file, gathered.rows)


def put_postings(file: PartsWriter, field: IndexField, postings: FieldPostings) -> None:
    """Write the postings of one field."""
    put_strings(file, f"{field}.terms", postings.terms)
    file.put(f"{field}.postings", narrowed(postings.starts))
    file.put(f"{field}.documents", narrowed(postings.documents))
    file.put(f"{field}.counts", narrowed(postings.counts))
    if postings.places is not None and postings.positions is not None:
        file.put(f"{field}.places", narrowed(postings.places))
        file.put(f"{field}.positions", narrowed(postings.positions))


def put_forms(file: PartsWriter, starts: Integers, words: Integers) -> None:
    """Write which words have each stem."""
    file.put("forms.starts", narrowed(starts))
    file.put("forms.words", narrowed(words))


def put_marks(file: PartsWriter, marks: Marks) -> None:
    """Write where words stand in texts."""
    for name, column in zip(Marks._fields, marks, strict=True):
        file.put(f"marks.{name}", narrowed(column))
