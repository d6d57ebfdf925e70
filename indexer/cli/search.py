"""`masthead search`: the same search as the site's and the API's."""

from dataclasses import replace

import click

from indexer.archive.answers import Hit, SearchAnswer
from indexer.archive.composition import open_archive
from indexer.archive.finding import search
from indexer.archive.knowing import resolver
from indexer.cli.console import Exit, counted, examples, print_json, settings
from indexer.model.identifiers import Language
from indexer.model.querytree import Everything, Facet, Sort
from indexer.model.results import Passage, TotalRelation
from indexer.representations.addresses import Addresses
from indexer.representations.json.search import search_shape
from indexer.representations.labels import kind_label, place_label
from indexer.representations.parameters import parse
from indexer.representations.search_parameters import EXCLUDE, FILTER_NAMES, SearchParameters

FILTERS = tuple(name for name in FILTER_NAMES if name != "year")


def _filters(function: click.decorators.FC) -> click.decorators.FC:
    for name in reversed(FILTERS):
        option = f"--{name.replace('_', '-')}"
        function = click.option(
            option, name, multiple=True, metavar="ID", help=f"Only this {name.replace('_', ' ')}; repeatable."
        )(function)
    return function


@click.command(
    epilog=examples(
        "masthead search remittances",
        "masthead search '\"migrant workers\" -smuggling' --organization un --year 2010..2014 --sort newest",
        "masthead search --meeting 12cm-2014 --json",
    )
)
@click.argument("query", nargs=-1)
@_filters
@click.option("--year", multiple=True, metavar="YEAR", help="2014, 2010..2015, ..2012, 2013.. or undated; repeatable.")
@click.option(
    "--exclude", multiple=True, metavar="NAME=ID", help="Not this value, such as topic=remittances; repeatable."
)
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]), help="Order of the results.")
@click.option("--size", type=int, default=10, show_default=True, help="Results on a page, at most 100.")
@click.option("--page", type=int, default=1, show_default=True, help="Which page.")
@click.option("--json", "as_json", is_flag=True, help="Print the object of /api/v1/search, with all facets.")
def command(query: tuple[str, ...], exclude: tuple[str, ...], as_json: bool, **options: object) -> int:
    """Search the archive for the words of QUERY.

    All words must match. "Phrases", AND, OR, NOT, -word, prefix*, wild*card, fuzzy~1, title: person: organization:
    symbol: topic: language: kind: year:2013..2014 and "a b"~5 are understood. Without words, everything that the
    options leave.
    """
    pairs = [("q", " ".join(query)), *_pairs(options), *_excluded(exclude)]
    if as_json:
        pairs.append(("facet", ",".join(Facet)))
    own = settings()
    with open_archive(own).reading() as generation:
        parameters, faults = parse(pairs, resolver(generation))
        if faults:
            raise click.UsageError(" ".join(fault.message for fault in faults))
        answer = search(
            generation, parameters.q, replace(parameters.to_query(Everything()), seconds=None), Language("en")
        )
        if as_json:
            addresses = Addresses(own.base_url, own.path_prefix)
            print_json(search_shape(answer, parameters, addresses).model_dump(mode="json"))
        else:
            _print(answer, parameters)
    return Exit.DONE


def _pairs(options: dict[str, object]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in options.items():
        values = value if isinstance(value, tuple) else (value,)
        found.extend((name, str(one)) for one in values if one is not None)
    return found


def _excluded(values: tuple[str, ...]) -> list[tuple[str, str]]:
    for value in values:
        if "=" not in value:
            raise click.UsageError(f"--exclude {value}: give a name and an id, such as topic=remittances.")
    return [(EXCLUDE + name, wanted) for name, _, wanted in (value.partition("=") for value in values)]


def _print(answer: SearchAnswer, parameters: SearchParameters) -> None:
    for note in answer.notes:
        click.echo(f"Note: {note.message}", err=True)
    least = "at least " if answer.relation is TotalRelation.AT_LEAST else ""
    click.echo(f"{least}{counted(answer.total, 'result')}" + (f" for {answer.parsed}" if answer.text else ""))
    for number, hit in enumerate(answer.hits, start=(parameters.page - 1) * parameters.size + 1):
        _print_hit(number, hit)
    if answer.suggestion:
        click.echo(f"\nDid you mean: {answer.suggestion}")
    if answer.last:
        click.echo(f"\nThere are more: --page {parameters.page + 1}")
    if answer.unreadable:
        click.echo(f"\n{counted(answer.unreadable, 'file')} could not be read: see masthead status.", err=True)


def _print_hit(number: int, hit: Hit) -> None:
    click.echo(f"\n{number:>3}. {click.style(hit.title, bold=True)}")
    facts = [hit.symbol, kind_label(hit.kind), hit.date.iso(), ", ".join(o.label for o in hit.organizations)]
    facts += [", ".join(person.label for person in hit.people), " ".join(hit.languages)]
    click.echo("     " + " | ".join(fact for fact in facts if fact))
    for passage in hit.passages:
        click.echo(f"     {place_label(passage.place)}: {_marked(passage)}")


def _marked(passage: Passage) -> str:
    return "".join(
        click.style(text, underline=True) if match else " ".join(text.splitlines()) for text, match in passage.parts
    )
