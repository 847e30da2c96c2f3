"""Files that do something to whoever opens them, made on the spot, each with the reason for which it is refused."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from resolvers.contents.embedded_files import COMPOUND
from resolvers.contents.odf import ODT
from resolvers.contents.ooxml import DOCX, XLSX
from resolvers.contents.reasons import Reason
from tests.support.good_files import (
    WORD,
    Parts,
    archive,
    content_types,
    docx,
    docx_parts,
    heic,
    odt_parts,
    pdf,
    picture,
    png,
    relationships,
    xlsx,
)

PDF_TYPE, TEXT = "application/pdf", "text/plain"
ZIP = archive({"ohje.txt": "x"})
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
MACRO_SHEET = "application/vnd.ms-excel.macrosheet+xml"


def docx_declaring(*types: tuple[str, str], **parts: str | bytes) -> bytes:
    """Return a document that declares parts of these types besides its own."""
    own = ("/word/document.xml", f"{DOCX}.main+xml")
    return archive(docx_parts() | {"[Content_Types].xml": content_types(own, *types)} | parts)


def docx_replacing(**parts: str | bytes) -> bytes:
    """Return a document in which parts are replaced."""
    return archive(docx_parts() | parts)


def field(*texts: str) -> str:
    """Return a paragraph with a field whose instruction is spread over several runs."""
    runs = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in texts)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def odt(body: str = "", meta: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a text with more in its body, in what is known of it, or in parts of its own."""
    return archive(odt_parts(body, meta) | dict(more or {}))


