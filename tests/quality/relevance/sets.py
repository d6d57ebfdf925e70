"""Relevance sets: documents, questions, and which documents people judged to answer them."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indexer.model.identifiers import Language, WorkId
from indexer.model.place import Place, PlaceKind, PlaceText
from indexer.model.results import IndexEntry, IndexKey

Judgements = dict[str, dict[str, int]]
"""By question and document, how well the document answers."""


@dataclass(frozen=True, slots=True)
class Published:
    """What plain BM25 reaches on a set, by others' measurement or by a simple one of our own."""

    measure: str
    figure: float


SETS: Final = {
    "scifact": (Language("en"), Published("nDCG@10", 0.679)),
    "cacm": (Language("en"), Published("MAP", 0.312)),
    "cnil-fr": (Language("fr"), Published("nDCG@10", 0.576)),
    "xquad-en": (Language("en"), Published("nDCG@10", 0.965)),
    "xquad-ru": (Language("ru"), Published("nDCG@10", 0.956)),
    "xquad-ar": (Language("ar"), Published("nDCG@10", 0.936)),
}
"""Each set with its language and what to compare with."""


def entries(folder: Path, language: Language) -> Iterator[IndexEntry]:
    """Yield the documents of a set as the index takes them."""
    with gzip.open(folder / "corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield IndexEntry(
                key=IndexKey(WorkId(row["_id"]), language),
                kind="report",
                title=row.get("title", ""),
                sort_title=row["_id"],
                body=(PlaceText(Place(PlaceKind.PAGE, 1, "1"), row["text"]),),
            )


def questions(folder: Path) -> dict[str, str]:
    """Return the questions of a set by id."""
    lines = (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def judgements(folder: Path) -> Judgements:
    """Return what was judged of a set."""
    found: Judgements = {}
    for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
        question, _, document, value = line.split()
        found.setdefault(question, {})[document] = int(value)
    return found
