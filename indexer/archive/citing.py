"""What a document cites and what cites it, with the places."""

from collections.abc import Iterable
from typing import Final

from indexer.archive.answers import CitedWork
from indexer.archive.generation import Generation
from indexer.catalogue import CitationRow
from indexer.model.document import Document
from indexer.model.identifiers import DocumentId
from indexer.symbols import official_address, parse

CITING: Final = 100
"""How many works that cite a document come with it; a search for `cites:` finds them all."""


def works_cited(generation: Generation, document: Document) -> tuple[CitedWork, ...]:
    """Return the works that a document cites: those that its text names, then those that its record adds."""
    from_text = _grouped(generation, ((row.cited, row) for row in generation.catalogue.citations_from(document.id)))
    known = {work.id for work in from_text}
    stated = [DocumentId(cited) for cited in document.cites if cited not in known]
    return from_text + tuple(
        CitedWork(cited, generation.catalogue.document(cited), (), official_copy(cited)) for cited in stated
    )


def works_citing(generation: Generation, document: DocumentId) -> tuple[tuple[CitedWork, ...], int]:
    """Return works that cite a document, not all where there are very many, and how many there are."""
    rows = generation.catalogue.citations_to(document)
    return _grouped(generation, ((row.citing, row) for row in rows), CITING), len({row.citing for row in rows})


def _grouped(
    generation: Generation, rows: Iterable[tuple[DocumentId, CitationRow]], limit: int | None = None
) -> tuple[CitedWork, ...]:
    places: dict[DocumentId, list[CitationRow]] = {}
    for work, row in rows:
        if work in places or limit is None or len(places) < limit:
            places.setdefault(work, []).append(row)
    held = {d.id: d for d in generation.catalogue.documents(places)}
    return tuple(CitedWork(work, held.get(work), tuple(rows), official_copy(work)) for work, rows in places.items())


def official_copy(document: DocumentId) -> str | None:
    """Return where the United Nations keep a document; None where its id is no symbol of theirs."""
    symbol = parse(document)
    return official_address(symbol.canonical) if symbol and symbol.is_complete else None
