"""The page on how to write a record shows records that can be read."""

import re
import shutil
from pathlib import Path

from indexer.corpus import read_corpus
from indexer.model.document import Basis, DocumentDate

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_example_of_a_document_has_no_faults(tmp_path: Path) -> None:
    """Both pieces of the example together are one good record."""
    head, tables = re.findall(r"```toml\n(.*?)```", (CORPUS / "README.md").read_text("utf-8"), re.DOTALL)
    shutil.copytree(CORPUS / "vocabulary", tmp_path / "vocabulary")
    (tmp_path / "paper.toml").write_text(head + tables, "utf-8")
    (tmp_path / "03-unu-gcm.docx").write_bytes(b"")

    records = read_corpus(tmp_path)

    assert () == records.faults
    (document,) = records.documents.values()
    assert DocumentDate(Basis.STATED, 2014, 2, 20) == document.date
