"""What no part of an office file may be: another file, an object of another program, or an address elsewhere."""

import re
from collections.abc import Iterator

from resolvers.contents.reasons import ContentRefused, Reason

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE objects, old office files, VBA projects. Source: MS-CFB 2.2
_MARKS = (COMPOUND, b"PK\x03\x04", b"PK\x05\x06", b"%PDF-", b"MZ", b"\x7fELF", b"{\\rtf", b"#!", b"Rar!", b"7z\xbc\xaf")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def refuse_embedded(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """
    Pass on the bytes of a part.

    :raises ContentRefused: when they begin as another file does
    """
    beginning = True
    for piece in pieces:
        if beginning and piece.startswith(_MARKS):
            raise ContentRefused(Reason.OBJECTS)
        beginning = False
        yield piece


def scheme_of(address: str) -> str:
    """Return the scheme of an address in small letters, such as `https`; an empty text when it has none."""
    found = _SCHEME.match(address.strip())
    return found[1].lower() if found else ""


def has_host(address: str) -> bool:
    """Return whether an address leads out of every folder: by a scheme, or to a host."""
    return bool(scheme_of(address)) or address.strip().replace("\\", "/").startswith("//")


def is_elsewhere(address: str) -> bool:
    """Return whether an address leads out of the file: by a scheme, from the root or a host, or upwards."""
    return has_host(address) or address.strip().replace("\\", "/").startswith(("/", "../"))
