"""Small archives of real files: a vocabulary, papers as text, Word and HTML, and the meeting that they were for."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from docx import Document

from indexer.archive.finding import search
from indexer.archive.reading import Archive
from indexer.indexing import IndexingRun, Means, Progress, RunReport, Silent
from indexer.model.identifiers import Language
from indexer.model.querytree import Everything, SearchQuery
from tests.indexer.corpus import corpora

ENGLISH = Language("en")
MEETING = (
    corpora.MEETING
    + """
[[agenda]]
number = "I"
title = "Opening of the session"
day = 2014-02-20

[[documents]]
anchor = "papers"
heading = "Contributed papers"
"""
)
SUBJECTS = ("recruitment", "housing", "statistics", "schooling", "health", "borders", "return", "cities")


@dataclass(frozen=True, slots=True)
class SmallArchive:
    """A corpus with its state folder."""

    corpus: Path
    state: Path

    def index(self, progress: Progress | None = None) -> RunReport:
        """Bring the archive up to date, in this process."""
        return IndexingRun(self.corpus, self.state, progress or Silent(), means=Means(2, 64 << 20)).run()

    def found(self, text: str) -> list[str]:
        """Return the works that a reader who comes now finds, in the order of ids."""
        archive = Archive(self.state)
        try:
            with archive.reading() as generation:
                answer = search(generation, text, SearchQuery(Everything(), size=100, seconds=None), ENGLISH)
                return sorted(hit.work for hit in answer.hits)
        finally:
            archive.close()


def an_archive(folder: Path, *, documents: int = 4) -> SmallArchive:
    """Make a corpus of some papers, not yet indexed."""
    return SmallArchive(a_corpus(folder / "corpus", documents=documents), folder / "state")


def a_corpus(folder: Path, *, documents: int = 4) -> Path:
    """Make a corpus of some papers and their meeting."""
    numbers = range(1, documents + 1)
    listed = ", ".join(f'"{symbol(number)}"' for number in numbers)
    corpora.a_corpus(folder, {"meeting/meeting.toml": f'id = "meeting-1"\n{MEETING}documents = [{listed}]\n'})
    for number in numbers:
        write_paper(folder, number)
    return folder


def symbol(number: int) -> str:
    """Return the symbol of a paper."""
    return f"UN/POP/MIG-12CM/2014/{number:02d}"


def write_paper(corpus: Path, number: int, *, title: str = "", extra: str = "", topic: str = "remittances") -> None:
    """Write a paper and its record, in the place of an earlier one.

    Args:
        corpus: The folder.
        number: Decides symbol, words and the type of the file; each paper has a word `unicum<number>` of its own.
        title: Another one than the usual.
        extra: Words that stand in the text beside the usual ones.
        topic: What the record names.
    """
    subject = SUBJECTS[number % len(SUBJECTS)]
    title = title or f"Migrants and {subject}, part {number}"
    file = file_of(corpus, number)
    file.parent.mkdir(parents=True, exist_ok=True)
    paragraphs = [
        title,
        f"This paper was written about {subject} and about the people who leave their homes to find work abroad.",
        f"Most of them send remittances to their families. The sign of this paper is unicum{number}. {extra}",
    ]
    _write(file, paragraphs)
    body = "unfpa" if number % 2 else "unece"
    file.with_suffix(".toml").write_text(
        f'symbol = "{symbol(number)}"\nkind = "contributed_paper"\ntitle = "{title}"\norganizations = ["{body}"]\n'
        f'date = {2010 + number % 5}\ntopics = ["{topic}"]\nadded = 2026-01-02\n'
        f'\n[[version]]\nlanguage = "en"\nfile = "{file.name}"\nsha256 = "{checksum(file)}"\n',
        encoding="utf-8",
    )


def file_of(corpus: Path, number: int) -> Path:
    """Return where the file of a paper is."""
    return corpus / "meeting" / f"paper-{number}{('.txt', '.docx', '.html')[number % 3]}"


def record_of(corpus: Path, number: int) -> Path:
    """Return where the record of a paper is."""
    return file_of(corpus, number).with_suffix(".toml")


def checksum(file: Path) -> str:
    """Return the checksum of a file as records have it."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _write(file: Path, paragraphs: list[str]) -> None:
    if file.suffix == ".docx":
        document = Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.save(str(file))
    elif file.suffix == ".html":
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        file.write_text(f"<!DOCTYPE html><html lang=en><title>{paragraphs[0]}</title>{body}", encoding="utf-8")
    else:
        file.write_text("\n\n".join(paragraphs), encoding="utf-8")
