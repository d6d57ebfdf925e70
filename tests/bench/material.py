"""What engines are given and asked: documents, and questions of every kind. Needs the standard library alone."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

FACETS: Final = ("organization", "year", "topic")
HITS: Final = 10
"""How many hits are asked for, and how many values of each facet: what a page shows."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document."""

    number: int
    title: str
    body: str
    organization: str
    year: int
    topics: list[str]


class Kind(StrEnum):
    """What sort of question it is."""

    FREQUENT_WORD = "frequent word"
    RARE_WORD = "rare word"
    ALL_WORDS = "all of 2 or 3 words"
    ANY_WORD = "any of 5 words"
    PHRASE = "phrase"
    FREQUENT_PHRASE = "phrase of frequent words"
    PREFIX = "prefix"
    FILTERED = "word and organization"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: words, the letters of a prefix, or a word and an organization."""

    kind: Kind
    words: tuple[str, ...]
    organization: str = ""

    @property
    def is_phrase(self) -> bool:
        """Whether its words stand next to each other."""
        return self.kind in {Kind.PHRASE, Kind.FREQUENT_PHRASE}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine found.

    Attributes:
        best: The numbers of the ten best documents.
        total: How many match; None where that was not asked.
        facets: The ten most frequent values of each facet, with their counts.
    """

    best: Sequence[int]
    total: int | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Material:
    """A folder with documents, one a line, and what is asked about them."""

    folder: Path

    def write(self, papers: Iterable[Paper]) -> int:
        """Write the documents and return how many there are."""
        with (self.folder / "papers.jsonl").open("w", encoding="utf-8") as file:
            return sum(1 for paper in papers if file.write(json.dumps(asdict(paper)) + "\n"))

    def papers(self) -> Iterator[Paper]:
        """Yield the documents."""
        with (self.folder / "papers.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                yield Paper(**json.loads(line))

    def ask(self, questions: Iterable[Question]) -> None:
        """Write the questions."""
        (self.folder / "questions.json").write_text(json.dumps([asdict(one) for one in questions]), "utf-8")

    def questions(self) -> tuple[Question, ...]:
        """Return the questions."""
        return tuple(_question(**one) for one in json.loads((self.folder / "questions.json").read_text("utf-8")))


def recombined(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return further questions, made of the words of these: each word has been asked, no question has."""
    return tuple(
        Question(kind, (one.words[0], *other.words[1:]), other.organization)
        for kind in (Kind.ALL_WORDS, Kind.ANY_WORD, Kind.FREQUENT_PHRASE, Kind.FILTERED)
        for one, other in _neighbours([question for question in questions if question.kind is kind])
    )


def _neighbours(questions: list[Question]) -> Iterator[tuple[Question, Question]]:
    return zip(questions, [*questions[1:], questions[0]], strict=True)


def _question(kind: str, words: list[str], organization: str) -> Question:
    return Question(Kind(kind), tuple(words), organization)
