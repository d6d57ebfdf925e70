"""Addresses of this page of a list and the next: all that was asked, with another page."""

from urllib.parse import urlencode

from flask import request

from indexer.representations.json.record_shapes import PageLinks


def page_links(page: int, size: int, total: int) -> PageLinks:
    """Return the addresses of a page and of the one after it, where there is one."""
    return PageLinks(self=_here(), next=_here(page + 1) if page * size < total else None)


def _here(page: int | None = None) -> str:
    pairs = list(request.args.items(multi=True))
    if page:
        pairs = [(name, value) for name, value in pairs if name != "page"] + [("page", str(page))]
    return f"{request.script_root}{request.path}" + (f"?{urlencode(pairs, safe='/,:().')}" if pairs else "")
