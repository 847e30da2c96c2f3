"""What the bytes of an attachment may be: the check of each media type. The bytes decide, and not the name."""

from collections.abc import Callable, Mapping
from functools import partial

from resolvers.contents.archives import Bounds, has_directory
from resolvers.contents.embedded_files import COMPOUND
from resolvers.contents.images import HEIC, JPEG, PNG, check_heic, check_jpeg, check_png
from resolvers.contents.odf import ODT, check_odt
from resolvers.contents.ooxml import DOCX, XLSX, check_ooxml
from resolvers.contents.pdf import PDF, check_pdf, has_pdf_mark
from resolvers.contents.reasons import ContentRefused, Reason
from resolvers.contents.texts import check_text

_ARCHIVE = b"PK\x03\x04"
_SEALED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # how Office keeps a document with a password; MS-OFFCRYPTO
CHECKS: Mapping[str, Callable[[bytes], object]] = {
    PDF: check_pdf,
    PNG: check_png,
    JPEG: check_jpeg,
    HEIC: check_heic,
    DOCX: partial(check_ooxml, media_type=DOCX, bounds=Bounds()),
    XLSX: partial(check_ooxml, media_type=XLSX, bounds=Bounds()),
    ODT: partial(check_odt, bounds=Bounds()),
    "text/plain": check_text,
    "text/csv": check_text,
}
_ARCHIVES = frozenset({DOCX, XLSX, ODT})


def refusal_reason(content: bytes, media_type: str) -> Reason | None:
    """Return why the bytes are not taken as a file of the media type; None when they are. It may take seconds."""
    try:
        _check_beginning(content, media_type)
        CHECKS[media_type](content)
    except ContentRefused as refused:
        return refused.reason
    return None


def _check_beginning(content: bytes, media_type: str) -> None:
    """Refuse bytes that are a file of another kind as well, for programs that do not look at their beginning alone."""
    if media_type in _ARCHIVES:
        if content.startswith(COMPOUND):
            raise ContentRefused(Reason.ENCRYPTED if _SEALED_PACKAGE in content else Reason.OTHER_TYPE)
        if not content.startswith(_ARCHIVE):
            raise ContentRefused(Reason.TWO_FILES if has_directory(content) else Reason.OTHER_TYPE)
    elif has_directory(content):
        raise ContentRefused(Reason.OTHER_TYPE if content.startswith(_ARCHIVE) else Reason.TWO_FILES)
    if media_type != PDF and not content.startswith(b"%PDF-") and has_pdf_mark(content):
        raise ContentRefused(Reason.TWO_FILES)
