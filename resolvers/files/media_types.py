"""What may be attached: a short list of kinds of files, told by their bytes and not by what somebody calls them."""

import io
import unicodedata
import zipfile
from collections.abc import Mapping

import puremagic

from models.values import ValueRefused, normalise_line

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
# media type → endings of names
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "application/pdf": ("pdf",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/heic": ("heic", "heif"),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    ODT: ("odt",),
    "text/plain": ("txt",),
    "text/csv": ("csv",),
}
_INSIDE = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml", ODT: "content.xml"}
_ALIKE = {"image/heic": {"image/heic", "image/heif"}}
_MARKS = (b"%pdf", b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"{\\rtf", b"#!")
MOST_MEMBERS = 5_000  # of an archive; office documents have dozens


def checked_name(name: str, media_type: str) -> str | None:
    """Return the normal form of a file's name; None when it, its ending or its media type is not accepted."""
    try:
        plain = normalise_line(unicodedata.normalize("NFC", name), 200)
    except ValueRefused:
        return None
    stem, _, ending = plain.rpartition(".")
    if not stem or ending.lower() not in ALLOWED.get(media_type, ()) or set(plain) & set('/\\\\"'):
        return None
    return plain


def is_what_it_says(content: bytes, media_type: str) -> bool:
    """Tell whether the bytes are of the media type; text has no mark of its own and must be text throughout."""
    if media_type in _INSIDE:
        return _is_archive_of(content, _INSIDE[media_type])
    if media_type.startswith("text/"):
        return _is_text(content)
    try:
        found = {match.mime_type for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return False
    return bool(found & _ALIKE.get(media_type, {media_type}))


def _is_archive_of(content: bytes, member: str) -> bool:
    """Tell whether an archive holds what every document of the kind has. Nothing is unpacked, macros are refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return member in names and len(names) <= MOST_MEMBERS and not any("vbaproject" in n.lower() for n in names)


def _is_text(content: bytes) -> bool:
    """Tell whether bytes are lines of text, in whatever encoding, and begin as nothing that runs or renders."""
    controls = set(range(32)) - {9, 10, 12, 13}
    return not controls & set(content) and not content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKS)
