"""XML parts of office files, piece by piece. What office programs never write, such as a DOCTYPE, is refused."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from xml.parsers import expat

from resolvers.contents.reasons import ContentRefused, Reason

_LONGEST_MARK = 4_000_000  # bytes without an element or a text: an attribute that is longer is none
_LONGEST_PART = 50_000_000  # bytes; the text of a thousand pages takes five million


@dataclass(frozen=True)
class Element:
    """The start of an element. Names are without their namespaces: a prefix must not hide anything."""

    name: str
    attributes: Mapping[str, str]


def xml_events(pieces: Iterable[bytes]) -> Iterator[Element | str]:
    """
    Yield the starts of the elements and the texts of an XML document, as they stand there.

    :raises ContentRefused: when it is malformed, has a DOCTYPE, or one piece of it is endless
    """
    found: deque[Element | str] = deque()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        found.append(Element(_local(name), {_local(key): value for key, value in attributes.items()}))

    def refuse(*_: object) -> None:
        raise ContentRefused(Reason.MALFORMED)

    parser.StartElementHandler = start
    parser.CharacterDataHandler = found.append
    parser.StartDoctypeDeclHandler = refuse  # entities: what is small can become endless, or be fetched
    size, silent = 0, 0
    try:
        for piece in chain(pieces, [None]):
            size += len(piece or b"")
            if size > _LONGEST_PART:
                raise ContentRefused(Reason.UNPACKS_TOO_LARGE)
            parser.Parse(piece or b"", piece is None)
            silent = 0 if found else silent + len(piece or b"")
            if silent > _LONGEST_MARK:
                raise ContentRefused(Reason.MALFORMED)
            yield from found
            found.clear()
    except (expat.ExpatError, ValueError, LookupError):
        raise ContentRefused(Reason.MALFORMED) from None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
