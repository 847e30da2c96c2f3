"""Files as people have them, made on the spot: what office programs, cameras, scanners and printers write."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import openpyxl
import pikepdf
from openpyxl.chart import BarChart, Reference
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from resolvers.contents.odf import ODT
from resolvers.contents.ooxml import DOCX, XLSX

Parts = dict[str, str | bytes]
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of the parts, packed; `mimetype` is not, as OpenDocument wants it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return written.getvalue()


def parts_of(content: bytes) -> Parts:
    """Return the parts of a ZIP, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def relationships(*related: tuple[str, str, str]) -> str:
    """Return a part of relationships: the last word of the type, the target and `External`, or an empty text."""
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATED}/{kind}" Target="{target}" TargetMode="{mode or "Internal"}"/>'
        for n, (kind, target, mode) in enumerate(related, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


def content_types(*overrides: tuple[str, str]) -> str:
    """Return the part that declares the types of the others."""
    lines = "".join(f'<Override PartName="{name}" ContentType="{type_}"/>' for name, type_ in overrides)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return (
        f'{_XML}<Types xmlns="{_TYPES}">{rels}<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def docx_parts(body: str = "", *related: tuple[str, str, str]) -> Parts:
    """Return the parts of a document with a paragraph, a page number, a link and a picture."""
    page = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText></w:r></w:p>'
    links = [
        ("hyperlink", to, "External") for to in ("https://www.kela.fi/kuntoutus", r"..\liite.docx", "mailto:a@b.fi")
    ]
    return {
        "[Content_Types].xml": content_types(("/word/document.xml", f"{DOCX}.main+xml")),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml", "")),
        "word/_rels/document.xml.rels": relationships(*links, ("image", "media/kuva.png", ""), *related),
        "word/document.xml": f"{_XML}<w:document {WORD}><w:body><w:p><w:r><w:t>Lausunto. DDE kuuluu tekstiin.</w:t>"
        f"</w:r></w:p>{page}{body}</w:body></w:document>",
        "word/media/kuva.png": png(),
    }


def docx(body: str = "", *related: tuple[str, str, str], more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a document; `more` are further parts by their names."""
    return archive(docx_parts(body, *related) | dict(more or {}))


def docx_with_chart() -> bytes:
    """Return a document whose chart keeps its numbers in a workbook of its own, as Word does it."""
    parts = docx_parts("", ("chart", "charts/chart1.xml", ""))
    parts["word/charts/chart1.xml"] = f"{_XML}<c:chartSpace xmlns:c='urn:c'/>"
    workbook = ("package", "../embeddings/Microsoft_Excel_Worksheet.xlsx", "")
    parts["word/charts/_rels/chart1.xml.rels"] = relationships(workbook)
    return archive(parts | {"word/embeddings/Microsoft_Excel_Worksheet.xlsx": xlsx()})


def xlsx() -> bytes:
    """Return a workbook with a chart and a link."""
    book, written = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    for row in (("Kuukausi", "Päiviä"), ("Syyskuu", 12), ("Lokakuu", 15)):
        sheet.append(row)
    sheet["A1"].hyperlink = "https://www.kela.fi"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "D2")
    book.save(written)
    return written.getvalue()


def odt_parts(body: str = "", meta: str = "") -> Parts:
    """Return the parts of a text of LibreOffice with a link, a picture and an embedded formula."""
    spaces = 'xmlns:office="urn:office" xmlns:text="urn:text" xmlns:xlink="urn:xlink" xmlns:draw="urn:draw"'
    return {
        "mimetype": ODT,
        "Configurations2/floater/": "",
        "Configurations2/accelerator/current.xml": "",
        "content.xml": f"{_XML}<office:document-content {spaces} xmlns:script='urn:script'><office:scripts/>"
        "<office:body><text:p>Suunnitelma <text:a xlink:href='https://www.kela.fi'>Kela</text:a>"
        "<draw:image xlink:href='Pictures/1.png'/><draw:object xlink:href='./Object 1'/></text:p>"
        f"{body}</office:body></office:document-content>",
        "Object 1/content.xml": "<math xmlns='http://www.w3.org/1998/Math/MathML'/>",
        "Pictures/1.png": png(),
        "meta.xml": f"<office:document-meta {spaces} xmlns:meta='urn:meta'>{meta}</office:document-meta>",
        "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest='urn:manifest'/>",
    }


def pdf(*pages: str) -> bytes:
    """Return a PDF with a page for each text, and a link."""
    written = io.BytesIO()
    canvas = Canvas(written)
    for page in pages or ("Lausunto",):
        canvas.drawString(100, 700, page)
        canvas.linkURL("https://en.wikipedia.org/wiki/JavaScript", (0, 0, 50, 50))
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def pdf_opening_at_a_page() -> bytes:
    """Return a PDF that is opened at its second page, where there is a link to an address."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Lausunto", "Liite"))) as document:
        document.Root.OpenAction = Array([document.pages[1].obj, Name.Fit])
        document.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.GoTo, D=Array([document.pages[1].obj, Name.Fit])))
        document.save(written)
    return written.getvalue()


