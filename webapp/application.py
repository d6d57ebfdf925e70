"""Makes the Flask application from settings."""

import gc
from collections.abc import Callable, Iterable
from importlib.metadata import version
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from indexer.archive.composition import open_archive
from indexer.archive.reading import Archive
from indexer.logs import configure_logs
from indexer.settings import Settings, load_settings
from webapp import (
    about,
    access_log,
    api,
    authorities,
    compression,
    discovery,
    documents,
    errors,
    health,
    home,
    meetings,
    pages,
    reading,
    search,
    security,
)

LARGEST_REQUEST = 64 * 1024
"""Bytes of a request's body at the most: nothing is sent to this site yet but addresses."""

WsgiApplication = Callable[[dict[str, Any], Any], Iterable[bytes]]


def create_app(settings: Settings | None = None, archive: Archive | None = None) -> Flask:
    """Return the site of the archive that the settings name.

    Args:
        settings: Those of the environment where none are given.
        archive: The readers' door; opened from the settings where none is given.
    """
    settings = settings or load_settings()
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_REQUEST, PROPAGATE_EXCEPTIONS=False)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions["masthead"] = reading.Site(settings, archive or open_archive(settings), version("masthead"))
    for room in (
        access_log,
        compression,
        security,
        reading,
        errors,
        pages,
        health,
        home,
        search,
        about,
        discovery,
        api,
        documents,
        meetings,
        authorities,
    ):
        room.install(app)
    app.wsgi_app = _behind_proxies(app.wsgi_app, settings)  # type: ignore[method-assign, assignment]  # Flask's way to wrap
    return app


def _behind_proxies(wsgi: WsgiApplication, settings: Settings) -> WsgiApplication:
    inner = _under_prefix(wsgi, settings.path_prefix) if settings.path_prefix else wsgi
    trusted = settings.trusted_proxies
    return ProxyFix(inner, x_for=trusted, x_proto=trusted, x_host=trusted, x_prefix=0) if trusted else inner


def _under_prefix(wsgi: WsgiApplication, prefix: str) -> WsgiApplication:
    """Serve the site under a path, whether the proxy in front takes the path away or passes it on."""

    def serve(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401 - WSGI's callable
        path = environ.get("PATH_INFO", "")
        if path == prefix or path.startswith(f"{prefix}/"):
            environ["PATH_INFO"] = path[len(prefix) :] or "/"
        environ["SCRIPT_NAME"] = prefix
        return wsgi(environ, start_response)

    return serve


def serve() -> Flask:
    """Return the application for a server process, with logs as the settings say, ready for its first reader."""
    settings = load_settings()
    configure_logs(settings.log_format, settings.log_level)
    archive = open_archive(settings, is_beside=True)
    app = create_app(settings, archive)
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    gc.collect()
    gc.freeze()  # the program itself stays: looking through it for garbage would stop readers for 50 milliseconds
    archive.watch()
    return app
