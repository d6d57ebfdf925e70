"""Reads the authority records: organizations and countries, people, topics, and the series of meetings."""

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Protocol, TypeVar

from indexer.corpus.faults import FaultLog
from indexer.corpus.hierarchy import Hierarchy
from indexer.corpus.references import SLUG, References
from indexer.corpus.tables import Table
from indexer.model.authority import Organization, OrganizationKind, Person, Topic, Vocabulary
from indexer.model.identifiers import OrganizationId, PersonId, SeriesId, TopicId
from indexer.model.meeting import Series

Logs = Callable[[str], FaultLog | None]
"""Gives the log of a vocabulary file by its name without ending; None where the corpus has no such file."""


class _Record(Protocol):
    @property
    def id(self) -> str: ...


_Read = TypeVar("_Read", bound=_Record)
_Found = dict[str, tuple[_Read, Table]]
"""Records by id, each with the table that it was read from."""


def read_vocabulary(logs: Logs) -> Vocabulary:
    """Return all authority records that could be read; links between them that lead nowhere are noted and left out."""
    bodies = _records(logs("organizations"), "organization", _organization)
    bodies |= _records(logs("countries"), "country", _state, taken=bodies.keys())
    people = _records(logs("people"), "person", _person)
    topics = _records(logs("topics"), "topic", _topic)
    return Vocabulary(
        _with_parents(bodies), {record.id: record for record, _ in people.values()}, _with_broader(topics)
    )


def read_series(log: FaultLog | None, references: References) -> Mapping[SeriesId, Series]:
    """Return the series of meetings."""
    found = _records(log, "series", lambda table: _series(table, references))
    return {record.id: record for record, _ in found.values()}


def _records(
    log: FaultLog | None, key: str, read: Callable[[Table], _Read], taken: AbstractSet[str] = frozenset()
) -> _Found[_Read]:
    found: _Found[_Read] = {}
    for table in _tables(log, key):
        graves = table.log.graves
        record = read(table)
        table.close()
        _check_id(table, record.id, taken | found.keys())
        if table.log.graves == graves:
            found[record.id] = (record, table)
    return found


def _tables(log: FaultLog | None, key: str) -> Iterator[Table]:
    values = log.parsed() if log else None
    if log is None or values is None:
        return
    top = Table(values, log)
    top.raw("source")
    top.raw("sources")
    yield from top.tables(key)
    top.close()


def _check_id(table: Table, value: str, taken: AbstractSet[str]) -> None:
    if value in taken:
        table.grave("id", f"id '{value}' is used twice; give one of the two another id, or join them", value)
    elif value and not SLUG.fullmatch(value):
        table.grave("id", f"id '{value}' is no id; write lower-case letters, digits and hyphens", value)


def _organization(table: Table) -> Organization:
    parent = table.text("parent")
    return Organization(
        id=OrganizationId(table.required("id")),
        kind=table.choice("kind", OrganizationKind.ENTITY),
        names=table.required_labels("names"),
        acronyms=table.labels("acronyms"),
        aliases=table.texts("aliases"),
        parent=OrganizationId(parent) if parent else None,
        merged=tuple(OrganizationId(value) for value in table.texts("merged")),
        website=table.address("website"),
        note=table.text("note"),
    )


def _state(table: Table) -> Organization:
    official = table.labels("official")
    return Organization(
        id=OrganizationId(table.required("id")),
        kind=OrganizationKind.STATE,
        names=table.required_labels("names"),
        acronyms=table.labels("acronyms"),
        aliases=tuple(dict.fromkeys((*official.values(), *table.texts("aliases")))),
        merged=tuple(OrganizationId(value) for value in table.texts("merged")),
        note=table.text("note"),
    )


def _person(table: Table) -> Person:
    return Person(
        id=PersonId(table.required("id")),
        name=table.required("name"),
        other_spellings=table.texts("other_spellings"),
        merged=tuple(PersonId(value) for value in table.texts("merged")),
        note=table.text("note"),
    )


def _topic(table: Table) -> Topic:
    return Topic(
        id=TopicId(table.required("id")),
        labels=table.required_labels("labels"),
        alternatives=table.lists_by_language("alternatives"),
        broader=tuple(TopicId(value) for value in table.texts("broader")),
        merged=tuple(TopicId(value) for value in table.texts("merged")),
        scope=table.text("scope"),
    )


def _series(table: Table, references: References) -> Series:
    return Series(
        id=SeriesId(table.required("id")),
        names=table.required_labels("names"),
        description=table.text("description") or "",
        convenor=references.organization(table, "convenor"),
    )


def _with_parents(bodies: _Found[Organization]) -> Mapping[OrganizationId, Organization]:
    records = [record for record, _ in bodies.values()]
    hierarchy = Hierarchy(
        {record.id: (record.parent,) if record.parent else () for record in records},
        {absorbed: record.id for record in records for absorbed in record.merged},
    )
    found: dict[OrganizationId, Organization] = {}
    for record, table in bodies.values():
        parents = [OrganizationId(value) for value in hierarchy.links(record.id, table, "parent")]
        found[record.id] = replace(record, parent=parents[0] if parents else None)
    return found


def _with_broader(topics: _Found[Topic]) -> Mapping[TopicId, Topic]:
    records = [record for record, _ in topics.values()]
    hierarchy = Hierarchy(
        {record.id: record.broader for record in records},
        {absorbed: record.id for record in records for absorbed in record.merged},
    )
    found: dict[TopicId, Topic] = {}
    for record, table in topics.values():
        broader = tuple(TopicId(value) for value in hierarchy.links(record.id, table, "broader"))
        found[record.id] = replace(record, broader=broader)
    return found
