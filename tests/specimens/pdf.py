"""Writes a specimen as a PDF: a page of HTML, printed by headless Chromium, then made stable and labelled."""

import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.specimens import masthead
from tests.specimens.pdf_finish import finished
from tests.specimens.specimen import Block, Heading, Layout, Paragraph, Specimen, Table, runs

STYLE = Path(__file__).with_name("pdf.css")
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)
LAYOUTS = {
    "page": '</div><div class="part">',
    "columns": '</div><div class="columns">',
    "one column": "</div><div>",
}


def write_pdf(specimen: Specimen, path: Path) -> None:
    """Write the PDF of a specimen."""
    with TemporaryDirectory() as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "printed.pdf")
        page.write_text(html_of(specimen), "utf-8")
        profile, output = f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"
        subprocess.run([*CHROMIUM, profile, output, page.as_uri()], check=True, capture_output=True, timeout=60)
        front_pages = 1 if _has_front_page(specimen) else 0
        path.write_bytes(finished(printed.read_bytes(), specimen, front_pages))


def html_of(specimen: Specimen) -> str:
    """Lay a specimen out as a page of HTML."""
    direction = "rtl" if specimen.language == "ar" else "ltr"
    body = "".join(_block(block) for block in specimen.blocks)
    front = ' class="front"' if _has_front_page(specimen) else ""
    return (
        f'<!doctype html><html lang="{specimen.language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{escape(specimen.title)}</title><style>{STYLE.read_text('utf-8')}{_running_lines(specimen)}</style>"
        f"</head><body><div{front}>{_masthead(specimen)}{body}{_notes(specimen)}</div></body></html>"
    )


def _has_front_page(specimen: Specimen) -> bool:
    return Layout("page") in specimen.blocks


def _running_lines(specimen: Specimen) -> str:
    """Name the document at the head of each page but the first."""
    words = (specimen.symbol or specimen.title).replace('"', "")
    return f'@page {{ @top-left {{ content: "{words}"; }} }} @page :first {{ @top-left {{ content: ""; border: 0; }} }}'


def _masthead(specimen: Specimen) -> str:
    words = masthead.WORDINGS[specimen.language]
    lines = "".join(f"<p>{escape(line)}</p>" for line in specimen.lines)
    symbol = f'<p class="symbol" dir="ltr">{specimen.symbol}</p>' if specimen.symbol else "<p></p>"
    organ = f'<div class="organ">{words.general_assembly}</div><div>{lines}</div>' if specimen.symbol else ""
    link = f' <a dir="ltr" href="{specimen.address}">{specimen.address}</a>' if specimen.symbol else ""
    return (
        f'<header><p class="un">{words.united_nations}</p>{symbol}</header><div class="second">{organ}</div>'
        f'<div class="notice"><b>{words.specimen}</b> {escape(masthead.notice(specimen))}{link}</div>'
        f'<h1>{escape(specimen.title)}</h1><p class="issuer">{escape(specimen.issuer)}</p>'
    )


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Paragraph(label, text):
            number = f'<span class="number">{label}</span>' if label else ""
            item = ' class="item"' if label.startswith("(") else ""
            return f"<p{item}>{number}{_inline(text)}</p>"
        case Table(caption, rows):
            return _table(caption, rows)
        case Layout(name):
            return LAYOUTS[name]


def _table(caption: str, rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _notes(specimen: Specimen) -> str:
    if not specimen.notes:
        return ""
    items = "".join(f"<p><sup>{key}</sup> {escape(text)}</p>" for key, text in specimen.notes.items())
    return f'<div class="notes"><h2>{masthead.WORDINGS[specimen.language].notes}</h2>{items}</div>'


def _inline(text: str) -> str:
    parts = {"plain": "{}", "emphasis": "<em>{}</em>", "note": "<sup>{}</sup>"}
    return "".join(parts[kind].format(escape(words)) for kind, words in runs(text))
