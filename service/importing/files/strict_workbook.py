"""
Strict workbooks ("Strict Open XML"), which name the same parts by other addresses.

Source: ISO/IEC 29500-1 (strict) and 29500-4 (transitional), the namespaces of their schemas.
"""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_ADDRESS = re.compile(re.escape(_STRICT) + rb"(\w+)/([\w/]*)")
_WORKBOOK = "xl/workbook.xml"


def transitional(content: bytes) -> bytes:
    """
    Return a workbook with the addresses of the transitional form; one that has them already is returned as it is.

    The archive was read strictly before (`resolvers.contents.archives`).
    """
    with ZipFile(io.BytesIO(content)) as archive:
        if _WORKBOOK not in archive.namelist() or _STRICT not in archive.read(_WORKBOOK):
            return content
        written = io.BytesIO()
        with ZipFile(written, "w", ZIP_DEFLATED) as other:
            for name in archive.namelist():
                part = archive.read(name)
                is_text = name.endswith((".xml", ".rels"))
                other.writestr(name, _ADDRESS.sub(_address, part) if is_text else part)
    return written.getvalue()


def _address(match: re.Match[bytes]) -> bytes:
    return _TRANSITIONAL + match[1] + b"/2006/" + match[2]
