"""The pages of meetings and of series of meetings."""

from flask import Flask

from webapp.meetings.views import meeting, series


def install(app: Flask) -> None:
    """Add the pages to the site."""
    app.add_url_rule("/meetings/<id_>", "meeting", meeting)
    app.add_url_rule("/series/<id_>", "series", series)
