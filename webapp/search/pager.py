"""Links to pages: the first, the last, those around this one; gaps between."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagerLink:
    """One link of a pager; a gap has no address.

    Attributes:
        words: How the link is read out.
        relation: `prev` or `next` where it is that.
    """

    label: str
    words: str
    address: str = ""
    is_current: bool = False
    relation: str = ""


def pager(page: int, pages: int, address: Callable[[int], str]) -> tuple[PagerLink, ...]:
    """Return the links of a pager; none where there is one page."""
    if pages <= 1:
        return ()
    links: list[PagerLink] = []
    if page > 1:
        links.append(PagerLink("Previous", "Previous page", address(page - 1), relation="prev"))
    last = 0
    for number in _shown(page, pages):
        if number > last + 1:
            links.append(PagerLink("…", "pages left out"))
        links.append(PagerLink(f"{number:,}", f"Page {number:,}", address(number), is_current=number == page))
        last = number
    if page < pages:
        links.append(PagerLink("Next", "Next page", address(page + 1), relation="next"))
    return tuple(links)


def _shown(page: int, pages: int) -> list[int]:
    near = {1, page - 1, page, page + 1, pages}
    return sorted(number for number in near if 1 <= number <= pages)
