"""The pages about the site itself: help, about, accessibility, privacy."""

from flask import Flask

from webapp.about.views import about, accessibility, privacy, search_help


def install(app: Flask) -> None:
    """Add the pages to the site."""
    app.add_url_rule("/help", "help", search_help)
    app.add_url_rule("/about", "about", about)
    app.add_url_rule("/accessibility", "accessibility", accessibility)
    app.add_url_rule("/privacy", "privacy", privacy)
