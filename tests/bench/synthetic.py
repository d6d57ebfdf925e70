"""A made archive of any size, always the same: words by Zipf's law, facets, and questions of every kind."""

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

WORDS: Final = 50_000
MEAN_LOG_LENGTH, SPREAD_LOG_LENGTH = 7.1, 0.65  # 1,500 words a document on average
SHORTEST, LONGEST = 60, 12_000
ORGANIZATIONS, TOPICS, YEARS, FIRST_YEAR = 120, 40, 30, 1990
EXPRESSIONS: Final = 800
WORDS_BETWEEN_EXPRESSIONS: Final = 120
SEED: Final = 20140220

_ONSETS: Final = (*"bcdfghjklmnprstvwz", "st", "tr", "pr", "ch", "sh", "cl", "gr")
_VOWELS: Final = (*"aeiou", "ai", "ou", "ea")
_CODAS: Final = ("", "", "n", "s", "t", "r")

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Paper:
    """A made document."""

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


@dataclass(frozen=True, slots=True)
class Material:
    """What is indexed, in a file of one document a line, and what is asked."""

    papers: Path
    questions: tuple[Question, ...]


def read_papers(path: Path) -> Iterator[Paper]:
    """Yield the documents of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Paper(**json.loads(line))


def make_material(folder: Path, documents: int) -> Material:
    """Write documents into a folder and think of questions to them."""
    words = np.array(_words(), dtype=object)
    maker = _PaperMaker(words)
    path = folder / f"papers-{documents}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            file.write(json.dumps(asdict(maker.paper(number))) + "\n")
    return Material(path, tuple(_Questions(words, maker, documents).all()))


def _words() -> list[str]:
    """Return words in the order of frequency, short ones first."""
    choice = random.Random(SEED)
    found: dict[str, None] = {}
    while len(found) < WORDS:
        syllables = 1 + (len(found) > 60) + (len(found) > 2_500) + (choice.random() < 0.35)
        word = "".join(choice.choice(_ONSETS) + choice.choice(_VOWELS) for _ in range(syllables))
        found.setdefault(word + choice.choice(_CODAS))
    return list(found)


class _PaperMaker:
    """Makes documents and counts how many have each word."""

    def __init__(self, words: npt.NDArray[np.object_]) -> None:
        self._words = words
        self._chance = np.random.default_rng(SEED)
        frequencies = 1.0 / (np.arange(WORDS) + 2.7) ** 1.05
        self._upto = np.cumsum(frequencies / frequencies.sum())
        names = 1.0 / (np.arange(ORGANIZATIONS) + 3.0) ** 0.8
        self._organizations = names / names.sum()
        self.expressions = [self._chance.integers(100, 8_000, 2 + (n % 3 == 0)) for n in range(EXPRESSIONS)]
        self.expression_counts = np.zeros(EXPRESSIONS, np.int64)
        self.document_counts = np.zeros(WORDS, np.int64)

    def paper(self, number: int) -> Paper:
        """Return the next document."""
        chance = self._chance
        length = int(np.clip(chance.lognormal(MEAN_LOG_LENGTH, SPREAD_LOG_LENGTH), SHORTEST, LONGEST))
        text = np.searchsorted(self._upto, chance.random(length)).clip(0, WORDS - 1)
        self._plant_expressions(text)
        self.document_counts[np.unique(text)] += 1
        return Paper(
            number=number,
            title=" ".join(self._words[text[:8]]),
            body=" ".join(self._words[text]),
            organization=f"organization-{chance.choice(ORGANIZATIONS, p=self._organizations):03d}",
            year=FIRST_YEAR + int(chance.integers(YEARS)),
            topics=sorted({f"topic-{one:02d}" for one in chance.integers(0, TOPICS, chance.integers(1, 4))}),
        )

    def _plant_expressions(self, text: Numbers) -> None:
        for _ in range(max(1, len(text) // WORDS_BETWEEN_EXPRESSIONS)):
            which = min(EXPRESSIONS - 1, int(self._chance.exponential(EXPRESSIONS / 7)))
            expression = self.expressions[which]
            start = int(self._chance.integers(0, len(text) - len(expression)))
            text[start : start + len(expression)] = expression
            self.expression_counts[which] += 1


class _Questions:
    """Thinks of questions to made documents."""

    def __init__(self, words: npt.NDArray[np.object_], maker: _PaperMaker, documents: int) -> None:
        self._words = words
        self._maker = maker
        self._documents = documents
        self._choice = random.Random(SEED + 1)
        self._by_frequency = np.argsort(-maker.document_counts, kind="stable")

    def all(self) -> Iterator[Question]:
        """Yield sixty questions."""
        for number in range(8):
            yield Question(Kind.FREQUENT_WORD, (self._frequent(),))
            yield Question(Kind.RARE_WORD, (self._rare(),))
            several = [self._frequent(), self._common(), *([self._frequent()] if number % 2 else [])]
            yield Question(Kind.ALL_WORDS, tuple(several))
            yield Question(Kind.ANY_WORD, (self._frequent(), *(self._common() for _ in range(3)), self._rare()))
            yield Question(Kind.PHRASE, self._expression())
            yield Question(Kind.PREFIX, (self._at(200, 3_000)[:4],))
            organization = f"organization-{self._choice.randrange(30):03d}"
            yield Question(Kind.FILTERED, (self._frequent(),), organization)
        for _ in range(4):
            yield Question(Kind.FREQUENT_PHRASE, (self._at(20, 60), self._at(20, 60)))

    def _frequent(self) -> str:
        return self._with_share(0.35, 0.95)

    def _common(self) -> str:
        return self._with_share(0.04, 0.3)

    def _rare(self) -> str:
        return self._with_share(max(2 / self._documents, 0.0004), max(6 / self._documents, 0.004))

    def _with_share(self, least: float, most: float) -> str:
        counts = self._maker.document_counts
        within = np.flatnonzero((counts >= least * self._documents) & (counts <= most * self._documents))
        return str(self._words[self._choice.choice(within.tolist())])

    def _at(self, first: int, last: int) -> str:
        return str(self._words[self._by_frequency[self._choice.randrange(first, last)]])

    def _expression(self) -> tuple[str, ...]:
        frequent = np.argsort(-self._maker.expression_counts, kind="stable")
        return tuple(self._words[self._maker.expressions[frequent[self._choice.randrange(4, 160)]]])
