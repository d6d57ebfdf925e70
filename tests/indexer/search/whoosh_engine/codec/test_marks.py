"""Marks of further documents follow each other, and some can be taken out."""

import numpy as np

from indexer.search.whoosh_engine.codec.marks import Marks, joined


def marks_of(*columns: list[int]) -> Marks:
    """Return marks by their columns."""
    return Marks(*(np.array(column, np.int64) for column in columns))


def columns_of(marks: Marks) -> list[list[int]]:
    """Return the columns of marks."""
    return [column.tolist() for column in marks]


def test_marks_are_joined_in_their_order() -> None:
    """Those of one part of the documents, then those of the next, which may have none."""
    some, others = marks_of([2, 0], [0, 1], [0, 9], [2, 1], [0, 60, 0]), marks_of([1], [0], [4], [1], [0])

    assert columns_of(joined([some, marks_of([], [], [], [], []), others])) == [
        [2, 0, 1],
        [0, 1, 0],
        [0, 9, 4],
        [2, 1, 1],
        [0, 60, 0, 0],
    ]
    assert [[], [], [], [], []] == columns_of(joined([]))


def test_marks_of_some_documents_are_theirs() -> None:
    """Of a document that is left out, neither marks nor texts stay."""
    marks = marks_of([2, 0, 1], [0, 1, 0], [0, 9, 4], [2, 1, 1], [0, 60, 0, 7])

    assert [[2, 1], [0, 1, 0], [0, 9, 4], [2, 1], [0, 60, 7]] == columns_of(marks.of(np.array([True, False, True])))
    assert [[0], [], [], [1], [0]] == columns_of(marks.of(np.array([False, True, False])))
