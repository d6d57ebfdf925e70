"""A search's answer as JSON; the site's API and the command line print the same object."""

from indexer.archive.answers import FacetView, Hit, Named, SearchAnswer
from indexer.model.identifiers import DocumentId, MeetingId
from indexer.model.place import Place
from indexer.model.results import Passage
from indexer.representations.addresses import Addresses
from indexer.representations.cursors import Cursor
from indexer.representations.json.search_shapes import (
    FacetShape,
    FacetValueLinks,
    FacetValueShape,
    HitLinks,
    HitShape,
    SearchLinks,
    SearchShape,
)
from indexer.representations.json.shapes import (
    NamedShape,
    NoteShape,
    PassageShape,
    PlaceShape,
    QueryShape,
    TotalShape,
)
from indexer.representations.labels import facet_label, value_label
from indexer.representations.search_parameters import SearchParameters


def search_shape(answer: SearchAnswer, parameters: SearchParameters, addresses: Addresses) -> SearchShape:
    """Return the answer to the search that the parameters ask for."""
    return SearchShape(
        query=query_shape(answer),
        generation=answer.generation,
        total=TotalShape(value=answer.total, relation=answer.relation, unit="work"),
        sort=parameters.order,
        results=[_hit(hit, parameters, addresses) for hit in answer.hits],
        facets={name: facet_shape(view, parameters, addresses) for name, view in answer.facets.items()},
        suggestion=answer.suggestion,
        links=_links(answer, parameters, addresses),
        unreadable_files=answer.unreadable,
    )


def query_shape(answer: SearchAnswer) -> QueryShape:
    """Return the query as it was understood."""
    notes = [NoteShape(kind=note.kind, message=note.message, start=note.start, end=note.end) for note in answer.notes]
    return QueryShape(q=answer.text, parsed=answer.parsed, notes=notes)


def _links(answer: SearchAnswer, parameters: SearchParameters, addresses: Addresses) -> SearchLinks:
    following = next_parameters(answer, parameters)
    before = parameters.with_page(parameters.page - 1) if parameters.page > 1 else None
    return SearchLinks(
        self=addresses.api_search(parameters),
        html=addresses.search(parameters),
        next=addresses.api_search(following) if following else None,
        prev=addresses.api_search(before) if before else None,
        feed=addresses.feed(parameters),
    )


def next_parameters(answer: SearchAnswer, parameters: SearchParameters) -> SearchParameters | None:
    """Return the parameters of what follows these results: a cursor, which costs the same however far it goes."""
    if answer.last is None:
        return None
    key, work = answer.last
    return parameters.after(Cursor(answer.generation, parameters.order, key, work))


def _hit(hit: Hit, parameters: SearchParameters, addresses: Addresses) -> HitShape:
    return HitShape(
        id=hit.work,
        kind=hit.kind,
        symbol=hit.symbol,
        title=hit.title,
        title_language=hit.title_language,
        year=hit.date.year,
        date=hit.date.iso() or None,
        date_basis=hit.date.basis,
        meetings=_named(hit.meetings),
        organizations=_named(hit.organizations),
        people=_named(hit.people),
        topics=_named(hit.topics),
        languages=list(hit.languages),
        matched_languages=list(hit.matched),
        specimen=hit.specimen,
        score=round(hit.score, 4),
        passages=[passage_shape(passage, hit, parameters.q, addresses) for passage in hit.passages],
        links=_hit_links(hit, addresses),
    )


def _hit_links(hit: Hit, addresses: Addresses) -> HitLinks:
    if hit.part:
        meeting = addresses.api_record("meetings", hit.part.meeting)
        return HitLinks(self=meeting, html=addresses.meeting_part(hit.work), original=None)
    document = DocumentId(hit.work)
    original = addresses.original(document, hit.matched[0]) if hit.original and hit.matched else None
    return HitLinks(
        self=addresses.api_record("documents", document), html=addresses.document(document), original=original
    )


def passage_shape(passage: Passage, hit: Hit, q: str, addresses: Addresses) -> PassageShape:
    """Return a passage with the address of the page on which it stands."""
    return PassageShape(
        language=passage.language,
        place=place_shape(passage.place),
        parts=list(passage.parts),
        url=passage_address(passage, hit, q, addresses),
    )


def passage_address(passage: Passage, hit: Hit, q: str, addresses: Addresses) -> str:
    """Return the address of the page on which a passage stands, with the matches of the query marked."""
    if hit.part:
        return addresses.meeting(MeetingId(hit.part.meeting), hit.part.anchor)
    place = passage.place
    return addresses.place((DocumentId(hit.work), passage.language), place.kind, place.number, q=q, match=1)


def place_shape(place: Place) -> PlaceShape:
    """Return a page, paragraph or slide."""
    return PlaceShape(kind=place.kind, number=place.number, label=place.label)


def facet_shape(view: FacetView, parameters: SearchParameters, addresses: Addresses) -> FacetShape:
    """Return the values of a facet, each with the search that it leads to."""
    choosing = addresses.api_search_choosing(parameters, view.name)
    values = [
        FacetValueShape(
            value=value.value,
            label=value_label(view.name, value.value, value.label),
            count=value.count,
            selected=value.selected,
            links=FacetValueLinks(toggle=choosing.toggled(value.value)),
        )
        for value in view.values
    ]
    return FacetShape(label=facet_label(view.name), values=values, more=view.more)


def _named(values: tuple[Named, ...]) -> list[NamedShape]:
    return [NamedShape(value=one.value, label=one.label) for one in values]
