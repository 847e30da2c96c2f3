"""
Pictures: each must be one picture from its first byte to its last.

Sources: PNG third edition (W3C), ITU-T T.81 annex B for JPEG, ISO/IEC 14496-12 and 23008-12 for HEIC.
"""

import struct
import zlib
from collections.abc import Iterator

from resolvers.contents.reasons import ContentRefused, Reason

PNG, JPEG, HEIC = "image/png", "image/jpeg", "image/heic"
_PNG_MARK = b"\x89PNG\r\n\x1a\n"
_JPEG_MARK, _JPEG_END, _SCAN = b"\xff\xd8\xff", 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_INSIDE_SCAN = frozenset({0x00, *range(0xD0, 0xD8)})  # what follows 0xff within a scan and does not end it
_HEVC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_HEIF_BRANDS = _HEVC_BRANDS | {b"mif1", b"msf1", b"mif2"}  # a general brand says in its list what it holds
_HEIF_BOXES = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"wide", b"uuid", b"mpvd", b"sefd"})
_SAMSUNG_END = b"SEFT"  # cameras of Samsung write what they know about a picture behind it
_VIDEO = b"ftyp"  # a moving picture has a short video behind it, which begins with this box


def check_png(content: bytes) -> None:
    """Refuse what is not one PNG, chunk by chunk, with a `ContentRefused`."""
    if not content.startswith(_PNG_MARK):
        raise ContentRefused(Reason.OTHER_TYPE)
    at, first = len(_PNG_MARK), True
    while True:
        if at + 12 > len(content):
            raise ContentRefused(Reason.MALFORMED)
        length, kind = struct.unpack_from(">L4s", content, at)
        end = at + 12 + length
        if end > len(content) or (kind == b"IHDR") != first:
            raise ContentRefused(Reason.MALFORMED)
        if zlib.crc32(memoryview(content)[at + 4 : end - 4]) != struct.unpack_from(">L", content, end - 4)[0]:
            raise ContentRefused(Reason.MALFORMED)
        at, first = end, False
        if kind == b"IEND":
            break
    if content[at:].strip(b"\0"):
        raise ContentRefused(Reason.TWO_FILES)


def check_jpeg(content: bytes) -> None:
    """Refuse what is not a JPEG with nothing behind it that cameras do not write, with a `ContentRefused`."""
    if not content.startswith(_JPEG_MARK):
        raise ContentRefused(Reason.OTHER_TYPE)
    at = _end_of_jpeg(content, 0)
    while content.startswith(_JPEG_MARK, at):  # a smaller copy, a depth map: cameras write several pictures
        at = _end_of_jpeg(content, at)
    rest = content[at:]
    if rest.strip(b"\0") and not rest.endswith(_SAMSUNG_END) and rest[4:8] != _VIDEO:
        raise ContentRefused(Reason.TWO_FILES)


def _end_of_jpeg(content: bytes, at: int) -> int:
    """Return where a JPEG that begins at `at` ends."""
    at += 2
    while True:
        while content[at : at + 2] == b"\xff\xff":  # filling
            at += 1
        if len(content) < at + 2 or content[at] != 0xFF:
            raise ContentRefused(Reason.MALFORMED)
        marker = content[at + 1]
        at += 2
        if marker == _JPEG_END:
            return at
        if marker in _ALONE:
            continue
        if len(content) < at + 2:
            raise ContentRefused(Reason.MALFORMED)
        at += max(struct.unpack_from(">H", content, at)[0], 2)
        if marker == _SCAN:
            at = _end_of_scan(content, at)


def _end_of_scan(content: bytes, at: int) -> int:
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise ContentRefused(Reason.MALFORMED)
        if content[at + 1] not in _INSIDE_SCAN and content[at + 1] != 0xFF:
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def check_heic(content: bytes) -> None:
    """Refuse what is not one HEIC picture, box by box, with a `ContentRefused`; its brand may be a general one."""
    boxes = list(_boxes(content))
    if not boxes or boxes[0][0] != b"ftyp":
        raise ContentRefused(Reason.OTHER_TYPE)
    brands = content[8 : boxes[0][1]]
    major, compatible = brands[:4], {brands[at : at + 4] for at in range(8, len(brands), 4)}
    if major not in _HEIF_BRANDS or not _HEVC_BRANDS & {major, *compatible}:
        raise ContentRefused(Reason.OTHER_TYPE)
    kinds = [kind for kind, _ in boxes]
    if not {b"meta", b"moov"} & set(kinds):
        raise ContentRefused(Reason.MALFORMED)
    if not set(kinds) <= _HEIF_BOXES:
        raise ContentRefused(Reason.TWO_FILES)


def _boxes(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the kind of each outer box, and where it ends; the last one ends with the file."""
    at = 0
    while at < len(content):
        if at + 8 > len(content):
            raise ContentRefused(Reason.TWO_FILES if at else Reason.OTHER_TYPE)
        size, kind = struct.unpack_from(">L4s", content, at)
        if at == 0 and kind != b"ftyp":
            raise ContentRefused(Reason.OTHER_TYPE)
        if size == 1 and at + 16 <= len(content):
            size = struct.unpack_from(">Q", content, at + 8)[0]
        end = at + size if size else len(content)
        if end > len(content) or end < at + 8:
            raise ContentRefused(Reason.MALFORMED)
        yield kind, end
        at = end
