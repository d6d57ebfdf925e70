"""The pages of organizations, people and topics."""

from flask import Flask

from webapp.authorities.views import organization, person, topic


def install(app: Flask) -> None:
    """Add the pages to the site."""
    app.add_url_rule("/organizations/<id_>", "organization", organization)
    app.add_url_rule("/people/<id_>", "person", person)
    app.add_url_rule("/topics/<id_>", "topic", topic)
