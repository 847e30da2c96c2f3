"""What a printed PDF says and how it is built: text, structure, language, and the standard that it claims."""

from collections import Counter
from io import BytesIO
from typing import Any

import pikepdf
import pypdf


def text_of(pdf: bytes) -> str:
    """Return the text of all pages, line by line."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def structure_of(pdf: bytes) -> Counter[str]:
    """Return how often each element of the structure tree occurs: H1, P, Table, TH and so on."""
    found: Counter[str] = Counter()
    with pikepdf.open(BytesIO(pdf)) as document:
        _count(document.Root.StructTreeRoot.get("/K"), found)
    return found


def _count(node: Any, found: Counter[str]) -> None:
    if isinstance(node, pikepdf.Array):
        for child in node:
            _count(child, found)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            found[str(node.S).lstrip("/")] += 1
        if "/K" in node:
            _count(node.K, found)


def claims_of(pdf: bytes) -> dict[str, Any]:
    """Return what a PDF says of itself: language, title, tags, the part of PDF/UA, and whether it has its fonts."""
    with pikepdf.open(BytesIO(pdf)) as document:
        with document.open_metadata() as metadata:
            part = metadata.get("pdfuaid:part")
        return {
            "language": str(document.Root.Lang),
            "title": str(document.docinfo.get("/Title")),
            "is_tagged": bool(document.Root.MarkInfo.Marked),
            "pdf_ua": part,
            "fonts": fonts_embedded(document),
        }


def fonts_embedded(document: pikepdf.Pdf) -> bool:
    """Return whether every font of a PDF is embedded."""
    dictionaries = [o for o in document.objects if isinstance(o, pikepdf.Dictionary)]
    descriptors = [d for d in dictionaries if d.get("/Type") == "/FontDescriptor"]
    return bool(descriptors) and all(any(f"/FontFile{n}" in d for n in ("", "2", "3")) for d in descriptors)
