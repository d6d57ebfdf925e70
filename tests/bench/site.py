"""`python -m tests.bench.site`: indexes made documents with `masthead index`, serves them, and measures answers."""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from indexer.extraction import reader_for
from indexer.extraction.media_types import MediaType
from indexer.model.identifiers import Language, Sha256
from indexer.model.place import ExtractedText, Place, PlaceKind, PlaceText
from indexer.texts import TextStore
from tests.bench import report
from tests.bench.client import asked
from tests.bench.made import ORGANIZATIONS, TOPICS, PaperMaker, organization, topic
from tests.bench.material import FACETS, HITS, Kind, Paper, Question
from tests.bench.measuring import ROOT
from tests.bench.questions import Questions
from tests.bench.results import ANEW, FIRST, OTHERS, RESULTS_PAGE, Results, Site, Speed
from tests.bench.tables import percentile

DOCUMENTS: Final = 100_000
WORDS: Final = (1_500, 10_000)
FEWER_OF_LONG: Final = 10
"""Of documents of the greater length there are a tenth as many, so that making them takes no hour."""
WORDS_OF_A_PARAGRAPH: Final = 120
DOCUMENTS_OF_A_FOLDER: Final = 500
CONNECTIONS: Final = (1, 8)
ORDERS: Final = ("newest", "oldest", "title")
ROUNDS: Final = 3


