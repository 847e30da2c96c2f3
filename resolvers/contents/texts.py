"""Plain text, in UTF-8, in UTF-16 with its mark, or in an old encoding of eight bits."""

from resolvers.contents.reasons import ContentRefused, Reason

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROLS = frozenset(map(chr, {*range(32), 127} - {9, 10, 12, 13}))
BEGINNINGS = ("%pdf", "<!doctype", "<html", "<svg", "<?xml", "<script", "{\\rtf", "#!", "mime-version:", "<!--")
WITHIN = ("<script", "<html", "<!doctype html", "<svg", "<iframe", "<?php", "%pdf-")
_PIECE = 65_536  # characters; a set of all of them at once would hold the interpreter, and the event loop with it
_FIRST = 1_024  # characters in which programs that guess look for something else than text


def check_text(content: bytes) -> None:
    """Refuse what is no text, or text that other programs run or show as a page, with a `ContentRefused`."""
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "latin-1")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise ContentRefused(Reason.NOT_TEXT) from None
    if any(_CONTROLS & set(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)):
        raise ContentRefused(Reason.NOT_TEXT)
    first = text[:_FIRST].lower()
    is_marked = first.lstrip("\ufeff\xef\xbb\xbf \t\r\n").startswith(BEGINNINGS)
    if is_marked or any(word in first for word in WITHIN):
        raise ContentRefused(Reason.OTHER_TYPE)
