"""Days and times in words."""

from datetime import date, time

from indexer.model.document import DocumentDate


def day_label(day: date) -> str:
    """Return a day as `20 February 2014`."""
    return f"{day.day} {day:%B %Y}"


def weekday_label(day: date) -> str:
    """Return a day as `Thursday, 20 February 2014`."""
    return f"{day:%A}, {day_label(day)}"


def date_label(known: DocumentDate) -> str:
    """Return a date as precisely as it is known: `20 February 2014`, `February 2014`, `2014`; `Undated` if not."""
    if not known.year:
        return "Undated"
    if not known.month:
        return str(known.year)
    if not known.day:
        return f"{date(known.year, known.month, 1):%B} {known.year}"
    return day_label(date(known.year, known.month, known.day))


def span_label(start: date, end: date) -> str:
    """Return days from one to another, saying month and year once: `20-21 February 2014`."""
    if start == end:
        return day_label(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{day_label(end)}".replace("-", "\N{EN DASH}", 1)
    if start.year == end.year:
        return f"{start.day} {start:%B} \N{EN DASH} {day_label(end)}"
    return f"{day_label(start)} \N{EN DASH} {day_label(end)}"


def hours_label(start: time | None, end: time | None) -> str:
    """Return hours as `10.00-13.00`; empty where they are not known."""
    if start is None:
        return ""
    return f"{start:%H.%M}\N{EN DASH}{end:%H.%M}" if end else f"{start:%H.%M}"
