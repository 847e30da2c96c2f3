"""XML parts of office files, piece by piece. What office programs never write, such as a DOCTYPE, is refused."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from xml.parsers import expat

from resolvers.contents.reasons import ContentRefused, Reason

_LONGEST_MARK = 4_000_000  # bytes of one start of an element: with an attribute that is longer it is none
_LONGEST_PART = 50_000_000  # bytes; the text of a thousand pages takes five million


@dataclass(frozen=True)
class Element:
    """The start of an element. Names are without their prefixes, which must not hide anything."""

    name: str
    attributes: Mapping[str, str]


def xml_events(
    pieces: Iterable[bytes], only: AbstractSet[str] = frozenset(), text_of: str = ""
) -> Iterator[Element | str]:
    """
    Yield the starts of the elements with one of the names, of all when none is given, and the texts of `text_of`.

    Every other element costs a call and nothing more: a document has millions.

    :raises ContentRefused: when it is malformed, has a DOCTYPE, is too long, or one mark in it is endless
    """
    found: deque[Element | str] = deque()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        parser.CharacterDataHandler = found.append if local == text_of else None
        if not only or local in only:
            found.append(Element(local, {key.rpartition(":")[2]: value for key, value in attributes.items()}))

    def refuse(*_: object) -> None:
        raise ContentRefused(Reason.MALFORMED)

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse  # entities: what is small can become endless, or be fetched
    size = 0
    try:
        for piece in chain(pieces, [None]):
            size += len(piece or b"")
            if size > _LONGEST_PART:
                raise ContentRefused(Reason.UNPACKS_TOO_LARGE)
            parser.Parse(piece or b"", piece is None)
            if size - max(parser.CurrentByteIndex, 0) > _LONGEST_MARK:
                raise ContentRefused(Reason.MALFORMED)
            yield from found
            found.clear()
    except (expat.ExpatError, ValueError, LookupError):
        raise ContentRefused(Reason.MALFORMED) from None
