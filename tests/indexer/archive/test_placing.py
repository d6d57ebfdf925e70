"""Where incoming files go."""

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.archive.drafting import Draft
from indexer.archive.incoming import Incoming
from indexer.archive.placing import Action, Placer, slug_of
from indexer.corpus import read_corpus
from indexer.model.document import UNDATED, DocumentKind
from indexer.model.identifiers import DocumentId, Language, Sha256
from tests.indexer.corpus.corpora import a_corpus

TODAY = dt.date(2026, 11, 24)
DRAFT = Draft("A/68/370", DocumentKind.REPORT, "A title", Language("en"), UNDATED, (), None, (), None, ())


@pytest.fixture
def placer(tmp_path: Path) -> Placer:
    """Places into an empty corpus."""
    corpus = a_corpus(tmp_path / "corpus")
    return Placer(corpus, read_corpus(corpus), lambda _: "documents", TODAY)


def incoming(name: str, content: str = "", media_type: str | None = "application/pdf") -> Incoming:
    """Return a file from outside."""
    sha256 = hashlib.sha256((content or name).encode()).hexdigest()
    return Incoming(Path(name), Sha256(sha256), 10, media_type)


def test_a_new_document_stands_beside_its_file(placer: Placer) -> None:
    """Both are named by the symbol; the file's name says the language too."""
    placed = placer.place(incoming("x.pdf"), DRAFT)

    assert Action.NEW_DOCUMENT == placed.action
    assert ("documents/a-68-370.toml", "documents/a-68-370.en.pdf") == (placed.sidecar, placed.path)


def test_the_ending_is_that_of_the_content(placer: Placer) -> None:
    """A PDF that is called .doc or has no ending becomes .pdf, one in capitals small letters."""
    paths = [
        placer.place(incoming(name), replace(DRAFT, symbol=f"A/68/{name}")).path for name in ("1.doc", "2", "3.PDF")
    ]

    assert [".pdf"] * 3 == [Path(path or "").suffix for path in paths]


def test_another_language_is_a_version(placer: Placer) -> None:
    """It goes beside the document's record, and has a title of its own."""
    placer.place(incoming("x.pdf"), DRAFT)

    placed = placer.place(incoming("y.pdf"), replace(DRAFT, language=Language("fr"), title="Un titre"))

    assert (Action.NEW_VERSION, "documents/a-68-370.fr.pdf") == (placed.action, placed.path)
    assert placed.version is not None
    assert "Un titre" == placed.version.title


def test_another_type_is_a_further_file(placer: Placer) -> None:
    """The Word file of a PDF is a file of the same version."""
    placer.place(incoming("x.pdf"), DRAFT)

    placed = placer.place(incoming("x.txt", media_type="text/plain"), DRAFT)

    assert Action.FURTHER_FILE == placed.action
    assert placed.version is not None
    assert 2 == len(placed.version.renditions)


def test_a_second_file_of_the_same_type_gets_an_id_of_its_own(placer: Placer) -> None:
    """Nothing is left out; a mark says which document has the symbol."""
    placer.place(incoming("x.pdf"), DRAFT)

    placed = placer.place(incoming("other.pdf"), DRAFT)

    assert placed.document is not None
    assert ("other", None) == (placed.document.id, placed.document.symbol)
    assert "A/68/370 has another file" in placed.reviews[0].reason


def test_the_same_content_is_held(placer: Placer) -> None:
    """Also under another name and with another symbol."""
    placer.place(incoming("x.pdf", "same"), DRAFT)

    placed = placer.place(incoming("y.pdf", "same"), replace(DRAFT, symbol="A/1/1"))

    assert (Action.HELD, "documents/a-68-370.en.pdf") == (placed.action, placed.path)


def test_an_existing_file_is_never_taken_for_a_place(placer: Placer) -> None:
    """A number is added; the same content, left by a run that was ended, is used as it is."""
    folder = placer.corpus / "documents"
    folder.mkdir()
    (folder / "a-68-370.en.pdf").write_text("left")

    left = placer.place(incoming("x.pdf", "left"), DRAFT)
    (folder / "a-68-371.en.pdf").write_text("something else")
    other = placer.place(incoming("y.pdf"), replace(DRAFT, symbol="A/68/371"))

    assert ("documents/a-68-370.en.pdf", False) == (left.path, left.is_copied)
    assert ("documents/a-68-371.en-2.pdf", True) == (other.path, other.is_copied)


def test_documents_without_a_symbol_have_ids_of_their_own(placer: Placer) -> None:
    """From the file's name, numbered where it is taken, or from the checksum where it has no Latin letters."""
    draft = replace(DRAFT, symbol=None)
    names = ("A paper (final).pdf", "a-paper-final.pdf", "文件.pdf")

    ids = [placed.document.id for name in names if (placed := placer.place(incoming(name), draft)).document]

    assert ["a-paper-final", "a-paper-final-2"] == ids[:2]
    assert ids[2].startswith("document-")


def test_a_wanted_id_is_taken(placer: Placer) -> None:
    """It names a new document, and then the one that there is."""
    draft = replace(DRAFT, symbol=None)

    first = placer.place(incoming("x.pdf"), draft, DocumentId("panel-summary"))
    second = placer.place(incoming("y.pdf"), replace(draft, language=Language("fr")), DocumentId("panel-summary"))

    assert first.document is not None
    assert ("panel-summary", Action.NEW_VERSION) == (first.document.id, second.action)


@pytest.mark.parametrize(
    ("text", "slug"),
    [("A/RES/68/4", "a-res-68-4"), ("Żółć é", "zołc-e".replace("ł", "l")), ("!?", ""), ("a" * 80, "a" * 60)],
)
def test_slugs(text: str, slug: str) -> None:
    """Lower-case letters, digits and hyphens, not too long."""
    assert slug == slug_of(text)