def main() -> None:
    """Measure the site alone, and put it in the place of what was measured before."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.site", description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="of 1,500 words; of 10,000 words a tenth")
    parser.add_argument("--output", type=Path, default=report.DOCS, help="folder to write into")
    options = parser.parse_args()
    results = Results.read(options.output / report.JSON)
    if not results.are_of_this_machine:
        parser.error(f"{options.output} has figures of another machine: name another folder with --output.")
    results.sites.clear()
    measure(options.documents, results, options.output)
    print(f"\n{report.summary(results)}\n\nWritten: {options.output / report.PAGE}")


def measure(documents: int, results: Results, output: Path) -> None:
    """Measure an archive of short documents and one of long documents, and write what is known after each."""
    for words, many in ((WORDS[0], documents), (WORDS[1], max(1, documents // FEWER_OF_LONG))):
        print(f"site: {many:,} documents of {words:,} words", flush=True)
        with tempfile.TemporaryDirectory(prefix="masthead-bench-") as name:
            results.sites.append(_measured(Path(name), many, words))
        report.write(results, output)


def _measured(folder: Path, documents: int, words: int) -> Site:
    maker = PaperMaker(words)
    _write_corpus(folder / "corpus", TextStore(folder / "state" / "texts"), maker.papers(documents))
    indexing, again = _index(folder), _index(folder)
    questions = tuple(Questions(maker.counted()).all())
    with _served(folder) as (host, process):
        pages = [_page(one) for one in questions]
        speeds = {RESULTS_PAGE: _first(host, pages) | _others(host, pages)}
        speeds[RESULTS_PAGE] |= _anew(host, pages) | _rounds(host, pages)
        answers = [_json(one) for one in questions]
        speeds["JSON"] = _first(host, answers) | _rounds(host, answers)
        memory = _memory(process)
    state = sum(path.stat().st_size for path in (folder / "state").rglob("*") if path.is_file())
    return Site(documents, words, indexing, again, state / 1e6, memory, speeds)


def _write_corpus(corpus: Path, texts: TextStore, papers: Iterator[Paper]) -> None:
    """Write records and files, and the texts of these, so that indexing does not read them."""
    vocabulary = corpus / "vocabulary"
    vocabulary.mkdir(parents=True)
    source = '[source]\nwhat = "made"\n'
    bodies = "".join(
        f'[[organization]]\nid = "{organization(n)}"\nkind = "entity"\nnames = {{ en = "Body {n}" }}\n'
        for n in range(ORGANIZATIONS)
    )
    topics = "".join(f'[[topic]]\nid = "{topic(n)}"\nlabels = {{ en = "Subject {n}" }}\n' for n in range(TOPICS))
    (vocabulary / "organizations.toml").write_text(source + bodies, "utf-8")
    (vocabulary / "topics.toml").write_text(source + topics, "utf-8")
    for paper in papers:
        _write_paper(corpus / "documents" / f"{paper.number // DOCUMENTS_OF_A_FOLDER:03d}", texts, paper)


def _write_paper(folder: Path, texts: TextStore, paper: Paper) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    words = paper.body.split(" ")
    starts = range(0, len(words), WORDS_OF_A_PARAGRAPH)
    paragraphs = [" ".join(words[start : start + WORDS_OF_A_PARAGRAPH]) for start in starts]
    content = "\n\n".join(paragraphs).encode()
    texts.put(_text(content, paragraphs))
    file = folder / f"paper-{paper.number}.txt"
    file.write_bytes(content)
    file.with_suffix(".toml").write_text(
        f'id = "paper-{paper.number}"\nkind = "report"\ntitle = "{paper.title}"\n'
        f'organizations = ["{paper.organization}"]\n'
        f"date = {paper.year}\ntopics = {paper.topics}\nadded = 2026-01-02\n\n"
        f'[[version]]\nlanguage = "en"\nfile = "{file.name}"\n'
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"\nbytes = {len(content)}\n',
        "utf-8",
    )


def _text(content: bytes, paragraphs: list[str]) -> ExtractedText:
    numbered = enumerate(paragraphs, 1)
    return ExtractedText(
        file=Sha256(hashlib.sha256(content).hexdigest()),
        reader=reader_for(MediaType.PLAIN),
        media_type=MediaType.PLAIN,
        places=tuple(PlaceText(Place(PlaceKind.PARAGRAPH, n, f"para. {n}"), text) for n, text in numbered),
        running_lines=(),
        detected=Language("en"),
        notes=(),
        properties=(),
    )


def _index(folder: Path) -> float:
    started = time.perf_counter()
    run = [_masthead(), "index"]
    done = subprocess.run(run, cwd=ROOT, env=_environment(folder), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"masthead index ended with {done.returncode}:\n{done.stderr}")
    return time.perf_counter() - started


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, int]]:
    """Serve with one process; gives host and port, and the id of what was started."""
    serving = [_masthead(), "serve", "--workers", "1", "--port", "0"]
    log = folder / "serve.log"
    with (
        log.open("w") as errors,
        subprocess.Popen(serving, cwd=ROOT, env=_environment(folder), stderr=errors) as server,
    ):
        try:
            while "http://" not in log.read_text():
                if server.poll() is not None:
                    raise RuntimeError(f"masthead serve ended: {log.read_text()}")
                time.sleep(0.05)
            yield log.read_text().split("http://")[1].split()[0].rstrip("/"), server.pid
        finally:
            server.terminate()


def _masthead() -> str:
    return str(Path(sys.executable).with_name("masthead"))


def _environment(folder: Path) -> dict[str, str]:
    ours = ("MASTHEAD_", "PYTHONDONTWRITEBYTECODE")  # without bytecode, each start compiles the program
    outside = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return outside | {
        "MASTHEAD_CORPUS": str(folder / "corpus"),
        "MASTHEAD_STATE": str(folder / "state"),
        "MASTHEAD_SEARCH_SECONDS": "60",
        "MASTHEAD_LOG_LEVEL": "error",
    }


def _first(host: str, addresses: list[str]) -> dict[str, Speed]:
    return {FIRST: _speed(host, addresses, 1)}


def _others(host: str, addresses: list[str]) -> dict[str, Speed]:
    """Ask for known words in other orders, so that records, texts and passages of other documents are wanted."""
    further = [f"{address}&sort={order}" for order in ORDERS for address in addresses]
    return {OTHERS: _speed(host, further, 1)}


def _anew(host: str, addresses: list[str]) -> dict[str, Speed]:
    """Ask for pages whose passages are known, each time under another address, so that none is given from memory."""
    further = [f"{address}&round={number}" for number in range(ROUNDS) for address in addresses]
    return {ANEW: _speed(host, further, 1)}


def _rounds(host: str, addresses: list[str]) -> dict[str, Speed]:
    return {str(connections): _speed(host, addresses * ROUNDS, connections) for connections in CONNECTIONS}


def _speed(host: str, addresses: list[str], connections: int) -> Speed:
    started = time.perf_counter()
    times = asked(host, addresses, connections)
    seconds = time.perf_counter() - started
    p50, p95, p99 = (percentile(times, share) for share in (50, 95, 99))
    return Speed(p50, p95, p99, len(times) / seconds)


def _memory(process: int) -> float:
    """Return the megabytes that a process and those that it started have for themselves."""
    own = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    kilobytes = next(int(line.split()[1]) for line in own if line.startswith("RssAnon"))
    return kilobytes / 1_024 + sum(_memory(int(child)) for child in children)


def _page(question: Question) -> str:
    return f"/search?{urlencode(_parameters(question))}"


def _json(question: Question) -> str:
    counted = {"facet": ",".join(FACETS), "facet_size": HITS, "size": HITS}
    return f"/api/v1/search?{urlencode({**_parameters(question), **counted})}"


def _parameters(question: Question) -> Mapping[str, str]:
    match question.kind:
        case Kind.ANY_WORD:
            return {"q": " OR ".join(question.words)}
        case Kind.PHRASE | Kind.FREQUENT_PHRASE:
            return {"q": f'"{" ".join(question.words)}"'}
        case Kind.PREFIX:
            return {"q": f"{question.words[0]}*"}
        case Kind.FILTERED:
            return {"q": question.words[0], "organization": question.organization}
        case _:
            return {"q": " ".join(question.words)}


if __name__ == "__main__":
    main()
