"""`masthead show`: a document's record, or its text."""

from collections.abc import Iterator

import click

from indexer.archive.answers import CitedWork, DocumentView
from indexer.archive.browsing import document_view, place, places, text_view
from indexer.archive.composition import open_archive
from indexer.archive.errors import MovedError, NotFoundError
from indexer.archive.generation import Generation
from indexer.cli.console import Exit, counted, examples, print_json, settings
from indexer.model.authority import best_label
from indexer.model.identifiers import Language
from indexer.representations.addresses import Addresses
from indexer.representations.json.documents import DocumentWriter
from indexer.representations.json.record_shapes import PageLinks
from indexer.representations.labels import kind_label, language_name, place_label
from indexer.settings import Settings

ENGLISH = Language("en")


@click.command(
    epilog=examples(
        "masthead show A/RES/68/4",
        "masthead show A/RES/68/4 --language fr --page 2",
        "masthead show A/RES/68/4 --json",
    )
)
@click.argument("document")
@click.option("--language", metavar="CODE", help="Show the text in this language, such as fr.")
@click.option("--page", type=click.IntRange(min=1), help="Show this page, paragraph or slide of the text.")
@click.option("--json", "as_json", is_flag=True, help="Print the object of /api/v1/documents.")
def command(document: str, language: str | None, page: int | None, as_json: bool) -> int:
    """Show the record of DOCUMENT, a symbol in any spelling or an id; with --language or --page its text."""
    own = settings()
    with open_archive(own).reading() as generation:
        view = _view(generation, document)
        if language is None and page is None:
            _record(generation, view, own, as_json=as_json)
        else:
            _text(generation, view, Language(language or _usual_language(view)), own, page=page, as_json=as_json)
    return Exit.DONE


def _view(generation: Generation, value: str) -> DocumentView:
    try:
        return document_view(generation, value)
    except MovedError as moved:
        return document_view(generation, moved.target)


def _usual_language(view: DocumentView) -> str:
    languages = [file.language for file in view.files if file.places and file.language] or view.document.languages
    if not languages:
        raise NotFoundError("text", f"of {view.document.id}")
    return ENGLISH if ENGLISH in languages else languages[0]


def _record(generation: Generation, view: DocumentView, own: Settings, *, as_json: bool) -> None:
    if as_json:
        print_json(_writer(generation, own).document(view).model_dump(mode="json"))
        return
    for name, value in _facts(view):
        click.echo(f"{name + ':':<14} {value}")


def _writer(generation: Generation, own: Settings) -> DocumentWriter:
    return DocumentWriter(Addresses(own.base_url, own.path_prefix), generation.vocabulary, ENGLISH)


def _facts(view: DocumentView) -> Iterator[tuple[str, str]]:
    document = view.document
    for language, title in document.titles.items():
        yield "Title", title if language == ENGLISH else f"{title} ({language})"
    yield "Id", document.id
    yield "Kind", kind_label(document.kind)
    yield "Date", f"{document.date.iso() or 'undated'} ({document.date.basis.replace('_', ' ')})"
    for name, values in (
        ("Organizations", [best_label(one.names, ENGLISH) for one in view.organizations]),
        ("People", [one.name for one in view.people]),
        ("Topics", [best_label(one.labels, ENGLISH) for one in view.topics]),
        ("Meetings", [best_label(one.titles, ENGLISH) for one in view.meetings]),
        ("Cites", [_work(one) for one in view.cites]),
        ("Cited by", [_work(one) for one in view.cited_by]),
    ):
        if values:
            yield name, "; ".join(values)
    for version in document.versions:
        files = [file for file in view.files if file.language == version.language]
        held = ", ".join(f"{file.path} ({_places(file.places)} of text)" for file in files) or "not held"
        yield language_name(version.language), held
    if view.official:
        yield "Official copy", view.official
    for mark in document.review:
        yield "To review", f"{mark.field}: {mark.reason}"


def _places(count: int) -> str:
    return counted(count, "place") if count else "no places"


def _work(work: CitedWork) -> str:
    return work.id


def _text(
    generation: Generation, view: DocumentView, language: Language, own: Settings, *, page: int | None, as_json: bool
) -> None:
    found = text_view(generation, view.document.id, language)
    texts = tuple(places(generation, found)) if page is None else (place(generation, found, page).text,)
    if as_json:
        links = PageLinks(self=Addresses(own.base_url, own.path_prefix).version(view.document.id, language), next=None)
        print_json(_writer(generation, own).text(found, texts, links).model_dump(mode="json"))
        return
    if not texts:
        reason = found.file.reason if found.file and found.file.reason else "has no text"
        raise NotFoundError("text", f"of {view.document.id} in {language}: the file {reason}")
    for one in texts:
        click.echo(click.style(place_label(one.place), bold=True))
        click.echo(one.text + "\n")
