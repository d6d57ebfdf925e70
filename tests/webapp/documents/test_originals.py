"""Files of documents: whole or in ranges, only as recorded, never from outside the corpus."""

import hashlib
from http import HTTPStatus
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from indexer.model.document import Document, DocumentKind, Rendition
from indexer.model.identifiers import DocumentId, Language, Sha256
from indexer.settings import Settings
from webapp.documents.originals import FileUnavailableError, Original, disposition

PDF = "/documents/A/RES/68/4/en/original.pdf"
WORD = "/documents/UN/POP/MIG-12CM/2014/03/en/original.docx"


def get(client: FlaskClient, address: str, headers: dict[str, str] | None = None) -> TestResponse:
    """Ask for a file and take all of it, so that it is closed."""
    return client.get(address, headers=headers, buffered=True)


def test_a_pdf_is_shown_in_the_browser(client: FlaskClient) -> None:
    """Only what is inline opens at a page."""
    response = get(client, PDF)

    assert "application/pdf" == response.headers["Content-Type"]
    assert response.headers["Content-Disposition"].startswith('inline; filename="A-RES-68-4-en.pdf"')
    assert response.data.startswith(b"%PDF")


def test_any_other_file_is_kept(client: FlaskClient) -> None:
    """A Word file goes to the disk under a name that says what it is, and cannot run anything here."""
    headers = get(client, WORD).headers

    assert (
        "attachment; filename=\"UN-POP-MIG-12CM-2014-03-en.docx\"; filename*=UTF-8''UN-POP-MIG-12CM-2014-03-en.docx"
    ) == headers["Content-Disposition"]
    assert "sandbox" in headers["Content-Security-Policy"]
    assert "nosniff" == headers["X-Content-Type-Options"]


def test_a_web_page_of_an_author_is_never_shown_as_ours(odd_client: FlaskClient) -> None:
    """HTML is kept, not shown, and could run no script if it were."""
    headers = get(odd_client, "/documents/A/70/2/en/original.html").headers

    assert headers["Content-Disposition"].startswith("attachment;")
    assert "default-src 'none'; sandbox; frame-ancestors 'none'" == headers["Content-Security-Policy"]


def test_without_extension_the_usual_file_is_meant(client: FlaskClient) -> None:
    """The short address gives the same bytes."""
    assert get(client, PDF).data == get(client, "/documents/A/RES/68/4/en/original").data


def test_the_tag_is_the_checksum(client: FlaskClient) -> None:
    """A browser that has these bytes is told so."""
    response = get(client, PDF)
    tag = f'"{hashlib.sha256(response.data).hexdigest()}"'

    assert tag == response.headers["ETag"]
    assert HTTPStatus.NOT_MODIFIED == get(client, PDF, headers={"If-None-Match": tag}).status_code
    since = response.headers["Last-Modified"]
    assert HTTPStatus.NOT_MODIFIED == get(client, PDF, headers={"If-Modified-Since": since}).status_code


def test_a_part_can_be_asked_for(client: FlaskClient) -> None:
    """Viewers load a large PDF piece by piece."""
    whole = get(client, PDF).data
    response = get(client, PDF, headers={"Range": "bytes=10-19"})

    assert (HTTPStatus.PARTIAL_CONTENT, whole[10:20]) == (response.status_code, response.data)
    assert f"bytes 10-19/{len(whole)}" == response.headers["Content-Range"]


def test_a_part_behind_the_end_is_refused(client: FlaskClient) -> None:
    """The answer says that there is no such part."""
    response = get(client, PDF, headers={"Range": "bytes=99999999-"})

    assert HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE == response.status_code


def test_the_head_alone_can_be_asked_for(client: FlaskClient) -> None:
    """HEAD says how long the file is and sends nothing of it."""
    response = client.head(PDF, buffered=True)

    assert (HTTPStatus.OK, b"") == (response.status_code, response.data)
    assert len(get(client, PDF).data) == int(response.headers["Content-Length"])


@pytest.mark.parametrize("document", ["A/70/3", "A/70/3/en/original.txt"])
def test_a_damaged_file_is_not_given_out(odd_client: FlaskClient, document: str) -> None:
    """Bytes that are not those of the record are not passed on as the document."""
    address = f"/documents/{document}" if "original" in document else f"/documents/{document}/en/original"
    response = get(odd_client, address)

    assert HTTPStatus.NOT_FOUND == response.status_code
    assert "not as it was recorded" in response.text


def test_a_file_that_changed_after_indexing_is_not_given_out(odd_client: FlaskClient, odd_settings: Settings) -> None:
    """The checksum is held against the file that is there now."""
    address, file = "/documents/A/70/4/en/original", odd_settings.corpus / "documents" / "changed.txt"
    before = file.read_bytes()
    try:
        assert HTTPStatus.OK == get(odd_client, address).status_code
        file.write_text("These words came later.", encoding="utf-8")
        assert HTTPStatus.NOT_FOUND == get(odd_client, address).status_code
        file.unlink()
        assert "cannot be given out: it is missing" in get(odd_client, address).text
    finally:
        file.write_bytes(before)


def test_nothing_outside_the_corpus_is_given_out(tmp_path: Path) -> None:
    """Neither a path that climbs nor a link that leads out reaches another file."""
    corpus, secret = tmp_path / "corpus", tmp_path / "secret.txt"
    corpus.mkdir()
    secret.write_text("secret", encoding="utf-8")
    (corpus / "link.txt").symlink_to(secret)

    for path in ("../secret.txt", "link.txt", ".", "/etc/hostname"):
        with pytest.raises(FileUnavailableError):
            an_original(path, secret).response(corpus)


def an_original(path: str, file: Path) -> Original:
    """Make an original whose checksum would be right."""
    document = Document(DocumentId("A/70/9"), DocumentKind.NOTE, {})
    checksum = Sha256(hashlib.sha256(file.read_bytes()).hexdigest())
    return Original(document, Language("en"), Rendition(path, "text/plain", checksum, 6), None)


@given(st.text(max_size=40))
def test_a_name_never_breaks_out_of_its_header(name: str) -> None:
    """Whatever an id holds, the header has one line, and no quote but its own."""
    try:
        header = disposition(name)
    except UnicodeEncodeError:
        return  # a lone surrogate is no id

    assert header.isascii()
    assert 2 == header.count('"')
    assert not set(header) & set("\r\n\0")
