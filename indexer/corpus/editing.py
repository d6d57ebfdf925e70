"""Changes in the text of a record: what is not changed stays as it was typed, comments included."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AbstractTable, AoT, Array, Table

from indexer.corpus.errors import RecordError
from indexer.corpus.sidecars import Fields, rendition_fields, version_fields
from indexer.corpus.toml_text import item, table_text
from indexer.model.document import Rendition, Version
from indexer.model.identifiers import DocumentId, Language, Sha256

_Holder = AbstractTable | Container


def with_fields(text: str, fields: Mapping[str, object]) -> str:
    """Return a record with these keys set; a key with None is taken away."""
    record = _parsed(text)
    _set(record, fields)
    return _written(record)


def with_version(text: str, folder: str, version: Version) -> str:
    """Return a document's record with a version in a further language.

    Raises:
        RecordError: The record has a version in that language.
    """
    record = _parsed(text)
    if any(table.get("language") == version.language for table in _tables(record, "version")):
        raise RecordError(f"The record has a version in '{version.language}': add the file to that version.")
    added = _add_table(record, "version", version_fields(version, folder))
    for further in version.renditions[1:]:
        _add_table(added, "rendition", rendition_fields(further, folder))
    return _written(record)


def with_rendition(text: str, folder: str, language: Language, rendition: Rendition) -> str:
    """Return a document's record with a further file of a version, or the first file of one that had none.

    Raises:
        RecordError: The record has no version in that language.
    """
    record = _parsed(text)
    version = _version(record, language)
    fields = rendition_fields(rendition, folder)
    if "file" in version:
        _add_table(version, "rendition", fields)
    else:
        _set(version, fields)
    return _written(record)


def with_file(text: str, language: Language, *, file: str, sha256: Sha256, size: int) -> str:
    """Return a document's record in which an original is as accepted: the one of that name, else the only one.

    Raises:
        RecordError: It cannot be told which original the file replaces.
    """
    record = _parsed(text)
    version = _version(record, language)
    originals = [table for table in (version, *_tables(version, "rendition")) if "file" in table]
    named = [table for table in originals if table["file"] == file] or originals or [version]
    if len(named) > 1:
        names = ", ".join(f"'{table['file']}'" for table in named)
        raise RecordError(f"'{file}' could replace {names}: give it the name of the one that it replaces.")
    if named[0].get("file") != file:
        named[0].pop("media_type", None)
    _set(named[0], {"file": file, "sha256": sha256, "bytes": size})
    return _written(record)


def with_documents(text: str, group: str, ids: Iterable[DocumentId]) -> str:
    """Return a meeting's record with documents added to the group of that anchor, each once.

    Raises:
        RecordError: The meeting has no such group.
    """
    record = _parsed(text)
    groups = {str(table.get("anchor")): table for table in _groups(record, "documents")}
    if group not in groups:
        raise RecordError(f"The meeting has no group '{group}': its groups are {', '.join(groups)}.")
    table = groups[group]
    if not isinstance(table.get("documents"), Array):
        table["documents"] = item([])
    listed = table["documents"]
    assert isinstance(listed, Array)
    for document in ids:
        if document not in listed:
            listed.append(document)
    return _written(record)


def files_of(text: str) -> tuple[str, ...]:
    """Return the files that a document's record names, relative to its folder."""
    versions = _tables(_parsed(text), "version")
    tables = (table for version in versions for table in (version, *_tables(version, "rendition")))
    return tuple(str(table["file"]) for table in tables if "file" in table)


def tombstone(text: str, on: dt.date, reason: str) -> str:
    """Return the record that stays of a removed document: its identity, and when and why it went."""
    record = _parsed(text).unwrap()
    identity: dict[str, object] = {key: record[key] for key in ("symbol", "id", "kind") if key in record}
    return table_text("", identity) + table_text("[removed]", {"on": on, "reason": reason})


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise RecordError(f"The record is not TOML: {error}. Mend it by hand first.") from error


def _written(record: tomlkit.TOMLDocument) -> str:
    text = record.as_string()
    if tomllib.loads(text) != record.unwrap():
        raise RecordError("The record is laid out in a way that cannot be changed safely: change it by hand.")
    return text


def _version(record: _Holder, language: Language) -> AbstractTable:
    versions = {str(table.get("language")): table for table in _tables(record, "version")}
    if language not in versions:
        raise RecordError(f"The record has no version in '{language}': its languages are {', '.join(versions)}.")
    return versions[language]


def _groups(holder: _Holder, key: str) -> Iterator[AbstractTable]:
    for table in _tables(holder, key):
        yield table
        yield from _groups(table, "group")


def _tables(holder: _Holder, key: str) -> list[AbstractTable]:
    found = holder.get(key)
    return [table for table in found if isinstance(table, AbstractTable)] if isinstance(found, AoT | Array) else []


def _add_table(holder: _Holder, key: str, fields: Fields) -> AbstractTable:
    tables = holder.get(key)
    if isinstance(tables, Array):
        tables.append(item(fields))
        return _tables(holder, key)[-1]
    if not isinstance(tables, AoT):
        holder[key] = tomlkit.aot()
        tables = holder[key]
        assert isinstance(tables, AoT)
    added = _spaced_table()
    _set(added, fields)
    tables.append(added)
    return added


def _spaced_table() -> Table:
    table = tomlkit.table()
    table.trivia.indent = "\n"
    return table


def _set(holder: _Holder, fields: Mapping[str, object]) -> None:
    for key, value in fields.items():
        if value is None:
            holder.pop(key, None)
        else:
            holder[key] = item(value)
