"""Real records: titles and abstracts of papers, from a file in the folder that MASTHEAD_TEST_DATA names."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np

from tests.bench.material import Material, Paper
from tests.bench.questions import Counted, Questions

FILE: Final = "scale/papers_20pct.jsonl.gz"
WORD: Final = re.compile(r"[a-z]{2,}")
MOST_TOPICS, MOST_LETTERS = 8, 200  # Xapian takes no terms that are much longer
FREQUENT_WORDS, FREQUENT_EXPRESSIONS, EXPRESSIONS = 60, 12, 400
COMMON: Final = 0.2
"""An expression that is asked has no word that a greater share of the documents has."""


def records_material(data: Path, folder: Path) -> Material:
    """Write the records into a folder, and questions of their words."""
    material = Material(folder)
    material.write(_papers(data / FILE))
    material.ask(Questions(_counted(material)).all())
    return material


def _papers(path: Path) -> Iterator[Paper]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield _paper(number, json.loads(line))


def _paper(number: int, record: dict[str, Any]) -> Paper:
    topics = dict.fromkeys((record["venue"], *_values(record["keywords"])))
    return Paper(
        number=number,
        title=record["title"],
        body=record["abstract"],
        organization=next(_values(record["org"]), "none named"),
        year=int(record["year"]),
        topics=list(topics)[:MOST_TOPICS],
    )


def _values(text: str | None) -> Iterator[str]:
    for part in (text or "").split(";"):
        if value := " ".join(part.replace(",", " ").lower().split()):
            yield value[:MOST_LETTERS]


def _counted(material: Material) -> Counted:
    documents, counts, pairs, organizations = 0, Counter[str](), Counter[tuple[str, str]](), Counter[str]()
    for paper in material.papers():
        words = WORD.findall(f"{paper.title} {paper.body}".lower())
        documents += 1
        counts.update(set(words))
        pairs.update(set(pairwise(WORD.findall(paper.body.lower()))))
        organizations[paper.organization] += 1
    frequent = {word for word, _ in counts.most_common(FREQUENT_WORDS)}
    known = pairs.most_common(50_000)
    expressions = [pair for pair, _ in known if all(counts[word] <= COMMON * documents for word in pair)]
    return Counted(
        documents=documents,
        words=np.array(list(counts), dtype=object),
        counts=np.array(list(counts.values()), dtype=np.int64),
        expressions=expressions[:EXPRESSIONS],
        organizations=[name for name, _ in organizations.most_common(31) if name != "none named"][:30],
        frequent_expressions=[pair for pair, _ in known if frequent.issuperset(pair)][:FREQUENT_EXPRESSIONS],
    )
