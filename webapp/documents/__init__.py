"""The pages of documents: record, versions, places, files, texts, citations."""

from flask import Flask

from webapp.documents.views import show


def install(app: Flask) -> None:
    """Add the pages to the site."""
    app.add_url_rule("/documents/<path:path>", "document", show)
