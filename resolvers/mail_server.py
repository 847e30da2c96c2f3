"""The mail server that a command may use."""

import ssl
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class MailServer:
    """
    The address of the mail server, the sender of mails, and the address of the service that mails link to.

    `authorities` is a PEM file of the certificate authorities to trust; None means those of the system.
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
        """
        Return the TLS settings.

        The server's certificate must be valid, for this host, and from a trusted authority.
        """
        return ssl.create_default_context(cafile=self.authorities)
