"""The first page: what is here, what came last, ways to browse."""

from flask import Response, render_template

from indexer.archive.browsing import overview
from webapp.caching import conditional
from webapp.home.presenting import home_view
from webapp.reading import addresses, generation, language


def home() -> Response:
    """Show what the archive holds."""
    view = home_view(overview(generation(), language()), addresses(), language())
    return conditional(render_template("home/home.html", view=view))
