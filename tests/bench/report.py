"""Writes what was measured: a page with all tables, the plot, and the summary in README."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.bench import tables
from tests.bench.chart import chart
from tests.bench.engines import NAMES, OURS
from tests.bench.measuring import ROOT, Measured
from tests.bench.results import ANEW, FIRST, MADE, RECORDS, RESULTS_PAGE, Results, Site

DOCS: Final = ROOT / "docs"
JSON, PAGE, PLOT = "benchmarks.json", "benchmarks.md", "benchmarks.svg"
BEGIN, END = "<!-- written by make bench -->", "<!-- end of what make bench writes -->"

INTRODUCTION: Final = """# How fast

Masthead's engine beside four others: the same documents, the same questions, one run on one machine.
`make bench` measures all of it again and writes this page, the plot, the summary in README and
[the times of every question](benchmarks.json); [tests/bench](../tests/bench/README.md) is the code.
"""
CONDITIONS: Final = """
- Every engine searches stemmed English words in title and body, keeps positions and no texts, and writes one commit,
  merged where it can. Each builds and answers in processes of its own, one at a time; files are in the page cache.
- Building is the median of five rounds, in each of which the engines take turns; of an engine whose rounds have taken
  a minute, no further one begins.
- **Top 10**: the ids of the ten best documents. **With facets**: these, how many documents match, and exact counts of
  the ten most frequent organizations, years and topics over all that match. FTS5 counts by SQL, Whoosh with a collector
  that sees every match, tantivy with an aggregation, Xapian with match spies.
- **Cold**: 60 questions, each asked for the first time in an engine that has just been opened. **Warm**: the median of
  three more rounds. **Then**: in an engine that was opened for this question alone. Milliseconds, p50 / p95 / p99.
- Load is how many programs wanted to run at once, 1 or 2 where nothing but this ran; where it was more, trust ratios
  and docs/CPU s.
- Memory is what the process has for itself, with the interpreter; index files that are mapped are not in it.
- A ratio of times is the median, over all questions, of our time divided by the peer's: below 1, ours is the faster.
  A ratio of docs/s above 1 means that ours is the faster.
"""
MADE_WORDS: Final = """\
The documents are made, and always the same: 1,500 words on average out of 50,000 by Zipf's law, 120 organizations,
30 years, 40 topics."""
RECORDS_WORDS: Final = """\
Titles and abstracts of real papers, 140 words on average, asked for with words of theirs; 15,000 institutions, and as
topics 3,000 venues and keywords."""
COMBINATIONS_WORDS: Final = """\
Questions of several words, and of a word and an organization: median ms when first asked, when every word had been
asked but not this combination, and when asked again. It shows what an engine keeps from one question to the next."""
AGREEMENT_WORDS: Final = """\
Questions for which the total and all counts are those that Masthead finds. Stemmers differ a little, and Masthead looks
for phrases and beginnings among words as they are written, the others among stems."""
SITE_WORDS: Final = """\
`masthead serve` with one process, asked by a client on the same machine over kept connections: the page of results, and
`/api/v1/search` with three facets. Both show ten results with passages of their texts. Indexing reads text files with
records beside them; again is `masthead index` when nothing has changed. Milliseconds are p50 / p95 / p99; first asked:
each question once, after the start. Other hits: the same words in three other orders, so that words and counts are
known, records and passages not. Made anew: the same questions under new addresses, three rounds; counts and passages
are known, the page is written. Otherwise pages that a process has given before are given again from memory."""


def write(results: Results, folder: Path) -> None:
    """Write everything into a folder; README only where it is the project's."""
    folder.mkdir(parents=True, exist_ok=True)
    results.write(folder / JSON)
    (folder / PAGE).write_text(page(results), "utf-8")
    if made := results.of(MADE):
        (folder / PLOT).write_text(chart(made), "utf-8")
    if folder.resolve() == DOCS:
        write_summary(ROOT / "README.md", summary(results))


def page(results: Results) -> str:
    """Return the page of all tables."""
    parts = [INTRODUCTION, *_machine(results), CONDITIONS]
    if made := results.of(MADE):
        parts += [
            "\n## Made documents\n",
            MADE_WORDS,
            f"\n![Query time and speed of building]({PLOT})",
            *_collection(made),
        ]
    if records := results.of(RECORDS):
        parts += ["\n## Real records\n", RECORDS_WORDS, *_collection(records)]
    if results.sites:
        parts += ["\n## The site\n", SITE_WORDS, "", _sites(results.sites)]
    return "\n".join(parts).rstrip() + "\n"


def summary(results: Results) -> str:
    """Return what README shows."""
    return "\n\n".join(_summary(results))


def _summary(results: Results) -> Iterator[str]:
    machine = results.machine
    yield (
        f"Measured {machine['date']} on {machine['processor']}, {machine['memory']}, {machine['versions']}; load up to "
        f"{machine['load']}."
    )
    for documents in _telling_sizes(results.of(MADE)):
        yield f"{documents:,} made documents of 1,500 words, median ms; facets are exact counts of three:"
        yield _summary_table([one for one in results.of(MADE) if one.documents == documents])
    if results.sites:
        yield "\n".join(_summary_of_site(site) for site in results.sites)
    yield f"![Query time and speed of building against documents](docs/{PLOT})"
    yield (
        f"[docs/{PAGE}](docs/{PAGE}) has percentiles, kinds of questions, memory, growth, real records, and the\n"
        "conditions. `make bench` measures all of it again and writes that page and this section."
    )


