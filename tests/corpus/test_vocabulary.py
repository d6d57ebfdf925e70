"""The sample archive's authority records keep the rules that a reader of them relies on."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.model.authority import OrganizationKind
from indexer.model.identifiers import OFFICIAL_LANGUAGES

VOCABULARY = Path(__file__).parents[2] / "corpus" / "vocabulary"
TABLES = {
    "organizations": "organization",
    "people": "person",
    "countries": "country",
    "topics": "topic",
    "series": "series",
}
Record = dict[str, Any]


def records(file: str) -> list[Record]:
    """Return the records of one file of the vocabulary."""
    found: list[Record] = tomllib.loads((VOCABULARY / f"{file}.toml").read_text("utf-8"))[TABLES[file]]
    return found


def folded(name: str) -> str:
    """Return a name's words without case, accents and punctuation, as people type it."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.findall(r"\w+", "".join(letter for letter in letters if not unicodedata.combining(letter))))


def strings(value: object) -> Iterator[str]:
    """Yield every string in a TOML value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def names(record: Record) -> list[str]:
    """Return all that a record is called, in every language."""
    called = ("name", "names", "official", "acronyms", "aliases", "labels", "alternatives", "other_spellings")
    return [name for key in called for name in strings(record.get(key, ""))]


def owners(found: list[Record]) -> dict[str, set[str]]:
    """Return which records each folded name belongs to."""
    by_name: dict[str, set[str]] = {}
    for record in found:
        for name in filter(None, names(record)):
            by_name.setdefault(folded(name), set()).add(record["id"])
    return by_name


def wordings(record: Record) -> dict[str, str]:
    """Return a record's name by language."""
    found: dict[str, str] = record["labels"] if "labels" in record else record["names"]
    return found


def above(record: Record) -> list[str]:
    """Return the ids that a record stands under."""
    return [*filter(None, [record.get("parent")]), *record.get("broader", [])]


@pytest.mark.parametrize("file", TABLES)
def test_opens_with_a_comment_and_its_sources(file: str) -> None:
    """Every file says first what it is, then where its contents come from and under which licence."""
    text = (VOCABULARY / f"{file}.toml").read_text("utf-8")
    sources = tomllib.loads(text)["sources"]
    assert text.startswith("# ")
    assert [] == [source for source in sources if not (source.get("what") and source.get("licence"))]


@pytest.mark.parametrize("file", TABLES)
def test_no_string_is_empty_or_padded(file: str) -> None:
    """What is not known is left out; no string is empty, has space around it or is not in normal form."""
    found = [text for record in records(file) for text in strings(record)]
    assert [] == [text for text in found if text != unicodedata.normalize("NFC", text.strip()) or not text]


@pytest.mark.parametrize("file", TABLES)
def test_ids_are_unique_and_well_formed(file: str) -> None:
    """An id stands once and is of lower-case ASCII letters, digits and single hyphens, fit for an address."""
    ids = [record["id"] for record in records(file)]
    malformed = [name for name in ids if not all(part.isalnum() and part == part.lower() for part in name.split("-"))]
    assert sorted(set(ids)) == sorted(ids)
    assert [] == [name for name in ids if not name.isascii()] + malformed


def test_no_state_takes_the_id_of_an_organization() -> None:
    """States and organizations are one field in search, so their ids are one name space."""
    ids = [{record["id"] for record in records(file)} for file in ("organizations", "countries")]
    assert set() == ids[0] & ids[1]


@pytest.mark.parametrize("files", [("organizations", "countries"), ("people",), ("topics",)])
def test_a_name_belongs_to_one_record(files: tuple[str, ...]) -> None:
    """Whatever a person types as a name, an acronym or an alias means one record, whatever its case and accents."""
    found = [record for file in files for record in records(file)]
    assert {} == {name: ids for name, ids in owners(found).items() if len(ids) > 1}


@pytest.mark.parametrize("file", ["organizations", "countries"])
def test_an_alias_adds_a_name(file: str) -> None:
    """An alias is found only by itself: none repeats a name or an acronym of its record in another spelling."""
    repeated = []
    for record in records(file):
        said = set(map(folded, strings([record["names"], record.get("official", ""), record.get("acronyms", {})])))
        for alias in map(folded, record.get("aliases", [])):
            repeated += [(record["id"], alias)] if alias in said else []
            said.add(alias)
    assert [] == repeated


@pytest.mark.parametrize("file", ["organizations", "topics"])
def test_what_a_record_stands_under_exists(file: str) -> None:
    """Parents and broader concepts are records of the same file."""
    ids = {record["id"] for record in records(file)}
    assert [] == [(record["id"], name) for record in records(file) for name in above(record) if name not in ids]


@pytest.mark.parametrize("file", ["organizations", "topics"])
def test_no_record_stands_above_itself(file: str) -> None:
    """Going up from a record ends."""
    upward = {record["id"]: above(record) for record in records(file)}
    remaining = dict(upward)
    while settled := [name for name, parents in remaining.items() if not set(parents) & set(remaining)]:
        for name in settled:
            del remaining[name]
    assert {} == remaining


@pytest.mark.parametrize("file", ["organizations", "countries", "topics", "series"])
def test_names_are_in_official_languages_and_in_english(file: str) -> None:
    """Every record has an English name, and other names are keyed by one of the six languages."""
    keyed = [wordings(record) for record in records(file)]
    assert [] == [labels for labels in keyed if "en" not in labels or not set(labels) <= set(OFFICIAL_LANGUAGES)]


def test_kinds_are_those_of_the_model() -> None:
    """An organization's kind is one that the model knows."""
    kinds = {kind.value for kind in OrganizationKind}
    assert set() == {record["kind"] for record in records("organizations")} - kinds


def test_the_convenor_of_a_series_exists() -> None:
    """A series names its convenor by the id of an organization."""
    ids = {record["id"] for record in records("organizations")}
    assert set() == {record["convenor"] for record in records("series")} - ids


@pytest.mark.parametrize(
    ("language", "script"), [("ar", "ARABIC"), ("zh", "CJK UNIFIED IDEOGRAPH"), ("ru", "CYRILLIC")]
)
@pytest.mark.parametrize("file", ["organizations", "countries", "topics"])
def test_a_name_is_written_in_the_script_of_its_language(file: str, language: str, script: str) -> None:
    """No Latin name stands where an Arabic, a Chinese or a Russian one belongs."""
    written = [found[language] for found in map(wordings, records(file)) if language in found]
    assert [] == [name for name in written if not any(unicodedata.name(sign, "").startswith(script) for sign in name)]
