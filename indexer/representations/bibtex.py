"""Citations as BibTeX, for LaTeX and reference managers; UTF-8, with the fields of biblatex for events."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from indexer.model.document import DocumentKind
from indexer.representations.citation import Citation, CitedName
from indexer.representations.labels import KINDS

_NOT_REPORTS: Final = frozenset({DocumentKind.PRESENTATION, DocumentKind.RECORDING, DocumentKind.TEMPLATE})
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# BibTeX counts a brace even behind a backslash, so a brace of the text must become a command.
_SPECIAL: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


def bibtex(citations: Iterable[Citation]) -> str:
    """Return one entry for each citation."""
    return "\n".join(_entry(citation) for citation in citations)


def _entry(citation: Citation) -> str:
    kind = "misc" if citation.kind in _NOT_REPORTS else "techreport"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(citation, kind))
    return f"@{kind}{{{citation.key},\n{fields}\n}}\n"


def _fields(citation: Citation, kind: str) -> Iterator[tuple[str, str]]:
    """Yield names and written values of the fields that are known."""
    # A statement of responsibility names no body, so it has no address and is no institution.
    bodies = citation.publishers or tuple(name for name in citation.authors if name.address and not name.is_person)
    texts = (
        ("author", " and ".join(map(_name, citation.authors))),
        # Inner braces keep the capitals: titles name bodies and processes in nearly every word.
        ("title", f"{{{_text(citation.title)}}}"),
        ("institution" if kind == "techreport" else "organization", "; ".join(_text(body.text) for body in bodies)),
        ("type" if kind == "techreport" else "howpublished", _text(KINDS[citation.kind].one)),
        ("number", _text(citation.symbol or "")),
        ("year", str(citation.date.year or "")),
        ("date", citation.date.iso()),
        *_event(citation),
        ("language", citation.language),
        ("url", citation.address or ""),
        ("note", _text(" ".join(citation.notes))),
    )
    for name, value in texts:
        if value:
            yield name, f"{{{value}}}"
        if name == "year" and citation.date.month:
            yield "month", _MONTHS[citation.date.month - 1]


def _event(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.event:
        yield "eventtitle", f"{{{_text(citation.event.title)}}}"
        yield "venue", _text(citation.event.place)
        yield "eventdate", citation.event.days


def _name(name: CitedName) -> str:
    """Write a body in braces of its own, so that it is not taken apart into given and family names."""
    if name.is_person and name.family:
        return _text(name.inverted)
    return f"{{{_text(name.text)}}}"


def _text(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().translate(_SPECIAL)