def _summary_table(measured: Sequence[Measured]) -> str:
    return tables.table(
        ("engine", "docs/s", "docs/CPU s", "index MB", *tables.WAYS),
        (
            (
                f"{NAMES[one.engine]} {one.version}",
                f"{one.speed:,.0f}",
                f"{one.speed_at_work:,.0f}",
                f"{one.building.megabytes:,.0f}",
                *(tables.ms(tables.percentile(of(one), 50)) for of in tables.WAYS.values()),
            )
            for one in measured
        ),
    )


def _telling_sizes(measured: Sequence[Measured]) -> list[int]:
    """Return the largest size that most engines were measured with, and the largest of all."""
    counts = {size: sum(one.documents == size for one in measured) for size in tables.sizes(measured)}
    most = max(counts.values(), default=0)
    return sorted({max(size for size in counts if counts[size] == most), max(counts)}) if counts else []


def _summary_of_site(site: Site) -> str:
    first, anew, again = (site.speeds[RESULTS_PAGE][connections] for connections in (FIRST, ANEW, "1"))
    return (
        f"- {site.documents:,} documents of {site.words:,} words served by one process: a page of results asked for "
        f"the first time takes {tables.ms(first.p50)} ms (p95 {tables.ms(first.p95)}), one made anew of known passages "
        f"{tables.ms(anew.p50)} ms (p95 {tables.ms(anew.p95)}), one that was given before "
        f"{tables.ms(again.p50)} ms; `masthead index` took {site.indexing:,.0f} s, with nothing changed "
        f"{site.again:.1f} s."
    )


def _machine(results: Results) -> Iterator[str]:
    yield "\n".join(f"- {name}: {value}" for name, value in results.machine.items())
    versions = dict.fromkeys(f"{NAMES[one.engine]} {one.version}" for one in results.measured)
    yield f"- engines: {', '.join(versions)}"
    yield from (f"- not measured: {reason}" for reason in results.skipped)


def _collection(measured: Sequence[Measured]) -> Iterator[str]:
    yield f"\n### Building\n\n{tables.building(measured)}"
    yield f"\n### Answering\n\n{tables.answering(measured)}"
    yield f"\n### Opening and memory\n\n{tables.opening(measured)}"
    if any(tables.pairs(measured)):
        yield f"\n### Masthead : peer\n\n{tables.ratios(measured)}"
    for size in tables.sizes(measured):
        of_size = [one for one in measured if one.documents == size]
        yield f"\n### By kind, {size:,} documents\n\nTop 10, median ms, cold / warm:\n"
        yield tables.by_kind(of_size, ("top 10, cold", "top 10, warm"))
        yield "\nWith facets, median ms, cold / warm:\n"
        yield tables.by_kind(of_size, ("with facets, cold", "with facets, warm"))
    yield f"\n### Known words in new combinations\n\n{COMBINATIONS_WORDS}\n"
    yield tables.combinations(measured)
    if len(tables.sizes(measured)) > 1:
        yield f"\n### Growth\n\nHow times grow when documents are doubled (medians):\n\n{tables.growth(measured)}"
    yield f"\n### Same answers\n\n{_agreement(measured)}"


def _agreement(measured: Sequence[Measured]) -> str:
    found = "\n".join(
        f"- {NAMES[one.engine]}, {one.documents:,} documents: {one.agreeing} of {len(one.kinds)} questions"
        for one in measured
        if one.engine != OURS
    )
    return f"{AGREEMENT_WORDS}\n\n{found}"


def _sites(sites: Sequence[Site]) -> str:
    heading = ("documents", "words each", "index s", "docs/s", "again s", "state MB", "memory MB")
    archives = tables.table(
        heading,
        (
            (
                f"{site.documents:,}",
                f"{site.words:,}",
                f"{site.indexing:,.1f}",
                f"{site.documents / site.indexing:,.0f}",
                f"{site.again:.2f}",
                f"{site.megabytes:,.0f}",
                f"{site.memory:,.0f}",
            )
            for site in sites
        ),
    )
    speeds = tables.table(
        ("documents", "words each", "what", "connections", "ms", "requests/s"),
        (
            (
                f"{site.documents:,}",
                f"{site.words:,}",
                what,
                connections,
                " / ".join(map(tables.ms, (speed.p50, speed.p95, speed.p99))),
                f"{speed.rate:,.0f}",
            )
            for site in sites
            for what, by_connections in site.speeds.items()
            for connections, speed in by_connections.items()
        ),
    )
    return f"{archives}\n\n{speeds}"


def write_summary(readme: Path, text: str) -> None:
    """Put the summary in the place of the former one; the rest of the file stays."""
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    readme.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")
