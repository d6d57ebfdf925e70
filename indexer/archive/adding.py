"""Takes in one file with what a keeper says of it; what is not said is read from its first page."""

from dataclasses import dataclass
from pathlib import Path

from indexer.archive.adopting import Adoption, Wish, take_in
from indexer.archive.drafting import Given, draft_of, known_ids
from indexer.archive.errors import WrongUseError
from indexer.archive.fields import document_date, known_kind, known_symbol
from indexer.archive.incoming import Incoming, read_incoming
from indexer.archive.keeping import Keeper
from indexer.archive.placing import Action, Placement, slug_of
from indexer.corpus import AuthorityIndex
from indexer.corpus.languages import ISO_639_1
from indexer.indexing import Progress
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language, OrganizationId, PersonId, TopicId
from indexer.model.querytree import ExactField


@dataclass(frozen=True, slots=True)
class Said:
    """What a keeper says of a document, in words; empty where nothing is said."""

    symbol: str | None = None
    id: str | None = None
    kind: str | None = None
    title: str | None = None
    language: str | None = None
    date: str | None = None
    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    note: str | None = None


def understood(said: Said, authorities: AuthorityIndex) -> Given:
    """Return what words mean.

    Raises:
        WrongUseError: A word means nothing; the message says what can be written.
    """
    if said.id and said.id != slug_of(said.id):
        raise WrongUseError(f"'{said.id}' is no id: write lower-case letters, digits and hyphens, or use --symbol.")
    if said.language and said.language not in {*ISO_639_1, UNDETERMINED}:
        raise WrongUseError(f"Language '{said.language}' is not known: write a code such as en, ar or zh.")
    organizations = known_ids(authorities, ExactField.ORGANIZATION, said.organizations)
    return Given(
        symbol=known_symbol(said.symbol) if said.symbol else None,
        id=DocumentId(said.id) if said.id and not said.symbol else None,
        kind=known_kind(said.kind) if said.kind else None,
        title=said.title or None,
        language=Language(said.language) if said.language else None,
        date=document_date(said.date) if said.date else None,
        organizations=tuple(OrganizationId(value) for value in organizations),
        people=tuple(PersonId(value) for value in known_ids(authorities, ExactField.PERSON, said.people)),
        topics=tuple(TopicId(value) for value in known_ids(authorities, ExactField.TOPIC, said.topics)),
        note=said.note or None,
    )


def read_file(keeper: Keeper, path: Path, progress: Progress, *, dry_run: bool) -> Incoming:
    """Return what a file says of itself.

    Raises:
        WrongUseError: It is of no document type.
    """
    incoming = next(read_incoming(keeper, (path,), progress, keeps_texts=not dry_run))
    if incoming.media_type is None:
        if incoming.no_text:
            raise WrongUseError(f"{path} {incoming.no_text}.")
        raise WrongUseError(f"{path} is not a document: PDF, Word, PowerPoint, HTML, text, .odt and .rtf are read.")
    return incoming


def add(keeper: Keeper, told: tuple[Incoming, Given], wish: Wish, progress: Progress, *, dry_run: bool) -> Adoption:
    """Take in a file with what is given of it: as a new document, or as a further language or file of one.

    Raises:
        WrongUseError: The document has another file of that sort in that language, or was removed.
    """
    incoming, given = told

    def refuse(placement: Placement) -> None:
        if placement.action is Action.LEFT_OUT:
            raise WrongUseError(f"{incoming.path} {placement.reason}.")
        symbol = draft_of(incoming, given, AuthorityIndex(keeper.records.vocabulary)).symbol
        is_second = symbol and placement.document and placement.document.symbol != symbol
        if is_second and placement.action is Action.NEW_DOCUMENT:
            raise WrongUseError(
                f"{symbol} has another file of this sort in that language: put this one in its place with --replace, "
                "or give it another --symbol or --id."
            )

    return take_in(keeper, [told], wish, progress, dry_run=dry_run, check=refuse)
