"""The kinds of files that may be attached, and their names. `resolvers/contents` looks at their bytes."""

from collections.abc import Mapping

from models.values import ValueRefused, normalise_line
from resolvers.contents.images import HEIC, JPEG, PNG
from resolvers.contents.odf import ODT
from resolvers.contents.ooxml import DOCX, XLSX
from resolvers.contents.pdf import PDF

# Media type → extensions of file names.
ALLOWED: Mapping[str, tuple[str, ...]] = {
    PDF: ("pdf",),
    PNG: ("png",),
    JPEG: ("jpg", "jpeg"),
    HEIC: ("heic", "heif"),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    ODT: ("odt",),
    "text/plain": ("txt",),
    "text/csv": ("csv",),
}


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
