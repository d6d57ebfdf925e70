"""A corpus of records that are out of the ordinary: long, removed, damaged, without text, hostile, sparse."""

from pathlib import Path
from typing import Final

from tests.indexer.corpus.corpora import a_corpus

PAGES: Final = 300
"""Pages of the long report; every tenth speaks of remittances."""

HOSTILE: Final = """</script><script>alert(1)</script> & "quotes\""""

_WORDS: Final = "The committee heard what was said about people who move, and asked for figures. " * 12

DOCUMENTS: Final = {
    "documents/long-report.toml": """
id = "long-report"
kind = "report"
title = "A long report"
organizations = ["UNFPA"]
topics = ["remittances"]

[[version]]
language = "en"
file = "long-report.txt"

[[version]]
language = "fr"
title = "Un long rapport"
official = "https://example.org/rapport"
""",
    "documents/removed.toml": """
symbol = "A/70/1"
kind = "report"

[removed]
on = 2026-11-20
reason = "withdrawn by its author"
""",
    "documents/hostile.toml": f"""
symbol = "A/70/2"
kind = "note"
title = '{HOSTILE}'
statement_of_responsibility = '{HOSTILE}'
note = '{HOSTILE}'
relations = [{{ kind = "addendum_to", target = "A/70/3" }}, {{ kind = "replaces", target = "A/70/1" }}]
people = [{{ person = "François Crépeau", role = "submitter" }}]
cites = ["A/70/999"]

[[version]]
language = "en"
file = "hostile.html"
""",
    "documents/damaged.toml": f"""
symbol = "A/70/3"
kind = "note"
title = "A damaged file"

[[version]]
language = "en"
file = "damaged.txt"
sha256 = "{"0" * 64}"
""",
    "documents/changed.toml": """
symbol = "A/70/4"
kind = "note"
title = "A file that is changed after it was indexed"

[[version]]
language = "en"
file = "changed.txt"
""",
    "documents/silent.toml": """
symbol = "A/70/5"
kind = "note"
title = "A file without text"

[[version]]
language = "en"
file = "silent.txt"
""",
    "documents/bare.toml": """
id = "bare"
kind = "other"
title = "Only a title"
""",
}

MEETING: Final = """
id = "sparse"
series = "coordination-meetings"
ordinal = 1
title = "A sparse meeting"
start = 2015-01-31
end = 2015-02-01
time_zone = "America/New_York"
place = "New York"

contact = "the secretariat"
outcome_documents = ["long-report"]

[call_for_papers]
instructions = "Send papers."
is_open = true
due = 2015-01-05

[[sitting]]
id = "morning"
day = 2015-01-31
name = "Morning session"

[[agenda]]
number = "I"
title = "Costs"
day = 2015-02-01

[[agenda.talk]]
title = "What it costs"
speakers = [{ organization = "hun", role = "Ambassador of Hungary" }]
recording = "available"
recording_address = "https://example.org/talk"
documents = ["long-report", "A/70/1"]
"""


def write_odd_corpus(folder: Path) -> None:
    """Write the corpus into an empty folder."""
    a_corpus(folder, {**DOCUMENTS, "sparse/meeting.toml": MEETING})
    files = {
        "long-report.txt": "\f".join(_page(number) for number in range(1, PAGES + 1)),
        "hostile.html": f"<!DOCTYPE html><html lang=en><title>x</title><p>Cited: A/70/3.</p><p>{HOSTILE}</p>",
        "damaged.txt": "These are not the words that were recorded.",
        "changed.txt": "These are the words that were indexed.",
        "silent.txt": " ",
    }
    for name, text in files.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")


def _page(number: int) -> str:
    found = "Remittances pay for schools, and remittances are private money." if number % 10 == 0 else ""
    return f"{_WORDS}\n\n{found}\n\nThis is page {number}."
