"""
Documents and workbooks of Microsoft Office: refused for what runs, hides other files or is fetched on opening.

What counts are declared types, relationships and the bytes of each part, never a name alone: programs find parts by
relationships. Sources: ECMA-376 parts 1 and 2; MS-OFFMACRO2 for macros.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from resolvers.contents.archives import Archive, Bounds, opened_archive
from resolvers.contents.embedded_files import has_host, refuse_embedded, scheme_of
from resolvers.contents.reasons import ContentRefused, Reason
from resolvers.contents.xml_parts import Element, xml_events

_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
_MAIN = {DOCX: f"{DOCX}.main+xml", XLSX: f"{XLSX}.main+xml"}
_TYPES, _RELATIONSHIPS, _FIELDS_OF = "[Content_Types].xml", ".rels", DOCX
# What the last word of a relationship's type, or a part of a declared type, says. All in small letters.
_RELATED = {
    Reason.MACROS: {"vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "attachedtoolbars", "dialogsheet"},
    Reason.OBJECTS: {"control", "activexcontrolbinary", "oleobject", "package", "afchunk"},
    Reason.LOADS: {"externallink", "externallinkpath", "xlexternallinkpath", "connections", "querytable"},
}
_DECLARED = {
    Reason.MACROS: ("macroenabled", "vbaproject", "macrosheet", "dialogsheet", "attachedtoolbars"),
    Reason.OBJECTS: ("activex", "ms-office.activex"),
    Reason.LOADS: ("externallink+xml", "connections+xml", "querytable+xml"),
}
_NAMED = {Reason.MACROS: ("vbaproject", "vbadata", "macrosheets/"), Reason.OBJECTS: ("activex/",)}
_CLICKED = frozenset({"", "http", "https", "mailto", "tel", "sms", "ftp", "file"})  # schemes that a link may have
_FIELDS = {  # the first word of a field of a document
    Reason.RUNS: re.compile(r"\s*(?:DDE|DDEAUTO)\b", re.IGNORECASE),
    Reason.LOADS: re.compile(r"\s*(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK)\b", re.IGNORECASE),
}
_SOME_XML = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0<")
_MOST_WORKBOOKS = 50  # workbooks behind the charts of one document; each is looked into


def check_ooxml(content: bytes, media_type: str, bounds: Bounds, *, is_embedded: bool = False) -> int:
    """
    Return how many bytes a .docx or .xlsx unpacked to, after every one of them was read.

    :raises ContentRefused: when it is not what it says, or holds what runs, is hidden or is fetched
    """
    archive = opened_archive(content, bounds)
    _check_names(archive)
    _check_declared_types(archive, media_type)
    behind_charts: set[str] = set()
    for name in [name for name in archive.entries if name.lower().endswith(_RELATIONSHIPS)]:
        behind_charts |= _check_relationships(archive, name)
    if behind_charts and (is_embedded or len(behind_charts) > _MOST_WORKBOOKS):
        raise ContentRefused(Reason.OBJECTS)
    for name, entry in archive.entries.items():
        if name.lower() in behind_charts:
            workbook = b"".join(archive.pieces(entry))
            rest = replace(bounds, expanded=max(bounds.expanded - archive.expanded, 0))
            archive.expanded += check_ooxml(workbook, XLSX, rest, is_embedded=True)
        elif name != _TYPES and not name.lower().endswith(_RELATIONSHIPS):
            _check_part(archive, name, media_type)
    return archive.expanded


def _check_names(archive: Archive) -> None:
    for reason, parts in _NAMED.items():
        if any(part in name.lower() for name in archive.entries for part in parts):
            raise ContentRefused(reason)


def _check_declared_types(archive: Archive, media_type: str) -> None:
    if _TYPES not in archive.entries:
        raise ContentRefused(Reason.OTHER_TYPE)
    declared = [
        element.attributes.get("ContentType", "").strip().lower()
        for element in xml_events(archive.pieces(archive.entries[_TYPES]), {"Default", "Override"})
        if isinstance(element, Element)
    ]
    for reason, parts in _DECLARED.items():
        if any(part in name for name in declared for part in parts):
            raise ContentRefused(reason)
    if _MAIN[media_type] not in declared:
        raise ContentRefused(Reason.OTHER_TYPE)


def _check_relationships(archive: Archive, name: str) -> set[str]:
    """Return the workbooks, by their names in small letters, that the relationships of a chart lead to."""
    owner = name.lower().rpartition("_rels/")[0]
    workbooks = set[str]()
    for element in xml_events(archive.pieces(archive.entries[name]), {"Relationship"}):
        if not isinstance(element, Element):
            continue
        kind = element.attributes.get("Type", "").strip().rpartition("/")[2].lower()
        target = element.attributes.get("Target", "").strip()
        if element.attributes.get("TargetMode", "").strip().lower() == "external":
            _check_external(kind, target)
        elif has_host(target):
            raise ContentRefused(Reason.LOADS)  # says to be inside, and is not
        elif kind == "package" and owner.endswith("charts/") and target.lower().endswith(".xlsx"):
            workbooks.add(posixpath.normpath(posixpath.join("/", owner, unquote(target).lower())).lstrip("/"))
        elif found := next((reason for reason, kinds in _RELATED.items() if kind in kinds), None):
            raise ContentRefused(found)
    return workbooks


def _check_external(kind: str, target: str) -> None:
    """A link waits until somebody clicks it; everything else outside is fetched when the file is opened."""
    reason = next((reason for reason, kinds in _RELATED.items() if kind in kinds), Reason.LOADS)
    if kind != "hyperlink":
        raise ContentRefused(Reason.LOADS if reason is Reason.OBJECTS else reason)
    if scheme_of(target) not in _CLICKED:
        raise ContentRefused(Reason.RUNS)


def _check_part(archive: Archive, name: str, media_type: str) -> None:
    """Read a part to its end; in a document, look for fields that start or fetch something."""
    pieces = refuse_embedded(archive.pieces(archive.entries[name]))
    first = next(pieces, b"")
    if media_type == _FIELDS_OF and first.lstrip().startswith(_SOME_XML):
        _check_fields(_with(first, pieces))
    else:
        for _ in pieces:
            pass


def _with(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def _check_fields(pieces: Iterator[bytes]) -> None:
    """Refuse fields that start a program or fetch something; the words of one may be spread over several texts."""
    written = ""
    for event in xml_events(pieces, {"instrText", "fldChar", "fldSimple"}, "instrText"):
        if isinstance(event, str):
            written += event if len(written) < 1_000 else ""
            _check_field(written)
        else:
            written = "" if event.name == "fldChar" else written
            _check_field(event.attributes.get("instr", ""))


def _check_field(written: str) -> None:
    for reason, words in _FIELDS.items():
        if written and words.match(written):
            raise ContentRefused(reason)
