"""The first page."""

from flask import Flask

from webapp.home.views import home


def install(app: Flask) -> None:
    """Add the page to the site."""
    app.add_url_rule("/", "home", home)
