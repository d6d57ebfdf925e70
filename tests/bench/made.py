"""A made archive of any size, always the same: words by Zipf's law, facets, and questions of every kind."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from tests.bench.material import Material, Paper
from tests.bench.questions import Counted, Questions

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


def made_material(folder: Path, documents: int) -> Material:
    """Write documents into a folder, and questions to them."""
    maker = PaperMaker()
    material = Material(folder)
    material.write(maker.papers(documents))
    material.ask(Questions(maker.counted()).all())
    return material


def _words() -> list[str]:
    """Return words in the order of frequency, short ones first."""
    choice = random.Random(SEED)
    found: dict[str, None] = {}
    while len(found) < WORDS:
        syllables = 1 + (len(found) > 60) + (len(found) > 2_500) + (choice.random() < 0.35)
        word = "".join(choice.choice(_ONSETS) + choice.choice(_VOWELS) for _ in range(syllables))
        found.setdefault(word + choice.choice(_CODAS))
    return list(found)


class PaperMaker:
    """Makes documents and counts how many have each word.

    Attributes:
        words_of_each: How many words every document has; None for lengths as they are in archives.
    """

    def __init__(self, words_of_each: int | None = None) -> None:
        self.words_of_each = words_of_each
        self._words = np.array(_words(), dtype=object)
        self._chance = np.random.default_rng(SEED)
        frequencies = 1.0 / (np.arange(WORDS) + 2.7) ** 1.05
        self._upto = np.cumsum(frequencies / frequencies.sum())
        names = 1.0 / (np.arange(ORGANIZATIONS) + 3.0) ** 0.8
        self._organizations = names / names.sum()
        self._expressions = [self._chance.integers(100, 8_000, 2 + (n % 3 == 0)) for n in range(EXPRESSIONS)]
        self._expression_counts = np.zeros(EXPRESSIONS, np.int64)
        self._document_counts = np.zeros(WORDS, np.int64)
        self._documents = 0

    def papers(self, documents: int) -> Iterator[Paper]:
        """Yield the next documents."""
        for _ in range(documents):
            yield self._paper()

    def counted(self) -> Counted:
        """Return what is known of the documents so far."""
        frequent = np.argsort(-self._expression_counts, kind="stable")
        return Counted(
            documents=self._documents,
            words=self._words,
            counts=self._document_counts,
            expressions=[tuple(self._words[self._expressions[which]]) for which in frequent],
            organizations=[organization(number) for number in range(ORGANIZATIONS)],
        )

    def _paper(self) -> Paper:
        chance = self._chance
        text = np.searchsorted(self._upto, chance.random(self._length())).clip(0, WORDS - 1)
        self._plant_expressions(text)
        self._document_counts[np.unique(text)] += 1
        self._documents += 1
        return Paper(
            number=self._documents - 1,
            title=" ".join(self._words[text[:8]]),
            body=" ".join(self._words[text]),
            organization=organization(int(chance.choice(ORGANIZATIONS, p=self._organizations))),
            year=FIRST_YEAR + int(chance.integers(YEARS)),
            topics=sorted({topic(one) for one in chance.integers(0, TOPICS, chance.integers(1, 4)).tolist()}),
        )

    def _length(self) -> int:
        if self.words_of_each is not None:
            return self.words_of_each
        return int(np.clip(self._chance.lognormal(MEAN_LOG_LENGTH, SPREAD_LOG_LENGTH), SHORTEST, LONGEST))

    def _plant_expressions(self, text: Numbers) -> None:
        for _ in range(max(1, len(text) // WORDS_BETWEEN_EXPRESSIONS)):
            which = min(EXPRESSIONS - 1, int(self._chance.exponential(EXPRESSIONS / 7)))
            expression = self._expressions[which]
            start = int(self._chance.integers(0, len(text) - len(expression)))
            text[start : start + len(expression)] = expression
            self._expression_counts[which] += 1


def organization(number: int) -> str:
    """Return the id of an organization."""
    return f"organization-{number:03d}"


def topic(number: int) -> str:
    """Return the id of a topic."""
    return f"topic-{number:02d}"
