"""A real SMTP server on loopback, and the mails that it took."""

import asyncio
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

from aiosmtpd.smtp import SMTP


@dataclass
class Mailbox:
    """The mails that an SMTP server took, and the addresses that it refuses with which answer."""

    taken: list[Any] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        """Accept or refuse an address."""
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a mail."""
        self.taken.append(envelope)
        return "250 OK"


class LocalMailServer:
    """A mail server that can go down and come up again; `tls` encrypts it from the first byte."""

    def __init__(self, port: int, tls: SSLContext | None = None, **ways: Any) -> None:
        self.mailbox, self.port, self.tls, self.ways = Mailbox(), port, tls, ways
        self.listening: asyncio.Server | None = None
        self.sessions: list[SMTP] = []

    async def start(self) -> None:
        """Listen."""

        def session() -> SMTP:
            self.sessions.append(SMTP(self.mailbox, hostname="localhost", **self.ways))
            return self.sessions[-1]

        loop = asyncio.get_running_loop()
        self.listening = await loop.create_server(session, "127.0.0.1", self.port, ssl=self.tls)

    async def stop(self) -> None:
        """Stop listening, once everybody has hung up."""
        if self.listening is None:
            return
        self.listening.close()
        self.listening = None
        while any(session.transport is not None for session in self.sessions):  # noqa: ASYNC110 - it has no event
            await asyncio.sleep(0.01)
