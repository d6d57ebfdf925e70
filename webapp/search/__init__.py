"""The results page and the pages of all values of a facet."""

from flask import Flask

from webapp.search.views import facet_values, results


def install(app: Flask) -> None:
    """Add the pages to the site."""
    app.add_url_rule("/search", "search", results)
    app.add_url_rule("/facets/<name>", "facet", facet_values)
