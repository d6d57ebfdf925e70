"""Small corpora, made file by file."""

from pathlib import Path

from indexer.corpus import read_corpus
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document

ORGANIZATIONS = """
[source]
what = "made up"

[[organization]]
id = "un"
kind = "entity"
names = { en = "United Nations", fr = "Nations Unies" }

[[organization]]
id = "unfpa"
kind = "entity"
names = { en = "United Nations Population Fund", ar = "صندوق الأمم المتحدة للسكان", zh = "联合国人口基金" }
acronyms = { en = "UNFPA", fr = "FNUAP" }
aliases = ["Population Fund"]
parent = "un"
merged = ["unfpa-old"]

[[organization]]
id = "unece"
kind = "entity"
names = { en = "Economic Commission for Europe" }
acronyms = { en = "ECE" }
aliases = ["UN/ECE"]
parent = "un"
"""
PEOPLE = """
[[person]]
id = "crepeau-francois"
name = "François Crépeau"

[[person]]
id = "akerman-borje-eva"
name = "Eva Åkerman Börje"
other_spellings = ["Eva Akerman"]
"""
COUNTRIES = """
[[country]]
id = "hun"
names = { en = "Hungary", ru = "Венгрия" }
official = "The Republic of Hungary"
"""
TOPICS = """
[[topic]]
id = "costs"
labels = { en = "Costs" }

[[topic]]
id = "remittances"
labels = { en = "Remittances", fr = "Envois de fonds" }
alternatives = { en = ["Money sent home"] }
broader = ["costs"]
"""
SERIES = """
[[series]]
id = "coordination-meetings"
names = { en = "Coordination meetings" }
convenor = "Population Fund"
"""
VOCABULARY = {
    "vocabulary/organizations.toml": ORGANIZATIONS,
    "vocabulary/people.toml": PEOPLE,
    "vocabulary/countries.toml": COUNTRIES,
    "vocabulary/topics.toml": TOPICS,
    "vocabulary/series.toml": SERIES,
}
PAPER = """symbol = "UN/POP/MIG-12CM/2014/03"
kind = "contributed_paper"
title = "Making research work"
"""
MEETING = """series = "coordination-meetings"
ordinal = 12
title = "Twelfth Meeting"
start = 2014-02-20
end = 2014-02-21
place = "New York"
time_zone = "America/New_York"
"""


def a_corpus(folder: Path, files: dict[str, str | bytes] | None = None, *, with_vocabulary: bool = True) -> Path:
    """Make a corpus of these files, beside a small vocabulary."""
    for path, content in {**(VOCABULARY if with_vocabulary else {}), **(files or {})}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def records_of(folder: Path, files: dict[str, str | bytes]) -> CorpusRecords:
    """Read a corpus of these files."""
    return read_corpus(a_corpus(folder, files))


def document_of(folder: Path, text: str, files: dict[str, str | bytes] | None = None) -> Document:
    """Read the only document of a corpus, whose record is `documents/paper.toml`; it must have no faults."""
    records = records_of(folder, {"documents/paper.toml": text, **(files or {})})
    assert () == records.faults
    return next(iter(records.documents.values()))


def faults_of(folder: Path, text: str, files: dict[str, str | bytes] | None = None) -> list[str]:
    """Return the faults of a document's record as `line: message`."""
    records = records_of(folder, {"documents/paper.toml": text, **(files or {})})
    return [f"{fault.line}: {fault.message}" for fault in records.faults]
