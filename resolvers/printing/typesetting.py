"""
Sets documents as PDF/UA-1 or as pictures: in a process of its own, with an end to its size, time and memory.

Decision 0158. A thread of the pool waits for the process, so the event loop never does.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

from resolvers.printing.document import Document
from resolvers.refusals import CommandRefused, Problem

MOST_SECONDS = 60
MOST_MEMORY = 640 * 1024**2  # of addresses: 5,000 lines take half of it, and a host of the service has 768 MB
MOST_WAIT = 120  # seconds by the clock, on a host that has other work
MOST_BYTES = 30_000_000  # of a document before it is set
_PROCESS = Path(__file__).with_name("typst_process.py")
_OUT_OF_LIMITS = 3  # how the process says that memory ended; where time ends it is killed
_PACKAGED_FONTS = "noto_cjk_sans_jp_regular"


def pdf_of(document: Document, timestamp: int) -> bytes:
    """
    Return a document as PDF/UA-1. `timestamp` is the moment in its properties, in seconds since 1970.

    :raises CommandRefused: PRINT_TOO_LARGE when it is larger than a print may be, or takes longer
    """
    [pdf] = _typeset(document, {"format": "pdf", "timestamp": timestamp})
    return pdf


def pictures_of(document: Document, ppi: int = 80) -> list[bytes]:
    """
    Return each page of a document as a PNG.

    :raises CommandRefused: PRINT_TOO_LARGE as for a PDF
    """
    return _typeset(document, {"format": "png", "ppi": ppi})


def _typeset(document: Document, wanted: dict[str, Any]) -> list[bytes]:
    limits = {"seconds": MOST_SECONDS, "memory": MOST_MEMORY}
    job = orjson.dumps({"document": document.as_data(), "fonts": _packaged_fonts(), **limits, **wanted})
    if len(job) > MOST_BYTES:
        raise CommandRefused(Problem("PRINT_TOO_LARGE", ()))
    command = [sys.executable, "-I", str(_PROCESS)]
    try:
        # No variable of the service reaches it: they hold keys.
        done = subprocess.run(command, input=job, capture_output=True, timeout=MOST_WAIT, env={}, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise CommandRefused(Problem("PRINT_TOO_LARGE", ())) from None
    if done.returncode < 0 or done.returncode == _OUT_OF_LIMITS:
        raise CommandRefused(Problem("PRINT_TOO_LARGE", ()))
    if done.returncode:
        raise RuntimeError("the document could not be set")
    return _files(done.stdout)


def _files(output: bytes) -> list[bytes]:
    files, start = [], 0
    while start < len(output):
        end = start + 4 + int.from_bytes(output[start : start + 4], "big")
        files.append(output[start + 4 : end])
        start = end
    return files


def _packaged_fonts() -> list[str]:
    spec = find_spec(_PACKAGED_FONTS)
    return [str(Path(spec.origin).parent)] if spec and spec.origin else []
