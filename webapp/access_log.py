"""One log line for each request: the kind of page, how long it took and whether it worked; never what was asked."""

from time import perf_counter

from flask import Flask, Response, g, request

from indexer.logs import logger


def install(app: Flask) -> None:
    """Log every request when its answer is ready."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = perf_counter()


def _end(response: Response) -> Response:
    if request.endpoint != "static":
        logger("webapp").info(
            "request_answered",
            method=request.method,
            page=request.endpoint or "none",
            status=response.status_code,
            milliseconds=round((perf_counter() - g.get("began", perf_counter())) * 1000, 1),
        )
    return response
