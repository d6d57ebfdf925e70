"""Writes small Word files part by part, so that a test says exactly what the XML holds."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
ROOTS |= {"header": "hdr", "footer": "ftr"}
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A title</dc:title><dc:creator>A body</dc:creator>'
    "</cp:coreProperties>"
)


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )


def heading(text: str) -> str:
    """Return a heading by its outline level."""
    return paragraph(text, '<w:outlineLvl w:val="0"/>')


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of cells with one paragraph each."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word_file(body: str, parts: Mapping[str, str] | None = None, further: Mapping[str, bytes] | None = None) -> bytes:
    """Return a Word file with this body; `parts` holds the inner XML of others by their kind, such as `footnotes`."""
    parts = parts or {}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{PART_TYPE}.{name}+xml"/>' for name in ("document", *parts)
    )
    types = types.replace(".document+xml", ".document.main+xml")
    links = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/docProps/core.xml"'
            f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="d" Type="{OFFICE}/officeDocument"'
            ' Target="word/document.xml"/><Relationship Id="c" Target="docProps/core.xml" Type="http://schemas.'
            'openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>',
        )
        package.writestr("docProps/core.xml", CORE)
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>')
        package.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{ROOTS[name]} {NAMESPACES}>{inner}</w:{ROOTS[name]}>")
        for name, raw in (further or {}).items():
            package.writestr(name, raw)
    return content.getvalue()
