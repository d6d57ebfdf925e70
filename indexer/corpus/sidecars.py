"""The record of a document as text, written from the noun."""

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePosixPath

from indexer.corpus.errors import RecordError
from indexer.corpus.toml_text import table_text
from indexer.corpus.versions import media_type_by_name
from indexer.model.document import (
    Basis,
    Contribution,
    ContributionRole,
    Document,
    DocumentDate,
    Rendition,
    Source,
    Version,
)
from indexer.model.identifiers import Language

Fields = dict[str, object]


def document_to_toml(document: Document, folder: str) -> str:
    """Return the record of a document.

    Args:
        document: Its `sidecar` is not part of the record.
        folder: The folder of the record, relative to the corpus; files are named from there.

    Raises:
        RecordError: A file lies outside the folder.
    """
    return "".join(_tables(document, folder))


def version_fields(version: Version, folder: str) -> Fields:
    """Return the keys of a version, its first file among them."""
    first = version.renditions[:1]
    return {
        "language": version.language,
        **(rendition_fields(first[0], folder) if first else {}),
        **_given({"title": version.title, "official": version.official, "source": _source(version.source)}),
    }


def rendition_fields(rendition: Rendition, folder: str) -> Fields:
    """Return the keys of a file."""
    path = PurePosixPath(rendition.path)
    if not path.is_relative_to(folder):
        raise RecordError(f"{path} lies outside {folder}, the folder of its record: put the file there.")
    is_plain = rendition.media_type == media_type_by_name(rendition.path)
    return _given(
        {
            "file": str(path.relative_to(folder)),
            "sha256": rendition.sha256 or None,
            "bytes": rendition.size,
            "media_type": None if is_plain else rendition.media_type,
        }
    )


def _tables(document: Document, folder: str) -> Iterator[str]:
    yield table_text("", _given(_head(document)))
    source = _source(document.source)
    if source is not None:
        yield table_text("[source]", source)
    if document.removal:
        yield table_text("[removed]", {"on": document.removal.on, "reason": document.removal.reason})
    for review in document.review:
        yield table_text("[[review]]", {"field": review.field, "reason": review.reason})
    for version in document.versions:
        yield table_text("[[version]]", version_fields(version, folder))
        for further in version.renditions[1:]:
            yield table_text("[[version.rendition]]", rendition_fields(further, folder))


def _head(document: Document) -> Fields:
    titles = document.titles
    return {
        "symbol": document.symbol,
        "id": None if document.symbol else document.id,
        "kind": document.kind.value,
        "title": titles[Language("en")] if set(titles) == {"en"} else titles,
        "other_titles": document.other_titles,
        "organizations": [_contribution(each, "organization") for each in document.contributions if each.organization],
        "people": [_contribution(each, "person") for each in document.contributions if each.person],
        "statement_of_responsibility": document.statement_of_responsibility,
        "date": _date(document.date),
        "date_basis": None if document.date.basis in {Basis.STATED, Basis.UNKNOWN} else document.date.basis.value,
        "topics": document.topics,
        "cites": document.cites,
        "relations": [{"kind": relation.kind.value, "target": relation.target} for relation in document.relations],
        "specimen": document.specimen or None,
        "note": document.note,
        "added": document.added,
        "modified": document.modified,
    }


def _contribution(contribution: Contribution, key: str) -> object:
    value = contribution.organization or contribution.person
    return value if contribution.role is ContributionRole.AUTHOR else {key: value, "role": contribution.role.value}


def _date(date: DocumentDate) -> dt.date | str | int | None:
    if date.year and date.month and date.day:
        return dt.date(date.year, date.month, date.day)
    return date.iso() if date.month else date.year


def _source(source: Source | None) -> Fields | None:
    if source is None:
        return None
    return _given(
        {
            "address": source.address,
            "retrieved": source.retrieved,
            "as_printed": source.as_printed,
            "mended_by": source.mended_by,
        }
    )


def _given(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if value is not None and value not in ((), [], {})}
