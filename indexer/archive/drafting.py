"""What a file says of itself and what a keeper says of it -> the record that it will have."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final, TypeVar

from indexer.archive.errors import WrongUseError
from indexer.archive.incoming import Incoming
from indexer.corpus import AuthorityIndex
from indexer.mastheads import Proposed
from indexer.model.document import (
    UNDATED,
    Basis,
    Contribution,
    ContributionRole,
    DocumentDate,
    DocumentKind,
    Review,
)
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language, OrganizationId, PersonId, TopicId
from indexer.model.querytree import ExactField
from indexer.symbols import year_of

SURE: Final = 0.75
"""From this confidence on a proposal needs no look of a person."""

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Given:
    """What a keeper says of a document; it is not looked over again."""

    symbol: str | None = None
    id: DocumentId | None = None
    kind: DocumentKind | None = None
    title: str | None = None
    language: Language | None = None
    date: DocumentDate | None = None
    organizations: tuple[OrganizationId, ...] = ()
    people: tuple[PersonId, ...] = ()
    topics: tuple[TopicId, ...] = ()
    note: str | None = None


NOTHING_GIVEN: Final = Given()


@dataclass(frozen=True, slots=True)
class Draft:
    """The facts of a record before it has a place.

    Attributes:
        reviews: What was read and is unsure.
    """

    symbol: str | None
    kind: DocumentKind
    title: str
    language: Language
    date: DocumentDate
    contributions: tuple[Contribution, ...]
    responsibility: str | None
    topics: tuple[TopicId, ...]
    note: str | None
    reviews: tuple[Review, ...]


def draft_of(incoming: Incoming, given: Given, authorities: AuthorityIndex) -> Draft:
    """Return the record that a file will have: what is given counts, then what was read."""
    read, reviews = incoming.proposal, _Reviews()
    body, responsibility = _body(read.body if not given.organizations else None, authorities, reviews)
    organizations = given.organizations or ((body,) if body else ())
    kind = given.kind or reviews.value("kind", read.kind) or DocumentKind.OTHER
    if incoming.no_text:
        reviews.add("file", f"The file {incoming.no_text}.")
    found = Draft(
        symbol=given.symbol or (None if given.id else reviews.value("symbol", read.symbol)),
        kind=kind,
        title=given.title or reviews.value("title", read.title) or PurePath(incoming.name).stem,
        language=given.language or reviews.value("language", read.language) or UNDETERMINED,
        date=given.date or reviews.value("date", read.date) or UNDATED,
        contributions=(
            *(Contribution(role_of(kind), organization=organization) for organization in organizations),
            *(Contribution(ContributionRole.AUTHOR, person=person) for person in given.people),
        ),
        responsibility=responsibility,
        topics=given.topics,
        note=given.note,
        reviews=(),
    )
    return replace(found, date=as_known_without(found.symbol, found.date), reviews=tuple(reviews.found))


def as_known_without(symbol: str | None, date: DocumentDate) -> DocumentDate:
    """Return a date that was taken from a symbol as an inferred one, where the document has not that symbol."""
    is_unfounded = date.basis is Basis.FROM_SYMBOL and (symbol is None or year_of(symbol) != date.year)
    return replace(date, basis=Basis.INFERRED) if is_unfounded else date


def role_of(kind: DocumentKind) -> ContributionRole:
    """Return what an organization usually is for a document of a kind."""
    authored = {DocumentKind.CONTRIBUTED_PAPER, DocumentKind.PRESENTATION, DocumentKind.BACKGROUND_DOCUMENT}
    return ContributionRole.AUTHOR if kind in authored else ContributionRole.ISSUING_BODY


def known_ids(authorities: AuthorityIndex, field: ExactField, names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that names of organizations, persons or topics mean.

    Raises:
        WrongUseError: A name means none of them; the nearest are named.
    """
    found: list[str] = []
    for name in names:
        value = authorities.named(field, name)
        if value is None:
            nearest = " or ".join(authorities.nearest(field, name))
            hint = f"did you mean {nearest}?" if nearest else "add it to corpus/vocabulary first."
            raise WrongUseError(f"The {field} '{name}' is not known; {hint}")
        found.append(value)
    return tuple(dict.fromkeys(found))


class _Reviews:
    """The marks for a person to look at, gathered while a draft is made."""

    def __init__(self) -> None:
        self.found: list[Review] = []

    def add(self, field: str, reason: str) -> None:
        self.found.append(Review(field, reason))

    def value(self, field: str, proposed: Proposed[_Value] | None) -> _Value | None:
        if proposed is None:
            self.add(field, _MISSING[field])
            return None
        if proposed.confidence < SURE:
            self.add(field, proposed.reason)
        return proposed.value


_MISSING: Final = {
    "symbol": "None was found: add one if the document has one.",
    "kind": "What sort of document it is could not be told.",
    "title": "No title was found: the file's name stands for it.",
    "language": "The language could not be told.",
    "date": "No date was found.",
}


def _body(
    proposed: Proposed[str] | None, authorities: AuthorityIndex, reviews: _Reviews
) -> tuple[OrganizationId | None, str | None]:
    """Return the organization that the words of a first page mean, else the words."""
    if proposed is None:
        return None, None
    value = authorities.named(ExactField.ORGANIZATION, proposed.value)
    if value is None:
        reviews.add("organization", f"'{proposed.value}' is the name of no organization in the vocabulary.")
        return None, proposed.value
    if proposed.confidence < SURE:
        reviews.add("organization", proposed.reason)
    return OrganizationId(value), None