def picture(kind: str) -> bytes:
    """Return a picture as Pillow writes it: PNG or JPEG."""
    written = io.BytesIO()
    Image.effect_noise((64, 48), 40).convert("RGB").save(written, kind)
    return written.getvalue()


def png() -> bytes:
    """Return the smallest PNG: one black dot."""
    rows = zlib.compress(b"\0\0")
    chunks = ((b"IHDR", struct.pack(">2L5B", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in chunks
    )


def heic(major: bytes = b"heic", *compatible: bytes) -> bytes:
    """Return the boxes of a HEIC picture with these brands."""
    brands = major + bytes(4) + b"".join(compatible)
    return b"".join(
        struct.pack(">L", 8 + len(data)) + kind + data
        for kind, data in ((b"ftyp", brands), (b"meta", bytes(60)), (b"mdat", bytes(range(200))))
    )


GOOD: Mapping[str, tuple[bytes, str]] = {
    "pdf of two pages": (pdf("Lausunto", "Liite"), "application/pdf"),
    "pdf opening at a page": (pdf_opening_at_a_page(), "application/pdf"),
    "png": (picture("PNG"), "image/png"),
    "smallest png": (png(), "image/png"),
    "jpeg": (picture("JPEG"), "image/jpeg"),
    "jpeg with a second picture": (picture("JPEG") + picture("JPEG"), "image/jpeg"),
    "jpeg of a Samsung": (picture("JPEG") + b"\0\0\x01\x0a\x0e\0\0\0Image_UTC_DataSEFHk\0\0\0SEFT", "image/jpeg"),
    "jpeg with a short video": (picture("JPEG") + b"\0\0\0\x18ftypmp42" + bytes(30), "image/jpeg"),
    "heic": (heic(b"heic", b"mif1", b"heic"), "image/heic"),
    "heic of another camera": (heic(b"mif1", b"mif1", b"heic"), "image/heic"),
    "docx": (docx(), DOCX),
    "docx with a chart": (docx_with_chart(), DOCX),
    "xlsx": (xlsx(), XLSX),
    "odt": (archive(odt_parts()), ODT),
    "odt from an own template": (archive(odt_parts(meta="<meta:template xlink:href='../../kirje.ott'/>")), ODT),
    "text": ("Muistio: Äiti soitti < kello 9.\n".encode(), "text/plain"),
    "old text": ("Äiti\n".encode("cp1252"), "text/plain"),
    "text of Notepad": ("Äiti soitti\r\n".encode("utf-16"), "text/plain"),
    "text of another order": (b"\xfe\xff" + "Äiti".encode("utf-16-be"), "text/plain"),
    "csv": (b"\xef\xbb\xbfNimi;M\xc3\xa4\xc3\xa4r\xc3\xa4\nAino;-1\n", "text/csv"),
    "csv of Excel": ("Nimi\tMäärä\r\nAino\t1\r\n".encode("utf-16"), "text/csv"),
}
