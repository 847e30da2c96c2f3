"""
The virus scanner that files are shown to: ClamAV's daemon, by its own protocol.

Source: clamd(8), commands INSTREAM and VERSION in the form that begins with `z` and ends with a zero.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

_LONGEST_ANSWER = 4_096  # bytes
_CLEAN, _FOUND = "stream: OK", re.compile(r"stream: (.{1,200}) FOUND")
_SIGNED_AT = "%a %b %d %H:%M:%S %Y"  # how the daemon writes the day of its signatures


class ScannerUnavailable(Exception):
    """The scanner did not answer, not in time, or not with a verdict: nothing is known of the file."""

    code = "SCANNER_UNAVAILABLE"


@dataclass(frozen=True)
class VirusScanner:
    """
    Where the scanner listens: `clamd://host:port`, or `unix:/path` of its socket.

    `seconds` is the longest wait for a verdict.
    """

    url: str
    seconds: float

    async def finding(self, pieces: Iterator[bytes]) -> str | None:
        """
        Return the name of what was found in a file, or None when it is clean.

        The pieces are read beside the event loop, one after another, so that no file is in memory for its scan.

        :raises ScannerUnavailable: when there is no verdict
        """
        answer = await self._asked(b"zINSTREAM\0", pieces)
        if answer == _CLEAN:
            return None
        if found := _FOUND.fullmatch(answer):
            return found[1]
        raise ScannerUnavailable

    async def signed_at(self) -> datetime | None:
        """
        Return the moment of the scanner's signatures, in UTC; None when it has none of ClamAV's own.

        :raises ScannerUnavailable: when it does not answer
        """
        answer = await self._asked(b"zVERSION\0", iter(()))
        name, _, rest = answer.partition("/")
        if not name.startswith("ClamAV"):
            raise ScannerUnavailable
        try:
            return datetime.strptime(rest.partition("/")[2], _SIGNED_AT).replace(tzinfo=UTC)
        except ValueError:
            return None

    async def _asked(self, command: bytes, pieces: Iterator[bytes]) -> str:
        try:
            async with asyncio.timeout(self.seconds):
                reader, writer = await self._connected()
                try:
                    writer.write(command)
                    if command == b"zINSTREAM\0":
                        await _send(writer, pieces)
                    answer = await reader.readuntil(b"\0")
                finally:
                    writer.close()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            raise ScannerUnavailable from None  # TimeoutError is an OSError
        return answer[:-1].decode("utf-8", "replace")

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.url)
        if parts.scheme == "unix":
            return await asyncio.open_unix_connection(parts.path, limit=_LONGEST_ANSWER)
        return await asyncio.open_connection(parts.hostname, parts.port, limit=_LONGEST_ANSWER)


async def _send(writer: asyncio.StreamWriter, pieces: Iterator[bytes]) -> None:
    """Send a file in pieces, each behind its length; a piece of no length ends it."""
    while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
        if piece:
            writer.write(len(piece).to_bytes(4) + piece)
            await writer.drain()
    writer.write(bytes(4))


def pieces_of(content: bytes) -> Iterator[bytes]:
    """Yield bytes that are in memory in the pieces of a scan."""
    for at in range(0, len(content), 65_536):
        yield content[at : at + 65_536]
