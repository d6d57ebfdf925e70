"""Answers that a browser can ask for again and be told that nothing has changed."""

import hashlib

from flask import Response, g, request

from webapp.reading import generation, language, site


def entity_tag() -> str:
    """Return a tag of all that this page depends on: generation, program, language and address."""
    if "entity_tag" not in g:
        parts = (generation().number, generation().manifest.built, site().version, language(), request.full_path)
        g.entity_tag = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
    found: str = g.entity_tag
    return found


def conditional(body: str | bytes, content_type: str = "text/html; charset=utf-8") -> Response:
    """Return an answer that may be kept but must be asked for again; 304 where the reader has it."""
    response = Response(body, content_type=content_type)
    response.set_etag(entity_tag(), weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def unchanged() -> Response | None:
    """Return 304 where the reader has this answer: its tag tells before anything is searched or written."""
    has_it = entity_tag() in request.if_none_match.as_set(include_weak=True)
    return conditional("") if has_it else None


def given_before() -> Response | None:
    """Return this page as it was given before; its tag and the host name all that it depends on."""
    page = site().pages.find(_whole_key())
    return None if page is None else conditional(page)


def kept(page: str) -> Response:
    """Return a page that is kept, to be given again."""
    site().pages.keep(_whole_key(), page)
    return conditional(page)


def _whole_key() -> str:
    return f"{entity_tag()} {request.root_url}"


def passing(response: Response) -> Response:
    """Let nobody keep what was found until time ran out: asked again, the answer may be whole."""
    del response.headers["ETag"]
    response.headers["Cache-Control"] = "no-store"
    return response
