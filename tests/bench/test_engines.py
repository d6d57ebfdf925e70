"""Every engine that is measured finds what is there: otherwise its speed would say nothing."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.engines import MODULES, engine
from tests.bench.material import FACETS, Kind, Paper, Question

WORDS = tuple(
    f"{first}{second}ko" for first in ("bala", "demi", "filo", "guna", "raso") for second in ("ta", "vi", "mu")
)
"""Words that stemmers leave as they are, and of which none is another's stem."""
DOCUMENTS = 200


def _papers() -> list[Paper]:
    chance = random.Random(7)
    return [
        Paper(
            number=number,
            title=" ".join(chance.sample(WORDS, 2)),
            body=" ".join(chance.choice(WORDS) for _ in range(chance.randrange(3, 20))),
            organization=f"organization-{chance.randrange(4)}",
            year=1990 + chance.randrange(5),
            topics=sorted({f"topic-{chance.randrange(6)}" for _ in range(2)}),
        )
        for number in range(DOCUMENTS)
    ]


QUESTIONS: dict[Question, Callable[[Paper], bool]] = {
    Question(Kind.FREQUENT_WORD, (WORDS[0],)): lambda paper: WORDS[0] in _words(paper),
    Question(Kind.ALL_WORDS, WORDS[1:3]): lambda paper: _words(paper).issuperset(WORDS[1:3]),
    Question(Kind.ANY_WORD, WORDS[3:5]): lambda paper: not _words(paper).isdisjoint(WORDS[3:5]),
    Question(Kind.PHRASE, WORDS[5:7]): lambda paper: _has_phrase(paper, " ".join(WORDS[5:7])),
    Question(Kind.PREFIX, ("rasom",)): lambda paper: "rasomuko" in _words(paper),
    Question(Kind.FILTERED, (WORDS[8],), "organization-2"): lambda paper: (
        WORDS[8] in _words(paper) and paper.organization == "organization-2"
    ),
}
"""Questions, and which documents are their answers."""


def _words(paper: Paper) -> set[str]:
    return set(f"{paper.title} {paper.body}".split())


def _has_phrase(paper: Paper, phrase: str) -> bool:
    return any(f" {phrase} " in f" {text} " for text in (paper.title, paper.body))


@pytest.mark.parametrize("name", MODULES)
def test_engine_finds_and_counts_what_is_there(name: str, tmp_path: Path) -> None:
    """Totals and counts of facets are exact, and the ten best are among the matches."""
    try:
        made = engine(name)
    except ImportError as reason:
        pytest.skip(f"{name} is not installed: {reason}")
    papers = _papers()
    made.build(tmp_path, papers)
    made.open(tmp_path)

    for question, is_answer in QUESTIONS.items():
        matching = [paper for paper in papers if is_answer(paper)]
        answer = made.ask_counted(question)
        assert len(matching) == answer.total, question
        assert min(10, len(matching)) == len(answer.best) == len(made.ask(question).best)
        assert {paper.number for paper in matching}.issuperset(answer.best)
        assert _counts(matching) == {name: dict(answer.facets[name]) for name in FACETS}, question


def _counts(papers: list[Paper]) -> dict[str, dict[str, int]]:
    """Count the values of facets; each has fewer than ten, so that all are told."""
    return {
        "organization": Counter(paper.organization for paper in papers),
        "year": Counter(str(paper.year) for paper in papers),
        "topic": Counter(topic for paper in papers for topic in paper.topics),
    }
