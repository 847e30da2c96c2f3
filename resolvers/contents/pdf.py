"""PDF: one document from its first byte to its last, with nothing in it that runs, is hidden or is fetched."""

import subprocess
import sys
from pathlib import Path

from resolvers.contents.reasons import ContentRefused, Reason

PDF = "application/pdf"
_MARK, _END = b"%PDF-", b"%%EOF"
_FIRST = 1_024  # bytes in which programs look for the mark
_INSPECTION = Path(__file__).with_name("pdf_inspection.py")
_SECONDS = 20  # of a clock; twice what it may take of a processor, which others use too


def check_pdf(content: bytes) -> None:
    """
    Refuse what is not one PDF, or what runs or hides something.

    Its objects are looked at by another process, which has no secrets and little memory: a PDF may pack its objects as
    tightly as an archive, and be as wrong as it likes.

    :raises ContentRefused: with the reason
    """
    if not content.startswith(_MARK):
        raise ContentRefused(Reason.TWO_FILES if has_pdf_mark(content) else Reason.OTHER_TYPE)
    end = content.rfind(_END)
    if end < 0:
        raise ContentRefused(Reason.MALFORMED)
    if content[end + len(_END) :].strip(b" \t\r\n\f\0\x1a"):
        raise ContentRefused(Reason.TWO_FILES)
    command = [sys.executable, "-I", str(_INSPECTION)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and nothing of the file in its arguments
            command, input=content, capture_output=True, env={}, cwd="/", timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise ContentRefused(Reason.UNPACKS_TOO_LARGE) from None
    if done.returncode:  # killed over its bounds, or broken by the file
        raise ContentRefused(Reason.UNPACKS_TOO_LARGE if done.returncode < 0 else Reason.MALFORMED)
    if done.stdout:
        raise ContentRefused(Reason(done.stdout.decode()))


def has_pdf_mark(content: bytes) -> bool:
    """Return whether programs for PDF would open the bytes."""
    return _MARK in content[:_FIRST]
