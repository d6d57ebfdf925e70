"""Xapian through its bindings for Python, which systems install for their own Python alone."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import xapian

from tests.bench.material import HITS, Answer, Kind, Paper, Question

NUMBER, ORGANIZATION, YEAR, FIRST_TOPIC = range(4)
MOST_TOPICS: Final = 8
"""A slot holds one value, so that each topic of a document has a slot of its own."""
BODY, TITLE, CHOSEN = "", "S", "XO"


class Xapian:
    """Keeps numbers and the values of facets in slots."""

    version = xapian.version_string()

    def build(self, folder: Path, papers: Iterable[Paper]) -> None:
        """Index documents and commit."""
        database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OVERWRITE)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem("english"))
        generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
        for paper in papers:
            database.add_document(_document(generator, paper))
        database.commit()
        database.close()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._database = xapian.Database(str(folder))
        self._stem = xapian.Stem("english")

    def ask(self, question: Question) -> Answer:
        """Search."""
        return Answer(_numbers(self._enquire(question).get_mset(0, HITS)))

    def ask_counted(self, question: Question) -> Answer:
        """Search with spies that see every match."""
        enquire = self._enquire(question)
        slots = (ORGANIZATION, YEAR, *range(FIRST_TOPIC, FIRST_TOPIC + MOST_TOPICS))
        spies = [xapian.ValueCountMatchSpy(slot) for slot in slots]
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, HITS, self._database.get_doccount())
        topics = Counter[str]()
        for spy in spies[2:]:
            topics.update(_counts(spy.values()))
        counts = {
            "organization": _counts(spies[0].top_values(HITS)),
            "year": _counts(spies[1].top_values(HITS)),
            "topic": dict(topics.most_common(HITS)),
        }
        return Answer(_numbers(found), spies[1].get_total(), counts)

    def _enquire(self, question: Question) -> Any:
        enquire = xapian.Enquire(self._database)
        enquire.set_query(self._query(question))
        return enquire

    def _query(self, question: Question) -> Any:
        query = xapian.Query
        either = [[field + self._stem(word).decode() for field in (BODY, TITLE)] for word in question.words]
        match question.kind:
            case Kind.ANY_WORD:
                return query(query.OP_OR, [query(query.OP_OR, fields) for fields in either])
            case Kind.PHRASE | Kind.FREQUENT_PHRASE:
                phrases = [query(query.OP_PHRASE, list(words), len(words)) for words in zip(*either, strict=True)]
                return query(query.OP_OR, phrases)
            case Kind.PREFIX:
                return query(query.OP_OR, [_beginning(field + question.words[0]) for field in (BODY, TITLE)])
        words = query(query.OP_AND, [query(query.OP_OR, fields) for fields in either])
        if question.kind is Kind.FILTERED:
            return query(query.OP_FILTER, words, query(CHOSEN + question.organization))
        return words


def _beginning(letters: str) -> Any:
    return xapian.Query(
        xapian.Query.OP_WILDCARD, letters, 0, xapian.Query.WILDCARD_LIMIT_ERROR, xapian.Query.OP_SYNONYM
    )


def _document(generator: Any, paper: Paper) -> Any:
    document = xapian.Document()
    generator.set_document(document)
    generator.set_termpos(0)
    generator.index_text(paper.title, 1, TITLE)
    generator.set_termpos(0)
    generator.index_text(paper.body, 1, BODY)
    document.add_boolean_term(CHOSEN + paper.organization)
    document.add_value(NUMBER, str(paper.number))
    document.add_value(ORGANIZATION, paper.organization)
    document.add_value(YEAR, str(paper.year))
    for slot, topic in enumerate(paper.topics[:MOST_TOPICS], FIRST_TOPIC):
        document.add_value(slot, topic)
    return document


def _numbers(found: Any) -> list[int]:
    return [int(match.document.get_value(NUMBER)) for match in found]


def _counts(values: Iterable[Any]) -> dict[str, int]:
    return {value.term.decode(): value.termfreq for value in values}


ENGINE = Xapian
