"""
Texts of LibreOffice and OpenOffice: refused for what runs, hides other files or is fetched when they are opened.

Source: OASIS OpenDocument 1.3, parts 2 (packages) and 3 (schema).
"""

from urllib.parse import urlsplit

from resolvers.contents.archives import Archive, Bounds, opened_archive
from resolvers.contents.embedded_files import is_elsewhere, refuse_embedded
from resolvers.contents.reasons import ContentRefused, Reason
from resolvers.contents.xml_parts import Element, xml_events

ODT = "application/vnd.oasis.opendocument.text"
_TYPE, _CONTENT = "mimetype", "content.xml"
_FOLDERS_OF_MACROS = ("basic/", "scripts/", "dialogs/")
_REFUSED_ELEMENTS = {
    "event-listener": Reason.MACROS,
    "script": Reason.MACROS,
    "object-ole": Reason.OBJECTS,
    "plugin": Reason.OBJECTS,
    "applet": Reason.OBJECTS,
    "floating-frame": Reason.LOADS,
    "dde-source": Reason.RUNS,
    "dde-connection-decl": Reason.RUNS,
    "encryption-data": Reason.ENCRYPTED,
}
_HREF = "href"
_CLICKED = frozenset({"a"})  # links of texts and of pictures wait for a click
_TEMPLATE = "template"  # where a text came from: a path on the own disk is not opened, one elsewhere may be
_RUNNING = ("javascript:", "vnd.sun.star.script:", "macro:", "vnd.sun.star.pkg:", "service:", "slot:", ".uno:")


def check_odt(content: bytes, bounds: Bounds) -> None:
    """
    Read every byte of an .odt.

    :raises ContentRefused: when it is none, or holds what runs, is hidden or is fetched
    """
    archive = opened_archive(content, bounds)
    if not {_TYPE, _CONTENT} <= set(archive.entries) or _text(archive, _TYPE) != ODT:
        raise ContentRefused(Reason.OTHER_TYPE)
    if any(name.lower().startswith(_FOLDERS_OF_MACROS) for name in archive.entries):
        raise ContentRefused(Reason.MACROS)
    for name, entry in archive.entries.items():
        pieces = refuse_embedded(archive.pieces(entry))
        if name.lower().endswith((".xml", ".rdf")) and entry.size:  # LibreOffice leaves empty settings
            for event in xml_events(pieces):
                if isinstance(event, Element):
                    _check_element(event)
        else:
            for _ in pieces:
                pass


def _text(archive: Archive, name: str) -> str:
    first = next(archive.pieces(archive.entries[name]), b"")
    return first.decode("ascii", "replace").strip()


def _check_element(element: Element) -> None:
    if refused := _REFUSED_ELEMENTS.get(element.name):
        raise ContentRefused(refused)
    address = element.attributes.get(_HREF, "").strip()
    if address.lower().startswith(_RUNNING):
        raise ContentRefused(Reason.RUNS)
    if element.name in _CLICKED or not is_elsewhere(address):
        return
    if element.name != _TEMPLATE or urlsplit(address).scheme not in ("", "file") or urlsplit(address).netloc:
        raise ContentRefused(Reason.LOADS)