def changed_pdf(change: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:
    """Return a PDF to which something was done."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        change(document)
        document.save(written, **saving)
    return written.getvalue()


def with_action(action: Dictionary, **saving: Any) -> bytes:
    """Return a PDF that does something when it is opened."""
    return changed_pdf(lambda document: document.Root.__setattr__("OpenAction", action), **saving)


def with_attachment(document: pikepdf.Pdf) -> None:
    """Put a program into a PDF."""
    document.attachments["ohjelma.exe"] = b"MZ" + bytes(50)


def with_form(document: pikepdf.Pdf) -> None:
    """Put a form with scripts of its own into a PDF."""
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<xdp/>"))


def with_packed_bomb() -> bytes:
    """Return a small PDF whose objects unpack to six hundred million bytes."""
    objects, million, millions = b"9 0 <</Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>>>", bytes(1_000_000), 600
    packer, checked = zlib.compressobj(9), zlib.adler32(objects)
    packed = packer.compress(objects) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush the same bytes are packed into the same ones: they are packed once and repeated.
    packed += (packer.compress(million) + packer.flush(zlib.Z_FULL_FLUSH)) * millions
    for _ in range(millions):
        checked = zlib.adler32(million, checked)
    packed += packer.flush()[:-4] + struct.pack(">L", checked)
    head = b"%PDF-1.5\n"
    stream = b"1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        len(packed),
        packed,
    )
    rows = [(0, 0, 65535), (1, len(head), 0), (1, len(head) + len(stream), 0)] + [(0, 0, 0)] * 6 + [(2, 1, 0)]
    table = b"".join(struct.pack(">BLH", *row) for row in rows)
    last = b"2 0 obj\n<</Type/XRef/Size 10/W[1 4 2]/Root 9 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        len(table),
        table,
    )
    return head + stream + last + b"startxref\n%d\n%%%%EOF\n" % (len(head) + len(stream))


def bomb() -> bytes:
    """Return a document with a part that unpacks to three hundred million bytes."""
    return docx_replacing(**{"word/media/kuva.bmp": bytes(300_000_000)})


def lying(size: int) -> bytes:
    """Return a document whose directory says a wrong size of its picture."""
    content = bytearray(docx())
    at = content.rindex(b"word/media/kuva.png") - 46
    struct.pack_into("<L", content, at + 24, size)
    return bytes(content)


def overlapping() -> bytes:
    """Return a document with two entries over the same bytes, as bombs quote one another."""
    content = bytearray(docx(more={"word/a.bin": b"a" * 40, "word/b.bin": b"a" * 40}))
    first, second = (content.rindex(name) - 46 for name in (b"word/a.bin", b"word/b.bin"))
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    return bytes(content)


def flagged() -> bytes:
    """Return a document with an entry that says to be encrypted."""
    content = bytearray(docx())
    at = content.rindex(b"word/document.xml") - 46
    header = struct.unpack_from("<L", content, at + 42)[0]
    content[at + 8] |= 1
    content[header + 6] |= 1
    return bytes(content)


def doubled() -> bytes:
    """Return a document that has its text twice: programs differ in which they show."""
    written = io.BytesIO(docx())
    with zipfile.ZipFile(written, "a") as file:
        file.writestr("Word/Document.xml", "<x/>")
    return written.getvalue()


def nested_workbook(workbook: bytes) -> bytes:
    """Return a document whose chart has this workbook."""
    parts: Parts = {
        "word/charts/chart1.xml": "<c/>",
        "word/charts/_rels/chart1.xml.rels": relationships(("package", "../embeddings/a.xlsx", "")),
        "word/embeddings/a.xlsx": workbook,
    }
    return archive(docx_parts() | parts)


def xlsx_with(name: str, content: bytes | str) -> bytes:
    """Return a workbook with one more part."""
    written = io.BytesIO(xlsx())
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return written.getvalue()


_OFFICE: dict[str, tuple[bytes, str, Reason]] = {
    "a macro document under the name .docx": (docx_declaring(("/word/document.xml", MACRO_TYPE)), DOCX, Reason.MACROS),
    "a macro document alone": (
        docx_replacing(**{"[Content_Types].xml": content_types(("/word/document.xml", MACRO_TYPE))}),
        DOCX,
        Reason.MACROS,
    ),
    "a project of macros": (docx(more={"word/vbaProject.bin": COMPOUND}), DOCX, Reason.MACROS),
    "a project elsewhere": (docx(more={"docProps/VBAPROJECT.BIN": b"x"}), DOCX, Reason.MACROS),
    "a project under another name": (docx("", ("vbaProject", "media/a.bin", "")), DOCX, Reason.MACROS),
    "an old macro sheet": (xlsx_with("xl/macrosheets/sheet1.xml", "<x/>"), XLSX, Reason.MACROS),
    "a declared macro sheet": (docx_declaring(("/xl/a.xml", MACRO_SHEET)), DOCX, Reason.MACROS),
    "an OLE object": (docx(more={"word/embeddings/oleObject1.bin": COMPOUND + bytes(500)}), DOCX, Reason.OBJECTS),
    "an OLE object by its relationship": (docx("", ("oleObject", "a.bin", "")), DOCX, Reason.OBJECTS),
    "an embedded program": (docx(more={"word/media/kuva2.png": b"MZ" + bytes(90)}), DOCX, Reason.OBJECTS),
    "an embedded package": (docx("", ("package", "embeddings/a.docx", "")), DOCX, Reason.OBJECTS),
    "an archive in a document": (docx(more={"word/media/a.png": ZIP}), DOCX, Reason.OBJECTS),
    "an ActiveX control": (docx(more={"word/activeX/activeX1.xml": "<x/>"}), DOCX, Reason.OBJECTS),
    "an ActiveX control by its relationship": (docx("", ("control", "a.xml", "")), DOCX, Reason.OBJECTS),
    "a piece of another format": (docx("", ("aFChunk", "a.html", "")), DOCX, Reason.OBJECTS),
    "a workbook in the workbook of a chart": (
        nested_workbook(xlsx_with("xl/charts/_rels/c.xml.rels", relationships(("package", "../a.xlsx", "")))),
        DOCX,
        Reason.OBJECTS,
    ),
    "a document in the place of that workbook": (nested_workbook(docx()), DOCX, Reason.OTHER_TYPE),
    "macros in the workbook of a chart": (
        nested_workbook(xlsx_with("xl/vbaProject.bin", COMPOUND)),
        DOCX,
        Reason.MACROS,
    ),
    "an external template": (docx("", ("attachedTemplate", "https://x.test/a.dotm", "External")), DOCX, Reason.LOADS),
    "a template on a share": (docx("", ("attachedTemplate", r"\\x.test\a.dotm", "External")), DOCX, Reason.LOADS),
    "a template that says to be inside": (
        docx("", ("attachedTemplate", "http://x.test/a.dotm", "")),
        DOCX,
        Reason.LOADS,
    ),
    "an OLE object from elsewhere": (docx("", ("oleObject", "https://x.test/a!", "External")), DOCX, Reason.LOADS),
    "a picture from elsewhere": (docx("", ("image", "https://x.test/a.png", "External")), DOCX, Reason.LOADS),
    "a frame from elsewhere": (docx("", ("frame", "https://x.test/", "External")), DOCX, Reason.LOADS),
    "a workbook that another fills": (
        xlsx_with("xl/_rels/x.rels", relationships(("externalLink", "a", ""))),
        XLSX,
        Reason.LOADS,
    ),
    "a workbook with a data connection": (
        xlsx_with("xl/_rels/x.rels", relationships(("connections", "a", ""))),
        XLSX,
        Reason.LOADS,
    ),
    "a link that starts a program": (docx("", ("hyperlink", "ms-msdt:/id x", "External")), DOCX, Reason.RUNS),
    "a DDE field": (docx(field(' DDEAUTO c:\\\\cmd.exe "/k calc" ')), DOCX, Reason.RUNS),
    "a DDE field in pieces": (docx(field(" D", "DE", " excel ")), DOCX, Reason.RUNS),
    "a simple DDE field": (docx('<w:fldSimple w:instr="dde excel a"/>'), DOCX, Reason.RUNS),
    "a DDE field in a part without a name": (
        docx(more={"a.bin": f"<w:hdr {WORD}>{field('DDE a b')}</w:hdr>"}),
        DOCX,
        Reason.RUNS,
    ),
    "a field that fetches a picture": (docx(field(' INCLUDEPICTURE "http://x.test/a" ')), DOCX, Reason.LOADS),
    "entities": (
        docx_replacing(**{"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        DOCX,
        Reason.MALFORMED,
    ),
    "an attribute without end": (
        docx_replacing(**{"word/document.xml": f"<a b='{'x' * 9_000_000}'/>"}),
        DOCX,
        Reason.MALFORMED,
    ),
    "a document with a password": (
        COMPOUND + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
        DOCX,
        Reason.ENCRYPTED,
    ),
    "an old document": (COMPOUND + bytes(500), DOCX, Reason.OTHER_TYPE),
    "a workbook as a document": (xlsx(), DOCX, Reason.OTHER_TYPE),
    "macros of LibreOffice": (odt(more={"Basic/script-lc.xml": "<x/>"}), ODT, Reason.MACROS),
    "scripts of LibreOffice": (odt(more={"Scripts/python/a.py": "x"}), ODT, Reason.MACROS),
    "a listener": (odt("<script:event-listener xlink:href='vnd.sun.star.script:a'/>"), ODT, Reason.MACROS),
    "an OLE object in a text": (odt("<draw:object-ole xlink:href='./a'/>"), ODT, Reason.OBJECTS),
    "an OLE object's bytes": (odt(more={"Object 2": COMPOUND + bytes(99)}), ODT, Reason.OBJECTS),
    "a picture of elsewhere in a text": (odt("<draw:image xlink:href='https://x.test/a.png'/>"), ODT, Reason.LOADS),
    "a part of another file": (odt("<text:section-source xlink:href='../muu.odt'/>"), ODT, Reason.LOADS),
    "a template elsewhere": (odt(meta="<meta:template xlink:href='https://x.test/a.ott'/>"), ODT, Reason.LOADS),
    "a link to a macro": (odt("<text:a xlink:href='vnd.sun.star.script:a'/>"), ODT, Reason.RUNS),
    "a DDE source": (odt("<office:dde-source/>"), ODT, Reason.RUNS),
    "a text with a password": (odt(more={"META-INF/manifest.xml": "<encryption-data/>"}), ODT, Reason.ENCRYPTED),
    "another kind of text": (odt(more={"mimetype": f"{ODT}-template"}), ODT, Reason.OTHER_TYPE),
}
_ARCHIVES: dict[str, tuple[bytes, str, Reason]] = {
    "a bomb": (bomb(), DOCX, Reason.UNPACKS_TOO_LARGE),
    "five thousand parts too many": (docx(more={f"a{n}": "" for n in range(5_000)}), DOCX, Reason.UNPACKS_TOO_LARGE),
    "a size that is too small": (lying(3), DOCX, Reason.MALFORMED),
    "a size that is too large": (lying(4_000_000_000), DOCX, Reason.MALFORMED),
    "parts over one another": (overlapping(), DOCX, Reason.MALFORMED),
    "a part that is encrypted": (flagged(), DOCX, Reason.ENCRYPTED),
    "two parts with one name": (doubled(), DOCX, Reason.MALFORMED),
    "a name that leads out": (docx(more={"../../etc/cron.d/a": "x"}), DOCX, Reason.MALFORMED),
    "a name from the root": (docx(more={"/etc/a": "x"}), DOCX, Reason.MALFORMED),
    "a name of Windows": (docx(more={"a\\..\\b": "x"}), DOCX, Reason.MALFORMED),
    "a document that is cut off": (docx()[:-40], DOCX, Reason.MALFORMED),
    "something before a document": (b"MZ" + docx(), DOCX, Reason.TWO_FILES),
    "something behind a document": (docx() + b"x", DOCX, Reason.TWO_FILES),
    "something between the parts": (docx().replace(b"PK\x01\x02", b"x" * 9 + b"PK\x01\x02", 1), DOCX, Reason.TWO_FILES),
}
_OTHERS: dict[str, tuple[bytes, str, Reason]] = {
    "a script in a PDF": (with_action(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))), PDF_TYPE, Reason.RUNS),
    "a script among packed objects": (
        with_action(
            Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        ),
        PDF_TYPE,
        Reason.RUNS,
    ),
    "a script under a written name": (
        with_action(Dictionary(S=Name.JavaScript)).replace(b"/JavaScript", b"/J#61vaScript"),
        PDF_TYPE,
        Reason.RUNS,
    ),
    "a program that a PDF starts": (with_action(Dictionary(S=Name.Launch, F=String("cmd.exe"))), PDF_TYPE, Reason.RUNS),
    "a form with scripts": (changed_pdf(with_form), PDF_TYPE, Reason.RUNS),
    "a program in a PDF": (changed_pdf(with_attachment), PDF_TYPE, Reason.OBJECTS),
    "a PDF that calls somebody": (
        with_action(Dictionary(S=Name.URI, URI=String("https://x.test"))),
        PDF_TYPE,
        Reason.LOADS,
    ),
    "a PDF that calls somebody in the end": (
        with_action(Dictionary(S=Name.GoTo, Next=Array([Dictionary(S=Name.URI, URI=String("https://x.test"))]))),
        PDF_TYPE,
        Reason.LOADS,
    ),
    "a PDF that opens another": (with_action(Dictionary(S=Name.GoToR, F=String("//x.test/a"))), PDF_TYPE, Reason.LOADS),
    "a PDF with a password": (
        changed_pdf(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")),
        PDF_TYPE,
        Reason.ENCRYPTED,
    ),
    "a bomb in a PDF": (with_packed_bomb(), PDF_TYPE, Reason.MALFORMED),  # out of memory: the reader calls it damage
    "an archive behind a PDF": (pdf() + ZIP, PDF_TYPE, Reason.TWO_FILES),
    "a page before a PDF": (b"<html>" + pdf(), PDF_TYPE, Reason.TWO_FILES),
    "a PDF that is cut off": (pdf()[:300], PDF_TYPE, Reason.MALFORMED),
    "an archive behind a PNG": (png() + ZIP, "image/png", Reason.TWO_FILES),
    "a page behind a PNG": (png() + b"<script>alert(1)</script>", "image/png", Reason.TWO_FILES),
    "a PNG that is cut off": (png()[:-4], "image/png", Reason.MALFORMED),
    "an archive behind a JPEG": (picture("JPEG") + ZIP, "image/jpeg", Reason.TWO_FILES),
    "a page behind a JPEG": (picture("JPEG") + b"<script>alert(1)</script>", "image/jpeg", Reason.TWO_FILES),
    "an archive behind a picture of a Samsung": (picture("JPEG") + ZIP + b"SEFT", "image/jpeg", Reason.TWO_FILES),
    "a PDF in the notes of a JPEG": (
        b"\xff\xd8\xff\xfe\0\x09%PDF-1.7" + picture("JPEG")[2:],
        "image/jpeg",
        Reason.TWO_FILES,
    ),
    "a JPEG that is cut off": (picture("JPEG")[:-2], "image/jpeg", Reason.MALFORMED),
    "an archive behind a HEIC": (heic() + ZIP, "image/heic", Reason.TWO_FILES),
    "a page behind a HEIC": (heic() + b"\0\0\0\x10html<script>", "image/heic", Reason.TWO_FILES),
    "a picture of another code": (heic(b"mif1", b"avif"), "image/heic", Reason.OTHER_TYPE),
    "a GIF as a PNG": (b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)", "image/png", Reason.OTHER_TYPE),
    "an archive behind a text": (b"Muistio\n" + ZIP, TEXT, Reason.TWO_FILES),
    "a page": (b"<html><script>alert(1)</script>", TEXT, Reason.OTHER_TYPE),
    "a page behind a word": (b"Hei <script>alert(1)</script>", TEXT, Reason.OTHER_TYPE),
    "a page in two bytes a letter": ("\n <HTML><script>".encode("utf-16"), TEXT, Reason.OTHER_TYPE),
    "a program of a shell": (b"#!/bin/sh\nrm -r /\n", TEXT, Reason.OTHER_TYPE),
    "zeros": (b"a\0b", TEXT, Reason.NOT_TEXT),
    "two bytes a letter without a mark": ("Hei".encode("utf-16-le"), TEXT, Reason.NOT_TEXT),
    "half a letter": ("Hei".encode("utf-16") + b"x", "text/csv", Reason.NOT_TEXT),
    "signs that steer": (b"Hei \x1b[2J", TEXT, Reason.NOT_TEXT),
}
HOSTILE = {**_OFFICE, **_ARCHIVES, **_OTHERS}
