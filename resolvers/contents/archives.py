"""
ZIP archives from strangers, read strictly: an archive that two programs could read differently is refused.

Nothing is believed that can be counted: sizes, checksums and the number of entries come from reading. Every byte of the
archive belongs to one entry or to the directory at its end. Source: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.4.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resolvers.contents.reasons import ContentRefused, Reason

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_HEADER, _CENTRAL_HEADER = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L")
_END_RECORD = struct.Struct("<4s4H2LH")
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x2041, 0x8, 0x800  # flags: encrypted in any of three ways, descriptor, names
_DESCRIPTORS = frozenset({12, 16, 20, 24})  # lengths of what may follow an entry: with or without mark, 4 or 8 bytes
_STORED, _DEFLATED = 0, 8
_PIECE = 65_536
_FARTHEST_END = _END_RECORD.size + 65_535  # bytes from the end; the record ends with a comment of 16-bit length


@dataclass(frozen=True)
class Bounds:
    """
    How much an archive may unpack to, in bytes, and how many entries it may have.

    What unpacks to more than `unsuspicious` bytes may be at most `ratio` times as large as the archive.
    """

    expanded: int = 200_000_000
    entries: int = 5_000  # office documents have dozens
    ratio: int = 150
    unsuspicious: int = 20_000_000


@dataclass(frozen=True)
class Entry:
    """One entry: its name and where its packed bytes are. `size` is what the directory says; `pieces` verifies it."""

    name: str
    method: int
    start: int
    packed: int
    size: int
    checksum: int


@dataclass
class Archive:
    """The entries of an archive by name, and how many bytes were unpacked in all."""

    content: memoryview = field(repr=False)
    bounds: Bounds
    entries: dict[str, Entry]
    expanded: int = 0

    def pieces(self, entry: Entry) -> Iterator[bytes]:
        """
        Yield the bytes of an entry, a piece of at most 64 kB at a time, and count them.

        :raises ContentRefused: when they are too many, or not as many as the directory says
        """
        packed = self.content[entry.start : entry.start + entry.packed]
        size, checksum = 0, 0
        for piece in _stored(packed) if entry.method == _STORED else _inflated(packed):
            size, checksum = size + len(piece), zlib.crc32(piece, checksum)
            self._count(len(piece))
            yield piece
        if (size, checksum) != (entry.size, entry.checksum):
            raise ContentRefused(Reason.MALFORMED)

    def _count(self, size: int) -> None:
        self.expanded += size
        is_suspicious = self.expanded > max(self.bounds.unsuspicious, self.bounds.ratio * len(self.content))
        if self.expanded > self.bounds.expanded or is_suspicious:
            raise ContentRefused(Reason.UNPACKS_TOO_LARGE)


def has_directory(content: bytes | memoryview) -> bool:
    """Return whether programs that look for an archive from behind, as all do, find one in the bytes."""
    return _END in bytes(content[-_FARTHEST_END:])


class _Record(NamedTuple):
    """What the directory says of one entry; `header` is where the entry begins."""

    header: int
    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int


def opened_archive(content: bytes, bounds: Bounds) -> Archive:
    """
    Return the archive that the bytes are, from the first to the last; nothing is unpacked yet.

    :raises ContentRefused: when they are none, or one that a careful program would not have written
    """
    view = memoryview(content)
    start, records = _directory(view, bounds)
    entries, free, gaps = dict[str, Entry](), 0, frozenset({0})
    for record in sorted(records):
        if record.header - free not in gaps:
            raise ContentRefused(Reason.MALFORMED if record.header < free else Reason.TWO_FILES)
        entry = _entry(view, record)
        entries[entry.name.lower()] = entry
        free, gaps = entry.start + entry.packed, _DESCRIPTORS if record.flags & _SIZES_FOLLOW else frozenset({0})
    if start - free not in gaps:
        raise ContentRefused(Reason.MALFORMED if start < free else Reason.TWO_FILES)
    if len(entries) < len(records):
        raise ContentRefused(Reason.MALFORMED)
    return Archive(view, bounds, {entry.name: entry for entry in entries.values()})


def _directory(content: memoryview, bounds: Bounds) -> tuple[int, list[_Record]]:
    """Return where the directory at the end begins, and its records."""
    try:
        mark, disk, first_disk, here, total, length, start, comment = _END_RECORD.unpack(content[-_END_RECORD.size :])
    except struct.error:
        raise ContentRefused(Reason.MALFORMED) from None
    if mark != _END:
        raise ContentRefused(Reason.TWO_FILES if has_directory(content) else Reason.MALFORMED)
    if start + length + _END_RECORD.size != len(content):
        raise ContentRefused(Reason.TWO_FILES)
    if disk or first_disk or comment or here != total:
        raise ContentRefused(Reason.MALFORMED)
    if total > bounds.entries:
        raise ContentRefused(Reason.UNPACKS_TOO_LARGE)
    records, at = list[_Record](), start
    try:
        for _ in range(total):
            mark, _, _, flags, method, _, _, *counted, name, extra, note, _, _, _, header = _CENTRAL_HEADER.unpack_from(
                content, at
            )
            if mark != _CENTRAL:
                raise ContentRefused(Reason.MALFORMED)
            at += _CENTRAL_HEADER.size
            records.append(_Record(header, bytes(content[at : at + name]), flags, method, *counted))
            at += name + extra + note
    except struct.error:
        raise ContentRefused(Reason.MALFORMED) from None
    if at != start + length:
        raise ContentRefused(Reason.MALFORMED)
    return start, records


def _entry(content: memoryview, record: _Record) -> Entry:
    """Return an entry, whose own header must say what the directory says."""
    try:
        mark, _, flags, method, _, _, *_, name, extra = _LOCAL_HEADER.unpack_from(content, record.header)
    except struct.error:
        raise ContentRefused(Reason.MALFORMED) from None
    if (flags | record.flags) & _ENCRYPTED:
        raise ContentRefused(Reason.ENCRYPTED)
    at = record.header + _LOCAL_HEADER.size
    is_same = (mark, flags, method) == (_LOCAL, record.flags, record.method)
    if not is_same or bytes(content[at : at + name]) != record.raw_name or method not in (_STORED, _DEFLATED):
        raise ContentRefused(Reason.MALFORMED)
    start = at + name + extra
    if start + record.packed > len(content):
        raise ContentRefused(Reason.MALFORMED)
    try:
        text = record.raw_name.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError:
        raise ContentRefused(Reason.MALFORMED) from None
    if not _is_plain(text):
        raise ContentRefused(Reason.MALFORMED)
    return Entry(text, method, start, record.packed, record.size, record.checksum)


def _is_plain(name: str) -> bool:
    """Return whether a name stays inside the folder that somebody unpacks into, on any system."""
    return bool(name) and not set(name) & set("\\:\0") and not {"..", ""} & set(name.removesuffix("/").split("/"))


def _stored(packed: memoryview) -> Iterator[bytes]:
    for at in range(0, len(packed), _PIECE):
        yield bytes(packed[at : at + _PIECE])


def _inflated(packed: memoryview) -> Iterator[bytes]:
    """Yield what is deflated; it must end with the last of the packed bytes."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for pending in _stored(packed):
            waiting = pending
            while waiting and not stream.eof:
                yield stream.decompress(waiting, _PIECE)
                waiting = stream.unconsumed_tail
            if stream.unused_data or waiting:
                raise ContentRefused(Reason.MALFORMED)
        while not stream.eof and (piece := stream.decompress(b"", _PIECE)):
            yield piece
    except zlib.error:
        raise ContentRefused(Reason.MALFORMED) from None
    if not stream.eof:
        raise ContentRefused(Reason.MALFORMED)
