"""The kinds of files that may be attached. The kind is decided by the bytes, and not by the name or the stated type."""

import io
import zipfile
from collections.abc import Mapping

import puremagic

from models.values import ValueRefused, normalise_line

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
# Media type → extensions of file names.
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
_REQUIRED_MEMBERS = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml", ODT: "content.xml"}
_EQUIVALENT_TYPES = {"image/heic": {"image/heic", "image/heif"}}
_REFUSED_BEGINNINGS = (b"%pdf", b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"{\\rtf", b"#!")
MOST_MEMBERS = 5_000  # files in an archive; office documents have dozens


def checked_name(name: str, media_type: str) -> str | None:
    """Return the normal form of a file's name; None when the name, its extension or its media type is refused."""
    try:
        plain = normalise_line(name, 200)
    except ValueRefused:
        return None
    stem, _, extension = plain.rpartition(".")
    if not stem or extension.lower() not in ALLOWED.get(media_type, ()) or set(plain) & set('/\\\\"'):
        return None
    return plain


def is_what_it_says(content: bytes, media_type: str) -> bool:
    """Return whether the bytes are of the media type. Text has no signature; all of its bytes are checked."""
    if media_type in _REQUIRED_MEMBERS:
        return _is_archive_of(content, _REQUIRED_MEMBERS[media_type])
    if media_type.startswith("text/"):
        return _is_text(content)
    try:
        detected = {match.mime_type for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return False
    return bool(detected & _EQUIVALENT_TYPES.get(media_type, {media_type}))


def _is_archive_of(content: bytes, member: str) -> bool:
    """
    Return whether an archive has the member that every document of its kind has, and no macros.

    Nothing is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return member in names and len(names) <= MOST_MEMBERS and not any("vbaproject" in n.lower() for n in names)


def _is_text(content: bytes) -> bool:
    """Return whether the bytes are text, in any encoding, and do not begin like something that runs or is rendered."""
    controls = set(range(32)) - {9, 10, 12, 13}
    return not controls & set(content) and not content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        _REFUSED_BEGINNINGS
    )
