"""Loose files as they come from outside, with the first page of a United Nations document."""

from pathlib import Path

MASTHEAD = """United Nations

{symbol}

General Assembly

Distr.: General
12 September 2013

Original: English

{title}

{text}
"""
ENGLISH = (
    "The General Assembly considers the situation of the migrants who cross borders to find work. It asks all of the "
    "States to protect their rights, and to report on what they have done to this end within the year."
)
FRENCH = (
    "L'Assemblée générale examine la situation des migrants qui traversent les frontières pour trouver du travail. "
    "Elle demande à tous les États de protéger leurs droits et de faire rapport sur ce qu'ils ont fait dans l'année."
)


def loose(folder: Path, name: str, text: str) -> Path:
    """Write a file of plain text."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def report(
    folder: Path, name: str = "report.txt", *, symbol: str = "A/68/370", title: str = "Rights of migrants"
) -> Path:
    """Write a report in English."""
    return loose(folder, name, MASTHEAD.format(symbol=symbol, title=title, text=ENGLISH))


def rapport(folder: Path, name: str = "rapport-F.txt", *, symbol: str = "A/68/370") -> Path:
    """Write the same report in French."""
    text = MASTHEAD.replace("Original: English", "Français\nOriginal: anglais")
    return loose(folder, name, text.format(symbol=symbol, title="Droits des migrants", text=FRENCH))
