"""The settings of the virus scanner: a part of `Settings`, which is as long as a module may be."""

from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings


class ScannerSettings(BaseSettings):
    """Where files are scanned before they are handed out."""

    scanner_url: str = Field(
        "",
        description="ClamAV's daemon: `unix:/run/clamav/clamd.ctl`, or `clamd://host:3310` on a network of your own: "
        "files go there unencrypted. No file is handed out before it is found clean. Empty: nothing is scanned.",
    )
    scanner_seconds: int = Field(30, ge=1, le=300, description="Wait for the verdict on one file; then it waits.")

    @field_validator("scanner_url")
    @classmethod
    def is_an_address_of_a_scanner(cls, value: str) -> str:
        """
        Return the address.

        :raises ValueError: when it is none of a scanner
        """
        if not value:
            return value
        parts = urlsplit(value)
        try:
            is_host = parts.scheme == "clamd" and bool(parts.hostname and parts.port)
        except ValueError:  # a port that is none
            is_host = False
        is_socket = parts.scheme == "unix" and not parts.netloc and parts.path.startswith("/")
        if not is_host and not is_socket:
            raise ValueError("must be unix:/path of a socket, or clamd://host:port")
        return value
