"""A fault is told with the line it stands on, however the file is laid out."""

import pytest

from indexer.corpus.lines import KeyPath, line_of

TEXT = '''# a comment
title = "x"
note = """
title = "not a key"
[not.a.table]
"""
organizations = [
    "unfpa",
    "unfpaa",
]

[source]
address = "y"

[[version]]
language = "en"

[[version]]
language = "fr"
names.en = "z"
"quoted key" = 1

[[version.rendition]]
file = "a"

[[version.rendition]]
file = "b"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("organizations",), 7),
        (("source",), 12),
        (("source", "address"), 13),
        (("version",), 15),
        (("version", 0, "language"), 16),
        (("version", 1), 18),
        (("version", 1, "language"), 19),
        (("version", 1, "names", "en"), 20),
        (("version", 1, "quoted key"), 21),
        (("version", 1, "rendition", 1, "file"), 27),
        (("version", 1, "missing"), 18),
        (("organizations", 1, "role"), 7),
        (("missing",), None),
    ],
)
def test_a_key_is_found_where_it_stands(path: KeyPath, line: int | None) -> None:
    """Keys, tables and elements of lists of tables are found; what is missing gives the table around it."""
    assert line == line_of(TEXT, path)


def test_a_value_of_a_long_list_is_found() -> None:
    """An entry is told with its own line, not with that of its list."""
    assert 9 == line_of(TEXT, ("organizations",), "unfpaa")


def test_a_value_that_is_nowhere_gives_its_key() -> None:
    """A value written with escapes is not found as text: the key's line is near enough."""
    assert 7 == line_of(TEXT, ("organizations",), "nowhere")


def test_windows_line_ends_count_once() -> None:
    """A file with CRLF has the same lines."""
    assert 13 == line_of(TEXT.replace("\n", "\r\n"), ("source", "address"))
