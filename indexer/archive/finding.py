"""Searches: a query text and choices -> hits with passages, facets with labels, and what to try instead."""

from dataclasses import dataclass, replace

from indexer.archive.answers import FacetPage, FacetValue, FacetView, SearchAnswer, Suggestion
from indexer.archive.generation import Generation
from indexer.archive.hits import HitMaker
from indexer.archive.labels import Labels
from indexer.language import fold, tokens
from indexer.model.identifiers import Language
from indexer.model.querytree import And, Everything, Facet, Node, SearchQuery
from indexer.model.results import Matches, NoteKind, QueryNote, TotalRelation
from indexer.querylanguage import ParsedQuery, parse, spelled
from indexer.search.spelling import suggest


@dataclass(frozen=True, slots=True)
class FacetListing:
    """Which values of a facet to list.

    Attributes:
        prefix: Only values with words of label or id that begin so, whatever the case or diacritics.
        by_label: In the order of labels; otherwise those with the most works come first.
        page: Counts from 1.
    """

    facet: Facet
    prefix: str = ""
    by_label: bool = False
    page: int = 1
    size: int = 100


def search(generation: Generation, text: str, query: SearchQuery, language: Language) -> SearchAnswer:
    """Answer a query text together with the choices of a query, whose own tree narrows further.

    Args:
        generation: What to search.
        text: In the query language.
        query: The choices, and what to count.
        language: That of labels and titles.
    """
    parsed = parse(text, generation.authorities)
    found = _found(generation, replace(query, tree=_both(parsed.tree, query.tree)))
    labels = Labels(generation, language)
    facets = {
        name: FacetView(name, tuple(labels.counted(name, counts.counts, _chosen(query, name))), more=counts.more)
        for name, counts in found.facets.items()
    }
    return SearchAnswer(
        text=text,
        parsed=spelled(parsed.tree),
        notes=_notes(parsed, found),
        generation=generation.number,
        total=found.total,
        relation=found.relation,
        hits=tuple(HitMaker(generation, parsed.tree, language).hits(found.matches)),
        facets=facets,
        suggestion=None if found.total else suggest(parsed.words, generation.engine),
        last=_last(query, found),
        unreadable=len(generation.unreadable),
    )


def facet_page(
    generation: Generation, text: str, query: SearchQuery, listing: FacetListing, *, language: Language
) -> FacetPage:
    """Return one page of all values of a facet over the matches of a query."""
    parsed = parse(text, generation.authorities)
    name = listing.facet
    counts = generation.engine.facet_values(replace(query, tree=_both(parsed.tree, query.tree)), name)
    counted = Labels(generation, language).counted(name, counts, _chosen(query, name))
    values = [value for value in counted if _begins(value, listing.prefix)]
    if listing.by_label:
        values.sort(key=lambda value: (fold(value.label), value.value))
    start = (listing.page - 1) * listing.size
    return FacetPage(name, tuple(values[start : start + listing.size]), len(values), listing.page, listing.size)


def suggestions(generation: Generation, text: str, limit: int) -> tuple[Suggestion, ...]:
    """Return titles, symbols, organizations, people and topics that have the words typed so far."""
    words = [token.text for token in tokens(text)]
    rows = generation.catalogue.suggestions(words, limit)
    return tuple(Suggestion(row.text, row.kind, row.value) for row in rows)


def _found(generation: Generation, query: SearchQuery) -> Matches:
    """Return what matches; facets are counted once for all pages and orders, where there was time for all of it."""
    asked = query.tree, query.filters.key, query.facets, query.facet_size, query.whole_facets
    counts = generation.counts.find(asked)
    if counts is not None:
        return replace(generation.engine.search(replace(query, facets=())), facets=counts)
    found = generation.engine.search(query)
    if found.relation is TotalRelation.EXACT:
        generation.counts.keep(asked, found.facets)
    return found


def _both(parsed: Node, narrower: Node) -> Node:
    return parsed if isinstance(narrower, Everything) else And((parsed, narrower))


def _chosen(query: SearchQuery, name: str) -> tuple[str, ...]:
    return query.filters.chosen.get(name, ())


def _last(query: SearchQuery, found: Matches) -> tuple[float | str, str] | None:
    is_full = bool(found.matches) and len(found.matches) == query.size
    is_end = query.after is None and query.offset + len(found.matches) >= found.total
    return (found.matches[-1].sort_key, found.matches[-1].work) if is_full and not is_end else None


def _notes(parsed: ParsedQuery, found: Matches) -> tuple[QueryNote, ...]:
    if found.relation is TotalRelation.EXACT:
        return parsed.notes
    message = "The search took too long: these are the works found so far. Narrow it for a whole answer."
    return (*parsed.notes, QueryNote(NoteKind.PARTIAL, message))


def _begins(value: FacetValue, prefix: str) -> bool:
    wanted = [token.text for token in tokens(prefix)]
    words = [token.text for token in tokens(f"{value.label} {value.value}")]
    return all(any(word.startswith(begun) for word in words) for begun in wanted)
