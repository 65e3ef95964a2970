"""The bytes of small Word and PDF files, made without any tool that the program itself does not need."""

import io
import zipfile

import docx
from pypdf import PdfReader, PdfWriter


def word(*paragraphs, cells=(), title="", author=""):
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = title, author or "python-docx"
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    if cells:
        table = document.add_table(rows=1, cols=len(cells) + 1)
        table.rows[0].cells[0].merge(table.rows[0].cells[1])
        for cell, text in zip(table.rows[0].cells[1:], cells, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "types": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "types": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_OTHERS = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
}
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def markup(body, *, strict=False, main="word/document.xml", **parts):
    """A Word document of this markup; `parts` are those beside its body: styles, footnotes, endnotes, each the inside of its root."""
    names = _STRICT if strict else _TRANSITIONAL
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in {"w": names["w"], **_OTHERS}.items())
    folder, _, name = main.rpartition("/")
    files = {
        "_rels/.rels": _links({"officeDocument": main}, names["types"]),
        main: f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        f"{folder}/_rels/{name}.rels": _links({kind: f"{kind}.xml" for kind in parts}, names["types"]),
        **{f"{folder}/{kind}.xml": f"<w:{kind} {spaces}>{inside}</w:{kind}>" for kind, inside in parts.items()},
    }
    return zipped(files)


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _links(targets, types):
    links = "".join(
        f'<Relationship Id="r{number}" Type="{types}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_LINKS}">{links}</Relationships>'


def pdf(*pages, password="", owner="", method="RC4-128", title=""):
    """A PDF of `pages`, each a list of (size of type, line); one that only the owner of `owner` may change, or that opens by `password`."""
    shown = ("".join(f"/F1 {size} Tf ({line}) Tj 0 -{size + 4} Td\n" for size, line in lines) for lines in pages)
    data = _drawn([f"BT 50 780 Td\n{text}ET" for text in shown], title)
    return _secret(data, password, owner, method) if password or owner else data


def placed_pdf(*lines):
    """A PDF of one page, of lines as (size of type, left, base, text)."""
    return _drawn(["".join(f"BT /F1 {size} Tf {left} {base} Td ({text}) Tj ET\n" for size, left, base, text in lines)], "")


def _drawn(streams, title):
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for stream in streams:
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    return _assembled(objects)


def _assembled(objects):
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _secret(data, password, owner, method):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, owner or None, algorithm=method)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
