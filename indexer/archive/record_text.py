"""Changes in the text of records that keepers make beside those of the corpus room; comments and layout stay."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any, Final

import tomlkit

from indexer.corpus import editing
from indexer.corpus.errors import RecordError
from indexer.model.document import Review
from indexer.model.identifiers import DocumentId, Language

_NAMING_KEYS: Final = frozenset({"document", "documents", "outcome_documents", "template"})
"""The keys by which a meeting's record names documents."""


def with_version_fields(text: str, language: Language, fields: Mapping[str, object]) -> str:
    """Return a record with keys of one version set; a key with None is taken away.

    Raises:
        RecordError: There is no version in that language.
    """
    record = tomlkit.parse(text)
    versions = {str(table["language"]): table for table in record.get("version", ())}
    if language not in versions:
        raise RecordError(f"It has no version in '{language}': its languages are {', '.join(versions) or 'none'}.")
    for key, value in fields.items():
        if value is None:
            versions[language].pop(key, None)
        else:
            versions[language][key] = value
    return _written(record)


def with_other_file(text: str, language: Language, former: str, fields: Mapping[str, object]) -> str:
    """Return a record in which a file of a version, named as the record names it, is another one."""
    record = tomlkit.parse(text)
    for version in record.get("version", ()):
        for table in (version, *version.get("rendition", ())):
            if version["language"] == language and table.get("file") == former:
                table.pop("media_type", None)
                table.update(fields)
    return _written(record)


def with_reviews(text: str, reviews: Iterable[Review], *, without: frozenset[str] | None = frozenset()) -> str:
    """Return a record with marks for a person to look at added, and those of the fields `without` taken away.

    Args:
        without: None takes away every mark there was.
    """
    old = tomllib.loads(text).get("review", ())
    kept = [] if without is None else [mark for mark in old if mark["field"] not in without]
    added = [{"field": review.field, "reason": review.reason} for review in reviews]
    marks = kept + [mark for mark in added if mark not in kept]
    if marks == list(old):
        return text
    bare = editing.with_fields(text, {"review": None})
    return bare.rstrip("\n") + "\n" + "".join(_review_table(mark) for mark in marks)


def with_listed(text: str, group: tuple[str, str], ids: Iterable[DocumentId]) -> str:
    """Return a meeting's record that lists documents in a group, made where the meeting has none of that anchor.

    Args:
        group: Its anchor and its heading.
    """
    anchor, heading = group
    if anchor not in _anchors(tomllib.loads(text).get("documents", ())):
        text = text.rstrip("\n") + f"\n\n[[documents]]\nanchor = {_quoted(anchor)}\nheading = {_quoted(heading)}\n"
    return editing.with_documents(text, anchor, ids)


def with_document_renamed(text: str, old: DocumentId, new: DocumentId) -> str:
    """Return a meeting's record that names a document by its new id wherever it named it by the old one."""
    record = tomlkit.parse(text)
    _rename(record, old, new)
    return _written(record)


def titled(text: str, language: Language | None, title: str | None) -> dict[str, object]:
    """Return the field `title` of a record with the wording of one language set or taken away.

    Args:
        language: None means the language of its only wording, else English.
    """
    written = tomllib.loads(text).get("title", {})
    wordings: dict[str, object] = {"en": written} if isinstance(written, str) else dict(written)
    code = language or (next(iter(wordings)) if len(wordings) == 1 else Language("en"))
    wordings = {**wordings, code: title} if title else {key: value for key, value in wordings.items() if key != code}
    return {"title": wordings["en"] if set(wordings) == {"en"} else wordings or None}


def _rename(table: MutableMapping[str, Any], old: str, new: str) -> None:
    for key, value in table.items():
        if isinstance(value, MutableMapping):
            _rename(value, old, new)
        elif isinstance(value, list):
            for position, inner in enumerate(value):
                if isinstance(inner, MutableMapping):
                    _rename(inner, old, new)
                elif key in _NAMING_KEYS and inner == old:
                    value[position] = new
        elif key in _NAMING_KEYS and value == old:
            table[key] = new


def _anchors(groups: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for group in groups:
        yield str(group.get("anchor"))
        yield from _anchors(group.get("group", ()))


def _review_table(mark: Mapping[str, object]) -> str:
    return f"\n[[review]]\nfield = {_quoted(str(mark['field']))}\nreason = {_quoted(str(mark['reason']))}\n"


def _quoted(text: str) -> str:
    return tomlkit.item(text).as_string()


def _written(record: tomlkit.TOMLDocument) -> str:
    text = record.as_string()
    if tomllib.loads(text) != record.unwrap():
        raise RecordError("It is laid out in a way that cannot be changed safely: change it by hand.")
    return text
