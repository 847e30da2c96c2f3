"""A line between the service and the embedded PostgreSQL that a test cuts: at once, or around a COMMIT."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import Enum, auto
from pathlib import Path

from service.database.connections import credentials

COMMIT = b"COMMIT;"


class Cut(Enum):
    """When the line breaks by itself."""

    BEFORE_COMMIT = auto()  # the server never hears of it
    AFTER_COMMIT = auto()  # the server commits, and nobody hears of that


class BreakableLine:
    """Connections by TCP to a server that listens on a socket only."""

    def __init__(self, url: str) -> None:
        self.target = credentials(url)
        self.is_cut = False
        self.cut_at: Cut | None = None
        self.speaks = asyncio.Event()
        self.speaks.set()
        self.writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    @property
    def url(self) -> str:
        """The URL of the same database over this line."""
        return f"postgresql://{self.target['user']}@127.0.0.1:{self.port}/{self.target['database']}"

    def cut(self) -> None:
        """Break every connection, and refuse new ones until `mend`."""
        self.is_cut = True
        for writer in self.writers:
            writer.transport.abort()

    def hush(self) -> None:
        """Keep every connection, and let nothing come back: a server that is stopped, or a network that swallows."""
        self.speaks.clear()

    def mend(self) -> None:
        """Let connections through again."""
        self.is_cut, self.cut_at = False, None
        self.speaks.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection."""
        self.writers.add(writer)
        if self.is_cut:
            writer.transport.abort()
            return
        socket = Path(self.target["host"]) / f".s.PGSQL.{self.target['port']}"
        there, server = await asyncio.open_unix_connection(str(socket))
        self.writers.add(server)
        with suppress(OSError):
            await asyncio.gather(self._up(reader, server), self._down(there, writer))
        for end in (writer, server):
            end.transport.abort()
            self.writers.discard(end)

    async def _up(self, reader: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
        while sent := await reader.read(65_536):
            if COMMIT in sent and self.cut_at is Cut.BEFORE_COMMIT:
                self.cut()
                return
            server.write(sent)
            await server.drain()
        server.transport.abort()

    async def _down(self, there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await there.read(65_536):
            if b"COMMIT\0" in said and self.cut_at is Cut.AFTER_COMMIT:
                self.cut()
                return
            await self.speaks.wait()
            writer.write(said)
            await writer.drain()
        writer.transport.abort()


@asynccontextmanager
async def breakable_line(url: str) -> AsyncIterator[BreakableLine]:
    """Yield a line to the database of a URL."""
    line = BreakableLine(url)
    server = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    line.port = server.sockets[0].getsockname()[1]
    try:
        yield line
    finally:
        line.cut()
        server.close()
