"""The mail server that a command may use."""

import ssl
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class MailServer:
    """
    Through which server mails go, who they come from, and the address of the service that they lead to.

    `authorities` is a file of certificates (PEM) that the server's own must come from; None: those the system trusts.
    """

    host: str
    port: int
    sender: str
    public_url: str
    tls: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    authorities: Path | None = None

    def tls_context(self) -> ssl.SSLContext:
        """Return the terms of encryption: a certificate of a trusted authority, for this host, and in its time."""
        return ssl.create_default_context(cafile=self.authorities)
