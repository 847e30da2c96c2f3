"""The mail server that a command may use, and how it is handed a mail."""

import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import aiosmtplib

TIMEOUT = 30.0  # seconds for the whole conversation with the server


class MailRefused(Exception):
    """A mail cannot be sent, now or ever. `reason` is a code that says nothing about the recipient."""

    code = "MAIL_REFUSED"

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.reason, self.is_final = reason, is_final


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


async def transmit(server: MailServer, mail: EmailMessage, address: str) -> None:
    """
    Hand a mail to the server, for one address.

    :raises MailRefused: when it was not taken; the reason is a code and never the server's text
    """
    mail["To"] = address
    options: dict[str, Any] = {"username": server.user, "password": server.password} if server.user else {}
    if server.tls != "none":
        options["tls_context"] = server.tls_context()
    try:
        await aiosmtplib.send(
            mail,
            sender=server.sender,
            recipients=[address],
            hostname=server.host,
            port=server.port,
            timeout=TIMEOUT,
            use_tls=server.tls == "tls",
            start_tls=server.tls == "starttls",
            **options,
        )
    # The server's reply may quote the address, so only a code is passed on.
    except aiosmtplib.SMTPRecipientsRefused as refused:
        is_final = all(500 <= r.code < 600 for r in refused.recipients)
        raise MailRefused("ADDRESS_REFUSED", is_final=is_final) from None
    except aiosmtplib.SMTPResponseException as refused:
        is_final = 500 <= refused.code < 600 and not isinstance(refused, aiosmtplib.SMTPAuthenticationError)
        raise MailRefused("MAIL_REFUSED", is_final=is_final) from None
    except (aiosmtplib.SMTPException, OSError) as error:
        raise MailRefused(_failure_code(error), is_final=False) from None


def _failure_code(error: Exception) -> str:
    """Return the code of a connection that failed; nothing of the mail was sent by then."""
    chain = (error, error.__cause__)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in chain):
        return "CERTIFICATE_REFUSED"
    # The library raises its base class for a server without STARTTLS; all other errors have their own classes.
    if any(isinstance(cause, ssl.SSLError) for cause in chain) or type(error) is aiosmtplib.SMTPException:
        return "NO_ENCRYPTION"
    return "SERVER_UNREACHABLE"
